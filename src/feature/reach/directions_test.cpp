// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/directions.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

/// Streets with names, joined as they are laid.
struct Laid {
    reach::Maker maker;
    reach::Route route;
    std::uint32_t at{maker.node(0, 0)};
    double east{0};
    double north{0};

    /// Goes on from where it is; `name` empty: no name.
    void go(double metres_east, double metres_north, std::string const& name,
            reach::Road road = reach::Road::residential)
    {
        auto& names = maker.network.names;
        auto way = reach::Maker::known(road);
        if (!name.empty()) {
            auto const known = std::find(names.begin(), names.end(), name);
            way.name = static_cast<std::uint32_t>(known - names.begin());
            if (known == names.end()) names.push_back(name);
        }
        auto const next = maker.node(east += metres_east, north += metres_north);
        double const metres = std::hypot(metres_east, metres_north);
        route.parts.push_back({maker.edge(at, next, maker.way(way), metres), 0, 1});
        route.metres += metres;
        at = next;
    }
    [[nodiscard]] std::vector<Direction> told() const { return list_directions(maker.network, route); }
};

Direction step(Turn turn, std::string street, double metres, Underfoot underfoot = Underfoot::street)
{
    return {turn, underfoot, std::move(street), metres};
}

/// Metres to a tenth: an edge keeps them as a float.
bool is_told(std::vector<Direction> const& told, std::vector<Direction> const& wanted)
{
    return std::equal(told.begin(), told.end(), wanted.begin(), wanted.end(),
                      [](Direction const& a, Direction const& b) {
                          return a.turn == b.turn && a.underfoot == b.underfoot && a.street == b.street &&
                                 std::abs(a.metres - b.metres) < 0.1;
                      });
}

} // namespace

TEST_CASE("streets in the order of walking, with a turn before each")
{
    Laid laid;
    laid.go(0, 100, "Noordweg");
    laid.go(0, 50, "Noordweg"); // goes on: the same street
    laid.go(80, 0, "Dorpstraat");
    laid.go(0, 60, "Colijnlaan");
    laid.go(5, 60, "Hanzeplein");
    laid.go(0, -60, "Terugweg");
    CHECK(is_told(laid.told(), {step(Turn::start, "Noordweg", 150), step(Turn::right, "Dorpstraat", 80),
                                step(Turn::left, "Colijnlaan", 60), step(Turn::straight, "Hanzeplein", 60.2),
                                step(Turn::around, "Terugweg", 60)}));
}

TEST_CASE("a route that is walked against its edges turns the other way")
{
    Laid laid;
    laid.go(0, 100, "Noordweg");
    laid.go(80, 0, "Dorpstraat");
    reach::Route back;
    back.parts = {{1, 1, 0}, {0, 1, 0.5}};
    CHECK(is_told(list_directions(laid.maker.network, back),
                  {step(Turn::start, "Dorpstraat", 80), step(Turn::left, "Noordweg", 50)}));
}

TEST_CASE("crossings, steps and ferries are told however short; scraps without a name are not")
{
    Laid laid;
    laid.go(0, 6, "", reach::Road::footway); // from the door
    laid.go(0, 60, "Noordweg");
    laid.go(0, 7, "Burgwal", reach::Road::crossing); // one crosses it, one does not walk it
    laid.go(0, 12, "", reach::Road::footway);
    laid.go(0, 40, "", reach::Road::footway);
    laid.go(0, 3, "", reach::Road::steps);
    laid.go(0, 300, "Pont (verzonnen)", reach::Road::ferry);
    laid.go(0, 9, "", reach::Road::footway); // to the door
    CHECK(is_told(laid.told(),
                  {step(Turn::start, "Noordweg", 66), step(Turn::straight, "", 7, Underfoot::crossing),
                   step(Turn::straight, "", 52, Underfoot::footpath), step(Turn::straight, "", 3, Underfoot::steps),
                   step(Turn::straight, "Pont (verzonnen)", 309, Underfoot::ferry)}));
}

TEST_CASE("no streets, no directions")
{
    Laid const laid;
    CHECK(laid.told().empty());
}
