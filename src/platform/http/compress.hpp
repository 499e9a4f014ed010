// SPDX-License-Identifier: EUPL-1.2
// gzip for text. The same bytes in give the same bytes out: no name, no time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wf::http {

/// Once for an answer that is kept, quick for one that is made for a single reader.
enum class Effort { quick, thorough };

/// Text of over 1 kB: html, css, json, csv, svg and their kin. Images and archives are small already.
[[nodiscard]] bool is_worth_compressing(std::string_view content_type, std::size_t bytes);
[[nodiscard]] std::string compress(std::string_view bytes, Effort effort);
/// The way back, for tests and tools; nothing when `gzip` is not whole or holds more than `limit` bytes.
[[nodiscard]] std::optional<std::string> decompress(std::string_view gzip, std::size_t limit);

} // namespace wf::http
