// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/walking.hpp"

#include <doctest/doctest.h>

#include <array>

namespace wf::walking {
namespace {

using reach::Attribute;
using reach::Road;
using reach::Surroundings;

std::string entry(std::string_view attribute, std::string_view roads, std::string_view surroundings,
                  std::string_view chances = R"("chance":0.5,"low":0.25,"high":0.75)")
{
    return R"({"attribute":")" + std::string{attribute} + R"(","roads":)" + std::string{roads} + R"(,"surroundings":)" +
           std::string{surroundings} + "," + std::string{chances} + R"(,"note_nl":"Aanname","note_en":"Assumption"})";
}

constexpr std::string_view all = R"("*")";

/// All attributes but surface, everywhere.
std::string rest()
{
    std::string text;
    for (char const* const attribute :
         {"smoothness", "kerb", "width", "incline", "passage", "access", "sidewalk", "bench"}) {
        text += "," + entry(attribute, all, all);
    }
    return text;
}
std::string file(std::string const& surface)
{
    return R"({"priors":[)" + surface + rest() + "]}";
}

std::string trouble(std::string const& json)
{
    auto const result = read_priors(json);
    return result ? std::string{"fine"} : result.error().code + " " + result.error().field;
}

TEST_CASE("priors: each road and surroundings get the chance of their entry")
{
    auto const priors = read_priors(file(entry("surface", R"(["path","track"])", R"(["rural"])",
                                               R"("chance":0.25,"low":0.125,"high":0.5,"source":"Counted")") +
                                         "," + entry("surface", R"(["path","track"])", R"(["built_up"])") + "," +
                                         entry("surface",
                                               R"(["footway","cycleway","pedestrian","living_street","residential",
                                                   "service","unclassified","tertiary","secondary","primary","steps",
                                                   "crossing","platform","corridor","ferry","square"])",
                                               all, R"("chance":1,"low":1,"high":1)")))
                            .value();
    CHECK(priors.entries.size() == 11);
    CHECK(priors.priors.at(Attribute::surface, Road::path, Surroundings::rural) == reach::Prior{0.25, 0.125, 0.5});
    CHECK(priors.priors.at(Attribute::surface, Road::track, Surroundings::rural) == reach::Prior{0.25, 0.125, 0.5});
    CHECK(priors.priors.at(Attribute::surface, Road::path, Surroundings::built_up) == reach::Prior{0.5, 0.25, 0.75});
    CHECK(priors.priors.at(Attribute::surface, Road::square, Surroundings::rural) == reach::Prior{1, 1, 1});
    CHECK(priors.priors.at(Attribute::bench, Road::ferry, Surroundings::rural) == reach::Prior{0.5, 0.25, 0.75});
    auto const& first = priors.entries.front();
    CHECK(first.attribute == Attribute::surface);
    CHECK(first.roads == std::vector<Road>{Road::path, Road::track});
    CHECK(first.surroundings == std::vector<Surroundings>{Surroundings::rural});
    CHECK(first.source == "Counted");
    CHECK_FALSE(first.assumed);
    CHECK(first.note_nl == "Aanname");
    CHECK(first.note_en == "Assumption");
    CHECK(priors.entries.back().assumed);
    CHECK(priors.entries.back().roads.size() == reach::road_count);
    CHECK(priors.entries.back().surroundings.size() == 2);
    CHECK(priors.version.size() == 12);
}

TEST_CASE("priors: everything is covered, once")
{
    std::string const good = file(entry("surface", all, all));
    CHECK(trouble(good) == "fine");
    auto const half = read_priors(file(entry("surface", all, R"(["rural"])")));
    REQUIRE(!half);
    CHECK(half.error().code == "walking.missing");
    CHECK(half.error().field == "priors");
    CHECK(half.error().detail == "add a chance for surface, footway, built_up");
    auto const twice = read_priors(file(entry("surface", all, all) + "," + entry("surface", R"(["steps"])", all)));
    REQUIRE(!twice);
    CHECK(twice.error().code == "walking.twice");
    CHECK(twice.error().field == "priors[1]");
    CHECK(twice.error().detail == "surface, steps, built_up: priors[0] says this already");
    CHECK(trouble(file(entry("surface", R"(["steps","steps"])", all))) == "walking.twice priors[0].roads[1]");
    CHECK(trouble(file(entry("surface", all, R"(["rural","rural"])"))) == "walking.twice priors[0].surroundings[1]");
}

TEST_CASE("priors: a fault tells the path")
{
    CHECK(trouble("{").starts_with("walking.malformed line 1"));
    CHECK(trouble("{}") == "walking.missing priors");
    CHECK(trouble(R"({"priors":[]})") == "walking.missing priors");
    CHECK(trouble(R"({"priors":[1]})") == "walking.malformed priors[0]");
    CHECK(trouble(file(entry("colour", all, all))) == "walking.unknown_word priors[0].attribute");
    CHECK(trouble(file(entry("surface", R"(["motorway"])", all))) == "walking.unknown_word priors[0].roads[0]");
    CHECK(trouble(file(entry("surface", "[]", all))) == "walking.missing priors[0].roads");
    CHECK(trouble(file(entry("surface", R"("path")", all))) == "walking.malformed priors[0].roads");
    CHECK(trouble(file(entry("surface", all, R"(["sea"])"))) == "walking.unknown_word priors[0].surroundings[0]");
    auto const chances = [](std::string_view text) { return trouble(file(entry("surface", all, all, text))); };
    CHECK(chances(R"("chance":1.5,"low":0,"high":1)") == "walking.bad_number priors[0].chance");
    CHECK(chances(R"("chance":0.5,"low":0.6,"high":1)") == "walking.bad_number priors[0].low");
    CHECK(chances(R"("chance":0.5,"low":0,"high":0.4)") == "walking.bad_number priors[0].high");
    CHECK(chances(R"("chance":0.5,"low":-0.1,"high":1)") == "walking.bad_number priors[0].low");
    CHECK(chances(R"("chance":0.5,"low":0.5,"high":1.1)") == "walking.bad_number priors[0].high");
    CHECK(chances(R"("chance":0.5,"low":0.5)") == "walking.missing priors[0].high");
    CHECK(chances(R"("chance":0.5,"low":0.5,"high":1,"why":"x")") == "walking.unknown_word priors[0].why");
    CHECK(chances(R"("chance":0.5,"low":0.5,"high":1,"source":3)") == "walking.malformed priors[0].source");
}

TEST_CASE("priors: the version changes with a chance and with a note")
{
    auto const version = [](std::string const& json) { return read_priors(json).value().version; };
    std::string const good = file(entry("surface", all, all));
    std::string changed = good;
    changed.replace(changed.find("Assumption"), 10, "Guess");
    CHECK(version(good) == version(" " + good));
    CHECK(version(good) != version(changed));
    CHECK(version(good) != version(file(entry("surface", all, all, R"("chance":0.5,"low":0.25,"high":0.8)"))));
}

TEST_CASE("words: each value has one of its own")
{
    CHECK(to_word(Attribute::sidewalk) == "sidewalk");
    CHECK(to_word(Road::living_street) == "living_street");
    CHECK(to_word(Surroundings::built_up) == "built_up");
    CHECK(to_word(Sphere::communal) == "communal");
    CHECK(to_word(Condition::social_inclusion) == "social_inclusion");
    for (std::size_t a = 0; a < reach::road_count; ++a) {
        for (std::size_t b = a + 1; b < reach::road_count; ++b)
            CHECK(to_word(static_cast<Road>(a)) != to_word(static_cast<Road>(b)));
    }
    for (std::size_t a = 0; a < reach::attribute_count; ++a) {
        for (std::size_t b = a + 1; b < reach::attribute_count; ++b)
            CHECK(to_word(static_cast<Attribute>(a)) != to_word(static_cast<Attribute>(b)));
    }
}

} // namespace
} // namespace wf::walking
