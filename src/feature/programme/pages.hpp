// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::programme_pages {

Result<http::Response> programmes_page(web::Visit const& visit, people::House& house);
Result<http::Response> add_answer(web::Visit const& visit, people::House& house);
Result<http::Response> publish_answer(web::Visit const& visit, people::House& house);
Result<http::Response> programme_page(web::Visit const& visit, people::House& house);
Result<http::Response> line_answer(web::Visit const& visit, people::House& house);
Result<http::Response> spend_answer(web::Visit const& visit, people::House& house);
Result<http::Response> activity_answer(web::Visit const& visit, people::House& house);
Result<http::Response> end_activity_answer(web::Visit const& visit, people::House& house);
Result<http::Response> write_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_answer(web::Visit const& visit, people::House& house);

} // namespace wf::programme_pages
