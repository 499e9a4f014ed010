// SPDX-License-Identifier: EUPL-1.2
#include "commons/workspaces/pages.hpp"

#include "commons/areas/areas.hpp"

#include "platform/web/refuse.hpp"

#include <utility>

namespace wf::workspaces {

Result<Workspace> find_here(store::Session& session, web::Visit const& visit)
{
    auto address = web::workspace_of(visit.request);
    if (address.empty()) address = visit.request.part("werkplaats");
    auto found = find_by_address(session, address);
    if (!found) return Error{Trouble::not_found, "workspace.unknown", std::string{address}, ""};
    return std::move(*found);
}

std::string inside(web::Visit const& visit, Workspace const& workspace, std::string_view below)
{
    return visit.link("/werkplaats/" + workspace.address) + std::string{below};
}

web::Frame frame_inside(web::Visit const& visit, std::string title, Workspace const& workspace,
                        std::vector<web::Crumb> between)
{
    web::Frame frame;
    frame.cache = http::Cache::never;
    frame.crumbs = {{std::string{visit.t("workspace.mine")}, visit.link("/mijn")},
                    {workspace.name, inside(visit, workspace)}};
    for (auto& crumb : between) frame.crumbs.push_back(std::move(crumb));
    frame.crumbs.push_back({title, ""});
    frame.title = std::move(title);
    return frame;
}

std::vector<web::Option> area_options(store::Session& session, Workspace const& workspace)
{
    std::vector<web::Option> options;
    if (workspace.area_code.empty()) return options;
    for (auto const& area : areas::list(session, AreaLevel::neighbourhood, workspace.area_code))
        options.push_back({area.code, area.name});
    return options;
}

} // namespace wf::workspaces
