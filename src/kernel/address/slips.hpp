// SPDX-License-Identifier: EUPL-1.2
// How many slips of the fingers lie between what was typed and a name: a letter too many, a letter missing, another letter,
// or two neighbours swapped (optimal string alignment: no piece is mended twice). Bytes count as letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wf::address {

struct Slips {
    unsigned whole{0}; ///< to the whole name
    unsigned start{0}; ///< to whichever beginning of the name is nearest
};

/// How many slips are mended: none in one or two letters, one in up to five, two in more.
[[nodiscard]] constexpr unsigned slips_allowed(std::size_t letters)
{
    return letters <= 2 ? 0 : letters <= 5 ? 1 : 2;
}

/// Compares one typed text with many sorted names. What names share at their beginning is worked out once, and once a
/// beginning is too far off, all names with it are passed over.
class SlipWalk {
public:
    /// Exact up to `bound` (at most 2); what is more is told as bound + 1. `typed` must outlive the walk.
    SlipWalk(std::string_view typed, unsigned bound);

    /// `shared`: how many letters at the beginning are those of the name before; 0 is always right, more is faster.
    [[nodiscard]] Slips next(std::string_view name, std::size_t shared)
    {
        if (shared >= m_dead) return {m_bound + 1, m_rows[m_dead].start};
        return go_on(name, shared);
    }

private:
    /// After a beginning of the name: cell c holds the slips to the first (letters of the name + c - bound) letters typed.
    struct Row {
        std::array<std::uint8_t, 5> cells;
        std::uint8_t start; ///< the fewest slips of all that was typed to this or a shorter beginning
    };

    Slips go_on(std::string_view name, std::size_t shared);

    std::string_view m_typed;
    unsigned m_bound;
    std::size_t m_dead; ///< a beginning of so many letters is too far off
    std::vector<Row> m_rows;
};

} // namespace wf::address
