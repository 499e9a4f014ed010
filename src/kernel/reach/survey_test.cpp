// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/survey.hpp"

#include "base/check.hpp"
#include "base/random.hpp"

#include <doctest/doctest.h>

#include <array>

namespace wf::reach {
namespace {

/// All that matters is known of it.
Way known_way()
{
    Way way;
    way.road = Road::footway;
    way.surface = Surface::paving;
    way.smoothness = Smoothness::good;
    way.width_cm = 200;
    way.incline_known = true;
    return way;
}

Way unknown_surface()
{
    auto way = known_way();
    way.surface = Surface::unknown;
    return way;
}

Profile on_wheels()
{
    Profile profile;
    profile.speed_mean = 1;
    profile.surface[static_cast<std::size_t>(Surface::compacted)].factor = 1.5;
    profile.smoothness[static_cast<std::size_t>(Smoothness::bad)].forbidden = true;
    profile.kerb[static_cast<std::size_t>(Kerb::raised)].seconds = 20;
    profile.width_cm = 90;
    profile.narrow.forbidden = true;
    profile.slope_percent = 6;
    profile.slope_above.factor = 2;
    profile.road_without_sidewalk.factor = 1.2;
    return profile;
}

/// Nodes in a row, each pair joined by an edge of 100 m of the way of that number.
struct Row {
    explicit Row(std::vector<Way> ways, std::vector<std::uint32_t> const& way_of_edge)
    {
        network.ways = std::move(ways);
        for (std::uint32_t i = 0; i <= way_of_edge.size(); ++i) {
            network.nodes.push_back({.osm_id = i + 1, .at = {static_cast<std::int32_t>(i) * 15'000, 0}});
        }
        for (std::uint32_t i = 0; i < way_of_edge.size(); ++i) {
            network.edges.push_back({.from = i, .to = i + 1, .way = way_of_edge[i], .metres = 100});
        }
    }
    [[nodiscard]] Town town(std::vector<std::optional<Foothold>> homes) const
    {
        Town made;
        made.network = &network;
        made.graph = make_walking_graph(network);
        made.homes = std::move(homes);
        made.certain = make_streets(network, State::certain);
        made.possible = make_streets(network, State::possible);
        return made;
    }
    Network network;
};

CategoryAnswer answer(std::vector<std::uint8_t> certain, std::vector<std::uint8_t> possible, std::size_t limit = 0)
{
    CategoryAnswer made;
    made.share[limit].certain = std::move(certain);
    made.share[limit].possible = std::move(possible);
    return made;
}

using Places = std::vector<Destination>;

std::vector<SurveyItem> rank_one(Town const& town, Profile const& profile, Places const& places,
                                 CategoryAnswer const& given, std::vector<double> const& people, std::size_t most = 100)
{
    std::size_t const limit = 0;
    return rank_survey(town, profile, std::span{&places, 1}, std::span{&given, 1}, std::span{&limit, 1}, people, most);
}

TEST_CASE("what hangs on the unknown things of a way is divided equally over them, a way counting once")
{
    // home -way 0- (1) -way 0- (2: kerb) -way 1- (3) -way 2, known- (4) place
    Row row{{unknown_surface(), unknown_surface(), known_way()}, {0, 0, 1, 2}};
    row.network.nodes[2].kerb = Kerb::unknown;
    row.network.nodes[3].kerb = Kerb::lowered;
    row.network.nodes[4].kerb = Kerb::none;
    auto const town = row.town({Foothold{0, 0.25F, 5}});
    Places const places{{{Foothold{3, 0.5F, 10}}}};
    auto const found = rank_one(town, on_wheels(), places, answer({50}, {200}), {12});
    REQUIRE(found.size() == 3); // 12 people, three quarters of them: 9, over three things
    CHECK(found[0].is_node);
    CHECK(found[0].index == 2);
    CHECK(found[0].attributes == bit(Attribute::kerb));
    CHECK(!found[1].is_node);
    CHECK(found[1].index == 0);
    CHECK(found[1].attributes == bit(Attribute::surface));
    CHECK(found[2].index == 1);
    for (auto const& item : found) CHECK(item.worth == doctest::Approx(3));
    CHECK(rank_one(town, on_wheels(), places, answer({50}, {200}), {12}, 2).size() == 2);
    CHECK(rank_one(town, on_wheels(), places, answer({50}, {200}), {12}, 0).empty());
}

TEST_CASE("only what can change the time of this profile counts")
{
    auto way = known_way();
    way.road = Road::tertiary;
    way.surface = Surface::unknown;
    way.smoothness = Smoothness::unknown;
    way.width_cm = 0;
    way.incline_known = false;
    Row row{{way}, {0, 0}};
    row.network.nodes[1].kerb = Kerb::unknown;
    row.network.nodes[1].barrier = Barrier::narrow;
    Places const places{{{Foothold{1, 1, 0}}}};
    auto const town = row.town({Foothold{0, 0, 0}});
    auto const given = answer({0}, {200});

    auto const all = rank_one(town, on_wheels(), places, given, {1});
    REQUIRE(all.size() == 2);
    CHECK(all[0].is_node);
    CHECK(all[0].attributes == (bit(Attribute::kerb) | bit(Attribute::passage)));
    CHECK(all[1].attributes == (bit(Attribute::surface) | bit(Attribute::smoothness) | bit(Attribute::width) |
                                bit(Attribute::incline) | bit(Attribute::sidewalk)));

    Profile const adult; // nothing stops or slows
    CHECK(rank_one(town, adult, places, given, {1}).empty());
    row.network.ways[0].access = Access::unknown; // a closed way stops everybody
    auto const closed = rank_one(row.town({Foothold{0, 0, 0}}), adult, places, given, {1});
    REQUIRE(closed.size() == 1);
    CHECK(closed[0].attributes == bit(Attribute::access));
    CHECK(closed[0].worth == doctest::Approx(1));

    auto strong = adult; // a surface that slows less than what is known to be bad anyway
    strong.surface[static_cast<std::size_t>(Surface::compacted)].factor = 1.2;
    strong.smoothness[static_cast<std::size_t>(Smoothness::bad)].factor = 1.5;
    row.network.ways[0].access = Access::allowed;
    row.network.ways[0].smoothness = Smoothness::bad;
    CHECK(rank_one(row.town({Foothold{0, 0, 0}}), strong, places, given, {1}).empty());
}

TEST_CASE("people walk to the nearest place, and only what lies on that way counts")
{
    // place A (0) -way 0- (1) -way 1, home- (2) -way 2, home- (3) -way 3- (4) place B
    Row row{{unknown_surface(), unknown_surface(), unknown_surface(), unknown_surface()}, {0, 1, 2, 3}};
    auto const town = row.town({Foothold{1, 0.9F, 0}, Foothold{2, 0.1F, 0}});
    Places const places{{{Foothold{0, 0, 0}}}, {{Foothold{3, 1, 0}}}};
    auto const found = rank_one(town, on_wheels(), places, answer({0, 0}, {200, 100}), {3, 8});
    REQUIRE(found.size() == 4); // 4 people over ways 2 and 3; 3 over ways 0 and 1
    std::array<std::uint32_t, 4> const order{2, 3, 0, 1};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(found[i].index == order[i]);
        CHECK(found[i].worth == doctest::Approx(i < 2 ? 2 : 1.5));
    }
    // 30 m further from the door than from the street: the other place is nearer now.
    Places const aside{{{Foothold{0, 0, 0}}}, {{Foothold{3, 1, 30}}}};
    auto const all_west = rank_one(town, on_wheels(), aside, answer({0, 0}, {200, 100}), {3, 8});
    REQUIRE(all_west.size() == 3); // 3 people over ways 0 and 1, 4 over ways 0, 1 and 2
    CHECK(all_west[0].index == 0);
    CHECK(all_west[0].worth == doctest::Approx(1.5 + 4.0 / 3));
    CHECK(all_west[2].index == 2);
    CHECK(all_west[2].worth == doctest::Approx(4.0 / 3));
}

TEST_CASE("a place on the street of the home: no crossing is passed")
{
    Row row{{unknown_surface(), known_way()}, {0, 1}};
    row.network.nodes[0].kerb = Kerb::unknown;
    row.network.nodes[1].kerb = Kerb::unknown;
    auto const town = row.town({Foothold{0, 0.2F, 0}, Foothold{1, 1, 0}});
    auto const found = rank_one(town, on_wheels(), {{{Foothold{0, 0.8F, 0}}}}, answer({0, 200}, {200, 200}), {1, 1});
    REQUIRE(found.size() == 1);
    CHECK(!found[0].is_node);
    CHECK(found[0].index == 0);
    CHECK(found[0].worth == doctest::Approx(1));
    // At the very end of the street nothing of it is walked.
    auto const from_end =
        rank_one(row.town({Foothold{0, 1, 0}}), on_wheels(), {{{Foothold{1, 0.5F, 0}}}}, answer({0}, {200}), {1});
    REQUIRE(from_end.size() == 1);
    CHECK(from_end[0].is_node);
    CHECK(from_end[0].index == 1);
}

TEST_CASE("homes without a foothold, without people, without doubt or without a way there add nothing")
{
    Row row{{unknown_surface(), unknown_surface()}, {0, 0}};
    row.network.nodes.push_back({.osm_id = 9, .at = {0, 90'000}});
    row.network.nodes.push_back({.osm_id = 10, .at = {15'000, 90'000}});
    row.network.edges.push_back({.from = 3, .to = 4, .way = 1, .metres = 100});
    std::optional<Foothold> const here = Foothold{0, 0, 0};
    auto const town = row.town({here, std::nullopt, here, here, Foothold{2, 0.5F, 0}});
    Places const places{{{Foothold{1, 1, 0}}}, {}};
    auto const found =
        rank_one(town, on_wheels(), places, answer({200, 0, 0, 100, 0}, {200, 200, 200, 90, 200}), {1, 1, 0, 1, 1});
    CHECK(found.empty());
    CHECK(rank_one(town, on_wheels(), {}, answer({0, 0, 0, 0, 0}, {200, 200, 200, 200, 200}), {1, 1, 1, 1, 1}).empty());
    CHECK_THROWS_AS((void)rank_one(town, on_wheels(), places, answer({0}, {200}), {1, 1, 1, 1, 1}), Bug);
}

TEST_CASE("categories add up, each at its own limit")
{
    Row row{{unknown_surface()}, {0}};
    auto const town = row.town({Foothold{0, 0, 0}});
    std::vector<Places> const categories(2, Places{{{Foothold{0, 1, 0}}}});
    std::vector<CategoryAnswer> const answers{answer({0}, {100}, 1), answer({100}, {150}, 2)};
    std::vector<std::size_t> const limits{1, 2};
    std::vector<double> const people{4};
    auto const found = rank_survey(town, on_wheels(), categories, answers, limits, people, 10);
    REQUIRE(found.size() == 1);
    CHECK(found[0].worth == doctest::Approx(2 + 1));
}

/// Streets of a town: 12 by 12 crossings; a third of the streets is known, and a quarter of the kerbs is unknown.
Row grid(std::uint64_t seed)
{
    Random random{seed};
    Row row{{}, {}};
    row.network = {};
    constexpr std::uint32_t side = 12;
    for (std::uint32_t i = 0; i < side * side; ++i) {
        NetworkNode node{.osm_id = i + 1,
                         .at = {static_cast<std::int32_t>(i % side) * 15'000,
                                static_cast<std::int32_t>(i / side) * 9'000}};
        if (random.below(4) == 0) node.kerb = Kerb::unknown;
        row.network.nodes.push_back(node);
    }
    for (std::uint32_t i = 0; i < 2 * side; ++i)
        row.network.ways.push_back(random.below(3) == 0 ? known_way() : unknown_surface());
    for (std::uint32_t i = 0; i < side * side; ++i) {
        auto const metres = static_cast<float>(60 + random.below(80));
        if (i % side + 1 < side)
            row.network.edges.push_back({.from = i, .to = i + 1, .way = i / side, .metres = metres});
        if (i + side < side * side)
            row.network.edges.push_back({.from = i, .to = i + side, .way = side + i % side, .metres = metres});
    }
    return row;
}

TEST_CASE("in a town: no more is divided than hangs on it, and the answer is the same each time")
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto const row = grid(seed);
        Random random{seed, 1};
        auto const somewhere = [&] {
            return Foothold{static_cast<std::uint32_t>(random.below(row.network.edges.size())),
                            static_cast<float>(random.uniform()), 3};
        };
        std::vector<std::optional<Foothold>> homes;
        std::vector<std::uint8_t> certain;
        std::vector<std::uint8_t> possible;
        std::vector<double> people;
        double hangs = 0;
        for (int i = 0; i < 300; ++i) {
            homes.emplace_back(somewhere());
            certain.push_back(static_cast<std::uint8_t>(random.below(101)));
            possible.push_back(static_cast<std::uint8_t>(100 + random.below(101)));
            people.push_back(random.uniform() * 5);
            hangs += people.back() * (possible.back() - certain.back()) / 200.0;
        }
        auto const town = row.town(homes);
        Places const places{{{somewhere(), somewhere()}}, {{somewhere()}}, {{somewhere()}}};
        auto const found = rank_one(town, on_wheels(), places, answer(certain, possible), people);
        double sum = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            sum += found[i].worth;
            CHECK(found[i].worth > 0);
            if (i > 0) CHECK(found[i - 1].worth >= found[i].worth);
            if (found[i].is_node) {
                CHECK(row.network.nodes[found[i].index].kerb == Kerb::unknown);
            } else {
                CHECK(row.network.ways[found[i].index].surface == Surface::unknown);
            }
        }
        CHECK(sum <= hangs * (1 + 1e-12));
        CHECK(sum > hangs / 2); // few homes have a way on which all is known
        auto const again = rank_one(town, on_wheels(), places, answer(certain, possible), people);
        REQUIRE(again.size() == found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(again[i].is_node == found[i].is_node);
            CHECK(again[i].index == found[i].index);
            CHECK(again[i].worth == found[i].worth);
        }
    }
}

} // namespace
} // namespace wf::reach
