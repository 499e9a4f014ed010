// SPDX-License-Identifier: EUPL-1.2
// The mail server of tests/mail for the length of a test, and what it took. Only tests of this folder include this header.
#pragma once

#include "platform/file/file.hpp"
#include "platform/file/test_folder.hpp"
#include "platform/file/test_process.hpp"

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace wf::mail {

class TestServer {
public:
    explicit TestServer(std::string const& plan, std::vector<std::string> const& more = {})
        : m_process{arguments(m_folder.path, plan, more)}, m_port{m_process.line()}
    {
    }
    [[nodiscard]] std::string url(std::string const& host = "127.0.0.1", std::string const& scheme = "smtp") const
    {
        return scheme + "://" + host + ":" + m_port;
    }
    [[nodiscard]] std::size_t taken() const { return files(".json").size(); }
    /// The message and its envelope (JSON), as they came: "1.eml", "1.json".
    [[nodiscard]] std::string read(std::string const& name) const
    {
        return file::load(m_folder.path + "/" + name).value();
    }

private:
    static std::vector<std::string> arguments(std::string const& folder, std::string const& plan,
                                              std::vector<std::string> const& more)
    {
        std::vector<std::string> all{"python3", "tests/mail/smtp_server.py", folder, "--plan", plan};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    [[nodiscard]] std::vector<std::string> files(std::string const& suffix) const
    {
        auto names = file::list(m_folder.path).value();
        std::erase_if(names, [&](std::string const& name) { return !name.ends_with(suffix); });
        return names;
    }

    file::TestFolder m_folder;
    file::TestProcess m_process;
    std::string m_port;
};

/// Looks until it is so, or twenty seconds have gone.
template <class F>
bool eventually(F const& is_so)
{
    for (int i = 0; i < 2'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
}

} // namespace wf::mail
