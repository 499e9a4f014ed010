// SPDX-License-Identifier: EUPL-1.2
// What happens at the door, gathered in memory: noting costs no store and no waiting. A writer (writer.hpp) takes it to the store about
// once a second.
//
// Bounded, whoever knocks: the same thing within a minute is one line with a count; each kind has so many lines a minute and a day, and
// what comes beyond them is counted in one line for that minute. A flood of one kind hides nothing of another.
// Times: milliseconds since 1970. Safe for several threads; one of them writes.
#pragma once

#include "commons/watch/events.hpp"
#include "platform/secret/seal.hpp"

#include <array>
#include <chrono>
#include <compare>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace wf::watch {

class Notebook {
public:
    struct Bounds {
        // Of one kind, and of those of accounts so many again: who has no account cannot push them out.
        int lines_a_minute{60};
        int lines_a_day{1500};
        std::size_t wait{10000}; ///< of all kinds, when the store takes nothing (a full disk)
    };
    explicit Notebook(secret::Key const& installation);
    Notebook(secret::Key const& installation, Bounds bounds);

    /// `person`: account id, empty when it is not known. `peer`: address on the net; its digest alone is kept.
    void note(Kind kind, std::string_view person, std::string_view peer, std::int64_t now);

    /// Twelve hexadecimal digits of a keyed digest of an address on the net: of the first half of an IPv6 address, since one house has
    /// all addresses of that. Empty for an empty one.
    [[nodiscard]] std::string place_of(std::string_view peer) const;

    /// Nothing of this person will be written any more. In the transaction that erases the person: the writer's own then comes before it
    /// or after it.
    void forget(std::string_view person);

    /// Lines to write: those that were given before and not yet written, else all that wait. Within a transaction, and again when that
    /// one is tried again.
    [[nodiscard]] std::vector<Event> give_out();
    /// What was given out is in the store.
    void strike_out();
    [[nodiscard]] bool is_empty() const;
    /// Until so many lines wait that they are better written at once, `most` is over, or `stop`.
    void wait(std::stop_token const& stop, std::chrono::milliseconds most);

private:
    struct Subject {
        Kind kind;
        std::string person;
        std::string place;
        bool is_rest;
        auto operator<=>(Subject const&) const = default;
    };
    struct Used {
        std::int64_t day{-1};
        int lines_today{0};
        int lines_this_minute{0};
    };
    void turn_page(std::int64_t now);
    [[nodiscard]] bool may_have_line(Subject const& subject, std::int64_t now);

    secret::Key m_key;
    Bounds m_bounds;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_many;
    bool m_is_called{false}; ///< the writer
    std::int64_t m_minute{-1};
    std::map<Subject, std::string> m_ids;      ///< of the lines of this minute
    std::array<Used, 2 * kind_count> m_used{}; ///< without an account, and with one
    std::map<std::string, Event> m_waiting;    ///< by id
    std::map<std::string, Event> m_given;
};

} // namespace wf::watch
