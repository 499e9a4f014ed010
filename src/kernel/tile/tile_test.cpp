// SPDX-License-Identifier: EUPL-1.2
// What make_tiles promises of a whole set: bytes, order, tables, levels, threads.
#include "base/check.hpp"
#include "base/random.hpp"
#include "kernel/tile/test_decoder.hpp"
#include "kernel/tile/test_property.hpp"

#include <doctest/doctest.h>

using namespace wf::tile;
using namespace wf::tile::test;

namespace {

using Commands = std::vector<std::uint32_t>;

/// The commands of one feature in the only square of level 0.
Commands commands_of(Shape shape, std::vector<std::vector<Unit>> const& parts)
{
    auto const squares = draw({feature_at(shape, parts, 0)}, plan_at(0));
    REQUIRE(squares.size() == 1);
    return squares.begin()->second.at(0).features.at(0).commands;
}

std::string bytes_of(std::vector<Feature> const& features, Plan const& plan)
{
    std::string all;
    make_tiles(features, plan, [&](Address address, std::string const& content) {
        all += std::to_string(address.zoom) + '/' + std::to_string(address.column) + '/' + std::to_string(address.row);
        all += content;
    });
    return all;
}

Feature small_line(std::uint64_t id, std::int32_t rank)
{
    Feature feature = feature_at(Shape::line, {{{10, 10}, {20, 20}}}, 0);
    feature.id = id;
    feature.rank = rank;
    return feature;
}

std::vector<Feature> any_town()
{
    std::vector<Feature> features;
    wf::Random random{3};
    auto const some = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
    };
    for (int i = 0; i < 1'000; ++i) {
        Unit const corner{8461 * 4096 + some(30'000), 5370 * 4096 + some(30'000)};
        std::vector<Unit> part;
        for (auto count = 1 + some(20); count > 0; --count)
            part.push_back({corner.x + some(900), corner.y + some(900)});
        Feature feature = feature_at(static_cast<Shape>(some(3)), {part}, 14);
        feature.id = static_cast<std::uint64_t>(some(2'000));
        feature.rank = static_cast<std::int32_t>(some(4) - 2);
        feature.layer = static_cast<std::uint8_t>(some(2));
        feature.zoom_from = static_cast<std::uint8_t>(some(15));
        feature.tags = {{static_cast<std::uint16_t>(some(3)), Value{some(50)}}, {3, Value{std::to_string(some(90))}}};
        features.push_back(std::move(feature));
    }
    return features;
}

} // namespace

TEST_CASE("the examples of the specification, 4.3.5")
{
    CHECK(commands_of(Shape::point, {{{25, 17}}}) == Commands{9, 50, 34});
    CHECK(commands_of(Shape::point, {{{5, 7}}, {{3, 2}}}) == Commands{17, 10, 14, 3, 9});
    CHECK(commands_of(Shape::point, {{{5, 7}, {3, 2}}}) == Commands{17, 10, 14, 3, 9});
    CHECK(commands_of(Shape::line, {{{2, 2}, {2, 10}, {10, 10}}}) == Commands{9, 4, 4, 18, 0, 16, 16, 0});
    CHECK(commands_of(Shape::line, {{{2, 2}, {2, 10}, {10, 10}}, {{1, 1}, {3, 5}}}) ==
          Commands{9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8});
    CHECK(commands_of(Shape::surface, {{{3, 6}, {8, 12}, {20, 34}, {3, 6}}}) ==
          Commands{9, 6, 12, 18, 10, 12, 24, 44, 15});
    // Its outline with a hole (the second polygon of example 4.3.5.6), given the wrong way round.
    Commands const holed{9, 22, 22, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15};
    std::vector<Unit> const outline{{11, 11}, {20, 11}, {20, 20}, {11, 20}, {11, 11}};
    std::vector<Unit> const hole{{13, 13}, {13, 17}, {17, 17}, {17, 13}, {13, 13}};
    CHECK(commands_of(Shape::surface, {outline, hole}) == holed);
    CHECK(commands_of(Shape::surface, {{outline.rbegin(), outline.rend()}, {hole.rbegin(), hole.rend()}}) == holed);
}

TEST_CASE("the bytes of a tile")
{
    Feature feature = feature_at(Shape::point, {{{25, 17}}}, 0);
    feature.id = 300;
    feature.tags = {{1, true}};
    Plan plan = plan_at(0);
    plan.keys = {"unused", "k"};
    std::string found;
    make_tiles({&feature, 1}, plan, [&](Address, std::string const& content) { found = content; });
    // By hand: layer 3 {version 15: 2, name 1, feature 2 {id 300, tags 0 0, type 1, geometry 9 50 34}, key 3, value 4 {7: 1}, extent 5}.
    std::string const expected{"\x1a\x21\x78\x02\x0a\x03"
                               "all"
                               "\x12\x0e\x08\xac\x02\x12\x02\x00\x00\x18\x01\x22\x03\x09\x32\x22"
                               "\x1a\x01k\x22\x02\x38\x01\x28\x80\x20",
                               35};
    CHECK(found == expected);
}

TEST_CASE("nothing to draw is no square")
{
    CHECK(draw({}, plan_at(3)).empty());
    CHECK(draw({Feature{}}, plan_at(3)).empty());
    CHECK(draw({feature_at(Shape::line, {{}, {{5, 5}}, {{6, 6}, {6, 6}}}, 0)}, plan_at(0)).empty());
    CHECK(draw({feature_at(Shape::surface, {{}, {{5, 5}}}, 0)}, plan_at(0)).empty());
    CHECK(draw({feature_at(Shape::surface, {{{5, 5}, {9, 9}, {5, 5}}}, 0)}, plan_at(0)).empty());
    // Half a unit of surface, and one.
    CHECK(draw({feature_at(Shape::surface, {{{5, 5}, {6, 5}, {5, 6}, {5, 5}}}, 0)}, plan_at(0)).empty());
    CHECK(draw({feature_at(Shape::surface, {{{5, 5}, {7, 5}, {5, 6}, {5, 5}}}, 0)}, plan_at(0)).size() == 1);
    // A hole as large as the outline.
    std::vector<Unit> const ring{{5, 5}, {90, 5}, {90, 90}, {5, 5}};
    CHECK(draw({feature_at(Shape::surface, {ring, ring}, 0)}, plan_at(0)).empty());
}

TEST_CASE("a ring that is not closed is closed, and a hole under a unit is left out")
{
    CHECK(commands_of(Shape::surface, {{{3, 6}, {8, 12}, {20, 34}}}) == Commands{9, 6, 12, 18, 10, 12, 24, 44, 15});
    CHECK(commands_of(Shape::surface, {{{3, 6}, {8, 12}, {20, 34}}, {{8, 13}, {8, 14}, {9, 14}}}).size() == 9);
}

TEST_CASE("points beyond the map are left out; lines and surfaces are pressed to its edge")
{
    std::int32_t const turn = 1'800'000'000;
    Feature feature;
    feature.parts = {{{0, 860'000'000}, {turn + 1, 0}, {turn, 0}, {-turn, 0}, {0, -850'511'288}}};
    auto const squares = draw({feature}, plan_at(1));
    CHECK(squares.size() == 2);
    CHECK(squares.at({1, 0, 1})[0].features[0].parts == std::vector<std::vector<Unit>>{{{0, 0}}});
    CHECK(squares.at({1, 1, 1})[0].features[0].parts == std::vector<std::vector<Unit>>{{{4095, 0}}});
    feature.shape = Shape::line;
    feature.parts = {{{0, 0}, {0, 900'000'000}}};
    CHECK(draw({feature}, plan_at(0)).at({0, 0, 0})[0].features[0].parts ==
          std::vector<std::vector<Unit>>{{{2048, 2048}, {2048, 0}}});
}

TEST_CASE("features are in order of rank, then id, then as they were given; layers in order of the plan")
{
    std::vector<Feature> features{small_line(9, -5), small_line(7, -1), small_line(8, -1), small_line(7, -1)};
    features[0].tags = {{0, std::int64_t{1}}};
    features[1].tags = {{0, std::int64_t{2}}};
    features[3].tags = {{0, std::int64_t{3}}};
    features.push_back(small_line(1, 0));
    features.back().layer = 2;
    features.push_back(small_line(1, 0));
    features.back().layer = 1;
    Plan plan = plan_at(0);
    plan.layers = {"low", "middle", "high", "empty"};
    plan.keys = {"n"};
    auto const layers = draw(features, plan).begin()->second;
    REQUIRE(layers.size() == 3);
    CHECK(layers[0].name == "low");
    CHECK(layers[1].name == "middle");
    CHECK(layers[2].name == "high");
    auto const& low = layers[0].features;
    REQUIRE(low.size() == 4);
    CHECK(low[0].id == 9);
    CHECK(low[1].id == 7);
    CHECK(std::get<std::int64_t>(low[1].tags.at("n")) == 2);
    CHECK(low[2].id == 7);
    CHECK(std::get<std::int64_t>(low[2].tags.at("n")) == 3);
    CHECK(low[3].id == 8);
}

TEST_CASE("values of all kinds come back; a layer has each of its keys and values once, and no others")
{
    Plan plan = plan_at(0);
    plan.layers = {"a", "b"};
    plan.keys = {"one", "other", "unused", "elsewhere"};
    plan.extent = 1024;
    double const third = 1.0 / 3;
    std::vector<Value> const all{"text", "",   std::int64_t{5}, std::int64_t{-5}, INT64_MAX, INT64_MIN, 5.0, third,
                                 true,   false};
    std::vector<Feature> features;
    for (std::size_t i = 0; i < 2 * all.size(); ++i) {
        features.push_back(small_line(i, 0));
        features.back().tags = {{1, all[i % all.size()]}, {0, all[0]}};
    }
    features.push_back(small_line(1, 0));
    features.back().layer = 1;
    features.back().tags = {{3, all[1]}};
    auto const layers = draw(features, plan).begin()->second;
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].version == 2);
    CHECK(layers[0].extent == 1024);
    CHECK(layers[0].keys == std::vector<std::string>{"other", "one"});
    CHECK(layers[0].values == all);
    for (std::size_t i = 0; i < 2 * all.size(); ++i)
        CHECK(layers[0].features[i].tags.at("other") == all[i % all.size()]);
    CHECK(layers[1].keys == std::vector<std::string>{"elsewhere"});
    CHECK(layers[1].values == std::vector<Value>{""});
}

TEST_CASE("levels of the plan and of a feature")
{
    Feature feature = feature_at(Shape::point, {{{8461 * 4096 + 700, 5370 * 4096 + 2206}}}, 14);
    feature.id = UINT64_MAX;
    feature.zoom_from = 3;
    feature.zoom_to = 6;
    Plan plan = plan_at(0);
    plan.zoom_from = 5;
    plan.zoom_to = 15;
    auto const squares = draw({feature}, plan);
    REQUIRE(squares.size() == 2);
    CHECK(squares.begin()->first == Address{5, 8461 >> 9, 5370 >> 9});
    CHECK(squares.rbegin()->first == Address{6, 8461 >> 8, 5370 >> 8});
    CHECK(squares.begin()->second[0].features[0].id == UINT64_MAX);
}

TEST_CASE("the deepest level keeps four times as much")
{
    // Off by 3 units of level 1 at its middle: that is 1.5 of level 0.
    Feature const feature = feature_at(Shape::line, {{{1000, 1000}, {1500, 1003}, {2000, 1000}}}, 1);
    Plan plan = plan_at(0);
    plan.zoom_to = 1;
    plan.tolerance = 8;
    auto const squares = draw({feature}, plan);
    CHECK(squares.at({0, 0, 0})[0].features[0].parts[0].size() == 2);
    CHECK(squares.at({1, 0, 0})[0].features[0].parts[0].size() == 3);
}

TEST_CASE("without tolerance, points come back as they are in the square that holds all")
{
    REQUIRE(holds([] {
        std::vector<Unit> line;
        std::vector<Unit> expected;
        for (auto count = 2 + below(60); count > 0; --count) {
            Unit const next{below(4097 - 1), below(4096)};
            line.push_back({8461 * 4096 + next.x, 5370 * 4096 + next.y});
            if (expected.empty() || !(expected.back() == next)) expected.push_back(next);
        }
        RC_PRE(expected.size() >= 2);
        auto const squares = draw({feature_at(Shape::line, {line}, 14)}, plan_at(14));
        RC_ASSERT(squares.size() == 1U);
        RC_ASSERT(squares.begin()->second[0].features[0].parts == std::vector<std::vector<Unit>>{expected});
    }));
}

TEST_CASE("the same bytes for any number of threads, and in any order of different features")
{
    auto features = any_town();
    Plan plan;
    plan.layers = {"one", "two"};
    plan.keys = {"a", "b", "c", "d"};
    std::string const bytes = bytes_of(features, plan);
    CHECK(bytes.size() > 50'000);
    for (unsigned const threads : {2U, 5U, 0U}) {
        plan.threads = threads;
        CHECK(bytes_of(features, plan) == bytes);
    }
    for (std::size_t i = 0; i < features.size(); ++i) features[i].id = i;
    std::string const distinct = bytes_of(features, plan);
    std::reverse(features.begin(), features.end());
    CHECK(bytes_of(features, plan) == distinct);
    plan.threads = 1;
    CHECK(!draw(features, plan).empty());
}

TEST_CASE("what a hearer throws comes out, and no more is handed over")
{
    auto const features = any_town();
    Plan plan;
    plan.layers = {"one", "two"};
    plan.keys = {"a", "b", "c", "d"};
    int heard = 0;
    auto const take = [&](Address, std::string const&) {
        if (++heard == 3) throw std::runtime_error{"the disk is full"};
    };
    CHECK_THROWS_AS(make_tiles(features, plan, take), std::runtime_error);
    CHECK(heard == 3);
}

TEST_CASE("plans and features that cannot be are bugs")
{
    auto const none = [](Address, std::string const&) {};
    auto const fails = [&](auto const& change) {
        Plan plan = plan_at(0);
        plan.keys = {"a"};
        Feature feature = small_line(1, 0);
        change(plan, feature);
        CHECK_THROWS_AS(make_tiles({&feature, 1}, plan, none), wf::Bug);
    };
    fails([](Plan& plan, Feature&) { plan.zoom_from = 1; });
    fails([](Plan& plan, Feature&) { plan.zoom_to = 19; });
    fails([](Plan& plan, Feature&) { plan.extent = 0; });
    fails([](Plan& plan, Feature&) { plan.buffer = 32'767; });
    fails([](Plan& plan, Feature&) { plan.tolerance = -1; });
    fails([](Plan& plan, Feature&) { plan.tolerance = std::nan(""); });
    fails([](Plan& plan, Feature&) { plan.layers = {"all", "all"}; });
    fails([](Plan&, Feature& feature) { feature.layer = 1; });
    fails([](Plan&, Feature& feature) { feature.tags = {{1, true}}; });
}
