// SPDX-License-Identifier: EUPL-1.2
// One street of two pieces, west to east along 52 degrees north, and what changes in it.
#include "kernel/reach/change.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace wf;
using namespace wf::reach;

namespace {

Place32 place(double lon, double lat)
{
    return {static_cast<std::int32_t>(std::lround(lon * 1e7)), static_cast<std::int32_t>(std::lround(lat * 1e7))};
}

/// 5.000 - 5.001 (a bend) - 5.002 - 5.004 degrees east: about 68.5 m for each thousandth.
Network make_street()
{
    Network network;
    for (double const lon : {5.000, 5.002, 5.004}) {
        NetworkNode node;
        node.at = place(lon, 52.0);
        network.nodes.push_back(node);
    }
    network.nodes[1].kerb = Kerb::unknown;
    network.ways.push_back({});
    network.bends.push_back(place(5.001, 52.0));
    Edge first;
    first.from = 0;
    first.to = 1;
    first.metres = 137;
    first.bends = 1;
    Edge second;
    second.from = 1;
    second.to = 2;
    second.metres = 137;
    network.edges = {first, second};
    network.extent = {4.9, 51.9, 5.1, 52.1};
    return network;
}

double metres_of(Network const& network)
{
    double sum = 0;
    for (auto const& edge : network.edges) sum += static_cast<double>(edge.metres);
    return sum;
}

} // namespace

TEST_CASE("a bench splits the street where it stands and no metre is lost")
{
    auto const before = make_street();
    auto const after = with_change(before, {ChangeKind::bench, {5.0005, 52.0001}, {}});
    REQUIRE(after);
    REQUIRE(check(*after));
    REQUIRE(after->nodes.size() == 4);
    CHECK(after->nodes.back().bench);
    CHECK(after->nodes.back().at.lon == doctest::Approx(5.0005e7).epsilon(1e-7));
    CHECK(after->edges.size() == 3);
    CHECK(metres_of(*after) == doctest::Approx(metres_of(before)));
    CHECK(after->edges[0].metres == doctest::Approx(137.0 / 4).epsilon(0.001));
    // The bend at 5.001 now belongs to the second piece.
    CHECK(after->edges[0].bends == 0);
    CHECK(after->edges[2].bends == 1);
    CHECK(after->bends[after->edges[2].first_bend] == place(5.001, 52.0));
    CHECK(before == make_street());
}

TEST_CASE("a bench at a corner uses the corner")
{
    auto const after = with_change(make_street(), {ChangeKind::bench, {5.002, 52.0}, {}});
    REQUIRE(after);
    CHECK(after->nodes.size() == 3);
    CHECK(after->nodes[1].bench);
}

TEST_CASE("a dropped kerb lowers the nearest kerb that is raised or unknown")
{
    auto const after = with_change(make_street(), {ChangeKind::dropped_kerb, {5.0021, 52.0}, {}});
    REQUIRE(after);
    CHECK(after->nodes[1].kerb == Kerb::lowered);
    auto const again = with_change(*after, {ChangeKind::dropped_kerb, {5.0021, 52.0}, {}});
    REQUIRE(!again);
    CHECK(again.error().code == "reach.change_no_kerb");
}

TEST_CASE("a path joins two points by a straight line; a crossing lowers its kerbs too")
{
    auto const path = with_change(make_street(), {ChangeKind::path, {5.0005, 52.0}, {5.0035, 52.0}});
    REQUIRE(path);
    REQUIRE(check(*path));
    CHECK(path->edges.size() == 5); // both pieces cut in two, and the path
    CHECK(path->ways.back().surface == Surface::paving);
    CHECK(path->edges.back().metres == doctest::Approx(0.003 * 68'460).epsilon(0.01));
    auto const crossing = with_change(make_street(), {ChangeKind::crossing, {5.0005, 52.0}, {5.002, 52.0}});
    REQUIRE(crossing);
    CHECK(crossing->nodes[1].kerb == Kerb::lowered);
    CHECK(crossing->ways.back().road == Road::crossing);
}

TEST_CASE("what cannot be: too far from any street, too long, no length")
{
    auto const code = [](Change const& change) {
        auto const result = with_change(make_street(), change);
        return result ? std::string{} : result.error().code;
    };
    CHECK(code({ChangeKind::bench, {5.001, 52.01}, {}}) == "reach.change_off_network");
    CHECK(code({ChangeKind::path, {5.000, 52.0}, {5.05, 52.0}}) == "reach.change_too_long");
    CHECK(code({ChangeKind::path, {5.000, 52.0}, {5.000, 52.0}}) == "reach.change_too_long");
    CHECK(code({ChangeKind::path, {5.000, 52.0}, {5.004, 52.001}}) == "reach.change_off_network");
}
