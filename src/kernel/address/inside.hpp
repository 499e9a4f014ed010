// SPDX-License-Identifier: EUPL-1.2
// What the index keeps. Everything is sorted, so that what stands first is first by street, place and number, and a
// position in `addresses` settles ties.
#pragma once

#include "kernel/address/address.hpp"
#include "kernel/address/number.hpp"
#include "kernel/address/slips.hpp"
#include "kernel/address/words.hpp"

#include <algorithm>
#include <compare>

namespace wf::address {

inline constexpr std::uint32_t no_postcode = 0xffffffff;

struct Address {
    std::uint32_t value;    ///< of the house number
    std::uint32_t addition; ///< index in `additions`
    std::uint32_t postcode;
    std::uint32_t entry;
    auto operator<=>(Address const&) const = default;
};

/// A street is a name in a place. The next one's first address is the end of this one's.
struct Street {
    std::uint32_t place;
    std::uint32_t first;
};

struct Key {
    std::uint32_t text; ///< where it begins in `texts`
    std::uint32_t name;
    std::uint16_t length;
    Part part;
};

/// Letters at the beginning that two texts share.
[[nodiscard]] inline std::size_t shared_letters(std::string_view a, std::string_view b)
{
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

struct Index::Inside {
    std::string texts;
    std::vector<Key> keys;                   ///< by text, then name
    std::vector<std::uint8_t> shared;        ///< how many letters at its beginning a key shares with the one before
    std::vector<std::uint32_t> first_street; ///< of each name, and one more at the end
    std::vector<Street> streets;             ///< and one more at the end
    std::vector<Address> addresses;
    std::vector<std::uint32_t> by_postcode; ///< positions in `addresses`, those with a postcode
    std::vector<std::string> places;        ///< keys, in order
    std::vector<std::string> additions;

    [[nodiscard]] std::string_view text(Key const& key) const
    {
        return std::string_view{texts}.substr(key.text, key.length);
    }
    [[nodiscard]] std::uint32_t street_at(std::uint32_t position) const;
    [[nodiscard]] std::span<std::uint32_t const> with_postcode(std::uint32_t postcode) const;
};

} // namespace wf::address
