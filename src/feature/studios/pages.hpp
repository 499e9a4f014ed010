// SPDX-License-Identifier: EUPL-1.2
// The pages of this feature; README.md says which file holds which.
#pragma once

#include "commons/people/house.hpp"
#include "commons/studios/studios.hpp"
#include "platform/web/feature.hpp"

namespace wf::studio_pages {

Result<http::Response> studios_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_page(web::Visit const& visit, people::House& house);
Result<http::Response> new_answer(web::Visit const& visit, people::House& house);
Result<http::Response> studio_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_page(web::Visit const& visit, people::House& house);
Result<http::Response> write_answer(web::Visit const& visit, people::House& house);
/// Adds to the record; each kind has its own form and address.
Result<http::Response> add_entry(web::Visit const& visit, people::House& house, studios::Kind kind);
template <studios::Kind kind>
Result<http::Response> entry_answer(web::Visit const& visit, people::House& house)
{
    return add_entry(visit, house, kind);
}
Result<http::Response> end_answer(web::Visit const& visit, people::House& house);
Result<http::Response> handover_page(web::Visit const& visit, people::House& house);
Result<http::Response> handover_answer(web::Visit const& visit, people::House& house);
/// One's own reflections and what others shared; writing one, sharing or taking back, removing.
Result<http::Response> reflection_page(web::Visit const& visit, people::House& house);
Result<http::Response> reflection_answer(web::Visit const& visit, people::House& house);
Result<http::Response> share_answer(web::Visit const& visit, people::House& house);
Result<http::Response> remove_answer(web::Visit const& visit, people::House& house);

} // namespace wf::studio_pages
