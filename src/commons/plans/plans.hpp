// SPDX-License-Identifier: EUPL-1.2
// Improvement plans: what changes for whom, by when, who owns it and how one will see it; promised steps and what came of them.
//
// A plan answers questions of the agenda; who asked them is told when it starts, at each step that was done or will not be, and when
// it ends. It cannot start or end without owner, date and indicator. Nothing is removed: a plan or step that did not come off stays
// as prominent as one that did, and says why.
#pragma once

#include "base/result.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/plans/content.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::plans {

enum class State { draft, active, closed, stopped };
inline constexpr std::array all_states{State::draft, State::active, State::closed, State::stopped};
[[nodiscard]] std::string_view to_word(State state);
[[nodiscard]] std::optional<State> read_state(std::string_view word);

enum class StepState { promised, done, dropped };
[[nodiscard]] std::string_view to_word(StepState state);
[[nodiscard]] std::optional<StepState> read_step_state(std::string_view word);

struct Plan {
    std::string workspace_id;
    std::string id;
    Content content;
    State state{State::draft};
    std::string outcome; ///< when it ended: what it did, or why it stopped
    std::int64_t version{1};
    std::string made_on;
    std::string changed_on;
    bool is_invented{false};

    [[nodiscard]] bool is_public() const { return state != State::draft; }
};

struct Step {
    std::string id;
    std::string words;
    std::string promised_on;
    std::string due; ///< empty: no day was promised
    StepState state{StepState::promised};
    std::string ended_on{};
    std::string said{}; ///< what was done, or why not
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// Errors: plan.no_title, agenda.unknown (of a question).
Result<Plan> add(store::Session& session, By const& by, Plan plan, std::span<std::string const> questions);
[[nodiscard]] std::optional<Plan> find(store::Session& session, std::string_view workspace, std::string_view id);
[[nodiscard]] std::vector<Step> list_steps(store::Session& session, Plan const& plan);
/// Of all plans of a workspace at once, by the id of the plan.
[[nodiscard]] std::map<std::string, std::vector<Step>> list_all_steps(store::Session& session,
                                                                      std::string_view workspace);
[[nodiscard]] std::vector<agenda::Question> list_questions(store::Session& session, Plan const& plan);
[[nodiscard]] std::vector<Plan> list_of_question(store::Session& session, std::string_view workspace,
                                                 std::string_view question);

struct Choice {
    std::string workspace_id{};
    std::optional<State> state{};
    std::string sought{};
    std::int64_t skip{0};
    std::int64_t limit{50};
};
/// Active ones by their date first, then drafts, then what ended.
[[nodiscard]] std::vector<Plan> list(store::Session& session, Choice const& choice);
[[nodiscard]] std::int64_t count(store::Session& session, Choice const& choice);
struct Dated {
    std::string id;
    std::string title;
    std::string due;
    std::string changed_on;
};
/// Those that did not end and have a date, by it; the first ones.
[[nodiscard]] std::vector<Dated> list_dated(store::Session& session, std::string_view workspace, std::int64_t most);
/// A step that was promised for a day and is still open, with its plan.
struct Promise {
    Step step;
    std::string plan_id;
    std::string plan_title;
};
/// Of plans that did not end, by day; the first ones.
[[nodiscard]] std::vector<Promise> list_promises(store::Session& session, std::string_view workspace,
                                                 std::int64_t most);
struct Days {
    std::int64_t all{0};
    std::int64_t past{0}; ///< of a day before today
};
/// Of what both lists have.
[[nodiscard]] Days count_days(store::Session& session, std::string_view workspace, std::string_view today);
/// Says again what can be sought of this workspace (after search::begin_anew).
void index_all(store::Session& session, std::string_view workspace);
[[nodiscard]] std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace);

/// Written, or not because of `clashes`; then nothing changed and `plan` is what stands there now.
struct Saved {
    Plan plan;
    std::vector<std::string_view> theirs{};
    std::vector<std::string_view> clashes{};
};
/// `seen`: the version that the writer began from. Errors: plan.unknown, plan.no_title, plan.ended.
Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine);

/// What a plan still lacks before it can start or end: names of parts ("eigenaar", "klaar", "maat").
[[nodiscard]] std::vector<std::string_view> missing(Content const& content);
/// Errors: plan.not_ready (field = the first part that is missing), plan.not_draft, those of agenda::tell.
Result<void> start(store::Session& session, By const& by, Plan const& plan);
/// Errors: plan.not_ready, plan.not_active, plan.no_outcome, plan.open_steps (detail = how many).
Result<void> close(store::Session& session, By const& by, Plan const& plan, std::string_view outcome);
/// Not done after all: errors plan.no_outcome, plan.ended.
Result<void> stop(store::Session& session, By const& by, Plan const& plan, std::string_view why);

/// Errors: plan.no_words, plan.ended.
Result<Step> promise(store::Session& session, By const& by, Plan const& plan, std::string_view words,
                     std::string_view due);
/// Errors: plan.no_step, plan.step_ended, plan.no_outcome (dropped without saying why), plan.not_active.
Result<void> end_step(store::Session& session, By const& by, Plan const& plan, std::string_view step, StepState state,
                      std::string_view said);

} // namespace wf::plans
