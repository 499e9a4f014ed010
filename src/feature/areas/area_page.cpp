// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>
#include <array>

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

std::string tab_path(AreaPage const& data, Tab tab)
{
    auto path = path_of(data.area.level, data.area.code);
    if (tab == Tab::effort) path += "/investeren";
    if (tab == Tab::effect) path += "/effect";
    return path;
}

/// "3.725 inwoners. 16 van de 100 zijn 65 jaar of ouder. ..." from what is known, with its year.
std::string write_lead(web::Visit const& visit, AreaPage const& data)
{
    auto const& t = visit.t;
    auto const year = data.area.year;
    std::string lead;
    auto const add = [&](std::string_view indicator, std::string_view key) {
        if (auto const* figure = data.answered(indicator, year)) {
            lead += (lead.empty() ? "" : " ") + t(key, {{"n", t.number(*figure->value)}});
        }
    };
    add("inhabitants", "areas.lead.inhabitants");
    add("age_65_percent", "areas.lead.older");
    add("one_person_households_percent", "areas.lead.alone");
    if (lead.empty()) return std::string{t("areas.lead.nothing")};
    return lead + " " + t("areas.lead.source", {{"year", std::to_string(year)}});
}

void write_head(html::Html& page, web::Visit const& visit, AreaPage const& data, Tab current)
{
    auto const& t = visit.t;
    page(tag::div, attr::cls("bhead"), [&] {
        page(tag::div, [&] {
            page(tag::h1, data.area.name);
            page(tag::p, attr::cls("lead"), write_lead(visit, data));
        });
        if (!data.locator.empty()) {
            page(tag::svg, attr::cls("loc"), attr::named("viewBox", "0 0 240 240"), attr::role("img"),
                 attr::label(t("areas.locator", {{"area", data.area.name}, {"place", data.municipality_name}})),
                 html::Safe{data.locator});
        }
    });
    auto const make_tab = [&](std::string_view key, Tab tab) {
        return web::Tab{std::string{t(key)}, visit.link(tab_path(data, tab)), tab == current};
    };
    std::array<web::Tab, 3> const tabs{make_tab("areas.tab.state", Tab::state),
                                       make_tab("areas.tab.effort", Tab::effort),
                                       make_tab("areas.tab.effect", Tab::effect)};
    web::tabs(page, t("areas.tabs", {{"area", data.area.name}}), tabs);
}

void write_state(html::Html& page, web::Visit const& visit, AreaPage const& data)
{
    auto const& t = visit.t;
    if (data.run_id.empty()) {
        web::empty(page, t("areas.not_computed"), [&] { page(tag::p, t("areas.not_computed_help")); });
        return;
    }
    page(tag::section, attr::id("voorwaarden"), [&] {
        page(tag::h2, t("areas.conditions"));
        page(tag::p, t("areas.conditions_help"));
        write_conditions(page, visit, data);
    });
    page(tag::section, attr::id("mensen"), [&] {
        page(tag::h2, t("areas.people"));
        write_theme_table(page, visit, data, Theme::people);
    });
    if (data.area.level == AreaLevel::municipality) write_households(page, visit, data);
    page(tag::section, attr::id("omgeving"), [&] {
        page(tag::h2, t("areas.surroundings"));
        write_theme_table(page, visit, data, Theme::surroundings);
    });
    if (!data.children.empty()) {
        page(tag::section, attr::id("gebieden"), [&] {
            page(tag::h2, t(data.area.level == AreaLevel::municipality ? "areas.children.districts"
                                                                       : "areas.children.neighbourhoods"));
            auto const sorted = visit.request.parameter("sort").value_or("name");
            write_area_table(page, visit, t("areas.list.caption"), sort_rows(data.children, sorted), sorted);
        });
    }
    visit.context.panels->write(page, visit, "area.state", data.area.code);
}

/// A question that no capability answers yet says so, and what will be here.
void write_open_question(html::Html& page, web::Visit const& visit, AreaPage const& data, Tab tab)
{
    auto const& t = visit.t;
    bool const effort = tab == Tab::effort;
    page(tag::section, [&] {
        page(tag::h2, t(effort ? "areas.tab.effort" : "areas.tab.effect"));
        page(tag::p, t(effort ? "areas.effort.about" : "areas.effect.about"));
        auto const slot = effort ? "area.effort" : "area.effect";
        if (visit.context.panels->write(page, visit, slot, data.area.code)) return;
        web::message(page, web::Message::refuse, t("areas.open.heading", {{"area", data.area.name}}), [&] {
            page(tag::p, t(effort ? "areas.effort.missing" : "areas.effect.missing"));
            page(tag::p, [&] { page.marked({t(effort ? "areas.effort.needed" : "areas.effect.needed")}); });
        });
    });
}

web::Frame make_frame(web::Visit const& visit, AreaPage const& data, Tab tab)
{
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = data.area.name;
    frame.section = "areas";
    if (data.area.level == AreaLevel::neighbourhood || data.area.level == AreaLevel::district) {
        for (auto const& above : data.above) {
            frame.crumbs.push_back({above.name, visit.link(path_of(above.level, above.code))});
        }
    } else {
        frame.crumbs.push_back({std::string{t("areas.list.municipalities")}, visit.link("/gemeenten")});
    }
    frame.crumbs.push_back({data.area.name, ""});
    if (tab == Tab::state) {
        auto const base = visit.link(path_of(data.area.level, data.area.code));
        frame.formats = {{"CSV", base + ".csv"}, {"JSON", base + ".json"}, {"GeoJSON", base + ".geojson"}};
    }
    return frame;
}

/// GeoJSON is about the shape: one feature, the area, with its first figures. The outline comes from the store.
Result<http::Response> answer_shape(web::Visit const& visit, Municipality const& whole, AreaPage const& data)
{
    auto const find_row = [&]() -> AreaRow {
        if (data.area.level == AreaLevel::municipality) return whole.whole;
        auto const& rows = data.area.level == AreaLevel::district ? whole.districts : whole.neighbourhoods;
        return *std::find_if(rows.begin(), rows.end(), [&](AreaRow const& row) { return row.code == data.area.code; });
    };
    auto row = find_row();
    auto const area = visit.store().read([&](store::Session& session) { return areas::find(session, data.area.code); });
    if (area) row.outline.json = area->outline;
    web::Table<ListSummary, AreaRow> const view{{row.level, data.area.municipality, data.attribution}, {row}};
    return web::answer(visit, view, []() -> Result<http::Response> { return http::Response{}; });
}

} // namespace

Result<http::Response> area_page(web::Visit const& visit, Municipalities& known, AreaLevel level, Tab tab)
{
    auto const asked = visit.request.part("code");
    auto const code = parse_area_code(asked);
    auto const whole = code && code->level() == level ? known.get(visit.store(), code->municipality().text()) : nullptr;
    auto const* found = whole != nullptr ? whole->find(code->text()) : nullptr;
    if (found == nullptr)
        return Error{Trouble::not_found, "areas.unknown", std::string{asked}, "there is no such area here"};
    auto const& data = *found;
    if (visit.request.format == http::Format::geojson && tab == Tab::state) return answer_shape(visit, *whole, data);
    auto const write = [&]() -> Result<http::Response> {
        return web::page(visit, make_frame(visit, data, tab), [&](html::Html& page) {
            write_head(page, visit, data, tab);
            if (tab == Tab::state) write_state(page, visit, data);
            else write_open_question(page, visit, data, tab);
        });
    };
    // A web page needs no rows of the other formats.
    if (visit.request.format == http::Format::html) return write();
    if (tab != Tab::state)
        return Error{Trouble::unsupported, "areas.nothing_there_yet", "", "there are no figures behind this tab yet"};
    AreaSummary const summary{data.area.code,   data.area.name,         std::string{to_word(data.area.level)},
                              data.area.parent, data.area.municipality, data.area.year,
                              data.run_id};
    web::Table<AreaSummary, FigureRow> const view{summary, make_figure_rows(data, visit.language())};
    return web::answer(visit, view, write);
}

} // namespace wf::area_pages
