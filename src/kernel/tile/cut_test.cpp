// SPDX-License-Identifier: EUPL-1.2
// Lines and surfaces over several squares, by what comes out of make_tiles.
#include "kernel/tile/test_decoder.hpp"
#include "kernel/tile/test_property.hpp"

#include <doctest/doctest.h>

using namespace wf::tile;
using namespace wf::tile::test;

namespace {

constexpr std::uint8_t zoom = 14;
constexpr std::int64_t west = 8461 * 4096;
constexpr std::int64_t north = 5370 * 4096;

std::vector<Unit> moved(std::vector<Unit> line, std::int64_t x, std::int64_t y)
{
    for (Unit& unit : line) unit = {unit.x + x, unit.y + y};
    return line;
}

Squares draw_one(Shape shape, std::vector<std::vector<Unit>> parts, std::uint32_t buffer)
{
    for (auto& part : parts) part = moved(part, west, north);
    return draw({feature_at(shape, parts, zoom)}, plan_at(zoom, buffer));
}

std::vector<std::vector<Unit>> const& parts_in(Squares const& squares, std::uint32_t column, std::uint32_t row)
{
    return squares.at({zoom, 8461 + column, 5370 + row}).at(0).features.at(0).parts;
}

/// All pieces, in units from the north-west of square 8461, 5370.
std::vector<std::vector<Unit>> together(Squares const& squares)
{
    std::vector<std::vector<Unit>> all;
    for (auto const& [address, layers] : squares) {
        for (auto const& part : layers.at(0).features.at(0).parts) {
            all.push_back(moved(part, address.column * 4096LL - west, address.row * 4096LL - north));
        }
    }
    return all;
}

double off(Unit p, Unit a, Unit b)
{
    auto const dx = static_cast<double>(b.x - a.x);
    auto const dy = static_cast<double>(b.y - a.y);
    auto const x = static_cast<double>(p.x - a.x);
    auto const y = static_cast<double>(p.y - a.y);
    double const share = std::clamp((x * dx + y * dy) / std::max(1.0, dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(x - share * dx, y - share * dy);
}

double off(Unit p, std::vector<Unit> const& line)
{
    double least = 1e300;
    for (std::size_t i = 1; i < line.size(); ++i) least = std::min(least, off(p, line[i - 1], line[i]));
    return least;
}

/// Around a middle, further and nearer: never crosses itself.
std::vector<Unit> any_star(Unit middle, std::int64_t least, std::int64_t most)
{
    std::vector<Unit> ring;
    auto const count = 3 + below(40);
    for (std::int64_t i = 0; i < count; ++i) {
        double const angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        auto const far = static_cast<double>(least + below(most - least));
        ring.push_back(
            {middle.x + std::llround(far * std::cos(angle)), middle.y + std::llround(far * std::sin(angle))});
    }
    if (below(2) == 0) std::reverse(ring.begin(), ring.end());
    ring.push_back(ring.front());
    return ring;
}

std::vector<Unit> any_line(std::int64_t wide)
{
    std::vector<Unit> line;
    for (auto count = 2 + below(25); count > 0; --count) {
        Unit const next{below(wide), below(wide)};
        if (line.empty() || !(line.back() == next)) line.push_back(next);
    }
    if (line.size() < 2) line.push_back({line[0].x + 1, line[0].y});
    return line;
}

double sum_of_surfaces(Squares const& squares)
{
    double sum = 0;
    for (auto const& ring : together(squares)) sum += surface(ring);
    return sum;
}

} // namespace

TEST_CASE("a line through four squares keeps its length")
{
    // From (1000, 3000) to (5000, 5000), slope 1/2: at y = 4096 x is 3192, at x = 4096 y is 4548.
    auto const squares = draw_one(Shape::line, {{{1000, 3000}, {5000, 5000}, {5000, 1000}}}, 0);
    CHECK(squares.size() == 4);
    CHECK(parts_in(squares, 0, 0) == std::vector<std::vector<Unit>>{{{1000, 3000}, {3192, 4096}}});
    CHECK(parts_in(squares, 0, 1) == std::vector<std::vector<Unit>>{{{3192, 0}, {4096, 452}}});
    CHECK(parts_in(squares, 1, 1) == std::vector<std::vector<Unit>>{{{0, 452}, {904, 904}, {904, 0}}});
    CHECK(parts_in(squares, 1, 0) == std::vector<std::vector<Unit>>{{{904, 4096}, {904, 1000}}});
    double sum = 0;
    for (auto const& part : together(squares)) sum += length(part);
    CHECK(sum == doctest::Approx(std::hypot(4000, 2000) + 4000).epsilon(1e-4));
}

TEST_CASE("the buffer is drawn by both neighbours")
{
    auto const squares = draw_one(Shape::line, {{{4000, 100}, {4200, 100}}}, 64);
    CHECK(squares.size() == 2);
    CHECK(parts_in(squares, 0, 0) == std::vector<std::vector<Unit>>{{{4000, 100}, {4160, 100}}});
    CHECK(parts_in(squares, 1, 0) == std::vector<std::vector<Unit>>{{{-64, 100}, {104, 100}}});
    // Within the buffer alone: drawn there too, whole.
    auto const near = draw_one(Shape::line, {{{4100, 100}, {4150, 200}}}, 64);
    CHECK(parts_in(near, 0, 0) == std::vector<std::vector<Unit>>{{{4100, 100}, {4150, 200}}});
    CHECK(parts_in(near, 1, 0) == std::vector<std::vector<Unit>>{{{4, 100}, {54, 200}}});
    auto const corner = draw_one(Shape::surface, {{{4040, 4050}, {4090, 4060}, {4080, 4070}, {4040, 4050}}}, 64);
    CHECK(corner.size() == 4);
    CHECK(parts_in(corner, 1, 1) == std::vector<std::vector<Unit>>{{{-56, -46}, {-6, -36}, {-16, -26}}});
    CHECK(draw_one(Shape::point, {{{4090, 4060}}}, 64).size() == 1);
}

TEST_CASE("a line that leaves a square and comes back has two parts there")
{
    auto const squares = draw_one(Shape::line, {{{4000, 100}, {4200, 100}, {4200, 300}, {4000, 300}}}, 0);
    CHECK(parts_in(squares, 0, 0) ==
          std::vector<std::vector<Unit>>{{{4000, 100}, {4096, 100}}, {{4096, 300}, {4000, 300}}});
    CHECK(parts_in(squares, 1, 0).size() == 1);
}

TEST_CASE("a long slanting line is drawn in the squares that it touches, not in those of its box")
{
    auto const squares = draw_one(Shape::line, {{{100, 200}, {100 + 100 * 4096, 200 + 100 * 4096}}}, 64);
    CHECK(squares.size() == 101 + 2 * 100); // its diagonal, and by the buffer at each corner the two beside it
    auto const straight = draw_one(Shape::line, {{{100, 200}, {100 + 100 * 4096, 200 + 100 * 4096}}}, 0);
    CHECK(straight.size() == 201);
}

TEST_CASE("surfaces of squares: outline, hole, whole square, and nothing in a square that a hole takes")
{
    // An outline of 5 by 5 squares with a hole that takes the 3 by 3 in the middle and a bit more.
    std::int64_t const far = 5 * 4096 + 100;
    std::int64_t const from = 1 * 4096 + 50;
    std::int64_t const to = 5 * 4096 - 50;
    auto const squares = draw_one(Shape::surface,
                                  {{{100, 100}, {100, far}, {far, far}, {far, 100}, {100, 100}},
                                   {{from, from}, {to, from}, {to, to}, {from, to}, {from, from}}},
                                  0);
    CHECK(sum_of_surfaces(squares) == static_cast<double>((far - 100) * (far - 100) - (to - from) * (to - from)));
    CHECK(squares.size() == 36 - 4); // the four wholly inside the hole are not there
    CHECK(squares.count({zoom, 8463, 5372}) == 0);
    CHECK(parts_in(squares, 1, 1).size() == 2);
    CHECK(surface(parts_in(squares, 1, 1)[0]) == 4096.0 * 4096);
    CHECK(surface(parts_in(squares, 1, 1)[1]) == -4046.0 * 4046);
    CHECK(parts_in(squares, 0, 0) ==
          std::vector<std::vector<Unit>>{{{100, 100}, {4096, 100}, {4096, 4096}, {100, 4096}}});
}

TEST_CASE("each vertex of random lines lies within extent and buffer and on the line, and no length is lost")
{
    REQUIRE(holds([] {
        std::int64_t const wide = (1 + below(6)) * 4096;
        auto const line = any_line(wide);
        auto const buffer = static_cast<std::int64_t>(below(300));
        auto const squares = draw_one(Shape::line, {line}, static_cast<std::uint32_t>(buffer));
        for (auto const& [address, layers] : squares) {
            for (auto const& part : layers.at(0).features.at(0).parts) {
                for (Unit const unit : part) {
                    RC_ASSERT(unit.x >= -buffer && unit.x <= 4096 + buffer);
                    RC_ASSERT(unit.y >= -buffer && unit.y <= 4096 + buffer);
                }
            }
        }
        for (auto const& part : together(squares)) {
            for (Unit const unit : part) RC_ASSERT(off(unit, line) <= 0.7072);
        }
        auto const whole = together(draw_one(Shape::line, {line}, 0));
        double sum = 0;
        for (auto const& part : whole) sum += length(part);
        // Each end of a piece is rounded by half a unit both ways, and a piece under a unit is left out.
        RC_ASSERT(std::abs(sum - length(line)) <= 1.5 * static_cast<double>(whole.size() + line.size()));
    }));
}

TEST_CASE("surfaces of random rings with a hole: no surface is lost, outlines and holes turn as they must")
{
    REQUIRE(holds([] {
        std::int64_t const size = 50 + below(3 * 4096);
        Unit const middle{below(4 * 4096) + size, below(4 * 4096) + size};
        auto const outline = any_star(middle, size / 2 + 10, size + 20);
        auto const hole = any_star(middle, size / 10 + 1, size / 5 + 10);
        auto const buffer = static_cast<std::uint32_t>(below(300));
        auto const squares = draw_one(Shape::surface, {outline, hole}, 0);
        double const expected = std::abs(surface(outline)) - std::abs(surface(hole));
        // Rounding moves a cut end by at most half a unit along an edge of the square: of pieces as long as a square's
        // diagonal that is a quarter of 5,793 units of surface. Slivers under a unit are left out.
        double const cuts = static_cast<double>(squares.size()) * 8;
        RC_ASSERT(std::abs(sum_of_surfaces(squares) - expected) <= (squares.size() == 1 ? 0.0 : cuts * 1'450));
        for (auto const& [address, layers] : draw_one(Shape::surface, {outline, hole}, buffer)) {
            auto const& parts = layers.at(0).features.at(0).parts;
            RC_ASSERT(parts.size() <= 2U);
            RC_ASSERT(surface(parts[0]) >= 1);
            if (parts.size() == 2) RC_ASSERT(surface(parts[1]) <= -1);
            for (auto const& part : parts) {
                for (Unit const unit : part) {
                    RC_ASSERT(std::min(unit.x, unit.y) >= -std::int64_t{buffer});
                    RC_ASSERT(std::max(unit.x, unit.y) <= 4096 + std::int64_t{buffer});
                }
            }
        }
    }));
}

TEST_CASE("what is drawn in a square does not hang on what else the shape covers")
{
    // A star over many squares, and the same star cut by hand to one square and its surroundings: equal in that square.
    REQUIRE(holds([] {
        Unit const middle{4096 * 3 + below(4096), 4096 * 3 + below(4096)};
        auto const ring = any_star(middle, 2'000, 3 * 4096);
        auto const squares = draw_one(Shape::surface, {ring}, 64);
        for (auto const& [address, layers] : squares) {
            std::int64_t const x = address.column * 4096LL - west;
            std::int64_t const y = address.row * 4096LL - north;
            auto const& part = layers.at(0).features.at(0).parts.at(0);
            for (Unit const unit : ring) {
                // Every corner of the ring that is in the square is a corner there.
                Unit const here{unit.x - x, unit.y - y};
                bool const inside = std::min(here.x, here.y) > -64 && std::max(here.x, here.y) < 4096 + 64;
                if (!inside) continue;
                bool const straight = off(here, part) < 1e-9; // straight on: its neighbours draw it
                RC_ASSERT(straight || std::find(part.begin(), part.end(), here) != part.end());
            }
            for (Unit const unit : part) {
                bool const on_frame = std::min(unit.x, unit.y) == -64 || std::max(unit.x, unit.y) == 4096 + 64;
                RC_ASSERT(on_frame || off({unit.x + x, unit.y + y}, ring) < 1e-9);
            }
        }
    }));
}

TEST_CASE("a ring of any kind, also one that crosses itself, gives rings that turn as they must")
{
    REQUIRE(holds([] {
        auto ring = any_line(3 * 4096);
        ring.push_back(ring.front());
        for (auto const& [address, layers] : draw_one(Shape::surface, {ring}, 64)) {
            RC_ASSERT(surface(layers.at(0).features.at(0).parts.at(0)) >= 1);
        }
    }));
}
