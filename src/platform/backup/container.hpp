// SPDX-License-Identifier: EUPL-1.2
// The form of a backup as bytes: a header that anybody can read, then pieces of which no bit can change, be left out, be moved or be
// missing at the end without being found. Knows no file: bytes go out through `Put` and come in through `Get`.
//
//     8 bytes   "WFBACKUP"
//     4 bytes   version of this form, little-endian: 1
//     4 bytes   length of the header
//     ...       header: JSON
//     32 bytes  BLAKE2b of all before
//     then for each piece: 4 bytes length, and so many bytes:
//       locked  crypto_secretstream_xchacha20poly1305 of (kind, bytes); the first one is bound to the BLAKE2b above, the last is FINAL
//       open    kind, bytes, and BLAKE2b of (that of the piece before or of the header, kind, bytes)
//     a piece of kind `end` is the last one, and after it nothing comes
#pragma once

#include "base/result.hpp"
#include "platform/backup/header.hpp"
#include "platform/secret/seal.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::backup {

enum class Kind : char { database = 'd', key_file = 'k', end = 'e' };

/// Pieces are no larger than this: what the reader keeps in memory of one.
constexpr std::size_t most_piece = 1U << 20;

struct Piece {
    Kind kind{Kind::end};
    std::string bytes;
};

class Writer {
public:
    using Put = std::function<void(std::string_view bytes)>;

    /// Fills `key_check` and `start` of the header and writes it. A key when the header names a lock, none when it does not.
    Writer(Header header, std::optional<secret::Key> const& key, Put put);
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

    /// The last one is of kind `end`.
    void add(Kind kind, std::string_view bytes);

private:
    struct Inner;
    std::unique_ptr<Inner> m_inner;
};

class Reader {
public:
    /// Fills all of `into` unless the bytes end; how much it filled.
    using Get = std::function<std::size_t(std::span<char> into)>;

    /// Reads the header. Errors: backup.not_a_backup, backup.newer_form, backup.cut_off, backup.changed, backup.bad_header.
    static Result<Reader> begin(Get get);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    [[nodiscard]] Header const& header() const;
    /// Before the first piece of a locked one. Error: backup.wrong_key.
    Result<void> unlock(secret::Key const& key);
    /// The next piece, proved. Not to be asked for one after the end. Errors: backup.changed, backup.cut_off, backup.too_long.
    Result<Piece> next();

private:
    struct Inner;
    explicit Reader(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

} // namespace wf::backup
