// SPDX-License-Identifier: EUPL-1.2
// Learning studios (leerateliers): a group that finds out a question of the agenda, and the record from which the next group goes on.
//
// The record is only added to: what was logged, decided (never without a reason), tried in numbered cycles of plan, do, study, act,
// and what it stands on. Groups follow each other; the handover is made from the record alone. Who wrote an entry stands in the trail
// and nowhere else. Who asked a question is told when a studio takes it up and when that ends.
#pragma once

#include "base/result.hpp"
#include "commons/agenda/agenda.hpp"
#include "commons/studios/content.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::studios {

enum class State { open, ended };
[[nodiscard]] std::string_view to_word(State state);
[[nodiscard]] std::optional<State> read_state(std::string_view word);

enum class Kind { log, decision, cycle, source, material, handover };
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);

/// In the order in which a cycle goes; the last one closes it.
enum class Stage { plan, carry_out, study, act };
inline constexpr std::array all_stages{Stage::plan, Stage::carry_out, Stage::study, Stage::act};
[[nodiscard]] std::string_view to_word(Stage stage);
[[nodiscard]] std::optional<Stage> read_stage(std::string_view word);

struct Studio {
    std::string workspace_id;
    std::string id;
    Content content;
    State state{State::open};
    std::string outcome; ///< when it ended: what is known now
    std::int64_t version{1};
    std::string made_on;
    std::string changed_on;
    bool is_invented{false};
};

/// Who worked in it and when; the last one has no `until` while the studio is open.
struct Group {
    std::int64_t number{1};
    std::string from;
    std::string until;
    Content team; ///< its `team_parts` alone
};

struct Entry {
    std::string id{};
    Kind kind{Kind::log};
    std::string words{};
    std::string reason{};     ///< of a decision
    std::string link{};       ///< of a source or material: an address, or a page of this site
    std::int64_t cycle{0};    ///< from 1; 0: not of a cycle
    Stage stage{Stage::plan}; ///< where the cycle stood
    std::int64_t group{1};    ///< which one wrote it; of a handover, the one that begins
    std::string written_on{};
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// It begins at once, with its first group; who asked its questions is told. Errors: studio.no_title, studio.bad_period, agenda.unknown,
/// those of agenda::tell.
Result<Studio> add(store::Session& session, By const& by, Studio studio, std::span<std::string const> questions);
[[nodiscard]] std::optional<Studio> find(store::Session& session, std::string_view workspace, std::string_view id);
/// Oldest first, as it was written.
[[nodiscard]] std::vector<Entry> list_entries(store::Session& session, Studio const& studio);
/// In the order in which they followed each other.
[[nodiscard]] std::vector<Group> list_groups(store::Session& session, Studio const& studio);
/// The same of all studios of a workspace at once, by the id of the studio.
[[nodiscard]] std::map<std::string, std::vector<Entry>> list_all_entries(store::Session& session,
                                                                         std::string_view workspace);
[[nodiscard]] std::map<std::string, std::vector<Group>> list_all_groups(store::Session& session,
                                                                        std::string_view workspace);
/// Those that begin on this day or later.
[[nodiscard]] std::map<std::string, std::vector<Group>>
list_groups_from(store::Session& session, std::string_view workspace, std::string_view day);
[[nodiscard]] std::vector<agenda::Question> list_questions(store::Session& session, Studio const& studio);
[[nodiscard]] std::vector<Studio> list_of_question(store::Session& session, std::string_view workspace,
                                                   std::string_view question);

struct Choice {
    std::string workspace_id{};
    std::optional<State> state{};
    std::string sought{};
    std::int64_t skip{0};
    std::int64_t limit{50};
};
/// Open ones first, what changed last before the others.
[[nodiscard]] std::vector<Studio> list(store::Session& session, Choice const& choice);
[[nodiscard]] std::int64_t count(store::Session& session, Choice const& choice);
/// All that are open, in the order in which they were begun.
[[nodiscard]] std::vector<Studio> list_open(store::Session& session, std::string_view workspace);
/// Says again what can be sought of this workspace (after search::begin_anew).
void index_all(store::Session& session, std::string_view workspace);
[[nodiscard]] std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace);

/// Written, or not because of `clashes`; then nothing changed and `studio` is what stands there now.
struct Saved {
    Studio studio;
    std::vector<std::string_view> theirs{};
    std::vector<std::string_view> clashes{};
};
/// `seen`: the version that the writer began from. Errors: studio.unknown, studio.no_title, studio.bad_period, studio.ended,
/// studio.unknown_version.
Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine);

/// A number of people: empty, or 0 to 10.000. Error: studio.bad_count.
Result<void> check_count(std::string_view text);
/// http, https, or a page of this site; at most 300 bytes. Error: studio.bad_link.
Result<void> check_link(std::string_view link);

/// Adds to the record; `entry.group` and `written_on` are filled in. Of a cycle: `cycle` 0 begins the next one, with `plan`; else it
/// stays in the stage or goes to the one after it. Errors: studio.ended, studio.no_words, studio.no_reason, studio.bad_link,
/// studio.not_by_hand (a handover), studio.no_cycle, studio.cycle_closed, studio.stage_order (detail = the last stage).
Result<Entry> write(store::Session& session, By const& by, Studio const& studio, Entry entry);

/// How far one cycle is.
struct Cycle {
    std::int64_t number{1};
    std::vector<Entry> entries;
    [[nodiscard]] Stage stage() const { return entries.back().stage; }
    [[nodiscard]] bool is_open() const { return stage() != Stage::act; }
    /// What comes after; nothing when it is closed.
    [[nodiscard]] std::optional<Stage> next() const;
};
/// By number.
[[nodiscard]] std::vector<Cycle> cycles_of(std::span<Entry const> entries);

/// A new group: who takes part (`team_parts`), from which day, and what the old one wants it to know.
struct NewGroup {
    std::string from;
    Content team;
    std::string words;
};
/// Ends the period of the group that is there and begins that of the next; the log says so. Errors: studio.ended, studio.no_who,
/// studio.bad_count, studio.bad_period (before the group that is there began, or no day).
Result<Group> hand_over(store::Session& session, By const& by, Studio const& studio, NewGroup const& next);
/// Errors: studio.ended, studio.no_outcome.
Result<void> end(store::Session& session, By const& by, Studio const& studio, std::string_view outcome);

} // namespace wf::studios
