// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/plans/plans.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::plan_pages {

/// A plan of the workspace that the address names. Errors: workspace.unknown, plan.unknown.
struct Here {
    workspaces::Workspace workspace;
    plans::Plan plan;
};
Result<Here> find_plan(store::Session& session, web::Visit const& visit);

[[nodiscard]] std::string plans_link(web::Visit const& visit, workspaces::Workspace const& workspace,
                                     std::string_view below = {});
/// `title` empty: the plan itself; else a page below it.
[[nodiscard]] web::Frame plan_frame(web::Visit const& visit, Here const& here, std::string title = {});

void write_state(html::Html& page, words::Words const& t, plans::Plan const& plan);

} // namespace wf::plan_pages
