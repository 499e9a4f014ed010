// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says what they hold.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::moment_pages {

Result<http::Response> moments_page(web::Visit const& visit);
Result<http::Response> calendar_file(web::Visit const& visit);

} // namespace wf::moment_pages
