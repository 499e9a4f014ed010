// SPDX-License-Identifier: EUPL-1.2
// Co-design sessions: a group in one room goes from a question over ideas, a prototype and a test to a decision, on phones, on a beamer
// and on paper.
//
// Whoever has the code of a session sends notes without an account; of a note the words and the day are kept and nothing of who sent it,
// also not in the trail. The code is made again from the key of the installation each time that it is shown: a digest alone is stored,
// and it is gone when the session ends. A session ends with a decision and its reason, which go into the record of its studio.
#pragma once

#include "base/result.hpp"
#include "commons/studios/studios.hpp"
#include "platform/secret/seal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::codesign {

[[nodiscard]] std::vector<store::Migration> migrations();

/// In the order in which a session goes.
enum class Stage { question, ideas, prototype, test, decision };
inline constexpr std::array all_stages{Stage::question, Stage::ideas, Stage::prototype, Stage::test, Stage::decision};
[[nodiscard]] std::string_view to_word(Stage stage);
[[nodiscard]] std::optional<Stage> read_stage(std::string_view word);
[[nodiscard]] std::optional<Stage> after(Stage stage);
[[nodiscard]] std::optional<Stage> before(Stage stage);

enum class State { open, ended };
[[nodiscard]] std::string_view to_word(State state);

enum class Medium { phone, paper };
[[nodiscard]] std::string_view to_word(Medium medium);
[[nodiscard]] std::optional<Medium> read_medium(std::string_view word);

/// On the beamer and on phones, or taken off them; never removed by that.
enum class Shown { yes, no };
[[nodiscard]] std::string_view to_word(Shown shown);

struct Session {
    std::string workspace_id;
    std::string id;
    std::string studio_id;
    std::string question;
    std::string day; ///< "2026-11-22"
    Stage stage{Stage::question};
    State state{State::open};
    std::string decision; ///< when it ended
    std::string reason;
    std::string entry_id; ///< of the decision in the record of the studio
    std::string ended_on;
    bool is_invented{false};
};

struct Note {
    std::int64_t number{0}; ///< from 1
    Stage stage{Stage::question};
    std::string words;
    Medium medium{Medium::phone};
    Shown shown{Shown::yes};
    std::string chosen_because; ///< empty: not chosen
    std::string written_on;

    [[nodiscard]] bool is_chosen() const { return !chosen_because.empty(); }
};

inline constexpr std::size_t longest_note = 300; ///< characters
inline constexpr std::int64_t most_notes = 500;  ///< of one session, so that a code that got out fills nothing
inline constexpr std::int64_t days_with_code =
    7; ///< after its day; a session that nobody ended takes no notes for ever
inline constexpr std::size_t most_paper_notes = 60; ///< typed in at once

/// Eight letters and digits in two groups, "k7w2-9fqx", without those that look alike. `key`: people::House::codesign_key().
[[nodiscard]] std::string code_of(secret::Key const& key, Session const& session);

/// It begins with the question. Errors: studio.unknown, studio.ended, codesign.no_question, codesign.bad_day.
Result<Session> open(store::Session& store, studios::By const& by, secret::Key const& key,
                     studios::Studio const& studio, Session session);
[[nodiscard]] std::optional<Session> find(store::Session& store, std::string_view workspace, std::string_view id);
/// Last day first.
[[nodiscard]] std::vector<Session> list_of_studio(store::Session& store, std::string_view workspace,
                                                  std::string_view studio);
/// In the order in which they came.
[[nodiscard]] std::vector<Note> list_notes(store::Session& store, Session const& session);
/// The session that takes notes with this code, whatever capitals, blanks and dashes were typed. Error: codesign.unknown_code (never
/// was one, it ended, its day is long past, or its studio ended: nobody is told which).
Result<Session> find_by_code(store::Session& store, secret::Key const& key, std::string_view typed,
                             std::string_view today);

/// A note without an account, on the stage that its writer saw. Errors: codesign.unknown, codesign.ended, codesign.no_words,
/// codesign.too_long, codesign.full, codesign.too_early (a stage that the session did not reach).
Result<void> send(store::Session& store, Session const& session, Stage stage, std::string_view words);
/// Notes that were written on paper, one in each line; how many. Errors: those of send (codesign.too_long: detail = the line),
/// codesign.too_many_lines.
Result<std::int64_t> type_in(store::Session& store, studios::By const& by, Session const& session, Stage stage,
                             std::string_view lines);
/// Errors: codesign.unknown, codesign.ended, codesign.no_note.
Result<void> set_shown(store::Session& store, studios::By const& by, Session const& session, std::int64_t number,
                       Shown shown);
/// An idea to go on with, and why. Errors: codesign.unknown, codesign.ended, codesign.no_note, codesign.no_idea (a note of another
/// stage, or one that was taken off the screen), codesign.no_reason.
Result<void> choose(store::Session& store, studios::By const& by, Session const& session, std::int64_t number,
                    std::string_view because);
/// Errors: codesign.unknown, codesign.ended, codesign.no_note.
Result<void> leave_out(store::Session& store, studios::By const& by, Session const& session, std::int64_t number);
/// One stage on or back. `from`: what who pressed saw. Errors: codesign.unknown, codesign.ended, codesign.moved (somebody else was first),
/// codesign.stage_order.
Result<void> move(store::Session& store, studios::By const& by, Session const& session, Stage from, Stage to);
/// Writes the decision in the record of the studio; the code leads nowhere from then on. Errors: codesign.unknown, codesign.ended,
/// codesign.not_at_decision, those of studios::write.
Result<void> close(store::Session& store, studios::By const& by, Session const& session, std::string_view decision,
                   std::string_view reason);

} // namespace wf::codesign
