// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "commons/statistics/statistics.hpp"
#include "feature/areas/pages.hpp"
#include "platform/web/components.hpp"

#include <algorithm>
#include <map>

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::string_view positions[] = {"persons_in_private_households", "children_living_at_home", "living_alone",
                                          "living_together", "lone_parents"};

/// "5-10" before "10-15", "95+" last.
double first_age(std::string_view group)
{
    auto const end = group.find_first_not_of("0123456789");
    return parse_double(group.substr(0, end)).value_or(0);
}

} // namespace

void write_households(html::Html& page, web::Visit const& visit, AreaPage const& data)
{
    auto const& t = visit.t;
    auto const figures = visit.store().read(
        [&](store::Session& session) { return statistics::load_of_area(session, data.area.code); });
    int year = 0;
    for (auto const& figure : figures) {
        if (figure.measure == positions[0]) year = std::max(year, figure.year);
    }
    if (year == 0) return;
    std::map<std::pair<double, std::string>, std::map<std::string, double, std::less<>>> by_age;
    std::string dataset;
    for (auto const& figure : figures) {
        if (figure.year != year || figure.group.empty()) continue;
        if (std::find(std::begin(positions), std::end(positions), figure.measure) == std::end(positions)) continue;
        by_age[{first_age(figure.group), figure.group}][figure.measure] = figure.value;
        dataset = figure.dataset_id;
    }
    page(tag::section, attr::id("huishoudens"), [&] {
        page(tag::h2, t("areas.households"));
        std::vector<web::Column> columns{{"", std::string{t("areas.households.age")}, web::Align::start, false}};
        for (auto const position : positions) {
            auto const& measure = *statistics::Measures::built_in().find(position);
            columns.push_back({"", visit.language() == words::Language::nl ? measure.name_nl : measure.name_en,
                               web::Align::number, false});
        }
        auto const caption = t("areas.households.caption", {{"place", data.area.name}, {"year", std::to_string(year)}});
        web::table(page, visit, caption, columns, "", [&] {
            for (auto const& [age, values] : by_age) {
                page(tag::tr, [&, &band = age.second, &of_band = values] {
                    page(tag::th, attr::scope("row"), band);
                    for (auto const position : positions) {
                        auto const found = of_band.find(position);
                        page(tag::td, attr::cls("n"),
                             found != of_band.end() ? t.number(found->second) : std::string{t("areas.unknown_short")});
                    }
                });
            }
        });
        page(tag::p, attr::cls("small"),
             [&] { page(tag::a, attr::href(visit.link("/dataset/" + dataset)), t("areas.households.source")); });
    });
}

} // namespace wf::area_pages
