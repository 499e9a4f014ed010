// SPDX-License-Identifier: EUPL-1.2
// The word of an enum, in the store and in addresses, and back. The words stand once, beside each other, in the order of the enum:
//
//     constexpr std::array state_words{std::pair{State::open, "open"}, std::pair{State::ended, "ended"}};
//     std::string_view to_word(State state) { return word_in(state_words, state); }
//     std::optional<State> read_state(std::string_view word) { return read_in(state_words, word); }
#pragma once

#include "base/check.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace wf {

/// Every value of the enum must stand in `words`.
template <class T, std::size_t N>
[[nodiscard]] std::string_view word_in(std::array<std::pair<T, char const*>, N> const& words, T wanted)
{
    for (auto const& [value, word] : words) {
        if (value == wanted) return word;
    }
    throw Bug{"a value without a word"};
}

template <class T, std::size_t N>
[[nodiscard]] std::optional<T> read_in(std::array<std::pair<T, char const*>, N> const& words, std::string_view word)
{
    for (auto const& [value, its_word] : words) {
        if (its_word == word) return value;
    }
    return std::nullopt;
}

} // namespace wf
