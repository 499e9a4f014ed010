// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/id_token.hpp"

#include "base/text.hpp"
#include "platform/secret/token.hpp"

#include <utility>

namespace wf::oidc {
namespace {

constexpr std::size_t largest_token = 100'000;
constexpr std::size_t longest_subject = 255; // OpenID Connect Core, 2
constexpr double leeway = 60;                // seconds

Error refuse(std::string code, std::string field, std::string detail)
{
    return {Trouble::refused, "oidc." + std::move(code), std::move(field), std::move(detail)};
}

Error malformed(std::string field)
{
    return refuse("bad_token", std::move(field), "the token of the sign-in provider is not well formed");
}

Result<json::Value> read_part(std::string_view part, std::string const& name)
{
    auto const bytes = secret::read_base64url(part);
    if (!bytes) return malformed(name);
    auto value = json::read(*bytes, {largest_token, 16});
    if (!value || value->object() == nullptr) return malformed(name);
    return std::move(*value);
}

Result<double> number_of(json::Value const& claims, std::string const& name)
{
    auto const* found = claims.find(name);
    auto const number = found != nullptr ? found->number() : std::nullopt;
    if (!number) return malformed(name);
    return *number;
}

Result<void> check_audience(json::Value const& claims, std::string const& client_id)
{
    auto const wrong = [](std::string field) {
        return refuse("wrong_audience", std::move(field), "the token is meant for another program");
    };
    auto const* audience = claims.find("aud");
    if (audience == nullptr) return malformed("aud");
    bool ours = audience->text() != nullptr && *audience->text() == client_id;
    bool several = false;
    if (auto const* list = audience->array()) {
        several = list->size() > 1;
        for (auto const& each : *list) ours = ours || (each.text() != nullptr && *each.text() == client_id);
    }
    if (!ours) return wrong("aud");
    auto const* party = claims.find("azp");
    if (party == nullptr && several) return wrong("azp");
    if (party != nullptr && (party->text() == nullptr || *party->text() != client_id)) return wrong("azp");
    return {};
}

Result<void> check_moments(json::Value const& claims, std::int64_t now)
{
    WF_TRY(auto const expires, number_of(claims, "exp"));
    WF_TRY(auto const issued, number_of(claims, "iat"));
    auto const moment = static_cast<double>(now);
    if (expires <= moment - leeway) return refuse("expired", "exp", "the token is too old; sign in again");
    auto const early = [](std::string field) {
        return refuse("too_early", std::move(field),
                      "the token is from the future: the clocks of the two machines differ");
    };
    if (issued > moment + leeway) return early("iat");
    if (claims.find("nbf") != nullptr) {
        WF_TRY(auto const begins, number_of(claims, "nbf"));
        if (begins > moment + leeway) return early("nbf");
    }
    return {};
}

/// OpenID Connect Core, 3.1.3.6: the left half of the hash; SHA-256 belongs to all three algorithms.
Result<void> check_access_token(json::Value const& claims, std::string const& access_token)
{
    if (claims.find("at_hash") == nullptr) return {};
    auto const wanted = secret::to_base64url(std::string_view{secret::sha256(access_token)}.substr(0, 16));
    if (!secret::same(text_of(claims, "at_hash"), wanted))
        return refuse("wrong_access_token", "at_hash", "the two tokens of the sign-in provider do not belong together");
    return {};
}

} // namespace

std::string text_of(json::Value const& value, std::string_view name)
{
    auto const* found = value.find(name);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

Result<Token> read_token(std::string_view compact)
{
    auto const parts = split(compact, '.');
    if (compact.size() > largest_token || parts.size() != 3) return malformed("");
    WF_TRY(auto const header, read_part(parts[0], "header"));
    // A word that we must understand and do not (RFC 7515, 4.1.11).
    if (header.find("crit") != nullptr) return malformed("crit");
    auto const algorithm = read_algorithm(text_of(header, "alg"));
    if (!algorithm) return refuse("bad_algorithm", "alg", "the token is not signed with RS256, PS256 or ES256");
    Token token;
    token.algorithm = *algorithm;
    if (header.find("kid") != nullptr) token.kid = text_of(header, "kid");
    WF_TRY(token.claims, read_part(parts[1], "claims"));
    return token;
}

Result<void> check_claims(json::Value const& claims, Expected const& expected)
{
    if (claims.find("iss") == nullptr) return malformed("iss");
    if (text_of(claims, "iss") != expected.issuer)
        return refuse("wrong_issuer", "iss", "the token is of another provider");
    WF_TRY_VOID(check_audience(claims, expected.client_id));
    WF_TRY_VOID(check_moments(claims, expected.now));
    if (expected.nonce.empty() || !secret::same(text_of(claims, "nonce"), expected.nonce))
        return refuse("wrong_nonce", "nonce", "the token does not belong to this question; sign in again");
    WF_TRY_VOID(check_access_token(claims, expected.access_token));
    auto const subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > longest_subject) return malformed("sub");
    return {};
}

} // namespace wf::oidc
