// SPDX-License-Identifier: EUPL-1.2
// House numbers and postcodes as they are written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wf::address {

/// Stands for a number that does not begin with digits, or has more than seven.
inline constexpr std::uint32_t no_number = 0xffffffff;

struct Number {
    std::uint32_t value{no_number};
    std::string addition; ///< letters and digits only: "a", "bis", "2", "a2"
};

/// "12-A", "12 a" and "12A" are the same; "12-2" is not "122".
[[nodiscard]] Number read_number(std::string_view text);
/// The same of words that were parted before.
[[nodiscard]] Number read_number(std::span<std::string const> words);

/// "01" and "1" are one for who types: zeros before digits go.
[[nodiscard]] std::string without_zeros(std::string_view addition);

/// "8261ab" to a number of its own; nothing for what is no postcode.
[[nodiscard]] std::optional<std::uint32_t> read_postcode(std::span<std::string const> words);
[[nodiscard]] std::optional<std::uint32_t> read_postcode(std::string_view text);

} // namespace wf::address
