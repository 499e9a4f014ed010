// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/input.hpp"

namespace wf::accounting {
namespace {

std::vector<agenda::Question> list_questions(store::Session& session, std::string const& workspace)
{
    agenda::Choice choice;
    choice.workspace_id = workspace;
    choice.only_public = false;
    choice.limit = store::no_limit;                 // a report that leaves some out is wrong
    auto questions = agenda::list(session, choice); // without those that were merged
    choice.status = agenda::Status::merged;
    for (auto& merged : agenda::list(session, choice)) questions.push_back(std::move(merged));
    return questions;
}

} // namespace

Input load_input(store::Session& session, Wanted const& wanted)
{
    auto const& workspace = wanted.workspace_id;
    Input input;
    input.year = wanted.year;
    input.address = wanted.address;
    input.questions = list_questions(session, workspace);
    auto all_entries = studios::list_all_entries(session, workspace);
    auto all_groups = studios::list_all_groups(session, workspace);
    for (auto& studio : studios::list(session, {workspace, std::nullopt, "", 0, store::no_limit})) {
        auto& entries = all_entries[studio.id];
        auto& groups = all_groups[studio.id];
        input.studios.push_back({std::move(studio), std::move(entries), std::move(groups)});
    }
    auto steps = plans::list_all_steps(session, workspace);
    for (auto& plan : plans::list(session, {workspace, std::nullopt, "", 0, store::no_limit})) {
        auto& promised = steps[plan.id];
        input.plans.push_back({std::move(plan), std::move(promised)});
    }
    input.claims = uptake::list(session, {workspace, std::nullopt, std::nullopt, "", ""});
    input.publications = programme::list_publications(session, workspace);
    for (auto& one : programme::list(session, workspace)) {
        auto lines = programme::list_lines(session, one);
        auto spent = programme::list_spent(session, one);
        auto activities = programme::list_activities(session, one);
        input.programmes.push_back({std::move(one), std::move(lines), std::move(spent), std::move(activities)});
    }
    input.partners = partners_of(session, workspace);
    return input;
}

} // namespace wf::accounting
