// SPDX-License-Identifier: EUPL-1.2
// A town of 36 crossings that can be worked out by hand. Blocks of 100 m; node (x, y) is number 6y + x. A canal runs between
// x = 2 and x = 3, with bridges of 100 m at
//   y = 0: steps            y = 1: loose           y = 2: access not known
//   y = 3: 8 % up westward  y = 4: no bridge       y = 5: good
// At (2, 1) there is a kerb of which nothing is known. All the rest is good. The place is at (0, 0).
#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace wf::reach {
namespace {

constexpr std::uint32_t at(std::uint32_t x, std::uint32_t y)
{
    return 6 * y + x;
}

struct GridTown {
    Maker maker;
    std::vector<std::uint32_t> east; ///< edge from (x, y) to (x + 1, y), by node number; none at the bridges of y = 4
    std::vector<std::uint32_t> north;

    GridTown() : east(36, graph::none), north(36, graph::none)
    {
        for (std::uint32_t i = 0; i < 36; ++i) maker.node(100.0 * (i % 6), 100.0 * (i / 6));
        std::uint32_t const good = maker.good_way();
        for (std::uint32_t y = 0; y < 6; ++y) {
            for (std::uint32_t x = 0; x < 6; ++x) {
                if (x < 5 && x != 2) east[at(x, y)] = maker.edge(at(x, y), at(x + 1, y), good, 100);
                if (y < 5) north[at(x, y)] = maker.edge(at(x, y), at(x, y + 1), good, 100);
            }
        }
        bridge(0, [](Way& way) { way.road = Road::steps; });
        bridge(1, [](Way& way) { way.surface = Surface::loose; });
        bridge(2, [](Way& way) { way.access = Access::unknown; });
        bridge(3, [](Way& way) { way.incline_percent = -8; }); // the way runs east
        bridge(5, [](Way&) {});
        maker.network.nodes[at(2, 1)].kerb = Kerb::unknown;
    }
    void bridge(std::uint32_t y, auto const& change)
    {
        Way way = Maker::known();
        change(way);
        east[at(2, y)] = maker.edge(at(2, y), at(3, y), maker.way(way), 100);
    }
    /// On the street to the north of it, or the one that comes from the south.
    [[nodiscard]] Foothold on(std::uint32_t x, std::uint32_t y) const
    {
        return y < 5 ? Foothold{north[at(x, y)], 0, 0} : Foothold{north[at(x, y - 1)], 1, 0};
    }
    [[nodiscard]] double seconds(Profile const& profile, double speed, State state, Foothold home, Foothold place) const
    {
        Options options;
        options.draws = 1;
        Town const town = make_town(maker.network, flat_priors(0.5, 0, 1), {home}, options);
        std::vector<Destination> const places{{{place}}};
        auto const times = times_to_nearest(town, profile, state == State::certain ? town.certain : town.possible,
                                            speed, places, 10'000'000);
        return times[0] == graph::unreachable ? -1 : times[0] / 1000.0;
    }
    [[nodiscard]] double seconds(Profile const& profile, double speed, State state, std::uint32_t x,
                                 std::uint32_t y) const
    {
        return seconds(profile, speed, state, on(x, y), on(0, 0));
    }
};

Profile wheels()
{
    Profile profile = careful_person(0.5, 0);
    profile.kerb[static_cast<std::size_t>(Kerb::raised)] = {true, 0};
    profile.surface[static_cast<std::size_t>(Surface::loose)] = {true, 1};
    profile.slope_above = {true, 1};
    return profile;
}

TEST_CASE("grid town: who minds nothing walks as the streets run")
{
    GridTown const town;
    // (3, 0): 300 m over the steps. (3, 3): 600 m. (5, 4): 900 m. Possible at 1 m/s; certain has the same lengths elsewhere.
    CHECK(town.seconds(plain_person(), 1, State::possible, 3, 0) == doctest::Approx(300));
    CHECK(town.seconds(plain_person(), 1, State::possible, 3, 3) == doctest::Approx(600));
    CHECK(town.seconds(plain_person(), 1, State::certain, 5, 4) == doctest::Approx(900));
    // From (3, 5) the bridge of y = 5 and then down: 800 m. At 1.25 m/s: 640 s.
    CHECK(town.seconds(plain_person(), 1.25, State::certain, 3, 5) == doctest::Approx(640));
}

TEST_CASE("grid town: who is careful, at 0.5 m/s")
{
    GridTown const town;
    Profile const profile = careful_person(0.5, 0);
    // (3, 0). The steps are closed. Over y = 1: 100 m up 200 s, loose bridge 200 * 1.5 = 300, 300 m on 600, kerb 2 or 20.
    // Over y = 2: 400 + 200 + 800 = 1400. So 1102 and 1120.
    CHECK(town.seconds(profile, 0.5, State::possible, 3, 0) == doctest::Approx(1102));
    CHECK(town.seconds(profile, 0.5, State::certain, 3, 0) == doctest::Approx(1120));
    // (3, 3). Possible over y = 2: 200 + 200 + 800 = 1200. Certain it is closed: over y = 3 uphill 200 * 1.4 = 280, then
    // 500 m 1000: 1280; over y = 1: 400 + 300 + 600 + 20 = 1320.
    CHECK(town.seconds(profile, 0.5, State::possible, 3, 3) == doctest::Approx(1200));
    CHECK(town.seconds(profile, 0.5, State::certain, 3, 3) == doctest::Approx(1280));
    // From (2, 3) to (3, 3), downhill: 200 * 1.04.
    CHECK(town.seconds(profile, 0.5, State::certain, town.on(2, 3), town.on(3, 3)) == doctest::Approx(208));
}

TEST_CASE("grid town: on wheels, at 0.5 m/s")
{
    GridTown const town;
    // (3, 0). Possible over y = 2: 1400. Certain: steps, loose, closed and uphill fall out: y = 5, 500 + 100 + 700 m = 2600.
    CHECK(town.seconds(wheels(), 0.5, State::possible, 3, 0) == doctest::Approx(1400));
    CHECK(town.seconds(wheels(), 0.5, State::certain, 3, 0) == doctest::Approx(2600));
    // Downhill is allowed: (2, 3) to (3, 3) 208; and back: possible over y = 2, 200 + 200 + 200.
    CHECK(town.seconds(wheels(), 0.5, State::certain, town.on(2, 3), town.on(3, 3)) == doctest::Approx(208));
    CHECK(town.seconds(wheels(), 0.5, State::possible, town.on(3, 3), town.on(2, 3)) == doctest::Approx(600));
}

TEST_CASE("grid town: who must rest after 125 m, at 0.5 m/s")
{
    GridTown town;
    Profile profile = plain_person(0.5);
    profile.longest_leg_m = 125;
    profile.rest_seconds = 60;
    // (0, 2): 200 m is 400 s; 75 m beyond the leg at 60 s for each 125 m: 36 s. Possible: a bench at every corner.
    CHECK(town.seconds(profile, 0.5, State::certain, 0, 2) == doctest::Approx(436));
    CHECK(town.seconds(profile, 0.5, State::possible, 0, 2) == doctest::Approx(400));
    // (3, 0): 300 m is 600 s, 175 m beyond: 84 s.
    CHECK(town.seconds(profile, 0.5, State::certain, 3, 0) == doctest::Approx(684));
    // A bench at (2, 0): legs of 100 and 200 m.
    town.maker.network.nodes[at(2, 0)].bench = true;
    CHECK(town.seconds(profile, 0.5, State::certain, 3, 0) == doctest::Approx(636));
    // A bench at (1, 1), one block off: (0, 2) can walk 100 m + 100 m + bench + 200 m, which is longer. It does not help.
    town.maker.network.nodes[at(1, 1)].bench = true;
    CHECK(town.seconds(profile, 0.5, State::certain, 0, 2) == doctest::Approx(436));
    // From half way a street: 150 m of the place's and the home's streets are walked too. 300 s, 25 m beyond: 12 s.
    Foothold const home{town.north[at(0, 1)], 0.5F, 0};
    CHECK(town.seconds(profile, 0.5, State::certain, home, town.on(0, 0)) == doctest::Approx(312));
    Foothold const place{town.north[at(0, 0)], 0.4F, 0}; // 110 m: no rest; and with 30 m to the door 140 m
    CHECK(town.seconds(profile, 0.5, State::certain, home, place) == doctest::Approx(220));
    CHECK(town.seconds(profile, 0.5, State::certain, home, {place.edge, 0.4F, 30}) == doctest::Approx(287.2));
}

TEST_CASE("grid town: somebody in the same street does not go round")
{
    GridTown const town;
    Foothold const home{town.east[at(0, 4)], 0.25F, 10};
    Foothold const place{town.east[at(0, 4)], 0.75F, 20};
    // 10 + 50 + 20 m; to the ends and back would be 25 + 10 + ... more.
    CHECK(town.seconds(plain_person(), 1, State::certain, home, place) == doctest::Approx(80));
    CHECK(town.seconds(plain_person(), 1, State::certain, place, home) == doctest::Approx(80));
    // On a slope it depends on the direction: 200 * 0.5 * 1.4 up, 1.04 down.
    Foothold const west{town.east[at(2, 3)], 0.25F, 0};
    Foothold const east{town.east[at(2, 3)], 0.75F, 0};
    CHECK(town.seconds(careful_person(), 0.5, State::certain, east, west) == doctest::Approx(140));
    CHECK(town.seconds(careful_person(), 0.5, State::certain, west, east) == doctest::Approx(104));
    // A closed street cannot be used even in part.
    Foothold const closed_home{town.east[at(2, 2)], 0.25F, 0};
    Foothold const closed_place{town.east[at(2, 2)], 0.75F, 0};
    CHECK(town.seconds(plain_person(), 1, State::certain, closed_home, closed_place) == -1);
    CHECK(town.seconds(plain_person(), 1, State::possible, closed_home, closed_place) == doctest::Approx(50));
}

TEST_CASE("grid town: with a hard limit a leg that is too long is no way at all")
{
    GridTown const town;
    Profile profile = plain_person(0.5);
    profile.longest_leg_m = 125;
    profile.rest_seconds = 60;
    Options options;
    options.draws = 1;
    Town const all = make_town(town.maker.network, flat_priors(0.5, 0, 1), {town.on(0, 2), town.on(0, 1)}, options);
    std::vector<Destination> const places{{{town.on(0, 0)}}};
    auto const times = times_to_nearest(all, profile, all.certain, 0.5, places, 10'000'000, graph::LegLimit::hard);
    CHECK(times == std::vector<graph::Ticks>{graph::unreachable, 200'000});
}

} // namespace
} // namespace wf::reach
