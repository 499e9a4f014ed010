// SPDX-License-Identifier: EUPL-1.2
// Text is UTF-8. What may come from outside is never trusted: bytes that are not UTF-8 count as U+FFFD, nothing fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf {

/// The language in which a person reads numbers, dates and amounts.
enum class Locale { nl, en };

// --- UTF-8 (text_utf8.cpp)

[[nodiscard]] bool is_utf8(std::string_view bytes);
/// Where the first byte stands that is not part of well-formed UTF-8; nothing when all is well.
[[nodiscard]] std::optional<std::size_t> find_broken_utf8(std::string_view bytes);
/// Each ill-formed piece (the longest start of a character, else one byte) becomes U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);

// --- Pieces (text.cpp)

/// Without the blanks (space, tab, CR, LF, VT, FF) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// One piece more than there are separators: "a,,b" gives three, "" gives one.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// Capitals and small letters are the same, in every script.
[[nodiscard]] bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
/// Two texts with the same fold differ in capitals only. Composed (NFC), accents stay.
[[nodiscard]] std::string fold_case(std::string_view text);
/// Sort by the bytes of this key: capitals and accents do not count, apostrophes neither ('s-Heerenbroek stands at s),
/// other signs are one blank, and numbers go by size (Wijk 2 before Wijk 10). Different texts can have the same key.
[[nodiscard]] std::string sort_key(std::string_view text);

// --- Stems (text_stem.cpp)

/// The stem of one Dutch word in small letters ("buurten" and "buurt" share "buurt"), by Snowball.
[[nodiscard]] std::string dutch_stem(std::string_view word);
/// Words folded and stemmed, one blank between them; what full-text search stores and looks up.
/// An 's, 't or 'n does not count as a word ("foto's" is found by "foto").
[[nodiscard]] std::string stems(std::string_view text);

// --- Numbers (text_number.cpp)

/// The whole text is one decimal number (no blanks, no plus sign) that fits, or nothing.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);
/// As above, with a decimal point and possibly an exponent. Never infinite or NaN.
[[nodiscard]] std::optional<double> parse_double(std::string_view text);
/// The shortest text that reads back as the same number. The number is finite.
[[nodiscard]] std::string to_text(double number);
/// For people: nl 1.340 and 0,24, en 1,340 and 0.24. A half rounds away from zero, as seen in the shortest decimal text
/// (2.675 to two decimals is 2.68). The minus is U+2212; there is no minus zero. Finite; 0 to 20 decimals.
[[nodiscard]] std::string format_number(double number, int decimals, Locale locale);
/// Digits in groups of three: "1234567" gives "1.234.567" for nl.
[[nodiscard]] std::string group_digits(std::string_view digits, Locale locale);

} // namespace wf
