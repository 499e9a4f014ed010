// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/way_between.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

/// A street of 300 metres, the last 100 of an unknown surface, with a bench after 100.
struct Street {
    std::shared_ptr<PreparedTown> prepared = std::make_shared<PreparedTown>();
    ReadyTown ready;

    Street()
    {
        reach::Maker maker;
        std::vector<std::uint32_t> nodes;
        for (int i = 0; i <= 3; ++i) nodes.push_back(maker.node(100 * i));
        auto const known = maker.good_way();
        auto vague = reach::Maker::known();
        vague.surface = reach::Surface::unknown;
        auto const unknown = maker.way(vague);
        maker.edge(nodes[0], nodes[1], known, 100);
        maker.edge(nodes[1], nodes[2], known, 100);
        maker.edge(nodes[2], nodes[3], unknown, 100);
        maker.network.nodes[nodes[1]].bench = true;
        prepared->network = maker.network;
        ready.prepared = prepared;
        ready.options.draws = 20;
        ready.options.threads = 1;
        ready.town = reach::make_town(prepared->network, walking::WalkPriors::built_in().priors, {}, ready.options);
    }
    static Spot at(float fraction, std::uint32_t edge)
    {
        Spot spot;
        spot.door.footholds.push_back({edge, fraction, 0});
        return spot;
    }
    [[nodiscard]] WayBetween between(Spot const& from, Spot const& to) const
    {
        return find_way_between(ready, *walking::Profiles::built_in().find("rollator"), from, to);
    }
};

} // namespace

TEST_CASE("there and back: metres, times in order of certainty, benches, and what is not known")
{
    Street const street;
    auto const way = street.between(Street::at(0, 0), Street::at(0.5F, 2));
    REQUIRE(way.there.route);
    REQUIRE(way.back.route);
    CHECK(way.is_same_way());
    CHECK(way.there.route->metres == doctest::Approx(250));
    CHECK(way.back.route->metres == doctest::Approx(250));
    auto const& seconds = way.there.seconds;
    REQUIRE((seconds.certain && seconds.expected && seconds.possible));
    CHECK(*seconds.possible <= *seconds.expected);
    CHECK(*seconds.expected <= *seconds.certain);
    CHECK(*seconds.possible < *seconds.certain); // the surface is not known
    CHECK(way.there.rests.benches == 1);
    CHECK(way.there.rests.longest_metres == doctest::Approx(150));
    REQUIRE(way.there.unknown.size() == 1);
    CHECK(way.there.unknown[0].attributes == reach::bit(reach::Attribute::surface));
}

TEST_CASE("the times are those that a run gives a home there, to the second")
{
    Street const street;
    auto const& profile = walking::Profiles::built_in().find("rollator")->profile;
    auto const from = Street::at(0, 0);
    auto const to = Street::at(0.5F, 2);
    auto town = street.ready.town;
    town.homes = {from.door.footholds[0]};
    std::vector<std::vector<reach::Destination>> const places{{to.door}};
    auto const run = reach::compute_reach(town, profile, places, street.ready.options, reach::Counts::yes);
    auto const way = street.between(from, to);
    CHECK(way.there.seconds.certain == run[0].seconds.certain[0]);
    CHECK(way.there.seconds.expected == run[0].seconds.expected[0]);
    CHECK(way.there.seconds.possible == run[0].seconds.possible[0]);
    CHECK(way.there.route->metres == doctest::Approx(run[0].metres[0]).epsilon(0.01));
}

TEST_CASE("of several entrances the quickest; without a way, none")
{
    Street const street;
    auto to = Street::at(1, 2);
    to.door.footholds.push_back({0, 0.5F, 0});
    CHECK(street.between(Street::at(0, 0), to).there.route->metres == doctest::Approx(50));
    auto const nowhere = street.between(Street::at(0, 0), Spot{});
    CHECK(!nowhere.there.route);
    CHECK(!nowhere.there.seconds.possible);
}

TEST_CASE("the line of a way is in one piece, cut where it becomes unsure")
{
    Street const street;
    auto const way = street.between(Street::at(0.5F, 0), Street::at(0.5F, 2));
    auto const lines = trace_way(street.prepared->network, way.there);
    REQUIRE(lines.size() == 2);
    CHECK(!lines[0].unsure);
    CHECK(lines[1].unsure);
    CHECK(lines[0].points.back() == lines[1].points.front());
    CHECK(lines[0].points.size() == 3);
}
