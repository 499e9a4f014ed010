// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/people/memberships.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/refuse.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::workspace_pages {

/// Below which page a page stands; never kept.
[[nodiscard]] web::Frame frame_of(web::Visit const& visit, std::string title, workspaces::Workspace const* workspace);

/// All roles that are given to people, each with what it is for.
[[nodiscard]] std::vector<web::Option> role_options(words::Words const& t);
[[nodiscard]] access::Roles to_roles(std::vector<std::string> const& words);

/// Invites and writes the letter, in one transaction of the caller; gives the link. Errors: those of people::invite.
Result<std::string> invite_by_letter(store::Session& session, web::Visit const& visit, people::House const& house,
                                     workspaces::Workspace const& workspace, std::string_view mail,
                                     access::Roles roles);

} // namespace wf::workspace_pages
