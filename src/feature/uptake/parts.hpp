// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/uptake/uptake.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>

namespace wf::uptake_pages {

[[nodiscard]] std::string uptake_link(web::Visit const& visit, workspaces::Workspace const& workspace,
                                      std::string_view below = {});

/// How far a claim is, and whether it was invented.
void write_state(html::Html& page, words::Words const& t, uptake::Claim const& claim);
/// What proves it, as a link when there is one.
void write_proof(html::Html& page, uptake::Claim const& claim);

} // namespace wf::uptake_pages
