// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/number.hpp"

#include "kernel/address/words.hpp"

#include <algorithm>

namespace wf::address {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

Number read_number(std::span<std::string const> words)
{
    Number number;
    if (words.empty()) return number;
    std::string const& first = words.front();
    std::size_t const end = std::min(first.find_first_not_of(digits), first.size());
    bool const readable = end >= 1 && end <= 7;
    if (readable) {
        number.value = 0;
        for (std::size_t i = 0; i < end; ++i)
            number.value = 10 * number.value + static_cast<std::uint32_t>(first[i] - '0');
    }
    number.addition = readable ? first.substr(end) : first;
    for (auto const& word : words.subspan(1)) {
        // "12-2-1" is not "12-21".
        bool const parts = !number.addition.empty() && is_digit(number.addition.back()) && is_digit(word.front());
        if (parts) number.addition += '-';
        number.addition += word;
    }
    return number;
}

Number read_number(std::string_view text)
{
    return read_number(std::span<std::string const>{words_of(text)});
}

std::string without_zeros(std::string_view addition)
{
    std::string plain;
    for (std::size_t i = 0; i < addition.size(); ++i) {
        bool const leads = i == 0 || !is_digit(addition[i - 1]);
        if (addition[i] == '0' && leads) {
            while (i + 1 < addition.size() && addition[i] == '0' && is_digit(addition[i + 1])) ++i;
        }
        plain += addition[i];
    }
    return plain;
}

std::optional<std::uint32_t> read_postcode(std::span<std::string const> words)
{
    std::string all;
    for (auto const& word : words) {
        all += word;
        if (all.size() > 6) return std::nullopt;
    }
    if (all.size() != 6 || all.front() == '0') return std::nullopt;
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        bool const right = i < 4 ? is_digit(all[i]) : all[i] >= 'a' && all[i] <= 'z';
        if (!right) return std::nullopt;
        code = i < 4 ? 10 * code + static_cast<std::uint32_t>(all[i] - '0')
                     : 26 * code + static_cast<std::uint32_t>(all[i] - 'a');
    }
    return code;
}

std::optional<std::uint32_t> read_postcode(std::string_view text)
{
    return read_postcode(std::span<std::string const>{words_of(text)});
}

} // namespace wf::address
