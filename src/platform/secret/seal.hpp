// SPDX-License-Identifier: EUPL-1.2
// Bytes that only who has the key can read, and that nobody can change unseen: XChaCha20-Poly1305 (libsodium), a random nonce for
// each seal.
#pragma once

#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace wf::secret {

/// 256 bits that are wiped from memory when they are no longer needed. A copy is wiped on its own.
class Key {
public:
    static constexpr std::size_t size = 32;

    static Key make();
    /// Exactly 32 bytes. Error: secret.bad_key.
    static Result<Key> read(std::string_view bytes);
    /// Another key for another purpose from this one (BLAKE2b, keyed): "mail", "backup". Knowing it does not tell this one.
    [[nodiscard]] Key derive(std::string_view purpose) const;

    ~Key();
    Key(Key const&) = default;
    Key& operator=(Key const&) = default;
    [[nodiscard]] std::string_view bytes() const
    {
        return {reinterpret_cast<char const*>(m_bytes.data()), m_bytes.size()};
    }
    [[nodiscard]] std::uint8_t const* data() const { return m_bytes.data(); }

private:
    Key() = default;
    std::array<std::uint8_t, size> m_bytes{};
};

/// `place` is bound to the seal and not stored in it: a sealed cell that is moved to another row or column does not open there.
[[nodiscard]] std::string seal(Key const& key, std::string_view plain, std::string_view place);
/// What was sealed under that key for that place. Error: secret.not_opened (another key, another place, or changed bytes).
Result<std::string> open(Key const& key, std::string_view sealed, std::string_view place);

/// The installation's own key: 64 hexadecimal digits in a file that only its owner can read, made when it is not there. It stands
/// outside the database, so that who has only a copy of that cannot read what is sealed. Errors: secret.bad_key_file (field = path),
/// secret.open_key_file (others may read it), those of file::load and file::save.
Result<Key> load_or_make_key_file(std::string const& path);

} // namespace wf::secret
