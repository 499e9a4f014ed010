// SPDX-License-Identifier: EUPL-1.2
#include "commons/studios/handover.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::studios {
namespace {

std::vector<Task> tasks_of(Handover const& handover, std::string_view today)
{
    auto const& studio = handover.studio;
    if (studio.state == State::ended) return {};
    using What = Task::What;
    std::vector<Task> tasks;
    if (trim(studio.content.ethics).empty()) tasks.push_back({What::agree_ethics});
    if (trim(studio.content.data_plan).empty()) tasks.push_back({What::agree_data});
    if (!studio.content.until.empty() && studio.content.until < today) tasks.push_back({What::agree_period});
    bool any_open = false;
    for (auto const& cycle : handover.cycles) {
        if (!cycle.is_open()) continue;
        any_open = true;
        tasks.push_back({What::go_on_with_cycle, cycle.number, cycle.next()});
    }
    if (!any_open) tasks.push_back({What::begin_cycle});
    return tasks;
}

std::vector<plans::Plan> plans_of(store::Session& session, std::vector<Way> const& ways)
{
    std::vector<plans::Plan> all;
    for (auto const& way : ways) {
        for (auto& plan : plans::list_of_question(session, way.question.workspace_id, way.question.id)) {
            bool const is_there =
                std::any_of(all.begin(), all.end(), [&](plans::Plan const& other) { return other.id == plan.id; });
            if (!is_there) all.push_back(std::move(plan));
        }
    }
    // Ids are in the order in which they were made.
    std::sort(all.begin(), all.end(), [](plans::Plan const& a, plans::Plan const& b) { return a.id < b.id; });
    return all;
}

} // namespace

std::string_view to_word(Task::What what)
{
    constexpr std::array<std::string_view, 5> words{"agree_ethics", "agree_data", "agree_period", "begin_cycle",
                                                    "go_on_with_cycle"};
    return words.at(static_cast<std::size_t>(what));
}

Handover make_handover(store::Session& session, Studio const& studio, std::string_view today)
{
    Handover handover;
    handover.studio = studio;
    handover.groups = list_groups(session, studio);
    for (auto& question : list_questions(session, studio)) {
        auto words = agenda::list_words(session, question);
        handover.questions.push_back({std::move(question), std::move(words)});
    }
    auto const entries = list_entries(session, studio);
    for (auto const& entry : entries) {
        switch (entry.kind) {
        case Kind::decision: handover.decisions.push_back(entry); break;
        case Kind::source: handover.sources.push_back(entry); break;
        case Kind::material: handover.materials.push_back(entry); break;
        case Kind::log:
        case Kind::handover: handover.log.push_back(entry); break;
        case Kind::cycle:
            if (entry.stage == Stage::study) handover.found.push_back(entry);
            break;
        }
    }
    handover.cycles = cycles_of(entries);
    handover.plans = plans_of(session, handover.questions);
    handover.first = tasks_of(handover, today);
    return handover;
}

} // namespace wf::studios
