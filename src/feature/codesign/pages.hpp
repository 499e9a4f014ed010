// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::codesign_pages {

Result<http::Response> begin_page(web::Visit const& visit, people::House& house);
Result<http::Response> begin_answer(web::Visit const& visit, people::House& house);
Result<http::Response> desk_page(web::Visit const& visit, people::House& house);
Result<http::Response> move_answer(web::Visit const& visit, people::House& house);
Result<http::Response> paper_answer(web::Visit const& visit, people::House& house);
/// Takes a note off the screen or puts it back, or leaves a chosen idea out again.
Result<http::Response> note_answer(web::Visit const& visit, people::House& house);
Result<http::Response> choose_answer(web::Visit const& visit, people::House& house);
Result<http::Response> close_answer(web::Visit const& visit, people::House& house);
Result<http::Response> screen_page(web::Visit const& visit, people::House& house);
Result<http::Response> sheets_page(web::Visit const& visit, people::House& house);
Result<http::Response> code_page(web::Visit const& visit, people::House& house);
Result<http::Response> phone_page(web::Visit const& visit, people::House& house);
Result<http::Response> phone_answer(web::Visit const& visit, people::House& house);

} // namespace wf::codesign_pages
