// SPDX-License-Identifier: EUPL-1.2
// A programme: what was agreed with who pays for it (period, subsidy, budget, activities), what was spent and done, and what was
// published.
//
// Amounts are whole euros. A number that nobody gave is missing, never 0. What was spent is only added to: a mistake is booked back. An
// activity ends as done or as not done, and says what came of it; nothing is removed.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "commons/work/work.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::programme {

struct Programme {
    std::string workspace_id;
    std::string id;
    std::string name;
    std::string from;  ///< "2026-01-01"
    std::string until; ///< the last day
    std::string giver; ///< who gives the subsidy: an organisation
    std::optional<std::int64_t> amount;
    std::string source; ///< where the amount stands: a decision, a letter
    std::int64_t version{1};
    std::string made_on;
    bool is_invented{false};
};

struct Line {
    std::string id;
    std::string name;
    std::int64_t planned{0};
    bool is_national{false}; ///< for what is of use to the whole country: at least 10 % of the subsidy (2020-22)
};

struct Spent {
    std::string line_id;
    std::int64_t amount{0}; ///< below 0: booked back
    std::string on;
    std::string words;
};

enum class State { planned, done, dropped };
[[nodiscard]] std::string_view to_word(State state);
[[nodiscard]] std::optional<State> read_state(std::string_view word);

struct Activity {
    std::string id;
    std::string name;
    std::string planned_on;                     ///< empty: no day was agreed
    std::optional<std::int64_t> planned_number; ///< how often, or of how many
    work::Work work;
    State state{State::planned};
    std::string ended_on;
    std::optional<std::int64_t> done_number;
    std::string result; ///< what came of it, or why not
};

enum class Medium { article, report, book, lesson, talk, film, other };
inline constexpr std::array all_media{Medium::article, Medium::report, Medium::book, Medium::lesson,
                                      Medium::talk,    Medium::film,   Medium::other};
[[nodiscard]] std::string_view to_word(Medium medium);
[[nodiscard]] std::optional<Medium> read_medium(std::string_view word);

struct Publication {
    std::string workspace_id;
    std::string id;
    Medium medium{Medium::article};
    std::string title;
    std::string place; ///< where: a journal, a site, a meeting
    std::string on;
    std::string link;
    work::Work work;
    bool is_invented{false};
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// Errors: programme.no_words (field), programme.bad_period, programme.bad_amount.
Result<Programme> add(store::Session& session, By const& by, Programme programme);
/// `version`: that the writer began from. Errors: as above, programme.unknown, programme.overtaken (somebody changed it meanwhile).
Result<void> save(store::Session& session, By const& by, Programme const& programme);
[[nodiscard]] std::optional<Programme> find(store::Session& session, std::string_view workspace, std::string_view id);
/// The newest period first.
[[nodiscard]] std::vector<Programme> list(store::Session& session, std::string_view workspace);

/// In the order in which they were added.
[[nodiscard]] std::vector<Line> list_lines(store::Session& session, Programme const& programme);
/// By day.
[[nodiscard]] std::vector<Spent> list_spent(store::Session& session, Programme const& programme);
/// In the order in which they were added.
[[nodiscard]] std::vector<Activity> list_activities(store::Session& session, Programme const& programme);
/// By day.
[[nodiscard]] std::vector<Publication> list_publications(store::Session& session, std::string_view workspace);

/// Errors: programme.no_words, programme.bad_amount (below 0).
Result<Line> add_line(store::Session& session, By const& by, Programme const& programme, Line line);
/// Errors: programme.no_line, programme.bad_amount (0), programme.bad_day (none, or still to come), programme.no_words (booked back
/// without why).
Result<void> spend(store::Session& session, By const& by, Programme const& programme, Spent const& spent);
/// Errors: programme.no_words, programme.bad_day, programme.bad_amount, work.unknown.
Result<Activity> add_activity(store::Session& session, By const& by, Programme const& programme, Activity activity);
/// `ended`: id, state, ended_on, done_number and result. Errors: programme.no_activity, programme.activity_ended, programme.bad_day,
/// programme.no_words (without what came of it).
Result<void> end_activity(store::Session& session, By const& by, Programme const& programme, Activity const& ended);
/// Errors: programme.no_words, programme.bad_day, programme.bad_link, work.unknown.
Result<Publication> publish(store::Session& session, By const& by, Publication publication);

/// http, https, a page of this site, or empty; at most 300 bytes. Error: programme.bad_link.
Result<void> check_link(std::string_view link);

/// More than any programme has.
inline constexpr std::int64_t most_euros = 1'000'000'000;

} // namespace wf::programme
