// SPDX-License-Identifier: EUPL-1.2
// Who fails often must wait longer and longer. In memory alone, and of bounded size: who tries from a million addresses fills it, and
// the longest unused are forgotten first. Safe for several threads.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::access {

class SlowDown {
public:
    struct Pace {
        int free;                  ///< failures before any wait
        std::int64_t first_millis; ///< the first wait; each next one is twice as long
        std::int64_t most_millis;
        std::int64_t forget_millis; ///< after so long without a failure all is well again
    };
    explicit SlowDown(Pace pace, std::size_t most_keys = 100'000) : m_pace{pace}, m_most{most_keys} {}

    /// Milliseconds until this key may try again; 0: now.
    [[nodiscard]] std::int64_t wait_of(std::string_view key, std::int64_t now);
    void failed(std::string_view key, std::int64_t now);
    void succeeded(std::string_view key);
    [[nodiscard]] std::size_t size();

private:
    struct Known {
        std::string key;
        int failures{0};
        std::int64_t last{0};
    };
    using Place = std::list<Known>::iterator;
    Pace m_pace;
    std::size_t m_most;
    std::mutex m_mutex;
    std::list<Known> m_known; ///< used last at the front
    std::unordered_map<std::string_view, Place> m_places;
};

} // namespace wf::access
