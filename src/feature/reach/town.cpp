// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/town.hpp"

#include "base/check.hpp"
#include "commons/areas/geometry.hpp"
#include "commons/statistics/statistics.hpp"
#include "feature/reach/observations.hpp"
#include "kernel/geo/contains.hpp"
#include "kernel/geo/distance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace wf::reach_pages {
namespace {

/// Fewer people than this: no answer (docs/decisions/0010-small-numbers.md).
constexpr double least_people = 25;
/// A neighbourhood of which less lies in the network's box is not answered.
constexpr double least_inside = 0.9;

struct Shape {
    geo::MultiPolygon outline;
    geo::Box box;
    std::size_t area;
};

/// Figures of one area: of the boundary's year first, else the newest.
class AreaFigures {
public:
    AreaFigures(store::Session& session, areas::Area const& area, std::set<std::string>& datasets)
        : m_figures{statistics::load_of_area(session, area.code)}, m_year{area.year}, m_datasets{&datasets}
    {
    }
    [[nodiscard]] std::optional<double> find(std::string_view measure, std::string_view group = {}) const
    {
        statistics::Figure const* best = nullptr;
        for (auto const& figure : m_figures) {
            if (figure.measure != measure || figure.group != group) continue;
            bool const fits = figure.year == m_year;
            if (best == nullptr || (fits && best->year != m_year) || (best->year != m_year && figure.year > best->year))
                best = &figure;
        }
        if (best == nullptr) return std::nullopt;
        m_datasets->insert(best->dataset_id);
        return best->value;
    }

private:
    std::vector<statistics::Figure> m_figures;
    int m_year;
    std::set<std::string>* m_datasets;
};

void add_people(TownArea& area, AreaFigures const& figures)
{
    auto const everybody = figures.find("inhabitants");
    area.people[static_cast<std::size_t>(Group::everybody)] = everybody;
    area.age_65_percent = figures.find("age_65_and_over_percent");
    auto const part_of = [&](std::optional<double> percent) -> std::optional<double> {
        if (!everybody || !percent) return std::nullopt;
        return *everybody * *percent / 100;
    };
    area.people[static_cast<std::size_t>(Group::age_65)] = part_of(area.age_65_percent);
    area.people[static_cast<std::size_t>(Group::age_0_14)] = part_of(figures.find("age_0_14_percent"));
    area.income = figures.find("income_per_inhabitant");
    for (auto const* group : {"65+", "18+"}) {
        if (!area.limited_in_moving_percent) area.limited_in_moving_percent = figures.find("limited_in_moving", group);
    }
}

/// People of 80 and over in private households, of the municipality.
std::optional<double> count_80(AreaFigures const& figures)
{
    double sum = 0;
    for (auto const* age : {"80-85", "85-90", "90-95", "95+"}) {
        auto const persons = figures.find("persons_in_private_households", age);
        if (!persons) return std::nullopt;
        sum += *persons;
    }
    return sum;
}

void spread_80(std::vector<TownArea>& areas, std::optional<double> persons)
{
    auto const older = areas.front().people[static_cast<std::size_t>(Group::age_65)];
    if (!persons || !older || !(*older > 0)) return;
    for (auto& area : areas) {
        if (auto const& here = area.people[static_cast<std::size_t>(Group::age_65)])
            area.people[static_cast<std::size_t>(Group::age_80)] = *here * *persons / *older;
    }
}

Result<std::vector<Shape>> read_areas(store::Session& session, std::string_view municipality, PreparedTown& town,
                                      std::set<std::string>& datasets)
{
    auto whole = areas::find(session, municipality);
    if (!whole)
        return Error{Trouble::not_found, "areas.unknown", std::string{municipality},
                     "import the areas of this municipality first"};
    std::vector<areas::Area> found{std::move(*whole)};
    for (auto const level : {AreaLevel::district, AreaLevel::neighbourhood}) {
        auto more = areas::list(session, level, municipality);
        std::move(more.begin(), more.end(), std::back_inserter(found));
    }
    std::vector<Shape> shapes;
    std::optional<double> oldest;
    for (auto& area : found) {
        TownArea made;
        AreaFigures const figures{session, area, datasets};
        add_people(made, figures);
        if (area.level == AreaLevel::municipality) oldest = count_80(figures);
        datasets.insert(area.dataset_id);
        if (area.level == AreaLevel::neighbourhood && !area.outline.empty()) {
            WF_TRY(auto outline, areas::read_geometry(area.outline));
            auto const box = geo::bounding_box(outline);
            shapes.push_back({std::move(outline), box, town.areas.size()});
        }
        area.outline.clear();
        made.area = std::move(area);
        town.areas.push_back(std::move(made));
    }
    spread_80(town.areas, oldest);
    return shapes;
}

/// The network that covers most of the municipality.
Result<std::string> choose_network(store::Session& session, std::vector<Shape> const& shapes,
                                   std::string_view municipality)
{
    std::string best;
    double most = 0;
    for (auto const& known : network::list(session)) {
        double covered = 0;
        for (auto const& shape : shapes) covered += geo::share_within(shape.outline, known.extent);
        if (covered > most) {
            most = covered;
            best = known.dataset_id;
        }
    }
    if (best.empty())
        return Error{Trouble::not_found, "reach.no_network", std::string{municipality},
                     "no walking network covers this municipality; import one: weefsel import osm FILE"};
    return best;
}

/// Which neighbourhood each home lies in; homes elsewhere are left out. Boxes first: most are ruled out by four comparisons.
void place_homes(PreparedTown& town, std::vector<Shape> const& shapes)
{
    std::vector<network::Home> kept;
    std::size_t last = 0; // neighbours in the list are neighbours in the street
    for (auto& home : town.homes) {
        auto const point = reach::to_point(home.at);
        for (std::size_t step = 0; step < shapes.size(); ++step) {
            auto const& shape = shapes[(last + step) % shapes.size()];
            if (!geo::contains(shape.box, point) || !geo::contains(shape.outline, point)) continue;
            town.area_of_home.push_back(static_cast<std::uint32_t>(shape.area));
            kept.push_back(std::move(home));
            last = (last + step) % shapes.size();
            break;
        }
    }
    town.homes = std::move(kept);
}

Coverage judge(TownArea const& area, std::size_t footholds)
{
    if (area.inside < least_inside) return Coverage::no_network;
    auto const& people = area.people[static_cast<std::size_t>(Group::everybody)];
    if (!people) return Coverage::no_people_known;
    if (*people < least_people) return Coverage::too_few_people;
    return footholds == 0 ? Coverage::no_homes : Coverage::answered;
}

void judge_areas(PreparedTown& town, std::vector<Shape> const& shapes)
{
    std::vector<std::size_t> held(town.areas.size(), 0);
    for (std::size_t home = 0; home < town.homes.size(); ++home) {
        ++town.areas[town.area_of_home[home]].homes;
        if (town.footholds[home]) ++held[town.area_of_home[home]];
    }
    for (auto& area : town.areas) {
        if (area.area.level == AreaLevel::neighbourhood) area.inside = 0;
    }
    for (auto const& shape : shapes)
        town.areas[shape.area].inside = geo::share_within(shape.outline, town.network.extent);
    for (std::size_t at = 0; at < town.areas.size(); ++at) {
        auto& area = town.areas[at];
        if (area.area.level != AreaLevel::neighbourhood) continue;
        area.coverage = judge(area, held[at]);
        area.neighbourhoods = {at};
        for (auto& above : town.areas) {
            if (above.area.code == area.area.parent || above.area.code == area.area.municipality)
                above.neighbourhoods.push_back(at);
        }
    }
    for (auto& above : town.areas) {
        if (above.area.level == AreaLevel::neighbourhood) continue;
        above.coverage = Coverage::no_network;
        for (auto const part : above.neighbourhoods) {
            above.homes += town.areas[part].homes;
            if (town.areas[part].coverage == Coverage::answered) above.coverage = Coverage::answered;
        }
    }
}

void arrange_places(PreparedTown& town, walking::Categories const& categories, reach::Locator const& locator)
{
    town.places_of.resize(categories.all().size());
    town.destinations.resize(categories.all().size());
    for (std::uint32_t place = 0; place < town.places.size(); ++place) {
        auto const* category = categories.find(town.places[place].category);
        if (category == nullptr) continue; // the municipality's own list left it out since
        auto const at = static_cast<std::size_t>(category - categories.all().data());
        town.places_of[at].push_back(place);
        town.destinations[at].push_back(find_destination(town.places[place], locator));
    }
}

void index_addresses(PreparedTown& town)
{
    std::vector<address::Entry> entries;
    for (std::size_t home = 0; home < town.homes.size(); ++home) {
        auto const& one = town.homes[home];
        if (one.street.empty() || one.number.empty()) continue;
        entries.push_back({one.street, one.number, one.postcode, {}});
        town.home_of_address.push_back(static_cast<std::uint32_t>(home));
    }
    town.addresses = address::Index::build(entries);
}

} // namespace

std::string_view to_word(Group group)
{
    switch (group) {
    case Group::everybody: return "all";
    case Group::age_0_14: return "0-14";
    case Group::age_65: return "65+";
    case Group::age_80: return "80+";
    }
    return {};
}

Group group_of(walking::WalkerProfile const& profile)
{
    for (auto const group : {Group::everybody, Group::age_0_14, Group::age_65, Group::age_80}) {
        if (to_word(group) == profile.people) return group;
    }
    WF_CHECK(false && "the reader of profiles knows these words");
    return Group::everybody;
}

std::string_view to_word(Coverage coverage)
{
    switch (coverage) {
    case Coverage::answered: return "answered";
    case Coverage::no_network: return "no_network";
    case Coverage::no_people_known: return "no_people_known";
    case Coverage::too_few_people: return "too_few_people";
    case Coverage::no_homes: return "no_homes";
    }
    return {};
}

Coverage parse_coverage(std::string_view word)
{
    for (auto const coverage : {Coverage::answered, Coverage::no_network, Coverage::no_people_known,
                                Coverage::too_few_people, Coverage::no_homes}) {
        if (to_word(coverage) == word) return coverage;
    }
    WF_CHECK(false && "only our own words are stored");
    return Coverage::no_network;
}

std::vector<double> PreparedTown::people_of_homes(Group group) const
{
    std::vector<double> of_area(areas.size(), 0.0);
    for (std::size_t at = 0; at < areas.size(); ++at) {
        auto const& people = areas[at].people[static_cast<std::size_t>(group)];
        if (areas[at].coverage == Coverage::answered && people && areas[at].homes > 0)
            of_area[at] = *people / static_cast<double>(areas[at].homes);
    }
    std::vector<double> of_home(homes.size(), 0.0);
    for (std::size_t home = 0; home < homes.size(); ++home) of_home[home] = of_area[area_of_home[home]];
    return of_home;
}

std::optional<std::size_t> area_near(PreparedTown const& town, geo::Point point, double furthest)
{
    constexpr double metres_per_degree = geo::earth_metres * std::numbers::pi / 180;
    double const narrow = std::cos(point.lat * std::numbers::pi / 180);
    double nearest = furthest * furthest;
    std::optional<std::size_t> area;
    for (std::size_t home = 0; home < town.homes.size(); ++home) {
        auto const at = reach::to_point(town.homes[home].at);
        double const north = (at.lat - point.lat) * metres_per_degree;
        double const east = (at.lon - point.lon) * metres_per_degree * narrow;
        double const square = north * north + east * east;
        if (square > nearest || (area && square == nearest)) continue;
        nearest = square;
        area = town.area_of_home[home];
    }
    return area;
}

reach::Destination find_destination(places::Place const& place, reach::Locator const& locator)
{
    reach::Destination destination;
    auto const add = [&](std::optional<reach::Foothold> foothold) {
        if (foothold) destination.footholds.push_back(*foothold);
    };
    if (!place.entrances.empty()) {
        for (auto const& entrance : place.entrances) add(locator.find(entrance));
    } else if (place.outline.size() >= 3) {
        destination.footholds = locator.find_around(place.outline);
    }
    if (destination.footholds.empty()) add(locator.find(place.at));
    return destination;
}

std::vector<std::optional<reach::Foothold>> find_homes(PreparedTown const& town, reach::Locator const& locator)
{
    std::vector<std::optional<reach::Foothold>> footholds;
    footholds.reserve(town.homes.size());
    for (auto const& home : town.homes) footholds.push_back(locator.find(reach::to_point(home.at), home.street));
    return footholds;
}

Result<std::shared_ptr<PreparedTown>> load_town(store::Store& store, std::string_view municipality,
                                                walking::Categories const& categories)
{
    auto town = std::make_shared<PreparedTown>();
    town->municipality = municipality;
    std::set<std::string> datasets;
    std::vector<Shape> shapes;
    auto const read = store.read([&](store::Session& session) -> Result<void> {
        WF_TRY(shapes, read_areas(session, municipality, *town, datasets));
        WF_TRY(town->network_dataset, choose_network(session, shapes, municipality));
        WF_TRY(town->network, network::load_network(session, town->network_dataset));
        town->homes = network::load_homes(session, town->network_dataset);
        town->places = places::load_of_dataset(session, town->network_dataset);
        town->observations = apply_observations(town->network, load_accepted(session));
        return {};
    });
    if (!read) return read.error();
    datasets.insert(town->network_dataset);
    town->datasets.assign(datasets.begin(), datasets.end());
    place_homes(*town, shapes);
    town->locator = std::make_unique<reach::Locator const>(town->network);
    town->footholds = find_homes(*town, *town->locator);
    judge_areas(*town, shapes);
    arrange_places(*town, categories, *town->locator);
    index_addresses(*town);
    return town;
}

} // namespace wf::reach_pages
