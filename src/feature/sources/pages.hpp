// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; feature.cpp gives them their addresses.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::sources {

[[nodiscard]] Result<http::Response> dataset_list_page(web::Visit const& visit);
[[nodiscard]] Result<http::Response> dataset_page(web::Visit const& visit);
[[nodiscard]] Result<http::Response> run_page(web::Visit const& visit);
[[nodiscard]] Result<http::Response> job_page(web::Visit const& visit);

} // namespace wf::sources
