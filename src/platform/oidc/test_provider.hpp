// SPDX-License-Identifier: EUPL-1.2
// The sign-in provider of tests/oidc for the length of a test, and a browser that goes where it is sent. Only tests
// include this header.
#pragma once

#include "platform/file/file.hpp"
#include "platform/file/test_folder.hpp"
#include "platform/file/test_process.hpp"
#include "platform/oidc/oidc.hpp"

#include <string>
#include <vector>

namespace wf::oidc {

/// All that another program prints.
inline std::string output_of(std::vector<std::string> arguments)
{
    file::TestProcess process{std::move(arguments)};
    process.close_input();
    return process.rest();
}

/// One for all tests: making it takes a while.
inline std::string const& test_key()
{
    static std::string const pem = output_of({"openssl", "genrsa", "2048"});
    return pem;
}

class TestProvider {
public:
    explicit TestProvider(std::vector<std::string> const& more = {})
        : m_process{arguments(m_folder.path + "/keys.json", more)}, m_issuer{m_process.line()}
    {
    }
    [[nodiscard]] std::string const& issuer() const { return m_issuer; }
    [[nodiscard]] Client client() const
    {
        return {.issuer = m_issuer, .client_id = client_id, .redirect_uri = redirect_uri, .private_key = test_key()};
    }
    /// What it does wrong from now on; empty: nothing.
    void misbehave(std::string const& word) const { static_cast<void>(control("?misbehave=" + word)); }
    void rotate() const { static_cast<void>(control("?rotate=1")); }
    /// How often each address was asked, as JSON.
    [[nodiscard]] std::string counts() const { return control(""); }

    /// A browser that follows one address: what it comes back with.
    [[nodiscard]] static http::Pairs visit(std::string const& url)
    {
        auto const back = output_of({"curl", "-s", "--noproxy", "*", "-o", "/dev/null", "-w", "%{redirect_url}", url});
        if (!back.starts_with(std::string{redirect_uri} + "?")) throw std::runtime_error{"not sent back: " + back};
        return http::read_query(std::string_view{back}.substr(std::string_view{redirect_uri}.size() + 1)).value();
    }

    static constexpr auto client_id = "weefsel-test";
    static constexpr auto redirect_uri = "https://weefsel.example.org/inloggen/terug";

private:
    static std::vector<std::string> arguments(std::string const& keys, std::vector<std::string> const& more)
    {
        file::save(keys, public_key_set(test_key()).value()).value();
        std::vector<std::string> all{"node",       "tests/oidc/provider.mjs",
                                     "--client",   client_id,
                                     "--redirect", redirect_uri,
                                     "--keys",     keys};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    [[nodiscard]] std::string control(std::string const& query) const
    {
        return output_of({"curl", "-s", "-k", "--noproxy", "*", m_issuer + "/control" + query});
    }

    file::TestFolder m_folder;
    file::TestProcess m_process;
    std::string m_issuer;
};

} // namespace wf::oidc
