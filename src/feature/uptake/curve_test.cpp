// SPDX-License-Identifier: EUPL-1.2
#include "feature/uptake/curve.hpp"
#include "feature/uptake/curve_drawing.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::uptake_pages;
using uptake::Kind;
using uptake::State;

namespace {

uptake::Claim claim(std::string day, Kind kind, std::string region = "Kampen", State state = State::confirmed)
{
    uptake::Claim one;
    one.taken_on = std::move(day);
    one.kind = kind;
    one.region = std::move(region);
    one.state = state;
    return one;
}

} // namespace

TEST_CASE("nothing was taken up: no curve, no region, no drawing")
{
    CHECK(curve_of({}).empty());
    CHECK(regions_of({}).empty());
    html::Html page;
    draw_curve(page, words::Words{words::Language::nl}, {});
    CHECK(page.view().empty());
}

TEST_CASE("each month has all that came before it, of each kind, whatever the order of the claims")
{
    std::vector const claims{claim("2026-03-31", Kind::education), claim("2025-11-02", Kind::education),
                             claim("2026-03-01", Kind::national), claim("2026-03-15", Kind::education)};
    auto const points = curve_of(claims);
    REQUIRE(points.size() == 2);
    CHECK(points[0].month == "2025-11");
    CHECK(points[0].total == KindCounts{1, 0, 0, 0});
    CHECK(points[1].month == "2026-03");
    CHECK(points[1].total == KindCounts{3, 0, 0, 1});
    CHECK(sum_of(points[1].total) == 4);
}

TEST_CASE("what waits, was refused or withdrawn is not counted")
{
    std::vector const claims{claim("2026-03-31", Kind::provider, "Kampen", State::waiting),
                             claim("2026-03-31", Kind::provider, "Kampen", State::refused),
                             claim("2026-03-31", Kind::provider, "Kampen", State::withdrawn)};
    CHECK(curve_of(claims).empty());
    CHECK(regions_of(claims).empty());
}

TEST_CASE("regions stand by name, and each kind is counted apart")
{
    std::vector const claims{claim("2026-01-01", Kind::provider, "Zwolle"),
                             claim("2026-01-01", Kind::municipal, "Kampen"),
                             claim("2026-02-01", Kind::provider, "Zwolle")};
    auto const regions = regions_of(claims);
    REQUIRE(regions.size() == 2);
    CHECK(regions[0].name == "Kampen");
    CHECK(regions[0].count == KindCounts{0, 0, 1, 0});
    CHECK(regions[1].count == KindCounts{0, 2, 0, 0});
}

TEST_CASE(
    "the drawing has a line for each kind that has something, with a class of its own, from the first month to the last")
{
    std::vector const claims{claim("2026-01-01", Kind::education), claim("2026-03-01", Kind::municipal),
                             claim("2026-03-02", Kind::municipal)};
    html::Html page;
    auto const points = curve_of(claims);
    draw_curve(page, words::Words{words::Language::nl}, points);
    std::string const drawn{page.view()};
    CHECK(drawn.find("line--education\" d=\"M46 130H585\"") != std::string::npos); // one of two, over the whole width
    CHECK(drawn.find("line--municipal\" d=\"M585 20H585\"") != std::string::npos); // two of two, in the last month
    CHECK(drawn.find("line--provider") == std::string::npos);
    CHECK(drawn.find("role=\"img\"") != std::string::npos);
}
