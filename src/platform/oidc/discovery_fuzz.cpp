// SPDX-License-Identifier: EUPL-1.2
// Whatever a provider says of itself: what is accepted names addresses on https alone.
#include "base/check.hpp"
#include "platform/oidc/address.hpp"
#include "platform/oidc/discovery.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const about = wf::oidc::read_metadata(text, "https://a.example");
    if (about) {
        for (auto const* url : {&about->authorization_endpoint, &about->token_endpoint, &about->jwks_uri})
            WF_CHECK(wf::oidc::reach_of(*url) == wf::oidc::Reach::secure);
    } else {
        WF_CHECK(about.error().code == "oidc.bad_discovery");
    }
    if (wf::oidc::reach_of(text) == wf::oidc::Reach::loopback) {
        auto const host = text.substr(7);
        WF_CHECK(host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]"));
    }
    return 0;
}
