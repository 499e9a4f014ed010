// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/areas/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wf::area_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// A number cell; the plain value goes along for sorting in the page.
void write_cell(html::Html& page, web::Visit const& visit, std::string_view css, std::optional<double> value,
                std::string_view suffix_key)
{
    if (!value) {
        page(tag::td, attr::cls(css), visit.t("areas.unknown_short"));
        return;
    }
    page(tag::td, attr::cls(css), attr::named("data-v", to_text(*value)), [&] {
        page.text(visit.t.number(*value));
        if (!suffix_key.empty()) page.text(visit.t(suffix_key));
    });
}

std::string_view list_path(AreaLevel level)
{
    switch (level) {
    case AreaLevel::municipality: return "/gemeenten";
    case AreaLevel::district: return "/wijken";
    case AreaLevel::neighbourhood: return "/buurten";
    }
    return {};
}

std::string_view title_key(AreaLevel level)
{
    switch (level) {
    case AreaLevel::municipality: return "areas.list.municipalities";
    case AreaLevel::district: return "areas.list.districts";
    case AreaLevel::neighbourhood: return "areas.list.neighbourhoods";
    }
    return {};
}

/// The municipality of this site, unless the visitor asks for another.
std::string municipality_of(web::Visit const& visit)
{
    auto const asked = visit.request.parameter("gemeente").value_or("");
    return asked.empty() ? visit.context.settings->text("site.municipality") : std::string{asked};
}

struct AreaList {
    ListSummary summary;
    std::vector<AreaRow> rows; ///< by name
    std::string within_name;
};

Result<AreaList> load_list(web::Visit const& visit, Municipalities& known, AreaLevel level)
{
    AreaList list;
    list.summary.level = to_word(level);
    if (level == AreaLevel::municipality) {
        list.rows = load_municipality_rows(visit.store());
        return list;
    }
    auto const code = municipality_of(visit);
    auto const whole = known.get(visit.store(), code);
    if (whole == nullptr) {
        if (visit.request.parameter("gemeente"))
            return Error{Trouble::not_found, "areas.unknown", code, "there is no such municipality here"};
        return list;
    }
    list.summary.within = code;
    list.rows = level == AreaLevel::district ? whole->districts : whole->neighbourhoods;
    list.within_name = whole->whole.name;
    return list;
}

/// What the licences of the outlines ask for: one line for each dataset that the rows come from.
std::string attribute(web::Visit const& visit, std::span<AreaRow const* const> rows)
{
    std::set<std::string_view> ids;
    for (auto const* row : rows) ids.insert(row->dataset);
    return visit.store().read([&](store::Session& session) {
        std::string line;
        for (auto const id : ids) {
            if (auto const dataset = datasets::find(session, id))
                line += (line.empty() ? "" : "; ") + dataset->origin.attribution;
        }
        return line;
    });
}

/// The view of the other formats; a web page does not need it.
web::Table<ListSummary, AreaRow> make_view(web::Visit const& visit, ListSummary summary,
                                           std::span<AreaRow const* const> rows)
{
    web::Table<ListSummary, AreaRow> view;
    if (visit.request.format == http::Format::html) return view;
    view.summary = std::move(summary);
    view.summary.attribution = attribute(visit, rows);
    for (auto const* row : rows) view.rows.push_back(*row);
    return view;
}

/// Only GeoJSON carries outlines, so only then are they read.
void add_outlines(web::Visit const& visit, AreaLevel level, AreaList& list)
{
    std::map<std::string, std::string, std::less<>> outlines;
    for (auto& area : visit.store().read(
             [&](store::Session& session) { return areas::list(session, level, list.summary.within); })) {
        outlines.emplace(area.code, std::move(area.outline));
    }
    for (auto& row : list.rows) {
        if (auto const found = outlines.find(row.code); found != outlines.end()) row.outline.json = found->second;
    }
}

void keep_matching(std::vector<AreaRow>& rows, std::string_view wanted)
{
    auto const folded = fold_case(trim(wanted));
    if (folded.empty()) return;
    std::erase_if(rows, [&](AreaRow const& row) {
        return fold_case(row.name).find(folded) == std::string::npos &&
               fold_case(row.code).find(folded) == std::string::npos;
    });
}

std::string query_of(web::Visit const& visit)
{
    auto const mark = visit.request.target.find('?');
    return mark == std::string::npos ? std::string{} : visit.request.target.substr(mark);
}

void write_search(html::Html& page, web::Visit const& visit, std::string_view wanted)
{
    page(tag::form, attr::cls("card search noprint"), attr::named("method", "get"), attr::role("search"), [&] {
        page(tag::div, attr::cls("field"), [&] {
            page(tag::label, attr::named("for", "zoek"), visit.t("areas.list.search"));
            page(tag::div, attr::cls("row"), [&] {
                page(tag::input, attr::cls("utrecht-textbox"), attr::id("zoek"), attr::named("name", "zoek"),
                     attr::named("type", "search"), attr::named("value", wanted), attr::named("autocomplete", "off"));
                page(tag::button, attr::cls("utrecht-button utrecht-button--primary-action"),
                     attr::named("type", "submit"), [&] {
                         web::icon(page, "search");
                         page.text(visit.t("areas.list.search_button"));
                     });
            });
        });
    });
}

constexpr std::string_view home_slot = "home.answer";

/// `answered`: the page itself says who gets where.
void write_questions(html::Html& page, web::Visit const& visit, std::string_view municipality, bool answered)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("areas.home.questions"));
        page(tag::div, attr::cls("grid three"), [&] {
            auto const base = path_of(AreaLevel::municipality, municipality);
            auto const write_question = [&](std::string_view key, std::string_view help_key, std::string const& path) {
                page(tag::a, attr::cls("card go"), attr::href(visit.link(path)), [&] {
                    page(tag::h3, t(key));
                    page(tag::p, t(help_key));
                });
            };
            write_question("areas.home.question.state", "areas.home.question.state.help", base);
            if (!answered) write_question("areas.home.question.reach", "areas.home.question.reach.help", "/bereik");
            write_question("areas.home.question.gaps", "areas.home.question.gaps.help", "/kansen");
            write_question("areas.home.question.effort", "areas.home.question.effort.help", base + "/investeren");
            write_question("areas.home.question.effect", "areas.home.question.effect.help", base + "/effect");
        });
    });
}

} // namespace

std::vector<AreaRow const*> sort_rows(std::span<AreaRow const> rows, std::string_view sorted)
{
    std::vector<AreaRow const*> order;
    order.reserve(rows.size());
    for (auto const& row : rows) order.push_back(&row);
    bool const downwards = sorted.starts_with('-');
    auto const key = downwards ? sorted.substr(1) : sorted;
    std::optional<double> AreaRow::*number = nullptr;
    if (key == "inhabitants") number = &AreaRow::inhabitants;
    else if (key == "older") number = &AreaRow::age_65_percent;
    else if (key == "alone") number = &AreaRow::one_person_percent;
    else if (key == "name" && downwards) std::reverse(order.begin(), order.end());
    if (number == nullptr) return order; // rows come in order of name
    std::stable_sort(order.begin(), order.end(), [&](AreaRow const* a, AreaRow const* b) {
        auto const& left = a->*number;
        auto const& right = b->*number;
        if (left.has_value() != right.has_value()) return left.has_value();
        if (!left || *left == *right) return false;
        return downwards ? *left > *right : *left < *right;
    });
    return order;
}

void write_area_table(html::Html& page, web::Visit const& visit, std::string_view caption,
                      std::span<AreaRow const* const> rows, std::string_view sorted)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{
        {"name", std::string{t("areas.column.name")}, web::Align::start, false},
        {"", std::string{t("areas.column.within")}, web::Align::start, true},
        {"inhabitants", std::string{t("areas.column.inhabitants")}, web::Align::number, false},
        {"older", std::string{t("areas.column.older")}, web::Align::number, false},
        {"alone", std::string{t("areas.column.alone")}, web::Align::number, true},
        {"", std::string{t("areas.column.year")}, web::Align::number, true},
    };
    web::table(page, visit, caption, columns, sorted, [&] {
        for (auto const* each : rows) {
            auto const& row = *each;
            auto const code = parse_area_code(row.code);
            WF_CHECK(code.has_value());
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), attr::named("data-v", row.sort_key),
                     [&] { page(tag::a, attr::href(visit.link(path_of(code->level(), row.code))), row.name); });
                page(tag::td, attr::cls("wide"), row.parent_name);
                write_cell(page, visit, "n", row.inhabitants, "");
                write_cell(page, visit, "n", row.age_65_percent, "areas.suffix.percent");
                write_cell(page, visit, "n wide", row.one_person_percent, "areas.suffix.percent");
                page(tag::td, attr::cls("n wide"),
                     row.figures_year ? std::to_string(*row.figures_year) : std::string{"–"});
            });
        }
    });
}

Result<http::Response> list_page(web::Visit const& visit, Municipalities& known, AreaLevel level)
{
    WF_TRY(auto list, load_list(visit, known, level));
    auto const wanted = visit.request.parameter("zoek").value_or("");
    auto const sorted = visit.request.parameter("sort").value_or("name");
    keep_matching(list.rows, wanted);
    if (visit.request.format == http::Format::geojson) add_outlines(visit, level, list);
    auto const order = sort_rows(list.rows, sorted);

    auto const view = make_view(visit, list.summary, order);
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t(title_key(level));
        frame.section = "areas";
        frame.crumbs = {{std::string{t("areas.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        auto const base = visit.link(list_path(level));
        auto const query = query_of(visit);
        frame.formats = {{"CSV", base + ".csv" + query},
                         {"JSON", base + ".json" + query},
                         {"GeoJSON", base + ".geojson" + query}};
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, list.within_name.empty()
                              ? frame.title
                              : t("areas.list.title_within", {{"what", frame.title}, {"place", list.within_name}}));
            page(tag::p, attr::cls("lead"), t.count("areas.list.lead", static_cast<std::int64_t>(list.rows.size())));
            page(tag::nav, attr::cls("tabs"), attr::label(t("areas.list.levels")), [&] {
                for (auto const other : {AreaLevel::municipality, AreaLevel::district, AreaLevel::neighbourhood}) {
                    page(tag::a, attr::href(visit.link(list_path(other))), attr::current(other == level),
                         t(title_key(other)));
                }
            });
            write_search(page, visit, wanted);
            if (order.empty()) {
                web::empty(page, t("areas.list.none"), [&] { page(tag::p, t("areas.list.none_help")); });
                return;
            }
            write_area_table(page, visit, t("areas.list.caption"), order, sorted);
            page(tag::p, attr::cls("small soft"), t("areas.list.note"));
        });
    });
}

Result<http::Response> home_page(web::Visit const& visit, Municipalities& known)
{
    auto const& municipality = visit.context.settings->text("site.municipality");
    auto const& t = visit.t;
    auto const loaded = known.get(visit.store(), municipality);
    web::Frame frame;
    frame.title = t("areas.home.title");
    frame.section = "home";
    frame.has_map = !visit.context.panels->of(home_slot).empty();
    if (loaded == nullptr) {
        // Nothing imported yet: say how to begin.
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("areas.home.heading", {{"place", visit.context.settings->text("site.place")}}));
            web::empty(page, t("areas.home.nothing"), [&] { page(tag::p, t("areas.home.nothing_help")); });
        });
    }
    auto const* const whole = loaded->find(municipality);
    auto const sorted = visit.request.parameter("sort").value_or("-inhabitants");
    auto const order = sort_rows(loaded->neighbourhoods, sorted);
    auto const view = make_view(visit, {"neighbourhood", municipality, {}}, order);
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        return web::page(visit, frame, [&](html::Html& page) {
            auto const& place = whole->area.name;
            // Who gets where, where that was worked out; else how the neighbourhoods are.
            if (visit.context.panels->write(page, visit, home_slot, municipality)) {
                write_questions(page, visit, municipality, true);
                return;
            }
            page(tag::h1, t("areas.home.heading", {{"place", place}}));
            auto const older = whole->answered("age_65_percent", whole->area.year);
            auto const alone = whole->answered("one_person_households_percent", whole->area.year);
            if (older != nullptr && alone != nullptr) {
                auto const sentence =
                    t("areas.home.sentence",
                      {{"place", place}, {"older", t.number(*older->value)}, {"alone", t.number(*alone->value)}});
                page(tag::div, attr::cls("answer"), [&] {
                    page(tag::p, attr::cls("say"), html::Marked{sentence});
                    page(tag::p, attr::cls("sure"), t("areas.home.year", {{"year", std::to_string(whole->area.year)}}));
                });
            }
            page(tag::p, attr::cls("row noprint"), [&] {
                web::link_button(page, visit.link(path_of(AreaLevel::municipality, municipality)),
                                 t("areas.home.whole", {{"place", place}}), web::Button::primary);
                web::link_button(page, visit.link("/buurten"), t("areas.home.search"));
            });
            page(tag::section, [&] {
                page(tag::h2, t("areas.home.neighbourhoods"));
                write_area_table(page, visit, t("areas.list.caption"), order, sorted);
                page(tag::p, attr::cls("small soft"), t("areas.list.note"));
            });
            write_questions(page, visit, municipality, false);
        });
    });
}

} // namespace wf::area_pages
