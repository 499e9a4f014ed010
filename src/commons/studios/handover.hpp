// SPDX-License-Identifier: EUPL-1.2
// All that a new group needs to go on without asking anybody: put together from the record of a studio and from nothing else.
#pragma once

#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

namespace wf::studios {

/// A question with its way on the agenda.
struct Way {
    agenda::Question question;
    std::vector<agenda::Word> words;
};

/// What the record says is to be done next, most urgent first.
struct Task {
    enum class What {
        agree_ethics,    ///< nothing is written about ethics
        agree_data,      ///< nor about what is kept where
        agree_period,    ///< the last day has passed, and it is open
        begin_cycle,     ///< none was begun, or all are closed
        go_on_with_cycle ///< `cycle` is open; `stage` comes next
    };
    What what;
    std::int64_t cycle{0};
    std::optional<Stage> stage{};
};
[[nodiscard]] std::string_view to_word(Task::What what);

struct Handover {
    Studio studio;
    std::vector<Group> groups;
    std::vector<Way> questions;
    std::vector<Entry> decisions;
    std::vector<Entry> sources;
    std::vector<Entry> materials;
    std::vector<Entry> log; ///< and handovers
    std::vector<Cycle> cycles;
    std::vector<Entry> found;       ///< what was studied in the cycles: known because it was tried
    std::vector<plans::Plan> plans; ///< for the same questions, in the order in which they were made
    std::vector<Task> first;
};
/// `today`: "2026-11-22".
[[nodiscard]] Handover make_handover(store::Session& session, Studio const& studio, std::string_view today);

} // namespace wf::studios
