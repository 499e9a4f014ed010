// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/point.hpp"

#include "base/text.hpp"
#include "feature/reach/towns.hpp"

#include <algorithm>
#include <cmath>

namespace wf::reach_pages {

std::optional<geo::Point> read_coordinates(std::string_view text)
{
    auto const comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    auto const lat = parse_double(trim(text.substr(0, comma)));
    auto const lon = parse_double(trim(text.substr(comma + 1)));
    if (!lat || !lon || !(std::abs(*lat) <= 90) || !(std::abs(*lon) <= 180)) return std::nullopt;
    return geo::Point{*lon, *lat};
}

places::Place const* find_place(PreparedTown const& town, std::string_view id)
{
    auto const found = std::find_if(town.places.begin(), town.places.end(),
                                    [&](places::Place const& place) { return place.id == id; });
    return found == town.places.end() ? nullptr : &*found;
}

Result<geo::Point> resolve_point(PreparedTown const& town, std::string_view text, std::string_view field)
{
    auto const wanted = trim(text);
    if (auto const point = read_coordinates(wanted)) return *point;
    if (auto const* place = find_place(town, wanted)) return place->at;
    if (auto const home = find_address(town, wanted)) return reach::to_point(town.homes[*home].at);
    std::string detail = "\"" + std::string{wanted} + "\" is not known here; ";
    auto const meant = suggest_addresses(town, wanted);
    if (meant.empty()) detail += "give a street with a number, or coordinates as 52.5557,5.9108";
    else detail += "did you mean ";
    for (std::size_t at = 0; at < meant.size(); ++at) detail += (at == 0 ? "" : ", or ") + meant[at];
    return Error{Trouble::not_found, "reach.unknown_spot", std::string{field}, std::move(detail)};
}

} // namespace wf::reach_pages
