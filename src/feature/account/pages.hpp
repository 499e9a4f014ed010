// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

namespace wf::account {

struct Outside; ///< null where nobody logs in through an organisation

Result<http::Response> login_page(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> login_answer(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> login_code_page(web::Visit const& visit, people::House& house);
Result<http::Response> login_code_answer(web::Visit const& visit, people::House& house);
Result<http::Response> logout_answer(web::Visit const& visit, people::House& house);

Result<http::Response> invitation_page(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> invitation_answer(web::Visit const& visit, people::House& house, Outside* outside);

Result<http::Response> forgotten_page(web::Visit const& visit, people::House& house);
Result<http::Response> forgotten_answer(web::Visit const& visit, people::House& house);
Result<http::Response> reset_page(web::Visit const& visit, people::House& house);
Result<http::Response> reset_answer(web::Visit const& visit, people::House& house);

Result<http::Response> my_page(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> name_page(web::Visit const& visit, people::House& house);
Result<http::Response> name_answer(web::Visit const& visit, people::House& house);
Result<http::Response> password_page(web::Visit const& visit, people::House& house);
Result<http::Response> password_answer(web::Visit const& visit, people::House& house);

Result<http::Response> unlink_page(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> unlink_answer(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> logins_page(web::Visit const& visit, people::House& house, Outside* outside);
Result<http::Response> logins_answer(web::Visit const& visit, people::House& house, Outside* outside);

Result<http::Response> code_page(web::Visit const& visit, people::House& house);
Result<http::Response> code_answer(web::Visit const& visit, people::House& house);
Result<http::Response> code_off_page(web::Visit const& visit, people::House& house);
Result<http::Response> code_off_answer(web::Visit const& visit, people::House& house);

Result<http::Response> data_page(web::Visit const& visit, people::House& house);
Result<http::Response> leave_page(web::Visit const& visit, people::House& house);
Result<http::Response> leave_answer(web::Visit const& visit, people::House& house);

} // namespace wf::account
