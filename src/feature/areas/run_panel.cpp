// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/run_panel.hpp"

#include "feature/areas/indicators.hpp"
#include "feature/areas/store.hpp"
#include "platform/web/components.hpp"

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

Result<void> write_run_panel(html::Html& page, web::Visit const& visit, std::string_view run_id)
{
    auto const& t = visit.t;
    auto const unanswered =
        visit.store().read([&](store::Session& session) { return count_unanswered(session, run_id); });
    if (unanswered.empty()) {
        page(tag::p, t("areas.run.all_answered"));
        return {};
    }
    std::vector<web::Column> const columns{{"", std::string{t("areas.column.figure")}, web::Align::start, false},
                                           {"", std::string{t("areas.column.year")}, web::Align::number, false},
                                           {"", std::string{t("areas.run.areas")}, web::Align::number, false},
                                           {"", std::string{t("areas.run.reason")}, web::Align::start, false}};
    web::table(page, visit, t("areas.run.caption"), columns, "", [&] {
        for (auto const& row : unanswered) {
            auto const* indicator = Indicators::built_in().find(row.indicator);
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     indicator != nullptr ? indicator->name(visit.language()) : row.indicator);
                page(tag::td, attr::cls("n"), std::to_string(row.year));
                page(tag::td, attr::cls("n"), row.areas);
                page(tag::td, t("areas.reason." + row.reason, {{"year", std::to_string(row.year)}}));
            });
        }
    });
    return {};
}

} // namespace wf::area_pages
