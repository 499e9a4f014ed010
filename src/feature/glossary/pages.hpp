// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::glossary_pages {

Result<http::Response> words_page(web::Visit const& visit);
Result<http::Response> own_page(web::Visit const& visit, people::House& house);
Result<http::Response> add_answer(web::Visit const& visit, people::House& house);
Result<http::Response> write_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_answer(web::Visit const& visit, people::House& house);
Result<http::Response> retire_answer(web::Visit const& visit, people::House& house);

} // namespace wf::glossary_pages
