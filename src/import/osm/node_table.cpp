// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/gathered.hpp"

#include <algorithm>

namespace wf::osm {

Refs NodeTable::add(std::span<std::int64_t const> ids)
{
    Refs const refs{m_refs.size(), static_cast<std::uint32_t>(ids.size())};
    m_refs.insert(m_refs.end(), ids.begin(), ids.end());
    return refs;
}

void NodeTable::settle()
{
    m_ids = m_refs;
    std::ranges::sort(m_ids);
    m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end()); // of std::ranges clang 14 does not take it
    m_ids.shrink_to_fit();
    m_numbers.reserve(m_refs.size());
    for (std::int64_t const id : m_refs) {
        m_numbers.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(m_ids, id) - m_ids.begin()));
    }
    m_refs = {};
    m_at.resize(m_ids.size());
    m_there.resize(m_ids.size());
}

std::span<std::uint32_t const> NodeTable::numbers(Refs refs) const
{
    return std::span{m_numbers}.subspan(refs.first, refs.count);
}

std::optional<std::uint32_t> NodeTable::find(std::int64_t id) const
{
    if (m_cursor == m_ids.size() || m_ids[m_cursor] > id) {
        if (m_cursor == 0 || m_ids[m_cursor - 1] < id) return std::nullopt; // between two that are here
        m_cursor = static_cast<std::size_t>(std::ranges::lower_bound(m_ids, id) - m_ids.begin());
    }
    for (int step = 0; step < 8 && m_cursor < m_ids.size() && m_ids[m_cursor] < id; ++step) ++m_cursor;
    if (m_cursor < m_ids.size() && m_ids[m_cursor] < id) {
        m_cursor = static_cast<std::size_t>(std::ranges::lower_bound(m_ids, id) - m_ids.begin());
    }
    if (m_cursor == m_ids.size() || m_ids[m_cursor] != id) return std::nullopt;
    return static_cast<std::uint32_t>(m_cursor);
}

void NodeTable::put(std::uint32_t number, reach::Place32 at)
{
    if (m_there[number] == 0) ++m_found;
    m_there[number] = 1;
    m_at[number] = at;
}

} // namespace wf::osm
