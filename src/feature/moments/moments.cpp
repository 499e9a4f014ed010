// SPDX-License-Identifier: EUPL-1.2
#include "feature/moments/moments.hpp"

#include "base/check.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

#include <algorithm>
#include <tuple>

namespace wf::moment_pages {
namespace {

void add_plans(Coming& coming, store::Session& session, std::string_view workspace, std::string_view today,
               std::int64_t most)
{
    for (auto& promise : plans::list_promises(session, workspace, most)) {
        auto& step = promise.step;
        coming.moments.push_back({Kind::promise, "promise-" + step.id, step.due, step.words, promise.plan_title,
                                  "/plannen/" + promise.plan_id, step.promised_on});
    }
    for (auto const& plan : plans::list_dated(session, workspace, most))
        coming.moments.push_back(
            {Kind::plan_end, "plan-" + plan.id, plan.due, "", plan.title, "/plannen/" + plan.id, plan.changed_on});
    auto const days = plans::count_days(session, workspace, today);
    coming.all += days.all;
    coming.late += days.past;
}

void add_studio(Coming& coming, studios::Studio const& studio, std::vector<studios::Group> const& groups,
                std::string_view today)
{
    auto const below = "/studios/" + studio.id;
    auto const add = [&](Kind kind, std::string const& name, std::string const& day, std::string const& words) {
        coming.moments.push_back(
            {kind, name + "-" + studio.id, day, words, studio.content.title, below, studio.changed_on});
        ++coming.all;
        if (day < today) ++coming.late;
    };
    for (auto const& group : groups)
        add(Kind::group_begin, "group-" + std::to_string(group.number), group.from, group.team.who);
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

Coming list_moments(store::Session& session, std::string_view workspace, std::string_view today, std::int64_t most)
{
    Coming coming;
    add_plans(coming, session, workspace, today, most);
    auto groups = studios::list_groups_from(session, workspace, today);
    for (auto const& studio : studios::list_open(session, workspace))
        add_studio(coming, studio, groups[studio.id], today);
    auto& moments = coming.moments;
    std::sort(moments.begin(), moments.end(),
              [](Moment const& a, Moment const& b) { return std::tie(a.day, a.id) < std::tie(b.day, b.id); });
    // Of each kind the first ones were read: as many are the first of all of them together.
    if (static_cast<std::int64_t>(moments.size()) > most) moments.resize(static_cast<std::size_t>(most));
    return coming;
}

} // namespace wf::moment_pages
