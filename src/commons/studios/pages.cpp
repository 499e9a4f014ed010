// SPDX-License-Identifier: EUPL-1.2
#include "commons/studios/pages.hpp"

#include "commons/partners/partners.hpp"

namespace wf::studios {

Result<InStudio> find_here(store::Session& session, web::Visit const& visit)
{
    WF_TRY(auto workspace, workspaces::find_here(session, visit));
    auto const id = visit.request.part("studio");
    auto studio = find(session, workspace.id, id);
    if (!studio) return Error{Trouble::not_found, "studio.unknown", std::string{id}, ""};
    auto title = title_of_all(session, visit.t, workspace);
    return InStudio{std::move(workspace), std::move(*studio), std::move(title)};
}

std::string title_of_all(store::Session& session, words::Words const& t, workspaces::Workspace const& workspace)
{
    auto const own = partners::local_word(session, workspace.id, partners::Term::studio);
    return own ? own->title() : std::string{t("studios.title")};
}

std::string link_to_all(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/studios") + std::string{below};
}

std::string link_to(web::Visit const& visit, InStudio const& here, std::string_view below)
{
    return link_to_all(visit, here.workspace, "/" + here.studio.id) + std::string{below};
}

std::vector<web::Crumb> crumbs_to(web::Visit const& visit, InStudio const& here)
{
    return {{here.title, link_to_all(visit, here.workspace)}, {here.studio.content.title, link_to(visit, here)}};
}

} // namespace wf::studios
