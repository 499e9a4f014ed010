// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/feature.hpp"

#include "feature/accounting/pages.hpp"
#include "feature/accounting/views.hpp"

#include <memory>

namespace wf::embedded::feature_accounting {
std::string_view find(std::string_view name);
}

namespace wf::accounting {

web::Feature make_feature()
{
    using http::Method;
    access::Needs const read{access::Action::read, "programme"};
    auto const desk = std::make_shared<Desk>();
    using Page = Result<http::Response> (*)(web::Visit const&, Desk&);
    auto const with_desk = [&](Page page) {
        return [desk, page](web::Visit const& visit) { return page(visit, *desk); };
    };
    std::string const here = "/werkplaats/{workspace}/verantwoording";
    web::Feature feature;
    feature.name = "accounting";
    feature.routes = {{Method::get, here, read, with_desk(accounting_page)},
                      {Method::get, here + "/tekst", read, with_desk(accounting_text)},
                      {Method::get, here + "/pdf", read, with_desk(accounting_paper), web::Addresses::in_each_language,
                       http::Lane::slow}};
    feature.views = {web::describe<AccountingSummary, AccountingLine>("accounting", here)};
    feature.words_nl = embedded::feature_accounting::find("nl.po");
    feature.words_en = embedded::feature_accounting::find("en.po");
    return feature;
}

} // namespace wf::accounting
