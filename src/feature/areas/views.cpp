// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/views.hpp"

#include "commons/runs/runs.hpp"
#include "commons/statistics/statistics.hpp"
#include "feature/areas/store.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace wf::area_pages {
namespace {

DatasetsById load_sources(store::Session& session)
{
    DatasetsById sources;
    for (auto& dataset : datasets::list(session, true)) {
        auto id = dataset.id;
        sources.emplace(std::move(id), std::move(dataset));
    }
    return sources;
}

std::string run_of(store::Session& session, std::string_view municipality)
{
    auto const run = runs::find_current(session, "areas.profile", municipality);
    return run ? run->id : std::string{};
}

using NewestByArea = std::map<std::string, ProfileFigure, std::less<>>;

NewestByArea newest_by_area(store::Session& session, std::string const& run_id, std::string_view indicator, int year)
{
    NewestByArea newest;
    if (run_id.empty()) return newest;
    for (auto& figure : load_of_year(session, run_id, indicator, year)) {
        auto code = figure.area_code;
        newest.emplace(std::move(code), std::move(figure));
    }
    return newest;
}

std::optional<double> value_of(NewestByArea const& figures, std::string_view code)
{
    auto const found = figures.find(code);
    return found != figures.end() ? found->second.value : std::nullopt;
}

std::vector<AreaRow> make_rows(store::Session& session, std::vector<areas::Area> const& list)
{
    std::map<std::string, std::string, std::less<>> parents;
    std::map<std::string, std::string, std::less<>> runs_by_municipality;
    std::map<std::string, std::array<NewestByArea, 3>, std::less<>> figures;
    std::vector<AreaRow> rows;
    rows.reserve(list.size());
    for (auto const& area : list) {
        auto const [run, is_new] = runs_by_municipality.try_emplace(area.municipality);
        if (is_new) {
            run->second = run_of(session, area.municipality);
            figures[area.municipality] = {newest_by_area(session, run->second, "inhabitants", area.year),
                                          newest_by_area(session, run->second, "age_65_percent", area.year),
                                          newest_by_area(session, run->second, "one_person_households_percent", area.year)};
        }
        auto const [parent, unknown_parent] = parents.try_emplace(area.parent);
        if (unknown_parent && !area.parent.empty()) {
            if (auto const found = areas::find(session, area.parent)) parent->second = found->name;
        }
        auto const& of_municipality = figures[area.municipality];
        AreaRow row;
        row.code = area.code;
        row.name = area.name;
        row.level = to_word(area.level);
        row.parent = area.parent;
        row.parent_name = parent->second;
        row.boundary_year = area.year;
        row.inhabitants = value_of(of_municipality[0], area.code);
        row.age_65_percent = value_of(of_municipality[1], area.code);
        row.one_person_percent = value_of(of_municipality[2], area.code);
        if (row.inhabitants || row.age_65_percent || row.one_person_percent) row.figures_year = area.year;
        row.dataset = area.dataset_id;
        row.run = run->second;
        row.outline.json = area.outline;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::string_view to_word(AreaLevel level)
{
    switch (level) {
    case AreaLevel::municipality: return "municipality";
    case AreaLevel::district: return "district";
    case AreaLevel::neighbourhood: return "neighbourhood";
    }
    return {};
}

std::string path_of(AreaLevel level, std::string_view code)
{
    std::string path;
    switch (level) {
    case AreaLevel::municipality: path = "/gemeente/"; break;
    case AreaLevel::district: path = "/wijk/"; break;
    case AreaLevel::neighbourhood: path = "/buurt/"; break;
    }
    return path.append(code);
}

std::vector<ShownFigure> AreaPage::shown(Theme theme) const
{
    std::vector<ShownFigure> list;
    for (auto const& figure : figures) {
        auto const* indicator = Indicators::built_in().find(figure.indicator);
        if (indicator == nullptr || indicator->theme != theme) continue;
        auto const source = sources.find(figure.dataset_id);
        list.push_back({&figure, indicator, source != sources.end() ? &source->second : nullptr});
    }
    return list;
}

ProfileFigure const* AreaPage::answered(std::string_view indicator, int year) const
{
    auto const found = std::find_if(figures.begin(), figures.end(), [&](ProfileFigure const& figure) {
        return figure.year == year && figure.indicator == indicator && figure.status == Status::answered;
    });
    return found != figures.end() ? &*found : nullptr;
}

Result<AreaPage> load_area_page(store::Store& store, AreaLevel level, std::string_view code_text)
{
    auto const unknown = [&] {
        return Error{Trouble::not_found, "areas.unknown", std::string{code_text}, "there is no such area here"};
    };
    auto const code = parse_area_code(code_text);
    if (!code || code->level() != level) return unknown();
    return store.read([&](store::Session& session) -> Result<AreaPage> {
        auto area = areas::find(session, code->text());
        if (!area) return unknown();
        AreaPage page;
        page.area = std::move(*area);
        for (auto above = page.area.parent; !above.empty();) {
            auto found = areas::find(session, above);
            if (!found) break;
            above = found->parent;
            page.above.insert(page.above.begin(), std::move(*found));
        }
        page.municipality_name = page.above.empty() ? page.area.name : page.above.front().name;
        page.run_id = run_of(session, page.area.municipality);
        if (!page.run_id.empty()) {
            page.figures = load_profile(session, page.run_id, page.area.code);
            page.locator = load_locator(session, page.run_id, page.area.code);
        }
        if (level != AreaLevel::neighbourhood) page.children = make_rows(session, areas::list_children(session, page.area.code));
        page.sources = load_sources(session);
        return page;
    });
}

AreaList load_area_list(store::Store& store, AreaLevel level, std::string_view within)
{
    return store.read([&](store::Session& session) {
        AreaList list;
        list.summary.level = to_word(level);
        list.summary.within = std::string{within};
        list.rows = make_rows(session, areas::list(session, level, within));
        if (!within.empty()) {
            if (auto const whole = areas::find(session, within)) list.within_name = whole->name;
        }
        std::set<std::string> attributions;
        for (auto const& row : list.rows) {
            if (auto const dataset = datasets::find(session, row.dataset)) attributions.insert(dataset->origin.attribution);
        }
        for (auto const& attribution : attributions) {
            list.summary.attribution += (list.summary.attribution.empty() ? "" : "; ") + attribution;
        }
        return list;
    });
}

std::vector<FigureRow> make_figure_rows(AreaPage const& page, words::Language language)
{
    std::vector<FigureRow> rows;
    rows.reserve(page.figures.size());
    for (auto const& figure : page.figures) {
        auto const* indicator = Indicators::built_in().find(figure.indicator);
        if (indicator == nullptr) continue; // a run of an older catalogue: its own page still shows it
        FigureRow row;
        row.area = figure.area_code;
        row.indicator = figure.indicator;
        row.name = indicator->name(language);
        row.theme = to_word(indicator->theme);
        row.group = indicator->group;
        row.year = figure.year;
        row.value = figure.value;
        row.low = figure.low;
        row.high = figure.high;
        row.reference = figure.reference;
        row.unit = indicator->unit;
        row.kind = datasets::to_word(statistics::Measures::built_in().find(indicator->measure)->kind);
        row.status = to_word(figure.status);
        row.reason = figure.reason;
        if (figure.boundary_year != 0) row.boundary_year = figure.boundary_year;
        if (auto const source = page.sources.find(figure.dataset_id); source != page.sources.end()) {
            row.source = source->second.origin.source;
            row.licence = source->second.origin.licence;
        }
        row.dataset = figure.dataset_id;
        row.run = page.run_id;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace wf::area_pages
