// SPDX-License-Identifier: EUPL-1.2
// The keys that a provider publishes (RFC 7517), as far as we can use them, and which of them a token means.
#pragma once

#include "platform/oidc/jose.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::oidc {

/// Keys for another use or of another kind, and RSA of less than 2048 bits, are left out. Error: oidc.bad_answer.
Result<std::vector<PublicKey>> read_key_set(std::string_view bytes);
[[nodiscard]] std::string write_key_set(PublicKey const& key);

/// The one with that name; without a name, the only one that fits. Nothing otherwise.
[[nodiscard]] PublicKey const* choose_key(std::vector<PublicKey> const& keys, Algorithm algorithm,
                                          std::optional<std::string> const& kid);

} // namespace wf::oidc
