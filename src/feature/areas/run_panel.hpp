// SPDX-License-Identifier: EUPL-1.2
// What the page of a run areas.profile shows of its own: which figures it could not give, and why.
#pragma once

#include "platform/web/feature.hpp"

#include <string_view>

namespace wf::area_pages {

Result<void> write_run_panel(html::Html& page, web::Visit const& visit, std::string_view run_id);

} // namespace wf::area_pages
