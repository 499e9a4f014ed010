// SPDX-License-Identifier: EUPL-1.2
#include "feature/plans/parts.hpp"

namespace wf::plan_pages {

using namespace html;

Result<Here> find_plan(store::Session& session, web::Visit const& visit)
{
    WF_TRY(auto workspace, workspaces::find_here(session, visit));
    auto const id = visit.request.part("plan");
    auto plan = plans::find(session, workspace.id, id);
    if (!plan) return Error{Trouble::not_found, "plan.unknown", std::string{id}, ""};
    return Here{std::move(workspace), std::move(*plan)};
}

std::string plans_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/plannen") + std::string{below};
}

web::Frame plan_frame(web::Visit const& visit, Here const& here, std::string title)
{
    std::vector<web::Crumb> between{{std::string{visit.t("plans.title")}, plans_link(visit, here.workspace)}};
    if (title.empty()) {
        title = here.plan.content.title;
    } else {
        between.push_back({here.plan.content.title, plans_link(visit, here.workspace, "/" + here.plan.id)});
    }
    return workspaces::frame_inside(visit, std::move(title), here.workspace, std::move(between));
}

void write_state(Html& page, words::Words const& t, plans::Plan const& plan)
{
    web::tag_label(page, plan.state == plans::State::closed ? "ok" : "",
                   t("plans.state." + std::string{plans::to_word(plan.state)}));
    if (plan.is_invented) {
        page.text(" ");
        web::tag_label(page, "made", t("plans.invented"));
    }
}

} // namespace wf::plan_pages
