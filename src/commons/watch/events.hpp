// SPDX-License-Identifier: EUPL-1.2
// What is written down about the door: who came in, who was refused, and what is odd about how often.
//
// A row says what, when, of which account (where it is known) and from which place: a short keyed digest, enough to tell places apart. How
// rows come about: notebook.hpp. They go after 90 days (data/processing.json), and with the person that they are about.
#pragma once

#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::watch {

[[nodiscard]] std::vector<store::Migration> migrations();

enum class Kind {
    login_right,          ///< somebody is in
    password_right,       ///< and owes a code
    logout,               ///< by the person
    password_reset_asked, ///< a letter with a link, when anybody has that address
    login_needed,         ///< a page for people with an account, asked by nobody
    code_needed,          ///< a page that wants a second proof
    login_wrong,          ///< an address, a password, or a blocked account
    login_slowed,         ///< not even judged: too often
    code_wrong,
    code_again,    ///< a code that was used before
    link_wrong,    ///< of a new password or an invitation: made up, or past its time
    outside_wrong, ///< through an organisation
    setup_wrong,   ///< the code of the first set-up
    page_refused,
    other_site,      ///< a form that another site sent
    form_word_wrong, ///< a form without the word of its login
    wrong_method,
    bad_input ///< what could not be read, or a form with faults
};
inline constexpr std::size_t kind_count = 18;
[[nodiscard]] std::array<Kind, kind_count> const& all_kinds();
/// "login_right"
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);
/// Did somebody try to come in and fail?
[[nodiscard]] bool is_failed_login(Kind kind);
/// That, or was something refused that no page of ours offers? What people do by mistake every day (bad_input, login_needed) is not.
[[nodiscard]] bool is_failure(Kind kind);

/// The same thing within one minute.
struct Event {
    std::string id;
    std::string at; ///< the first time
    Kind kind{Kind::login_right};
    std::optional<std::string> person; ///< account id
    std::string place;                 ///< empty: unknown
    bool is_rest{false};               ///< of several accounts and places: what did not get a row of its own
    std::int64_t count{1};
};

struct Choice {
    std::optional<std::string> person{};
    std::optional<std::string> below{}; ///< the next page: the id of the last event of the one before
    int limit{100};
};
/// Newest first. Kinds of a later version are left out.
[[nodiscard]] std::vector<Event> list(store::Session& session, Choice const& choice);

struct DayCount {
    std::string day; ///< "2026-11-22"
    Kind kind{Kind::login_right};
    std::int64_t count{0};
};
/// From that day on, newest day first, then by the word of the kind.
[[nodiscard]] std::vector<DayCount> count_by_day(store::Session& session, std::string_view since_day);

/// How often is odd, in a day. A place can be a whole office behind one address; who mistypes a password five times a day is no exception.
inline constexpr std::int64_t odd_failures_of_place = 100;
inline constexpr std::int64_t odd_failures_of_account = 20;
/// From everywhere together: guessing that is spread over many places and accounts.
inline constexpr std::int64_t odd_failures_in_all = 1000;
/// Forms with faults are made all day; a thousand from one place are made by a program.
inline constexpr std::int64_t odd_inputs_of_place = 1000;

struct Oddity {
    enum class What { failures_of_place, failures_of_account, failures_in_all, inputs_of_place };
    What what{What::failures_of_place};
    std::string subject; ///< place or account id; empty for all together
    std::int64_t count{0};

    bool operator==(Oddity const&) const = default;
};
/// More than that since a moment (milliseconds since 1970): the highest of each sort first, about ten of them at most.
[[nodiscard]] std::vector<Oddity> find_oddities(store::Session& session, std::int64_t since);
/// "3 places with more than 100 failures, the most 214"; English, for a command. Empty when there are none.
[[nodiscard]] std::string to_line(std::vector<Oddity> const& oddities);

/// Adds to the row of this id when it is there.
void add(store::Session& session, Event const& event);
/// Everything about somebody who goes.
void forget_person(store::Session& session, std::string_view person);

} // namespace wf::watch
