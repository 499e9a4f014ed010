// SPDX-License-Identifier: EUPL-1.2
// Milliseconds as seconds, millimetres as metres, millions of times: 12345 is written 12.345, without zeros at the end.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace wf {

/// How much of the memory from `at` on write_thousandths may touch, whatever it writes.
inline constexpr std::size_t thousandths_room = 24;

namespace detail {

/// Short texts of one kind by number, four letters each; those behind `size` are not meant.
template <std::size_t count>
struct ShortTexts {
    std::array<std::array<char, 4>, count> text{};
    std::array<std::uint8_t, count> size{};

    [[nodiscard]] char* write(char* at, std::size_t number) const
    {
        std::memcpy(at, text[number].data(), 4);
        return at + size[number];
    }
};
extern ShortTexts<10'000> const whole_numbers; ///< 0 to 9999
extern ShortTexts<1'000> const fractions;      ///< "" , ".001" to ".999"

} // namespace detail

/// Returns the end of what was written.
[[nodiscard]] inline char* write_thousandths(char* at, std::uint64_t value)
{
    std::uint64_t const whole = value / 1000;
    if (whole < 10'000) [[likely]]
        at = detail::whole_numbers.write(at, whole);
    else at = std::to_chars(at, at + 20, whole).ptr;
    return detail::fractions.write(at, value % 1000);
}

} // namespace wf
