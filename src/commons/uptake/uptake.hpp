// SPDX-License-Identifier: EUPL-1.2
// Uptake (doorwerking): that something of this werkplaats was taken up in education, by another provider, or in municipal or national
// policy. Each claim has a day and a proof, and counts once a second reader, another person than who claimed it, has confirmed it.
//
// A claim never changes: what is wrong is withdrawn, with why, and claimed anew. What was refused or withdrawn stays and is not counted.
// Assumption: `taker` is an organisation; no person is named. A region is the code of a municipality when we know it, else a name.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "commons/work/work.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::uptake {

enum class Kind { education, provider, municipal, national };
inline constexpr std::array all_kinds{Kind::education, Kind::provider, Kind::municipal, Kind::national};
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);

enum class State { waiting, confirmed, refused, withdrawn };
[[nodiscard]] std::string_view to_word(State state);
[[nodiscard]] std::optional<State> read_state(std::string_view word);

struct Claim {
    std::string workspace_id;
    std::string id;
    Kind kind{Kind::education};
    std::string what; ///< what was taken up, and how
    work::Work work;  ///< of which plan or studio it came
    std::string taker;
    std::string region_code; ///< "GM0166"; empty: not one that we know
    std::string region;      ///< "Kampen"
    std::string taken_on;    ///< "2026-09-01"
    std::string proof;       ///< what proves it: a named document
    std::string proof_link;  ///< where it is; may be empty
    State state{State::waiting};
    std::string claimed_by; ///< an account
    std::string claimed_on;
    std::string read_by; ///< an account, another one; empty: nobody read it
    std::string read_on;
    std::string said; ///< by the second reader, or why it was withdrawn
    bool is_invented{false};
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// Waits for a second reader from then on. Errors (field = of the form): uptake.no_words, uptake.no_proof, uptake.bad_link,
/// uptake.bad_day (none, or still to come), work.unknown.
Result<Claim> claim(store::Session& session, By const& by, Claim claim);

enum class Verdict { confirm, refuse };
/// Errors: uptake.unknown, uptake.same_reader (who claimed it reads it), uptake.not_waiting, uptake.no_said (refused without saying why).
Result<void> judge(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   Verdict verdict, std::string_view said);
/// Errors: uptake.unknown, uptake.withdrawn, uptake.no_said.
Result<void> withdraw(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                      std::string_view why);

[[nodiscard]] std::optional<Claim> find(store::Session& session, std::string_view workspace, std::string_view id);

struct Choice {
    std::string workspace_id{};
    std::optional<State> state{};
    std::optional<work::Work> work{};
    std::string from{};  ///< first day, of taken_on; empty: no bound
    std::string until{}; ///< last day
};
/// By the day on which it was taken up, oldest first.
[[nodiscard]] std::vector<Claim> list(store::Session& session, Choice const& choice);
[[nodiscard]] std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace);

/// Says again what can be sought of this workspace (after search::begin_anew).
void index_all(store::Session& session, std::string_view workspace);

/// http or https, or empty; at most 300 bytes. Error: uptake.bad_link.
Result<void> check_proof_link(std::string_view link);

} // namespace wf::uptake
