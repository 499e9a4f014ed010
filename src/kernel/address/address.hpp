// SPDX-License-Identifier: EUPL-1.2
// Question     which address does somebody mean who types a street and a number, perhaps with a slip or an abbreviation?
// Assumptions  Dutch addresses: street, number with letter or addition ("12-A", "12 bis"), postcode ("8261 AB"), place.
// Complexity   find: logarithmic when a name fits as typed; else one byte for each different street name, and some work for
//              each different beginning that is within two slips. Memory: 20 bytes an address, 12 a street and about 80 a
//              name. See the document.
// Errors       none here: nothing found is an empty answer, and an answer that is a guess says so.
// Source       docs/methods/address.md.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::address {

struct Entry {
    std::string_view street;
    std::string_view number;   ///< "12-A"
    std::string_view postcode; ///< "8261AB" or "8261 AB" or empty
    std::string_view place;    ///< town, or empty
};

enum class Fit {
    exact, ///< street, number and addition as typed (letters' case, accents, spaces, initials and abbreviations aside)
    other_number, ///< the street as typed; the number is not known there: this is a near one
    likely, ///< a slip was mended, part of the street's name was left out, or the place or postcode is another one
    street, ///< no number was typed: the first number of this street (or of this postcode)
};

struct Match {
    std::uint32_t entry{0}; ///< index in what the index was built from
    Fit fit{Fit::exact};
    double score{0}; ///< 0..1; higher first; above 0.95 only what is exact, or a street typed in full without a number
};

/// What is longer than this, in bytes, is not an address: it finds nothing.
inline constexpr std::size_t longest_text = 200;
/// More matches than these are never given, whatever was asked.
inline constexpr std::size_t most_matches = 100;

/// Holds no view of the entries: what it needs is copied, and they may go when `build` returns. Safe to ask from many threads.
class Index {
public:
    [[nodiscard]] static Index build(std::span<Entry const> entries);
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    /// At most `most`, best first; the same text gives the same answer; equal ones by street, place, number.
    /// No two of the same street, place and number. Text that is not UTF-8, or that holds control characters other than
    /// tab and line ends, finds nothing.
    [[nodiscard]] std::vector<Match> find(std::string_view text, std::size_t most = 8) const;
    [[nodiscard]] std::size_t bytes() const; ///< memory of the index, about

    struct Inside; ///< inside.hpp, for this module only

private:
    explicit Index(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace wf::address
