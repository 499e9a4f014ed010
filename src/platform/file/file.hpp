// SPDX-License-Identifier: EUPL-1.2
// Whole files in and out, and the checksum that says which bytes were read.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::file {

/// All bytes of a file of at most `limit` bytes. Errors: file.not_found, file.unreadable, file.too_large (field =
/// path).
Result<std::string> load(std::string const& path, std::uint64_t limit = 512ULL << 20);
/// Writes beside and renames, so that a reader sees the old or the new file, never half of one. Error:
/// file.unwritable; a full or broken disk throws std::system_error.
Result<void> save(std::string const& path, std::string_view bytes);
[[nodiscard]] bool exists(std::string const& path);
Result<void> make_folder(std::string const& path);
/// Names (not paths) in a folder, in byte order.
Result<std::vector<std::string>> list(std::string const& folder);
/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string checksum(std::string_view bytes);

} // namespace wf::file
