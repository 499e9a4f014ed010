// SPDX-License-Identifier: EUPL-1.2
// What a provider says of itself (OpenID Connect Discovery 1.0): where to go, and what it can.
#pragma once

#include "platform/oidc/jose.hpp"

#include <string>
#include <string_view>

namespace wf::oidc {

struct Metadata {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::string userinfo_endpoint;                   ///< may be empty
    Algorithm assertion_algorithm{Algorithm::rs256}; ///< how we prove who we are: PS256 where it is understood
    bool names_itself{false};                        ///< it always names itself in its answer (RFC 9207)
};

/// Where that description stands.
[[nodiscard]] std::string discovery_url(std::string_view issuer);
/// Error: oidc.bad_discovery (field = the member): it names another issuer, an address that may not be asked, or has no S256.
Result<Metadata> read_metadata(std::string_view bytes, std::string_view issuer);

} // namespace wf::oidc
