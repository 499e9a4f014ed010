// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/street_words.hpp"

#include "feature/reach/observations.hpp"
#include "feature/reach/street_views.hpp"
#include "feature/reach/walker_words.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;
using reach::Attribute;

namespace {

words::Words make_words()
{
    words::Words t{words::Language::nl};
    auto const added = t.add(R"(msgid "reach.people_range"
msgstr "{low} tot {high}"

msgid "reach.look_at.surface"
msgstr "waar het van is"

msgid "reach.look_at.kerb"
msgstr "hoe hoog"

msgid "reach.streets.metres"
msgstr "{n} meter"

msgid "reach.streets.near_metres"
msgstr "{near}, {n} meter"

msgid "reach.walker.level"
msgstr "{level}: {amount}"

msgid "reach.level.kerb.raised"
msgstr "hoog"

msgid "reach.walker.seconds"
msgstr "{n} seconden extra"

msgid "reach.walker.no_time"
msgstr "kost geen tijd"

msgid "reach.walker.factor"
msgstr "{n} keer zo lang"

msgid "reach.walker.forbidden"
msgstr "kan niet"

msgid "reach.walker.not_used"
msgstr "geen rol"
)");
    REQUIRE(added.has_value());
    return t;
}

AssumptionRow row(std::optional<double> value, std::string unit)
{
    AssumptionRow made;
    made.field = "kerb";
    made.value = value;
    made.unit = std::move(unit);
    return made;
}

} // namespace

TEST_CASE("the basis of a run tells what was known, and nothing where it has none")
{
    auto const known = read_known_streets(R"({"n":3,"known":{"metres":1500.5,"surface":0.5,"kerb":0.25,"benches":7}})");
    CHECK(known.metres == 1500.5);
    CHECK(known.surface == 0.5);
    CHECK(known.kerb == 0.25);
    CHECK(known.width == 0);
    CHECK(known.benches == 7);
    CHECK(read_known_streets("{}").surface == 0);
    CHECK(read_known_streets("not JSON").surface == 0);
}

TEST_CASE("bits become attributes in a fixed order")
{
    auto const bits = static_cast<std::uint16_t>(reach::bit(Attribute::kerb) | reach::bit(Attribute::surface));
    CHECK(list_attributes(bits) == std::vector{Attribute::surface, Attribute::kerb});
    CHECK(list_attributes(0).empty());
    CHECK(write_look_at(make_words(), bits) == "waar het van is, hoe hoog");
}

TEST_CASE("every attribute that a form asks passes the check of what was seen")
{
    for (char const type : {'w', 'n'}) {
        for (auto const attribute : visible_attributes(type)) {
            Observation seen;
            seen.osm_type = type;
            seen.osm_id = 1;
            seen.attribute = attribute;
            seen.value = choices(attribute).empty() ? std::string{"120"} : std::string{choices(attribute).front()};
            seen.seen_on = "2026-11-21";
            CHECK(check(seen).has_value());
        }
    }
}

TEST_CASE("people are told as a range, or as one number when both ends round to it")
{
    auto const t = make_words();
    CHECK(write_people_range(t, 31, 44) == "30 tot 45");
    CHECK(write_people_range(t, 1338, 1341) == "1.340");
    CHECK(write_people_range(t, 0, 2) == "0");
}

TEST_CASE("where a street lies and how long it is")
{
    auto const t = make_words();
    CHECK(write_street_place(t, "Brunnepe", 243) == "Brunnepe, 240 meter");
    CHECK(write_street_place(t, "", 42.4) == "42 meter");
    CHECK(write_street_place(t, "Brunnepe", 0) == "Brunnepe");
    CHECK(path_of_street('n', 12) == "/straten/n/12");
    CHECK(osm_url('n', 12) == "https://www.openstreetmap.org/node/12");
    CHECK(osm_url('w', 12) == "https://www.openstreetmap.org/way/12");
}

TEST_CASE("a number of a walker in words")
{
    auto const t = make_words();
    CHECK(write_assumption(t, row(20, "s")) == "20 seconden extra");
    CHECK(write_assumption(t, row(0, "s")) == "kost geen tijd");
    CHECK(write_assumption(t, row(1.05, "factor")) == "1,05 keer zo lang");
    CHECK(write_assumption(t, row(1.4, "factor")) == "1,4 keer zo lang");
    CHECK(write_assumption(t, row(2, "factor")) == "2 keer zo lang");
    CHECK(write_assumption(t, row(std::nullopt, "s")) == "geen rol");
    auto wall = row(std::nullopt, "s");
    wall.forbidden = true;
    wall.level = "raised";
    CHECK(write_assumption(t, wall) == "hoog: kan niet");
}

TEST_CASE("a point as GeoJSON, metres to ten")
{
    CHECK(point_geometry(5.91, 52.55).json == R"({"type":"Point","coordinates":[5.91,52.55]})");
    CHECK(round_metres(404.9) == 400);
    CHECK(round_metres(405.1) == 410);
}
