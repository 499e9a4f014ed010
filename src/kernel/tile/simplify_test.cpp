// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/simplify.hpp"

#include "kernel/tile/test_property.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace wf::tile;
using test::below;
using test::holds;

namespace {

double distance(Point p, Point a, Point b)
{
    double const dx = b.x - a.x;
    double const dy = b.y - a.y;
    double const length = dx * dx + dy * dy;
    double const share = length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
    return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

double distance(Point p, std::vector<Point> const& line)
{
    double least = std::hypot(p.x - line[0].x, p.y - line[0].y);
    for (std::size_t i = 1; i < line.size(); ++i) least = std::min(least, distance(p, line[i - 1], line[i]));
    return least;
}

std::vector<Point> any_walk(std::int64_t most, std::int64_t step)
{
    std::vector<Point> walk{{0, 0}};
    auto const count = static_cast<std::size_t>(1 + below(most));
    while (walk.size() < count) {
        walk.push_back({walk.back().x + static_cast<std::int32_t>(below(2 * step) - step),
                        walk.back().y + static_cast<std::int32_t>(below(2 * step) - step)});
    }
    return walk;
}

} // namespace

TEST_CASE("what is near enough to a straight piece goes")
{
    Simplifier simplifier;
    std::vector<Point> const line{{0, 0}, {10, 1}, {20, 0}, {30, 5}, {40, 0}};
    auto simple = line;
    simplifier.line(simple, 1);
    CHECK(simple == std::vector<Point>{{0, 0}, {20, 0}, {30, 5}, {40, 0}});
    simple = line;
    simplifier.line(simple, 5);
    CHECK(simple == std::vector<Point>{{0, 0}, {40, 0}});
    simple = line;
    simplifier.line(simple, 0.9);
    CHECK(simple == line);
    simple = {{0, 0}, {10, 0}, {20, 0}};
    simplifier.line(simple, 0);
    CHECK(simple.size() == 3);
}

TEST_CASE("a line that goes back and a line that ends where it began keep how far they go")
{
    Simplifier simplifier;
    std::vector<Point> back{{0, 0}, {50, 0}, {10, 0}};
    simplifier.line(back, 2);
    CHECK(back == std::vector<Point>{{0, 0}, {50, 0}, {10, 0}});
    std::vector<Point> round{{0, 0}, {50, 0}, {50, 1}, {50, 50}, {0, 0}};
    simplifier.line(round, 2);
    CHECK(round == std::vector<Point>{{0, 0}, {50, 0}, {50, 50}, {0, 0}});
}

TEST_CASE("a ring keeps its corners, and loses the points in between")
{
    Simplifier simplifier;
    std::vector<Point> ring{{0, 0}, {50, 1}, {100, 0}, {100, 100}, {50, 99}, {0, 100}, {1, 50}};
    simplifier.ring(ring, 1);
    CHECK(ring == std::vector<Point>{{0, 0}, {100, 0}, {100, 100}, {0, 100}});
}

TEST_CASE("hairs and straight points of a ring go")
{
    std::vector<Point> ring{{5, 0}, {10, 0}, {10, 10}, {30, 10}, {10, 10}, {0, 10}, {0, 0}};
    drop_straight(ring);
    CHECK(ring == std::vector<Point>{{10, 0}, {10, 10}, {0, 10}, {0, 0}});
    std::vector<Point> flat{{0, 0}, {5, 5}, {9, 9}, {2, 2}};
    drop_straight(flat);
    CHECK(flat.size() < 3);
    std::vector<Point> one{{3, 3}, {3, 3}};
    drop_straight(one);
    CHECK(one.size() == 1);
    std::vector<Point> none;
    drop_straight(none);
    drop_repeated(none);
    CHECK(none.empty());
}

TEST_CASE("no point that goes is further away than the tolerance, and those that stay are in their order")
{
    REQUIRE(holds(
        [] {
            auto const line = any_walk(1'300, 1 + below(200));
            double const tolerance = 0.25 * static_cast<double>(1 + below(40));
            auto simple = line;
            Simplifier simplifier;
            simplifier.line(simple, tolerance);
            RC_ASSERT(simple.front() == line.front());
            RC_ASSERT(simple.back() == line.back());
            std::size_t at = 0;
            for (Point const point : simple) {
                while (at < line.size() && !(line[at] == point)) ++at;
                RC_ASSERT(at < line.size());
            }
            for (Point const point : line) RC_ASSERT(distance(point, simple) <= tolerance + 1e-9);
        },
        40));
}

TEST_CASE("the same holds in a world that is 2^30 units wide")
{
    REQUIRE(holds([] {
        std::vector<Point> line;
        for (auto count = 2 + below(30); count > 0; --count) {
            line.push_back({static_cast<std::int32_t>(below(1 << 30)), static_cast<std::int32_t>(below(1 << 30))});
        }
        auto simple = line;
        Simplifier simplifier;
        simplifier.line(simple, 1e7);
        for (Point const point : line) RC_ASSERT(distance(point, simple) <= 1e7 + 1);
    }));
}

TEST_CASE("a line that no straight piece fits takes steps in proportion to its points")
{
    // Each part of this saw would be split at its end: this many points would take 5 · 10^9 steps without a limit.
    std::vector<Point> saw;
    for (std::int32_t i = 0; i < 100'000; ++i) saw.push_back({i * 100, i % 2 * (1'000 + i)});
    Simplifier simplifier;
    auto simple = saw;
    simplifier.line(simple, 1);
    CHECK(simple == saw);
}
