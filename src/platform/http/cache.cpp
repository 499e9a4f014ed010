// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/cache.hpp"

#include <utility>

namespace wf::http {

namespace {

/// What the list, the table and the allocator add to the bytes of an answer, roughly.
constexpr std::size_t entry_overhead = 320;

} // namespace

AnswerCache::AnswerCache(std::size_t bytes) : m_room{bytes} {}

AnswerPtr AnswerCache::find(std::string_view key, std::uint64_t generation)
{
    std::lock_guard const lock{m_mutex};
    auto const found = m_by_key.find(key);
    if (found == m_by_key.end()) return nullptr;
    auto const entry = found->second;
    if (entry->generation != generation && entry->answer->cache != Cache::forever) {
        forget(entry);
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return entry->answer;
}

void AnswerCache::keep(std::string_view key, std::uint64_t generation, AnswerPtr answer)
{
    if (answer->cache == Cache::never) return;
    Entry entry{std::string{key}, generation, std::move(answer)};
    if (cost(entry) > m_room / 4) return;
    std::lock_guard const lock{m_mutex};
    if (auto const old = m_by_key.find(key); old != m_by_key.end()) forget(old->second);
    m_bytes += cost(entry);
    m_entries.push_front(std::move(entry));
    m_by_key.emplace(m_entries.front().key, m_entries.begin());
    while (m_bytes > m_room) forget(std::prev(m_entries.end()));
}

std::size_t AnswerCache::bytes() const
{
    std::lock_guard const lock{m_mutex};
    return m_bytes;
}

std::size_t AnswerCache::answers() const
{
    std::lock_guard const lock{m_mutex};
    return m_entries.size();
}

std::size_t AnswerCache::cost(Entry const& entry)
{
    return entry.key.size() + entry.answer->bytes() + entry_overhead;
}

void AnswerCache::forget(Entries::iterator entry)
{
    m_bytes -= cost(*entry);
    m_by_key.erase(entry->key);
    m_entries.erase(entry);
}

} // namespace wf::http
