// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/spot.hpp"

#include "base/text.hpp"
#include "feature/reach/place_reach.hpp"
#include "feature/reach/point.hpp"
#include "feature/reach/towns.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

constexpr std::size_t most_meant = 6;
constexpr std::size_t least_letters = 3;

/// A thing of two kinds is two rows: each id once, in the order of their address.
template <class Fits>
std::vector<places::Place const*> list_places(PreparedTown const& town, Fits const& fits)
{
    std::vector<places::Place const*> found;
    for (auto const& place : town.places) {
        if (!place.name.empty() && fits(place)) found.push_back(&place);
    }
    std::sort(found.begin(), found.end(), [](auto const* a, auto const* b) {
        return std::tie(a->name, a->address, a->id) < std::tie(b->name, b->address, b->id);
    });
    found.erase(std::unique(found.begin(), found.end(), [](auto const* a, auto const* b) { return a->id == b->id; }),
                found.end());
    return found;
}

/// "Lidl, Wederiklaan 1": by its address, or else by the street where one enters.
std::string label_of(PreparedTown const& town, places::Place const& place)
{
    std::string where = place.address;
    auto const* door = where.empty() ? find_destination_of(town, place.id) : nullptr;
    if (door != nullptr) where = street_of(town, *door);
    return where.empty() ? place.name : place.name + ", " + where;
}

std::vector<places::Place const*> list_labelled(PreparedTown const& town, std::string_view label)
{
    auto const comma = label.find(", ");
    if (comma == std::string_view::npos) return {};
    auto const key = fold_case(label);
    return list_places(town, [&](places::Place const& place) {
        return key.starts_with(fold_case(place.name)) && fold_case(label_of(town, place)) == key;
    });
}

Spot at_home(PreparedTown const& town, std::size_t home)
{
    auto const& there = town.homes[home];
    Spot spot;
    spot.name = spot.text = there.street + " " + there.number;
    spot.at = reach::to_point(there.at);
    spot.home = home;
    if (town.footholds[home]) spot.door.footholds.push_back(*town.footholds[home]);
    return spot;
}

Spot at_place(PreparedTown const& town, places::Place const& place)
{
    Spot spot;
    spot.name = place.name;
    auto label = label_of(town, place);
    spot.text = list_labelled(town, label).size() == 1 ? std::move(label) : place.id;
    spot.at = place.at;
    spot.place = &place;
    if (auto const* door = find_destination_of(town, place.id)) spot.door = *door;
    return spot;
}

Spot at_point(PreparedTown const& town, geo::Point point, std::string_view text)
{
    Spot spot;
    spot.name = spot.text = text;
    spot.at = point;
    if (auto const foothold = town.locator->find(point)) spot.door.footholds.push_back(*foothold);
    return spot;
}

Result<Spot> look_up(PreparedTown const& town, std::string_view wanted, std::string_view field)
{
    if (auto const point = read_coordinates(wanted)) return at_point(town, *point, wanted);
    if (auto const* place = find_place(town, wanted)) return at_place(town, *place);
    if (auto const home = find_address(town, wanted)) return at_home(town, *home);
    auto const key = fold_case(wanted);
    auto const named = list_places(town, [&](places::Place const& place) { return fold_case(place.name) == key; });
    if (named.size() == 1) return at_place(town, *named.front());
    if (auto const labelled = list_labelled(town, wanted); labelled.size() == 1)
        return at_place(town, *labelled.front());
    if (named.size() > 1)
        return Error{Trouble::bad_input, "reach.several_spots", std::string{field},
                     std::to_string(named.size()) + " places are called \"" + std::string{wanted} + "\"; choose one"};
    return Error{Trouble::not_found, "reach.unknown_spot", std::string{field},
                 "\"" + std::string{wanted} + "\" is not known here; give a street with a number, or a place"};
}

} // namespace

Result<Spot> find_spot(PreparedTown const& town, std::string_view text, std::string_view field)
{
    WF_TRY(auto spot, look_up(town, trim(text), field));
    if (spot.door.footholds.empty())
        return Error{Trouble::refused, "reach.spot_off_network", std::string{field},
                     "there is no street or path near \"" + spot.text + "\""};
    return spot;
}

std::vector<Meant> suggest_spots(PreparedTown const& town, std::string_view text)
{
    auto const key = fold_case(trim(text));
    std::vector<Meant> meant;
    if (key.size() >= least_letters) {
        auto const holds = list_places(town, [&](places::Place const& place) {
            return fold_case(place.name).find(key) != std::string::npos;
        });
        for (auto const* place : holds) meant.push_back({place->id, label_of(town, *place)});
        std::stable_sort(meant.begin(), meant.end(), [](Meant const& a, Meant const& b) { return a.label < b.label; });
        if (meant.size() > most_meant) meant.resize(most_meant);
    }
    for (auto const& address : suggest_addresses(town, text)) {
        if (meant.size() == most_meant) break;
        meant.push_back({address, address});
    }
    return meant;
}

} // namespace wf::reach_pages
