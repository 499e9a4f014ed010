// SPDX-License-Identifier: EUPL-1.2
// How much one place may send: so much at once, and then so much an hour. In memory alone, and of bounded size: who sends from a
// million places fills it, and the longest unused are forgotten first. Safe for several threads.
// Method: the generic cell rate algorithm (ITU-T I.371): of each key only the moment at which it has all of its allowance back.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wf::access {

class Allowance {
public:
    struct Pace {
        std::int64_t at_once;
        std::int64_t per_hour;
    };
    explicit Allowance(std::size_t most_keys = 100'000) : m_most{most_keys} {}

    /// Takes one. 0: it may be done now; else so many milliseconds until it may, and nothing was taken.
    [[nodiscard]] std::int64_t take(std::string_view key, Pace pace, std::int64_t now);
    [[nodiscard]] std::size_t size();

private:
    struct Known {
        std::string key;
        std::int64_t full_at;
    };
    std::size_t m_most;
    std::mutex m_mutex;
    std::list<Known> m_known; ///< used last at the front
    std::unordered_map<std::string_view, std::list<Known>::iterator> m_places;
};

} // namespace wf::access
