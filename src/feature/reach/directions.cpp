// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/directions.hpp"

#include "kernel/geo/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace wf::reach_pages {
namespace {

constexpr double short_metres = 20;
constexpr double seen_metres = 12;
constexpr double bend_degrees = 35;
constexpr double back_degrees = 150;

Underfoot underfoot_of(reach::Road road)
{
    using reach::Road;
    switch (road) {
    case Road::footway:
    case Road::path:
    case Road::pedestrian:
    case Road::platform:
    case Road::corridor: return Underfoot::footpath;
    case Road::cycleway: return Underfoot::cycleway;
    case Road::track:
    case Road::service: return Underfoot::lane;
    case Road::steps: return Underfoot::steps;
    case Road::crossing: return Underfoot::crossing;
    case Road::ferry: return Underfoot::ferry;
    case Road::square: return Underfoot::square;
    case Road::living_street:
    case Road::residential:
    case Road::unclassified:
    case Road::tertiary:
    case Road::secondary:
    case Road::primary: return Underfoot::street;
    }
    return Underfoot::street;
}

bool is_told_always(Underfoot underfoot)
{
    return underfoot == Underfoot::steps || underfoot == Underfoot::crossing || underfoot == Underfoot::ferry;
}

struct Leg {
    Underfoot underfoot;
    std::string street;
    double metres;
    std::vector<geo::Point> line;

    [[nodiscard]] bool is_like(Leg const& other) const
    {
        if (is_told_always(underfoot) || is_told_always(other.underfoot))
            return underfoot == other.underfoot && street == other.street;
        return street.empty() ? other.street.empty() && underfoot == other.underfoot : street == other.street;
    }
    void take(Leg const& next)
    {
        metres += next.metres;
        line.insert(line.end(), next.line.begin() + 1, next.line.end());
    }
};

std::vector<Leg> list_legs(reach::Network const& network, reach::Route const& route)
{
    std::vector<Leg> legs;
    for (auto const& part : route.parts) {
        auto const& way = network.ways[network.edges[part.edge].way];
        Leg leg{underfoot_of(way.road), network.names[way.name], reach::metres_of(network, part),
                reach::trace(network, part)};
        // A street that is crossed has a name; what one does there is cross.
        if (leg.underfoot == Underfoot::crossing) leg.street.clear();
        if (!legs.empty() && legs.back().is_like(leg)) legs.back().take(leg);
        else legs.push_back(std::move(leg));
    }
    return legs;
}

/// Short pieces go into what lies before them; at the beginning, into what follows.
std::vector<Leg> leave_out_short(std::vector<Leg> const& all)
{
    std::vector<Leg> legs;
    for (auto const& leg : all) {
        bool const small = leg.street.empty() && leg.metres < short_metres && !is_told_always(leg.underfoot);
        if (!legs.empty() && (small || legs.back().is_like(leg))) legs.back().take(leg);
        else legs.push_back(leg);
    }
    if (legs.size() > 1 && legs.front().street.empty() && legs.front().metres < short_metres &&
        !is_told_always(legs.front().underfoot) && !is_told_always(legs[1].underfoot)) {
        auto first = std::move(legs.front());
        legs.erase(legs.begin());
        first.take(legs.front());
        legs.front().metres = first.metres;
        legs.front().line = std::move(first.line);
    }
    return legs;
}

/// Degrees clockwise from the north, from one point to another.
double bearing(geo::Point from, geo::Point to)
{
    double const narrow = std::cos((from.lat + to.lat) / 2 * std::numbers::pi / 180);
    return std::atan2((to.lon - from.lon) * narrow, to.lat - from.lat) * 180 / std::numbers::pi;
}

/// Along the first metres of a line.
template <class Points>
double bearing_at_start(Points begin, Points end)
{
    auto last = begin;
    double metres = 0;
    for (auto next = begin + 1; next != end && metres < seen_metres; last = next++)
        metres += geo::metres_between(*last, *next);
    return bearing(*begin, *last);
}

Turn turn_between(Leg const& before, Leg const& after)
{
    // Looked at backwards, the end of the one before is a start; who walks it comes from there.
    double const coming = bearing_at_start(before.line.rbegin(), before.line.rend()) + 180;
    double const going = bearing_at_start(after.line.begin(), after.line.end());
    double const turn = std::remainder(going - coming, 360.0);
    if (std::abs(turn) < bend_degrees) return Turn::straight;
    if (std::abs(turn) > back_degrees) return Turn::around;
    return turn > 0 ? Turn::right : Turn::left;
}

} // namespace

std::vector<Direction> list_directions(reach::Network const& network, reach::Route const& route)
{
    auto const legs = leave_out_short(list_legs(network, route));
    std::vector<Direction> directions;
    for (std::size_t at = 0; at < legs.size(); ++at) {
        auto const turn = at == 0 ? Turn::start : turn_between(legs[at - 1], legs[at]);
        directions.push_back({turn, legs[at].underfoot, legs[at].street, legs[at].metres});
    }
    return directions;
}

} // namespace wf::reach_pages
