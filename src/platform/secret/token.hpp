// SPDX-License-Identifier: EUPL-1.2
// Words that nobody can guess (sessions, invitations), what is kept of them, and comparing without telling how far it went.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::secret {

/// From the operating system.
void random_bytes(std::span<std::uint8_t> bytes);

/// 256 random bits as 43 letters, digits, - and _: fit for an address, a cookie, a header.
[[nodiscard]] std::string new_token();
/// SHA-256 in hexadecimal: what is stored of a token, so that who reads the store cannot use it.
[[nodiscard]] std::string digest(std::string_view token);
/// SHA-256, 32 raw bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Equal? Takes as long whatever the first difference is; only the lengths may be told.
[[nodiscard]] bool same(std::string_view a, std::string_view b);

/// A hash for tables in memory whose keys strangers choose (SipHash with a key of this process): not for anything that is stored.
struct TableHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const;
};
/// Equality for such tables, by same().
struct TableSame {
    using is_transparent = void;
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const { return same(a, b); }
};

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::optional<std::string> read_hex(std::string_view text);
/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string to_base64url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> read_base64url(std::string_view text);

/// Overwrites the bytes and makes it empty, in a way that a compiler does not leave out.
void wipe(std::string& text);

} // namespace wf::secret
