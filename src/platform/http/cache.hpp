// SPDX-License-Identifier: EUPL-1.2
// Finished answers by question, least recently used out first, limited by bytes. Safe for use by several threads.
#pragma once

#include "platform/http/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::http {

class AnswerCache {
public:
    /// 0: keeps nothing.
    explicit AnswerCache(std::size_t bytes);

    /// The answer that was kept under this key for this generation, or (Cache::forever) for any; else nullptr.
    [[nodiscard]] AnswerPtr find(std::string_view key, std::uint64_t generation);
    /// `generation` is the one from before the answer was made: what was read may be older than what is there now.
    /// An answer of over a quarter of the room is not kept.
    void keep(std::string_view key, std::uint64_t generation, AnswerPtr answer);

    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t answers() const;

private:
    struct Entry {
        std::string key;
        std::uint64_t generation;
        AnswerPtr answer;
    };
    using Entries = std::list<Entry>;

    static std::size_t cost(Entry const& entry);
    void forget(Entries::iterator entry);

    std::size_t const m_room;
    mutable std::mutex m_mutex;
    std::size_t m_bytes{0};
    Entries m_entries;                                                ///< most recently used first
    std::unordered_map<std::string_view, Entries::iterator> m_by_key; ///< the keys live in m_entries
};

} // namespace wf::http
