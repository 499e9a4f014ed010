// SPDX-License-Identifier: EUPL-1.2
// The accounting in its four forms; JSON and CSV come with the page.
#pragma once

#include "feature/accounting/sheet.hpp"
#include "platform/store/kept.hpp"
#include "platform/web/feature.hpp"

namespace wf::accounting {

/// Sheets by what they are of and the last line of the trail: somebody who reads on, turns a page or takes the files has them made once.
struct Desk {
    store::Kept<Sheet> sheets{4};
};

Result<http::Response> accounting_page(web::Visit const& visit, Desk& desk);
Result<http::Response> accounting_text(web::Visit const& visit, Desk& desk);
Result<http::Response> accounting_paper(web::Visit const& visit, Desk& desk);

} // namespace wf::accounting
