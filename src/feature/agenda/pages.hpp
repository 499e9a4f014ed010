// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::agenda_pages {

Result<http::Response> agendas_page(web::Visit const& visit, people::House& house);
Result<http::Response> agenda_page(web::Visit const& visit, people::House& house);
Result<http::Response> question_page(web::Visit const& visit, people::House& house);
Result<http::Response> follow_page(web::Visit const& visit, people::House& house);
Result<http::Response> take_away_answer(web::Visit const& visit, people::House& house);
Result<http::Response> ask_page(web::Visit const& visit, people::House& house);
Result<http::Response> ask_answer(web::Visit const& visit, people::House& house);

Result<http::Response> desk_page(web::Visit const& visit, people::House& house);
Result<http::Response> moderate_page(web::Visit const& visit, people::House& house);
Result<http::Response> wording_answer(web::Visit const& visit, people::House& house);
Result<http::Response> tell_answer(web::Visit const& visit, people::House& house);
Result<http::Response> merge_answer(web::Visit const& visit, people::House& house);
Result<http::Response> blank_answer(web::Visit const& visit, people::House& house);

Result<http::Response> rounds_page(web::Visit const& visit, people::House& house);
Result<http::Response> begin_round_answer(web::Visit const& visit, people::House& house);
Result<http::Response> round_page(web::Visit const& visit, people::House& house);
Result<http::Response> mark_answer(web::Visit const& visit, people::House& house);
Result<http::Response> paper_answer(web::Visit const& visit, people::House& house);
Result<http::Response> close_round_answer(web::Visit const& visit, people::House& house);
Result<http::Response> outcome_page(web::Visit const& visit, people::House& house);

} // namespace wf::agenda_pages
