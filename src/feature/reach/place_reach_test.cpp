// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/place_reach.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::reach_pages;

namespace {

/// One straight footway of 1,000 metres with four homes at 0, 350, 700 and 1,000; the place is at 0.
struct Straight {
    std::shared_ptr<PreparedTown> prepared = std::make_shared<PreparedTown>();
    ReadyTown ready;
    reach::Destination place{std::vector{reach::Foothold{0, 0, 0}}};

    explicit Straight(reach::Surface surface = reach::Surface::paving)
    {
        reach::Maker maker;
        auto const a = maker.node();
        auto const b = maker.node(1000);
        auto way = reach::Maker::known();
        way.surface = surface;
        way.name = 1;
        maker.edge(a, b, maker.way(way), 1000);
        prepared->network = maker.network;
        prepared->network.names = {"", "Lange Weg"};
        TownArea whole;
        whole.area.level = AreaLevel::municipality;
        TownArea area;
        area.area.level = AreaLevel::neighbourhood;
        area.people = {400.0, 40.0, 100.0, 20.0};
        area.homes = 4;
        prepared->areas = {whole, area};
        for (float const at : {0.0F, 0.35F, 0.7F, 1.0F}) {
            prepared->homes.emplace_back();
            prepared->area_of_home.push_back(1);
            prepared->footholds.emplace_back(reach::Foothold{0, at, 0});
        }
        ready.options.draws = 1;
        ready.options.threads = 1;
        ready.town = reach::make_town(prepared->network, {}, prepared->footholds, ready.options);
        ready.prepared = prepared;
    }

    [[nodiscard]] PlaceReach of(std::string_view profile) const
    {
        auto const all = find_place_reach(ready, walking::Profiles::built_in(), place, graph::LegLimit::soft);
        auto const found = std::find_if(all.begin(), all.end(),
                                        [&](PlaceReach const& one) { return one.profile->profile.id == profile; });
        REQUIRE(found != all.end());
        return *found;
    }
};

} // namespace

TEST_CASE("without a bench on a long street: it takes longer, or there is no getting through, for who must rest")
{
    Straight const town;
    auto const& profiles = walking::Profiles::built_in();
    auto const soft = find_place_reach(town.ready, profiles, town.place, graph::LegLimit::soft);
    auto const hard = find_place_reach(town.ready, profiles, town.place, graph::LegLimit::hard);
    std::size_t with_legs = 0;
    for (std::size_t at = 0; at < soft.size(); ++at) {
        auto const& profile = *soft[at].profile;
        if (!profile.profile.longest_leg_m) {
            CHECK(soft[at] == hard[at]);
            continue;
        }
        ++with_legs;
        // Only the homes within one leg: each stands for a quarter of the group.
        std::size_t near = 0;
        for (double const metres : {0.0, 350.0, 700.0, 1000.0})
            near += metres <= *profile.profile.longest_leg_m ? 1 : 0;
        CHECK(near < 4);
        CHECK(hard[at].certain[2] <= soft[at].certain[2]);
        CHECK(hard[at].certain[2] <= doctest::Approx(hard[at].people * static_cast<double>(near) / 4));
    }
    CHECK(with_legs == 3);
}

TEST_CASE("people of the homes within the time are counted, by group")
{
    Straight const town;
    // An adult walks 1.3 m/s: 397 metres in 5 minutes, 790 in 10, 1,190 in 15.
    auto const adult = town.of("adult");
    CHECK(adult.people == doctest::Approx(400));
    CHECK(adult.certain[0] == doctest::Approx(200));
    CHECK(adult.certain[1] == doctest::Approx(300));
    CHECK(adult.certain[2] == doctest::Approx(400));
    CHECK(adult.possible == adult.certain); // all is known
    // With a rollator 0.67 m/s: 200, 400 and 600 metres; a quarter of its group lives in each home.
    auto const rollator = town.of("rollator");
    auto const& group = town.prepared->areas[1].people[static_cast<std::size_t>(group_of(*rollator.profile))];
    CHECK(rollator.people == doctest::Approx(*group));
    CHECK(rollator.certain[0] == doctest::Approx(*group / 4));
    CHECK(rollator.certain[1] == doctest::Approx(*group / 2));
    CHECK(rollator.certain[2] == doctest::Approx(*group / 2));
}

TEST_CASE("what is not known of the street lies between certain and possible")
{
    Straight const town{reach::Surface::unknown};
    for (auto const& one :
         find_place_reach(town.ready, walking::Profiles::built_in(), town.place, graph::LegLimit::soft)) {
        for (std::size_t at = 0; at < reach::limit_count; ++at) {
            CHECK(one.certain[at] <= one.possible[at]);
            CHECK(one.possible[at] <= one.people + 1e-9);
            if (at > 0) CHECK(one.possible[at - 1] <= one.possible[at]);
        }
    }
    auto const rollator = town.of("rollator");
    CHECK(rollator.certain[1] < rollator.possible[1]); // gravel is 1.3 times as long
}

TEST_CASE("nobody comes to a place off the network")
{
    Straight town;
    town.place.footholds.clear();
    auto const all = find_place_reach(town.ready, walking::Profiles::built_in(), town.place, graph::LegLimit::soft);
    CHECK(all.size() == walking::Profiles::built_in().all().size());
    for (auto const& one : all) {
        CHECK(one.people > 0);
        CHECK(one.possible == std::array<double, reach::limit_count>{});
    }
}

TEST_CASE("a place is found by its id, with the street where it is entered")
{
    Straight town;
    town.prepared->places.resize(1);
    town.prepared->places[0].id = "osm-n1";
    town.prepared->places_of = {{}, {0}};
    town.prepared->destinations = {{}, {town.place}};
    auto const* found = find_destination_of(*town.prepared, "osm-n1");
    REQUIRE(found != nullptr);
    CHECK(street_of(*town.prepared, *found) == "Lange Weg");
    CHECK(find_destination_of(*town.prepared, "osm-n2") == nullptr);
    CHECK(street_of(*town.prepared, {}).empty());
}
