// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::uptake_pages {

Result<http::Response> uptake_page(web::Visit const& visit, people::House& house);
Result<http::Response> claim_page(web::Visit const& visit, people::House& house);
Result<http::Response> claim_answer(web::Visit const& visit, people::House& house);
Result<http::Response> read_page(web::Visit const& visit, people::House& house);
Result<http::Response> read_answer(web::Visit const& visit, people::House& house);
Result<http::Response> withdraw_answer(web::Visit const& visit, people::House& house);

/// Slot "work.after"; `subject` is a work::Work as text, of the workspace that the address names.
Result<void> write_panel(html::Html& page, web::Visit const& visit, std::string_view subject);

} // namespace wf::uptake_pages
