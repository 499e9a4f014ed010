// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::network_pages {

Result<http::Response> werkplaatsen_page(web::Visit const& visit, people::House& house);
Result<http::Response> network_page(web::Visit const& visit, people::House& house);
Result<http::Response> facts_page(web::Visit const& visit, people::House& house);
Result<http::Response> ties_page(web::Visit const& visit, people::House& house);
Result<http::Response> walls_page(web::Visit const& visit, people::House& house);

Result<http::Response> fact_page(web::Visit const& visit, people::House& house);
Result<http::Response> fact_answer(web::Visit const& visit, people::House& house);
Result<http::Response> themes_page(web::Visit const& visit, people::House& house);
Result<http::Response> themes_answer(web::Visit const& visit, people::House& house);
Result<http::Response> retire_theme_answer(web::Visit const& visit, people::House& house);
Result<http::Response> word_page(web::Visit const& visit, people::House& house);
Result<http::Response> word_answer(web::Visit const& visit, people::House& house);

Result<http::Response> new_partner_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_partner_answer(web::Visit const& visit, people::House& house);
Result<http::Response> partner_page(web::Visit const& visit, people::House& house);
Result<http::Response> partner_answer(web::Visit const& visit, people::House& house);
Result<http::Response> retire_partner_answer(web::Visit const& visit, people::House& house);
Result<http::Response> new_tie_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_tie_answer(web::Visit const& visit, people::House& house);
Result<http::Response> retire_tie_answer(web::Visit const& visit, people::House& house);

} // namespace wf::network_pages
