// SPDX-License-Identifier: EUPL-1.2
// The first administrator of a workspace is invited, by a letter.
#pragma once

#include "commons/people/house.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/web/feature.hpp"

#include <string_view>

namespace wf::admin {

/// In the transaction of the caller. Errors: those of people::invite and of the post.
Result<void> invite_administrator(store::Session& session, web::Visit const& visit, people::House const& house,
                                  workspaces::Workspace const& workspace, std::string_view mail);

} // namespace wf::admin
