// SPDX-License-Identifier: EUPL-1.2
// Signatures, by cjose and OpenSSL, which stay in jose.cpp. Three algorithms exist here; none without a signature and none with a
// shared secret, so that a token cannot choose one of those.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wf::oidc {

enum class Algorithm { rs256, ps256, es256 };
/// "PS256"; nothing for any other word.
[[nodiscard]] std::optional<Algorithm> read_algorithm(std::string_view word);
[[nodiscard]] std::string_view to_word(Algorithm algorithm);

enum class KeyKind { rsa, p256 };
[[nodiscard]] KeyKind kind_for(Algorithm algorithm);

/// Somebody else's key. What stands in it was checked to be base64url of a fitting size.
struct PublicKey {
    std::string kid;                    ///< may be empty
    std::optional<Algorithm> algorithm; ///< the only one that it is for, when the provider says so
    KeyKind kind{KeyKind::rsa};
    std::string first;  ///< n, or x
    std::string second; ///< e, or y
};

/// Did the owner of this key sign this compact token with this algorithm? False as well for all that is malformed.
[[nodiscard]] bool verify(std::string_view token, Algorithm algorithm, PublicKey const& key);

/// Our own key: signs, and can be used by several threads.
class SigningKey {
public:
    /// From PEM without a password: RSA of 2048 to 8192 bits. Error: oidc.bad_key (says nothing of what stood in it).
    static Result<SigningKey> read(std::string_view pem);

    /// A compact token over these bytes, with RS256 or PS256.
    [[nodiscard]] std::string sign(Algorithm algorithm, std::string_view payload) const;
    [[nodiscard]] PublicKey const& public_key() const { return m_public; }

private:
    SigningKey() = default;
    std::shared_ptr<void const> m_key;
    PublicKey m_public;
};

/// RFC 7638 of an RSA key: a name that follows from the key.
[[nodiscard]] std::string thumbprint(std::string_view n, std::string_view e);

} // namespace wf::oidc
