// SPDX-License-Identifier: EUPL-1.2
// What stands at the beginning of a backup, readable without a key: when it was made, of what, and how its key is found again.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::backup {

/// What opens it: nothing, a passphrase, or a file with a key.
enum class Lock { none, passphrase, key_file };

struct Header {
    std::string made_at;                 ///< ISO 8601, UTC
    std::string program_version;         ///< "0.1.0"
    std::vector<std::string> migrations; ///< steps of the schema that the database has
    std::int64_t database_bytes{0};
    Lock lock{Lock::none};
    std::string salt;      ///< 16 bytes; of a passphrase only
    int passes{0};         ///< of argon2id
    int memory_kib{0};     ///< of argon2id
    std::string key_check; ///< 16 bytes that tell another key from changed bytes; not of an open one
    std::string start;     ///< 24 bytes with which the stream of pieces begins; not of an open one

    bool operator==(Header const&) const = default;
};

[[nodiscard]] std::string write_header(Header const& header);
/// What was written, each part of the right size and within what a machine can do: it comes from outside. Error: backup.bad_header.
Result<Header> read_header(std::string_view json);

} // namespace wf::backup
