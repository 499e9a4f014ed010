// SPDX-License-Identifier: EUPL-1.2
// Whatever a provider sends as a token is read or refused with a code of ours, and never verifies under a key that did not sign it.
#include "base/check.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/oidc/key_set.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const token = wf::oidc::read_token(text);
    if (!token) {
        WF_CHECK(token.error().code.starts_with("oidc.bad_"));
    } else {
        // RFC 7515, appendix A.3.1: a key of P-256 whose owner signs nothing here.
        wf::oidc::PublicKey const key{"", std::nullopt, wf::oidc::KeyKind::p256,
                                      "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                                      "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"};
        WF_CHECK(!wf::oidc::verify(text, token->algorithm, key));
        auto const checked = wf::oidc::check_claims(token->claims, {"https://a.example", "b", "c", "d", 1'000'000'000});
        if (!checked) WF_CHECK(checked.error().code.starts_with("oidc."));
    }
    auto const keys = wf::oidc::read_key_set(text);
    if (!keys) WF_CHECK(keys.error().code == "oidc.bad_answer");
    return 0;
}
