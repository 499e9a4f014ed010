// SPDX-License-Identifier: EUPL-1.2
// The token that says who somebody is: read, and held against what was asked (OpenID Connect Core, 3.1.3.7). Pure: the moment is an
// argument. Who reads must also `verify`.
#pragma once

#include "platform/json/json.hpp"
#include "platform/oidc/jose.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wf::oidc {

struct Token {
    Algorithm algorithm{Algorithm::rs256};
    std::optional<std::string> kid;
    json::Value claims; ///< worth nothing before the signature was verified
};

/// Errors: oidc.bad_token, oidc.bad_algorithm.
Result<Token> read_token(std::string_view compact);

struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string access_token;
    std::int64_t now{0}; ///< seconds since 1970; clocks may differ by a minute
};

/// Errors: oidc.bad_token (field = the claim that is missing or not of its kind), oidc.wrong_issuer, oidc.wrong_audience, oidc.expired,
/// oidc.too_early, oidc.wrong_nonce, oidc.wrong_access_token.
Result<void> check_claims(json::Value const& claims, Expected const& expected);

/// A member that is text, or empty.
[[nodiscard]] std::string text_of(json::Value const& value, std::string_view name);

} // namespace wf::oidc
