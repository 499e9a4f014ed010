// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/municipality.hpp"

#include "base/text.hpp"
#include "commons/runs/runs.hpp"
#include "commons/statistics/statistics.hpp"
#include "feature/areas/store.hpp"

#include <algorithm>

namespace wf::area_pages {
namespace {

std::optional<double> value_of(std::vector<ProfileFigure> const& figures, std::string_view indicator, int year)
{
    for (auto const& figure : figures) {
        if (figure.year == year && figure.indicator == indicator && figure.status == Status::answered)
            return figure.value;
    }
    return std::nullopt;
}

AreaRow make_row(areas::Area const& area, std::string_view parent_name, std::string_view run_id,
                 std::vector<ProfileFigure> const& figures)
{
    AreaRow row;
    row.code = area.code;
    row.name = area.name;
    row.sort_key = sort_key(area.name);
    row.level = to_word(area.level);
    row.parent = area.parent;
    row.parent_name = parent_name;
    row.boundary_year = area.year;
    row.inhabitants = value_of(figures, "inhabitants", area.year);
    row.age_65_percent = value_of(figures, "age_65_percent", area.year);
    row.one_person_percent = value_of(figures, "one_person_households_percent", area.year);
    if (row.inhabitants || row.age_65_percent || row.one_person_percent) row.figures_year = area.year;
    row.dataset = area.dataset_id;
    row.run = run_id;
    return row;
}

/// "5-10" before "10-15", "95+" last.
double first_age(std::string_view group)
{
    return parse_double(group.substr(0, group.find_first_not_of("0123456789"))).value_or(0);
}

Households make_households(std::vector<statistics::Figure> const& figures)
{
    Households households;
    auto const place_of = [](std::string_view measure) {
        return std::find(household_measures.begin(), household_measures.end(), measure) - household_measures.begin();
    };
    for (auto const& figure : figures) {
        if (figure.measure == household_measures.front()) households.year = std::max(households.year, figure.year);
    }
    std::map<std::pair<double, std::string>, HouseholdRow> by_age;
    for (auto const& figure : figures) {
        auto const place = static_cast<std::size_t>(place_of(figure.measure));
        if (figure.year != households.year || figure.group.empty() || place == household_measures.size()) continue;
        auto& row = by_age[{first_age(figure.group), figure.group}];
        row.age = figure.group;
        row.persons[place] = figure.value;
        households.dataset_id = figure.dataset_id;
    }
    for (auto& [age, row] : by_age) households.rows.push_back(std::move(row));
    return households;
}

/// What one read of the store gives, before it is arranged.
struct Read {
    std::vector<areas::Area> all; ///< municipality, districts, neighbourhoods
    std::string run_id;
    std::vector<ProfileFigure> figures;
    std::vector<Locator> locators;
    std::vector<datasets::Dataset> sources;
    std::vector<statistics::Figure> of_whole;
};

Read read_all(store::Session& session, std::string_view code)
{
    Read read;
    auto whole = areas::find(session, code);
    if (!whole || whole->level != AreaLevel::municipality) return read;
    read.all.push_back(std::move(*whole));
    for (auto const level : {AreaLevel::district, AreaLevel::neighbourhood}) {
        for (auto& area : areas::list(session, level, code)) read.all.push_back(std::move(area));
    }
    if (auto const run = runs::find_current(session, "areas.profile", code)) {
        read.run_id = run->id;
        read.figures = load_profiles(session, run->id);
        read.locators = load_locators(session, run->id);
    }
    read.sources = datasets::list(session, true);
    read.of_whole = statistics::load_of_area(session, code);
    return read;
}

void add_figures(AreaPage& page, std::vector<ProfileFigure>& sorted, DatasetsById const& sources)
{
    auto const by_code = [](ProfileFigure const& figure, std::string const& code) { return figure.area_code < code; };
    auto const first = std::lower_bound(sorted.begin(), sorted.end(), page.area.code, by_code);
    auto const last =
        std::find_if(first, sorted.end(), [&](auto const& figure) { return figure.area_code != page.area.code; });
    page.figures.assign(std::move_iterator{first}, std::move_iterator{last});
    for (auto it = first; it != last; ++it) it->area_code = page.area.code; // the list stays sorted for the next area
    for (auto const& figure : page.figures) {
        auto const* indicator = Indicators::built_in().find(figure.indicator);
        if (indicator == nullptr) continue; // a run of an older catalogue: the page of the run still counts it
        auto const source = sources.find(figure.dataset_id);
        page.by_theme[static_cast<std::size_t>(indicator->theme)].push_back(
            {&figure, indicator, source != sources.end() ? &source->second : nullptr});
    }
}

} // namespace

ProfileFigure const* AreaPage::answered(std::string_view indicator, int year) const
{
    auto const found = std::find_if(figures.begin(), figures.end(), [&](ProfileFigure const& figure) {
        return figure.year == year && figure.indicator == indicator && figure.status == Status::answered;
    });
    return found != figures.end() ? &*found : nullptr;
}

AreaPage const* Municipality::find(std::string_view code) const
{
    auto const found = pages.find(code);
    return found != pages.end() ? &found->second : nullptr;
}

std::shared_ptr<Municipality const> load_municipality(store::Store& store, std::string_view code)
{
    auto read = store.read([&](store::Session& session) { return read_all(session, code); });
    if (read.all.empty()) return nullptr;
    auto made = std::make_shared<Municipality>();
    for (auto& dataset : read.sources) {
        auto id = dataset.id;
        made->sources.emplace(std::move(id), std::move(dataset));
    }
    auto const& whole_name = read.all.front().name;
    for (auto& area : read.all) {
        auto& page = made->pages[area.code];
        area.outline.clear(); // only GeoJSON needs it, and asks the store
        page.area = area;
        page.run_id = read.run_id;
        page.municipality_name = whole_name;
        if (auto const source = made->sources.find(area.dataset_id); source != made->sources.end())
            page.attribution = source->second.origin.attribution;
        // Those above come before those below in `all`.
        if (auto const* parent = made->find(area.parent)) {
            page.above = parent->above;
            page.above.push_back(parent->area);
        }
        add_figures(page, read.figures, made->sources);
        auto row =
            make_row(area, page.above.empty() ? std::string{} : page.above.back().name, read.run_id, page.figures);
        if (auto const parent = made->pages.find(area.parent); parent != made->pages.end())
            parent->second.children.push_back(row);
        switch (area.level) {
        case AreaLevel::municipality: made->whole = std::move(row); break;
        case AreaLevel::district: made->districts.push_back(std::move(row)); break;
        case AreaLevel::neighbourhood: made->neighbourhoods.push_back(std::move(row)); break;
        }
    }
    for (auto& locator : read.locators) {
        if (auto const page = made->pages.find(locator.area_code); page != made->pages.end())
            page->second.locator = std::move(locator.svg);
    }
    made->pages.find(code)->second.households = make_households(read.of_whole);
    return made;
}

std::shared_ptr<Municipality const> Municipalities::get(store::Store& store, std::string_view code)
{
    using Made = Result<std::shared_ptr<Municipality const>>;
    return m_kept.get(store, code, [&]() -> Made { return load_municipality(store, code); }).value();
}

std::vector<AreaRow> load_municipality_rows(store::Store& store)
{
    return store.read([](store::Session& session) {
        std::vector<AreaRow> rows;
        for (auto const& area : areas::list(session, AreaLevel::municipality, "")) {
            auto const run = runs::find_current(session, "areas.profile", area.code);
            auto const run_id = run ? run->id : std::string{};
            auto const figures = run ? load_profile(session, run_id, area.code) : std::vector<ProfileFigure>{};
            rows.push_back(make_row(area, "", run_id, figures));
        }
        return rows;
    });
}

std::vector<FigureRow> make_figure_rows(AreaPage const& page, words::Language language)
{
    std::vector<FigureRow> rows;
    rows.reserve(page.figures.size());
    for (auto const& theme : page.by_theme) {
        for (auto const& shown : theme) {
            auto const& figure = *shown.figure;
            auto const& indicator = *shown.indicator;
            FigureRow row;
            row.area = figure.area_code;
            row.indicator = figure.indicator;
            row.name = indicator.name(language);
            row.theme = to_word(indicator.theme);
            row.group = indicator.group;
            row.year = figure.year;
            row.value = figure.value;
            row.low = figure.low;
            row.high = figure.high;
            row.reference = figure.reference;
            row.unit = indicator.unit;
            row.kind = datasets::to_word(indicator.kind);
            row.status = to_word(figure.status);
            row.reason = figure.reason;
            if (figure.boundary_year != 0) {
                row.boundary_year = figure.boundary_year;
                row.boundary = areas::to_word(figure.boundary);
            }
            if (shown.dataset != nullptr) {
                row.source = shown.dataset->origin.source;
                row.licence = shown.dataset->origin.licence;
            }
            row.dataset = figure.dataset_id;
            row.run = page.run_id;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace wf::area_pages
