// SPDX-License-Identifier: EUPL-1.2
// The studio that an address names, and the ways to it, for each feature that has pages below one.
#pragma once

#include "commons/studios/studios.hpp"
#include "commons/workspaces/pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::studios {

struct InStudio {
    workspaces::Workspace workspace;
    Studio studio;
    std::string title; ///< what this werkplaats calls studios
};
/// Errors: workspace.unknown, studio.unknown.
Result<InStudio> find_here(store::Session& session, web::Visit const& visit);

/// "Leerateliers", or what this werkplaats calls them.
[[nodiscard]] std::string title_of_all(store::Session& session, words::Words const& t,
                                       workspaces::Workspace const& workspace);
[[nodiscard]] std::string link_to_all(web::Visit const& visit, workspaces::Workspace const& workspace,
                                      std::string_view below = {});
[[nodiscard]] std::string link_to(web::Visit const& visit, InStudio const& here, std::string_view below = {});
/// The way to a page below the studio.
[[nodiscard]] std::vector<web::Crumb> crumbs_to(web::Visit const& visit, InStudio const& here);

} // namespace wf::studios
