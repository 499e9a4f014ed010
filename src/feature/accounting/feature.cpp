// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/feature.hpp"

#include "feature/accounting/pages.hpp"
#include "feature/accounting/views.hpp"

namespace wf::embedded::feature_accounting {
std::string_view find(std::string_view name);
}

namespace wf::accounting {

web::Feature make_feature()
{
    using http::Method;
    access::Needs const read{access::Action::read, "programme"};
    std::string const here = "/werkplaats/{workspace}/verantwoording";
    web::Feature feature;
    feature.name = "accounting";
    feature.routes = {{Method::get, here, read, accounting_page},
                      {Method::get, here + "/tekst", read, accounting_text},
                      {Method::get, here + "/pdf", read, accounting_paper, web::Addresses::in_each_language,
                       http::Lane::slow}};
    feature.views = {web::describe<AccountingSummary, AccountingLine>("accounting", here)};
    feature.words_nl = embedded::feature_accounting::find("nl.po");
    feature.words_en = embedded::feature_accounting::find("en.po");
    return feature;
}

} // namespace wf::accounting
