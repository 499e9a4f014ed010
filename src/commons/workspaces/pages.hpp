// SPDX-License-Identifier: EUPL-1.2
// What pages of a workspace share: which one the address names, and where a page stands.
#pragma once

#include "commons/workspaces/workspaces.hpp"
#include "platform/web/form.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::workspaces {

/// The one that the address names: {workspace} on pages for its people, {werkplaats} on those for everybody. Error: workspace.unknown.
Result<Workspace> find_here(store::Session& session, web::Visit const& visit);

/// "/nl/werkplaats/<address>" and what comes below it.
[[nodiscard]] std::string inside(web::Visit const& visit, Workspace const& workspace, std::string_view below = {});

/// A page for the people of a workspace; never kept. `between`: what stands between its home and this page.
[[nodiscard]] web::Frame frame_inside(web::Visit const& visit, std::string title, Workspace const& workspace,
                                      std::vector<web::Crumb> between = {});

/// Neighbourhoods of the municipality that a workspace is about; none when it is about none.
[[nodiscard]] std::vector<web::Option> area_options(store::Session& session, Workspace const& workspace);

} // namespace wf::workspaces
