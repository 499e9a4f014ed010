// SPDX-License-Identifier: EUPL-1.2
#include "commons/statistics/statistics.hpp"
#include "feature/areas/pages.hpp"
#include "platform/web/components.hpp"

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

void write_households(html::Html& page, web::Visit const& visit, AreaPage const& data)
{
    auto const& t = visit.t;
    auto const& households = data.households;
    if (households.rows.empty()) return;
    page(tag::section, attr::id("huishoudens"), [&] {
        page(tag::h2, t("areas.households"));
        std::vector<web::Column> columns{{"", std::string{t("areas.households.age")}, web::Align::start, false}};
        for (auto const code : household_measures) {
            auto const& measure = *statistics::Measures::built_in().find(code);
            columns.push_back({"", visit.language() == words::Language::nl ? measure.name_nl : measure.name_en,
                               web::Align::number, false});
        }
        auto const caption =
            t("areas.households.caption", {{"place", data.area.name}, {"year", std::to_string(households.year)}});
        web::table(page, visit, caption, columns, "", [&] {
            for (auto const& row : households.rows) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), row.age);
                    for (auto const& persons : row.persons) {
                        page(tag::td, attr::cls("n"),
                             persons ? t.number(*persons) : std::string{t("areas.unknown_short")});
                    }
                });
            }
        });
        page(tag::p, attr::cls("small"), [&] {
            page(tag::a, attr::href(visit.link("/dataset/" + households.dataset_id)), t("areas.households.source"));
        });
    });
}

} // namespace wf::area_pages
