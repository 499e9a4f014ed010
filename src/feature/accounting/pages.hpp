// SPDX-License-Identifier: EUPL-1.2
// The accounting in its four forms; JSON and CSV come with the page.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::accounting {

Result<http::Response> accounting_page(web::Visit const& visit);
Result<http::Response> accounting_text(web::Visit const& visit);
Result<http::Response> accounting_paper(web::Visit const& visit);

} // namespace wf::accounting
