// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::workspace_pages {

Result<http::Response> home_page(web::Visit const& visit, people::House& house);
Result<http::Response> people_page(web::Visit const& visit, people::House& house);
Result<http::Response> invite_answer(web::Visit const& visit, people::House& house);
Result<http::Response> invite_list_answer(web::Visit const& visit, people::House& house);
Result<http::Response> withdraw_answer(web::Visit const& visit, people::House& house);
Result<http::Response> person_page(web::Visit const& visit, people::House& house);
Result<http::Response> person_answer(web::Visit const& visit, people::House& house);
Result<http::Response> remove_answer(web::Visit const& visit, people::House& house);

Result<http::Response> begin_page(web::Visit const& visit, people::House& house);
Result<http::Response> begin_answer(web::Visit const& visit, people::House& house);
Result<http::Response> next_steps_page(web::Visit const& visit, people::House& house);

} // namespace wf::workspace_pages
