// SPDX-License-Identifier: EUPL-1.2
// One spelling for what people spell in many ways. A key is a name without case, accents, signs and spaces, with
// abbreviations written out: "Burg. v/d Velde-ln" and "Burgemeester van der Veldelaan" have the same.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::address {

/// Letters and digits, small and without accents; other signs part words, apostrophes vanish. A digit after a letter begins
/// a new word ("noordweg158"), a letter after a digit does not ("12a", "1e").
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

[[nodiscard]] std::string street_key(std::span<std::string const> words);
/// Abbreviations are left as they are: what somebody who is still typing has so far.
[[nodiscard]] std::string plain_key(std::span<std::string const> words);
/// Abbreviations at the end (str, ln) are no business of places; two cities have a second name.
[[nodiscard]] std::string place_key(std::span<std::string const> words);

/// Titles, initials and little words (de, van): who types them may be wrong that they belong to the name.
[[nodiscard]] bool is_often_extra(std::string const& word);

/// How much of the name a key says.
enum class Part : std::uint8_t {
    all,
    without_initials,
    without_particles, ///< "burgemeester engelenweg"
    end,               ///< the name from a later word on: "engelenweg"
};

struct NameKey {
    std::string text;
    Part part{Part::all};
};

/// Under which keys a street is found, each once, the fullest first. Empty for a street without letters and digits.
[[nodiscard]] std::vector<NameKey> name_keys(std::span<std::string const> words);

} // namespace wf::address
