// SPDX-License-Identifier: EUPL-1.2
#include "kernel/address/slips.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <limits>

namespace wf::address {
namespace {

constexpr std::size_t alive = std::numeric_limits<std::size_t>::max();

} // namespace

SlipWalk::SlipWalk(std::string_view typed, unsigned bound) : m_typed{typed}, m_bound{bound}, m_dead{alive}, m_rows(64)
{
    WF_CHECK(bound <= 2);
    Row& first = m_rows[0];
    auto const far = static_cast<std::uint8_t>(bound + 1);
    first.cells.fill(far);
    for (std::size_t i = 0; i <= bound && i <= typed.size(); ++i) first.cells[i + bound] = static_cast<std::uint8_t>(i);
    first.start = static_cast<std::uint8_t>(std::min<std::size_t>(typed.size(), far));
}

Slips SlipWalk::go_on(std::string_view name, std::size_t shared)
{
    std::size_t const width = 2 * m_bound + 1;
    std::size_t const typed = m_typed.size();
    unsigned const far = m_bound + 1;
    if (m_rows.size() <= name.size()) m_rows.resize(2 * name.size());
    for (std::size_t j = shared + 1; j <= name.size(); ++j) {
        Row const& last = m_rows[j - 1];
        Row& now = m_rows[j];
        now.cells.fill(static_cast<std::uint8_t>(far));
        now.start = last.start;
        unsigned least = far;
        for (std::size_t c = 0; c < width; ++c) {
            if (j + c < m_bound || j + c - m_bound > typed) continue;
            std::size_t const i = j + c - m_bound;
            unsigned best = c + 1 < width ? last.cells[c + 1] + 1U : far;
            if (c > 0) best = std::min(best, now.cells[c - 1] + 1U);
            if (i > 0) best = std::min(best, last.cells[c] + (m_typed[i - 1] == name[j - 1] ? 0U : 1U));
            bool const swapped = i > 1 && j > 1 && m_typed[i - 1] == name[j - 2] && m_typed[i - 2] == name[j - 1];
            if (swapped) best = std::min(best, m_rows[j - 2].cells[c] + 1U);
            best = std::min(best, far);
            now.cells[c] = static_cast<std::uint8_t>(best);
            least = std::min(least, best);
            if (i == typed) now.start = std::min(now.start, now.cells[c]);
        }
        // A swap could go on from the row before last, but it costs one, and then this row has no more than that.
        if (least == far) {
            m_dead = j;
            return {far, now.start};
        }
    }
    m_dead = alive;
    Row const& end = m_rows[name.size()];
    std::size_t const cell = typed + m_bound - std::min(name.size(), typed + m_bound);
    bool const in_band = name.size() <= typed + m_bound && cell < width;
    return {in_band ? end.cells[cell] : far, end.start};
}

} // namespace wf::address
