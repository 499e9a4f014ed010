// SPDX-License-Identifier: EUPL-1.2
#include "feature/moments/moments.hpp"

#include "base/check.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

#include <algorithm>
#include <tuple>

namespace wf::moment_pages {
namespace {

void add_plans(std::vector<Moment>& all, store::Session& session, std::string_view workspace)
{
    for (auto& promise : plans::list_promises(session, workspace)) {
        auto& step = promise.step;
        all.push_back({Kind::promise, "promise-" + step.id, step.due, step.words, promise.plan_title,
                       "/plannen/" + promise.plan_id, step.promised_on});
    }
    for (auto const& plan : plans::list_dated(session, workspace))
        all.push_back({Kind::plan_end, "plan-" + plan.id, plan.content.due, "", plan.content.title,
                       "/plannen/" + plan.id, plan.changed_on});
}

void add_studio(std::vector<Moment>& all, store::Session& session, studios::Studio const& studio,
                std::string_view today)
{
    auto const below = "/studios/" + studio.id;
    auto const add = [&](Kind kind, std::string const& name, std::string const& day, std::string const& words) {
        all.push_back({kind, name + "-" + studio.id, day, words, studio.content.title, below, studio.changed_on});
    };
    for (auto const& group : studios::list_groups(session, studio)) {
        if (group.from >= today)
            add(Kind::group_begin, "group-" + std::to_string(group.number), group.from, group.team.who);
    }
    if (!studio.content.until.empty()) add(Kind::studio_end, "studio", studio.content.until, "");
}

} // namespace

std::string_view to_word(Kind kind)
{
    switch (kind) {
    case Kind::promise: return "promise";
    case Kind::plan_end: return "plan_end";
    case Kind::group_begin: return "group_begin";
    case Kind::studio_end: return "studio_end";
    }
    WF_CHECK(false);
    return {};
}

std::vector<Moment> list_moments(store::Session& session, std::string_view workspace, std::string_view today)
{
    std::vector<Moment> all;
    add_plans(all, session, workspace);
    for (auto const& studio : studios::list_open(session, workspace)) add_studio(all, session, studio, today);
    std::sort(all.begin(), all.end(),
              [](Moment const& a, Moment const& b) { return std::tie(a.day, a.id) < std::tie(b.day, b.id); });
    return all;
}

} // namespace wf::moment_pages
