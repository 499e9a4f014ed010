// SPDX-License-Identifier: EUPL-1.2
// Sentences about reach: one place where a number becomes words, for all profiles and kinds of places.
#pragma once

#include "feature/reach/aggregate.hpp"
#include "feature/reach/picture.hpp"
#include "platform/words/words.hpp"

#include <string>
#include <string_view>

namespace wf::reach_pages {

/// "inwoners van 65 jaar en ouder", for after a number in a sentence.
[[nodiscard]] std::string_view people_in_words(words::Words const& t, Group group);
/// "65-plussers"
[[nodiscard]] std::string_view people_in_short(words::Words const& t, Group group);
/// Heading of a column of numbers of them; says "estimated" where that is so.
[[nodiscard]] std::string_view people_heading(words::Words const& t, Group group);

/// "Met een rollator komen **30 van de 100** inwoners ... binnen 10 minuten bij een supermarkt."
[[nodiscard]] std::string write_answer(words::Words const& t, walking::WalkerProfile const& profile,
                                       walking::Category const& category, int minutes, Three const& share);
/// "Zeker: 15 van de 100. Mogelijk: 52 van de 100. ..."
[[nodiscard]] std::string write_sureness(words::Words const& t, Three const& share);
/// What keeps people away, most people first: "Te ver, ook voor een volwassene: 900. ..." Fewer than 5 are left out.
[[nodiscard]] std::string write_obstacles(words::Words const& t, Obstacles const& obstacles);
/// Why a neighbourhood has no answer; `answered` means that nobody of the group is known there.
[[nodiscard]] std::string_view why_no_answer(words::Words const& t, Coverage coverage);
/// The middle of an AreaReach, where nothing means longer than an hour: "13 min" or "meer dan een uur".
[[nodiscard]] std::string write_median(words::Words const& t, std::optional<double> seconds);

/// "30 januari 2023" of "2023-01-30"; other text stays as it is.
[[nodiscard]] std::string write_day(words::Words const& t, std::string_view day);
/// "+410" or "−5" of people, rounded to 5.
[[nodiscard]] std::string write_more(words::Words const& t, double people);
/// Whole per cent with its sign: "30 %".
[[nodiscard]] std::string write_percent(words::Words const& t, double share);
/// For within a sentence: "met een rollator" of "Met een rollator".
[[nodiscard]] std::string lower_first(std::string_view text);

} // namespace wf::reach_pages
