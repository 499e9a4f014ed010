// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::plan_pages {

Result<http::Response> plans_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_answer(web::Visit const& visit, people::House& house);
Result<http::Response> plan_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_answer(web::Visit const& visit, people::House& house);
Result<http::Response> promise_answer(web::Visit const& visit, people::House& house);
Result<http::Response> step_answer(web::Visit const& visit, people::House& house);
Result<http::Response> start_answer(web::Visit const& visit, people::House& house);
Result<http::Response> end_answer(web::Visit const& visit, people::House& house);

} // namespace wf::plan_pages
