// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "feature/admin/chain_memory.hpp"
#include "feature/admin/checkup.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::admin {

/// What all pages share; lives as long as the site.
struct Office {
    std::shared_ptr<people::House> house;
    Checkup checkup;
    ChainMemory chains;
};

Result<http::Response> overview_page(web::Visit const& visit, Office& office);
Result<http::Response> workspaces_page(web::Visit const& visit, Office& office);
Result<http::Response> workspaces_answer(web::Visit const& visit, Office& office);
Result<http::Response> invite_page(web::Visit const& visit, Office& office);
Result<http::Response> invite_answer(web::Visit const& visit, Office& office);
Result<http::Response> settings_page(web::Visit const& visit, Office& office);
Result<http::Response> settings_answer(web::Visit const& visit, Office& office);
Result<http::Response> storage_page(web::Visit const& visit, Office& office);
Result<http::Response> mail_page(web::Visit const& visit, Office& office);
Result<http::Response> mail_answer(web::Visit const& visit, Office& office);
Result<http::Response> logins_page(web::Visit const& visit, Office& office);
Result<http::Response> rights_page(web::Visit const& visit, Office& office);
Result<http::Response> trail_page(web::Visit const& visit, Office& office);

} // namespace wf::admin
