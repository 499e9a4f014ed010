// SPDX-License-Identifier: EUPL-1.2
// What comes first on an agenda: a round in which the people of a werkplaats, and people in a room with paper, each mark a few questions.
//
// Who marked what is nobody's to see: of a vote there is no line in the trail, the digest that lets somebody change their mind goes when
// the round closes, and nothing is told before that, nor of fewer than five ballots. What is told says what cannot be told apart
// (kernel/ranking); nothing on the agenda moves by itself.
#pragma once

#include "commons/trail/trail.hpp"
#include "kernel/ranking/order.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::priorities {

inline constexpr std::int64_t least_ballots = 5; ///< of fewer, each would know what the others marked
inline constexpr std::size_t most_options = 40;
inline constexpr std::int64_t most_ballots = 2'000;

struct Option {
    std::int64_t number{1};
    std::string question_id;
    std::string words;
};

struct Round {
    std::string workspace_id{};
    std::string id{};
    std::string title{};
    std::int64_t marks{3};
    bool is_open{true};
    std::string opened_on{};
    std::string closed_on{};
    bool is_invented{false};
    std::vector<Option> options{};
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// A third of what there is to choose from, as many as help people to choose.
[[nodiscard]] std::int64_t usual_marks(std::size_t options);

/// `questions`: on the public agenda. Errors: priority.no_title, priority.too_few (2), priority.too_many, priority.bad_marks (fewer than
/// the options), agenda.unknown.
Result<Round> open(store::Session& session, By const& by, Round round, std::span<std::string const> questions);
[[nodiscard]] std::optional<Round> find(store::Session& session, std::string_view workspace, std::string_view id);
/// Newest first, without their options.
[[nodiscard]] std::vector<Round> list(store::Session& session, std::string_view workspace);

/// `voter`: a keyed digest of who marks, the same each time; what they marked before is replaced. Errors: priority.closed,
/// priority.too_many_marks, priority.no_marks, priority.no_option, priority.full.
Result<void> mark(store::Session& session, Round const& round, std::string_view voter,
                  std::span<std::int64_t const> numbers);
/// Ballots of paper, each what one person marked: all or none. Errors as above (field = the line).
Result<void> add_paper(store::Session& session, By const& by, Round const& round,
                       std::span<std::vector<std::int64_t> const> ballots);
[[nodiscard]] std::vector<std::int64_t> marks_of(store::Session& session, Round const& round, std::string_view voter);

struct Turnout {
    std::int64_t accounts{0};
    std::int64_t paper{0};
    [[nodiscard]] std::int64_t all() const { return accounts + paper; }
};
/// While it is open; after that only `all` says something.
[[nodiscard]] Turnout turnout(store::Session& session, Round const& round);

/// Error: priority.closed.
Result<void> close(store::Session& session, By const& by, Round const& round);

/// In the order of the options. Errors: priority.still_open, priority.too_few_ballots.
Result<ranking::OrderResult> outcome(store::Session& session, Round const& round);

} // namespace wf::priorities
