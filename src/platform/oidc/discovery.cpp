// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/discovery.hpp"

#include "platform/json/json.hpp"
#include "platform/oidc/address.hpp"
#include "platform/oidc/id_token.hpp"

#include <utility>

namespace wf::oidc {
namespace {

Error bad(std::string field, std::string what)
{
    return {Trouble::refused, "oidc.bad_discovery", std::move(field), std::move(what)};
}

bool lists(json::Value const& document, std::string_view name, std::string_view word)
{
    auto const* list = document.find(name);
    if (list == nullptr || list->array() == nullptr) return false;
    for (auto const& each : *list->array()) {
        if (each.text() != nullptr && *each.text() == word) return true;
    }
    return false;
}

/// As safe as the issuer itself: a provider elsewhere does not send us to our own machine.
Result<std::string> endpoint_of(json::Value const& document, std::string const& name, Reach reach)
{
    auto url = text_of(document, name);
    if (url.empty()) return bad(name, "the sign-in provider does not say this address");
    if (reach_of(url) != reach) return bad(name, "this address of the sign-in provider is not https");
    return url;
}

} // namespace

std::string discovery_url(std::string_view issuer)
{
    if (issuer.ends_with('/')) issuer.remove_suffix(1);
    return std::string{issuer} + "/.well-known/openid-configuration";
}

Result<Metadata> read_metadata(std::string_view bytes, std::string_view issuer)
{
    auto const document = json::read(bytes, {1'000'000, 16});
    if (!document || document->object() == nullptr)
        return bad("", "what the sign-in provider says of itself is no JSON");
    if (text_of(*document, "issuer") != issuer)
        return bad("issuer", "the sign-in provider names itself otherwise than the setting does, to the letter");
    auto const reach = reach_of(issuer);
    Metadata about;
    WF_TRY(about.authorization_endpoint, endpoint_of(*document, "authorization_endpoint", reach));
    WF_TRY(about.token_endpoint, endpoint_of(*document, "token_endpoint", reach));
    WF_TRY(about.jwks_uri, endpoint_of(*document, "jwks_uri", reach));
    if (document->find("userinfo_endpoint") != nullptr) {
        WF_TRY(about.userinfo_endpoint, endpoint_of(*document, "userinfo_endpoint", reach));
    }
    constexpr std::string_view pkce = "code_challenge_methods_supported";
    if (document->find(pkce) != nullptr && !lists(*document, pkce, "S256"))
        return bad(std::string{pkce}, "the sign-in provider does not know PKCE with S256");
    if (lists(*document, "token_endpoint_auth_signing_alg_values_supported", "PS256"))
        about.assertion_algorithm = Algorithm::ps256;
    auto const* names_itself = document->find("authorization_response_iss_parameter_supported");
    about.names_itself = names_itself != nullptr && names_itself->boolean().value_or(false);
    return about;
}

} // namespace wf::oidc
