// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "kernel/tile/test_decoder.hpp"

#include <doctest/doctest.h>

using namespace wf::tile;

TEST_CASE("squares and units of known places")
{
    // Calculated outside this program with Python, by the formula of the OpenStreetMap wiki ("Slippy map tilenames"):
    // x = (lon + 180) / 360 · 2^z, y = (1 - ln(tan lat + 1 / cos lat) / π) / 2 · 2^z; units are the fraction times 4096.
    struct Known {
        Spot spot;
        Address address;
        Unit unit;
    };
    Known const all[] = {
        {{59'144'000, 525'558'000}, {14, 8461, 5370}, {700, 2206}},      // Kampen
        {{59'144'000, 525'558'000}, {15, 16922, 10741}, {1400, 316}},    // a level deeper
        {{206'852'000, 401'222'000}, {9, 285, 193}, {1716, 2479}},       // also a test of mercantile: (285, 193, 9)
        {{303'086'000, 599'375'000}, {16, 38285, 19054}, {2098, 1494}},  // north-east
        {{1'512'153'000, -338'568'000}, {12, 3768, 2457}, {2023, 3331}}, // south-east
        {{-683'030'000, -548'019'000}, {13, 2541, 5593}, {2978, 196}},   // south-west
        {{0, 0}, {1, 1, 1}, {0, 0}},                                     // the middle of the map
    };
    for (Known const& known : all) {
        CAPTURE(known.spot.lon);
        CHECK(square_of(known.spot, known.address.zoom) == known.address);
        CHECK(to_unit(known.spot, known.address, 4096) == known.unit);
    }
}

TEST_CASE("a spot may lie beyond the edges of a square")
{
    Spot const kampen{59'144'000, 525'558'000};
    CHECK(to_unit(kampen, {14, 8460, 5371}, 4096) == Unit{700 + 4096, 2206 - 4096});
    CHECK(to_unit(kampen, {14, 8461, 5370}, 512) == Unit{700 / 8, 2206 / 8});
}

TEST_CASE("the edges of the map")
{
    std::int32_t const pole = 900'000'000;
    std::int32_t const turn = 1'800'000'000;
    CHECK(square_of({-turn, pole}, 15) == Address{15, 0, 0});
    CHECK(square_of({turn, -pole}, 15) == Address{15, 32767, 32767});
    CHECK(square_of({turn, 0}, 0) == Address{0, 0, 0});
    CHECK(to_unit({turn, -pole}, {0, 0, 0}, 4096) == Unit{4095, 4095});
    // The edge is at atan(sinh π), 85.0511287798 degrees: 2.76 units of level 18 further (by the formula, outside this program).
    CHECK(to_unit({0, 850'511'287}, {18, 1 << 17, 0}, 4096) == Unit{0, 2});
    CHECK(to_unit({0, 900'000'000}, {18, 1 << 17, 0}, 4096) == Unit{0, 2});
}

TEST_CASE("a finer level never puts a spot in another square")
{
    for (std::int32_t i = 0; i < 2'000; ++i) {
        Spot const spot{-1'790'000'000 + i * 1'001'371, -840'000'000 + i * 839'999};
        Address const deep = square_of(spot, 30);
        for (std::uint8_t zoom = 0; zoom < 30; ++zoom) {
            Address const here = square_of(spot, zoom);
            REQUIRE(here == Address{zoom, deep.column >> (30 - zoom), deep.row >> (30 - zoom)});
            if (zoom > 18) continue;
            Unit const unit = to_unit(spot, here, 4096);
            REQUIRE((unit.x >= 0 && unit.x < 4096 && unit.y >= 0 && unit.y < 4096));
        }
    }
}

TEST_CASE("the inverse formula comes back to the unit")
{
    for (std::int64_t i = 0; i < 4096; i += 7) {
        Unit const unit{8461 * 4096 + i, 5370 * 4096 + 4095 - i};
        CHECK(to_unit(test::spot_at(unit, 14), {14, 8461, 5370}, 4096) == Unit{i, 4095 - i});
    }
}

TEST_CASE("what is finer than the program counts is a bug")
{
    CHECK_THROWS_AS((void)square_of({}, 31), wf::Bug);
    CHECK_THROWS_AS((void)to_unit({}, {19, 0, 0}, 4096), wf::Bug);
    CHECK_THROWS_AS((void)to_unit({}, {19, 0, 0}, 0), wf::Bug);
}
