// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/pick_figure.hpp"

#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

namespace wf::embedded::feature_reach {
std::string_view find(std::string_view name);
}

using namespace wf;
using namespace wf::reach_pages;

namespace {

constexpr std::size_t west = 0; ///< into the areas of the town below
constexpr std::size_t east = 1;

void add_home(PreparedTown& town, double lon, double lat, std::size_t area)
{
    network::Home home;
    home.at = reach::to_place({lon, lat});
    home.street = "Verzonnenstraat";
    home.number = std::to_string(town.homes.size() + 1);
    town.homes.push_back(home);
    town.area_of_home.push_back(static_cast<std::uint32_t>(area));
}

void fill(PreparedTown& town)
{
    town.areas.resize(2);
    town.areas[west].area.code = "BU00000001";
    town.areas[east].area.code = "BU00000002";
    add_home(town, 5.10001, 52.10001, west);
    add_home(town, 5.10002, 52.10002, west); // the same spot of eleven metres
    add_home(town, 5.20000, 52.20000, west);
    add_home(town, 5.30000, 52.30000, east);
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("a home gains when more come in time whatever the unknown streets are like")
{
    CHECK(outcome_of({0, 0, 0}, {100, 150, 200}) == Outcome::gains);
    CHECK(outcome_of({0, 0, 0}, {0, 80, 200}) == Outcome::maybe);
    CHECK(outcome_of({0, 0, 100}, {100, 100, 100}) == Outcome::maybe); // possible already; now certain
    CHECK(outcome_of({0, 20, 40}, {0, 20, 40}) == Outcome::stays);
    CHECK(outcome_of({0, 20, 40}, {9, 29, 49}) == Outcome::stays); // less than one in twenty
    CHECK(outcome_of({0, 20, 40}, {10, 30, 50}) == Outcome::gains);
    CHECK(outcome_of({150, 180, 200}, {150, 180, 200}) == Outcome::none); // in time already
    CHECK(outcome_of({0, 100, 200}, {0, 100, 200}) == Outcome::none);     // half of them are
    CHECK(outcome_of({0, reach::no_answer, 0}, {100, 100, 100}) == Outcome::none);
    CHECK(outcome_of({0, 0, 0}, {0, reach::no_answer, 0}) == Outcome::none);
}

TEST_CASE("homes on the map: one point a spot with what changes most, and no address")
{
    PreparedTown town;
    fill(town);
    WhatIfAnswer answer;
    answer.places.push_back({west, 10, {}, {}});
    answer.homes = {Outcome::stays, Outcome::gains, Outcome::stays, Outcome::stays};
    auto const points = write_homes(town, answer);
    CHECK(points ==
          R"({"type":"FeatureCollection","features":[)"
          R"({"type":"Feature","geometry":{"type":"Point","coordinates":[5.1,52.1]},"properties":{"mark":"gains"}},)"
          R"({"type":"Feature","geometry":{"type":"Point","coordinates":[5.2,52.2]},"properties":{"mark":"stays"}}]})");

    // Those that change come first when there are too many.
    answer.homes = {Outcome::stays, Outcome::stays, Outcome::maybe, Outcome::gains};
    auto const few = write_homes(town, answer, 2);
    CHECK(count(few, "\"mark\"") == 2);
    CHECK(count(few, "gains") == 1);
    CHECK(count(few, "maybe") == 1);
}

TEST_CASE("where nobody gains, nobody who stays is shown")
{
    PreparedTown town;
    fill(town);
    WhatIfAnswer answer;
    answer.homes.assign(town.homes.size(), Outcome::stays);
    CHECK(write_homes(town, answer) == R"({"type":"FeatureCollection","features":[]})");
}

TEST_CASE("the map to point at opens at the spot, the neighbourhood, or the town, and says how many spots")
{
    web::TestSite site;
    site.add_words(wf::embedded::feature_reach::find("nl.po"));
    PreparedTown town;
    fill(town);
    auto const draw = [&](Pick const& pick) {
        html::Html page;
        write_pick_figure(page, site.visit(), town, pick);
        return page.take().markup;
    };
    auto const whole = draw({});
    CHECK(whole.find("id=\"wijs-aan\"") != std::string::npos);
    CHECK(whole.find("></div>") != std::string::npos); // nothing to see without script
    CHECK(whole.find("&quot;pick&quot;:&quot;one&quot;") != std::string::npos);
    CHECK(whole.find("&quot;box&quot;:[5.10001,52.10001,5.2,52.2]") != std::string::npos);
    CHECK(whole.find("&quot;dots&quot;") == std::string::npos);
    CHECK(whole.find("Zet hier") != std::string::npos);

    Pick near;
    near.neighbourhood = "BU00000002";
    CHECK(draw(near).find("&quot;box&quot;:[5.3,52.3,5.3,52.3]") != std::string::npos);

    Pick two;
    two.two = true;
    two.at = geo::Point{5.25, 52.25};
    two.to = geo::Point{5.26, 52.25};
    two.homes = "/nl/kansen/wat-als.geojson?wat=path&plek=52.25,5.25";
    auto const ends = draw(two);
    CHECK(ends.find("&quot;pick&quot;:&quot;two&quot;") != std::string::npos);
    CHECK(count(ends, "&quot;mark&quot;:&quot;pin&quot;") == 2);
    CHECK(ends.find("wat-als.geojson?wat=path&amp;plek=52.25,5.25&quot;") != std::string::npos);
}
