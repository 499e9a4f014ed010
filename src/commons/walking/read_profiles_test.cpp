// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/walking.hpp"

#include <doctest/doctest.h>

#include <array>

namespace wf::walking {
namespace {

using reach::Going;
using reach::Kerb;
using reach::Obstacle;

constexpr std::string_view numbers = R"("id":"rollator","name_nl":"Rollator","name_en":"Rollator user","with_nl":"Met",
  "with_en":"With","icon":"walker","people":"80+","speed_mean":0.7,"speed_sd":0.2,
  "kerb":{"flush":0,"lowered":2,"rolled":8,"raised":20},"steps":"forbidden","stile":90,
  "surface":{"smooth":1,"paving":1.1,"rough":1.3,"compacted":1.2,"loose":"forbidden"},
  "smoothness":{"good":1,"intermediate":1.05,"bad":1.4,"impassable":"forbidden"},
  "slope_percent":5,"slope_above":2,"slope_down_factor":1.25,"width_cm":75,"narrow":"forbidden",
  "road_without_sidewalk":1.5,"longest_leg_m":125,"rest_seconds":60)";

constexpr std::array<std::string_view, 15> fields{"speed_mean",
                                                  "speed_sd",
                                                  "kerb",
                                                  "steps",
                                                  "surface",
                                                  "smoothness",
                                                  "stile",
                                                  "slope_percent",
                                                  "slope_above",
                                                  "slope_down_factor",
                                                  "width_cm",
                                                  "narrow",
                                                  "road_without_sidewalk",
                                                  "longest_leg_m",
                                                  "rest_seconds"};

/// One profile in which each number has its reason; that of the speed has a source.
std::string good()
{
    std::string text = R"({"profiles":[{)" + std::string{numbers} + R"(,"assumptions":{)";
    for (auto const field : fields) {
        if (field != fields.front()) text += ",";
        text += "\"" + std::string{field} + R"(":{"nl":"Waarom )" + std::string{field} + R"(","en":"Why","source":")" +
                (field == fields.front() ? "Measured 2011" : "") + R"("})";
    }
    return text + "}}]}";
}

std::string with(std::string_view piece, std::string_view other)
{
    std::string text = good();
    auto const place = text.find(piece);
    REQUIRE(place != std::string::npos);
    return text.replace(place, piece.size(), other);
}

std::string trouble(std::string const& json)
{
    auto const result = read_profiles(json);
    return result ? std::string{"fine"} : result.error().code + " " + result.error().field;
}

TEST_CASE("profiles: what the file says")
{
    auto const profiles = read_profiles(good()).value();
    REQUIRE(profiles.all().size() == 1);
    auto const* const walker = profiles.find("rollator");
    REQUIRE(walker != nullptr);
    CHECK(profiles.find("adult") == nullptr);
    CHECK(walker->name_nl == "Rollator");
    CHECK(walker->name_en == "Rollator user");
    CHECK(walker->with_nl == "Met");
    CHECK(walker->with_en == "With");
    CHECK(walker->icon == "walker");
    CHECK(walker->people == "80+");
    auto const& p = walker->profile;
    CHECK(p.speed_mean == 0.7);
    CHECK(p.speed_sd == 0.2);
    // By Kerb: none, unknown, flush, lowered, rolled, raised.
    CHECK(p.kerb == std::array<Obstacle, 6>{{{}, {}, {false, 0}, {false, 2}, {false, 8}, {false, 20}}});
    CHECK(p.kerb[static_cast<std::size_t>(Kerb::raised)].seconds == 20);
    CHECK(p.steps == Obstacle{true, 0});
    CHECK(p.stile == Obstacle{false, 90});
    // By Surface: unknown, smooth, paving, rough, compacted, loose.
    CHECK(p.surface == std::array<Going, 6>{{{}, {false, 1}, {false, 1.1}, {false, 1.3}, {false, 1.2}, {true, 1}}});
    // By Smoothness: unknown, good, intermediate, bad, impassable.
    CHECK(p.smoothness == std::array<Going, 5>{{{}, {false, 1}, {false, 1.05}, {false, 1.4}, {true, 1}}});
    CHECK(p.slope_percent == 5);
    CHECK(p.slope_above == Going{false, 2});
    CHECK(p.slope_down_factor == 1.25);
    CHECK(p.width_cm == 75);
    CHECK(p.narrow == Going{true, 1});
    CHECK(p.road_without_sidewalk == Going{false, 1.5});
    CHECK(p.longest_leg_m == 125);
    CHECK(p.rest_seconds == 60);
    CHECK_FALSE(read_profiles(with(R"("longest_leg_m":125)", R"("longest_leg_m":null)"))
                    .value()
                    .all()[0]
                    .profile.longest_leg_m.has_value());
}

TEST_CASE("profiles: a number without source is an assumption")
{
    auto const profiles = read_profiles(good()).value();
    auto const& assumptions = profiles.all()[0].assumptions;
    REQUIRE(assumptions.size() == fields.size());
    CHECK(assumptions[0].field == "speed_mean");
    CHECK(assumptions[0].text_nl == "Waarom speed_mean");
    CHECK(assumptions[0].text_en == "Why");
    CHECK(assumptions[0].source == "Measured 2011");
    CHECK_FALSE(assumptions[0].assumed);
    CHECK(assumptions[1].source.empty());
    CHECK(assumptions[1].assumed);
}

TEST_CASE("profiles: a fault tells the path")
{
    CHECK(trouble(good()) == "fine");
    CHECK(trouble("") == "walking.malformed line 1, column 1");
    CHECK(trouble("nonsense").starts_with("walking.malformed line 1"));
    CHECK(trouble(R"({"profiles":[]})") == "walking.missing profiles");
    CHECK(trouble(with(R"("profiles":)", R"("walkers":[],"profiles":)")) == "walking.unknown_word walkers");
    CHECK(trouble(with(R"("icon":"walker")", R"("icon":"walker","shoes":1)")) ==
          "walking.unknown_word profiles[0].shoes");
    CHECK(trouble(with("\"80+\"", "\"90+\"")) == "walking.unknown_word profiles[0].people");
    CHECK(trouble(with(R"("speed_mean":0.7)", R"("speed_mean":0)")) == "walking.bad_number profiles[0].speed_mean");
    CHECK(trouble(with(R"("speed_mean":0.7)", R"("speed_mean":"fast")")) ==
          "walking.bad_number profiles[0].speed_mean");
    CHECK(trouble(with(R"("speed_mean":0.7)", R"("speed_mean":4)")) == "walking.bad_number profiles[0].speed_mean");
    CHECK(trouble(with(R"("raised":20)", R"("raised":-1)")) == "walking.bad_number profiles[0].kerb.raised");
    CHECK(trouble(with(R"("raised":20)", R"("raised":"wall")")) == "walking.unknown_word profiles[0].kerb.raised");
    CHECK(trouble(with(R"("raised":20)", R"("raised":20,"unknown":5)")) ==
          "walking.unknown_word profiles[0].kerb.unknown");
    CHECK(trouble(with(R"("flush":0,)", "")) == "walking.missing profiles[0].kerb.flush");
    CHECK(trouble(with(R"("rough":1.3)", R"("rough":0.5)")) == "walking.bad_number profiles[0].surface.rough");
    CHECK(trouble(with(R"("bad":1.4)", R"("bad":21)")) == "walking.bad_number profiles[0].smoothness.bad");
    CHECK(trouble(with(R"("stile":90)", R"("stile":true)")) == "walking.bad_number profiles[0].stile");
    CHECK(trouble(with(R"("width_cm":75)", R"("width_cm":0.75)")) == "walking.bad_number profiles[0].width_cm");
    CHECK(trouble(with(R"("slope_percent":5)", R"("slope_percent":0)")) ==
          "walking.bad_number profiles[0].slope_percent");
    CHECK(trouble(with(R"("longest_leg_m":125)", R"("longest_leg_m":1)")) ==
          "walking.bad_number profiles[0].longest_leg_m");
    CHECK(trouble(with(R"("longest_leg_m":125,)", "")) == "walking.missing profiles[0].longest_leg_m");
    CHECK(trouble(with(R"("rest_seconds":60)", R"("rest_seconds":1e9)")) ==
          "walking.bad_number profiles[0].rest_seconds");
}

TEST_CASE("profiles: what the arithmetic refuses is refused here, with the path")
{
    // Allowed one by one, but a raised kerb may not be better than a lowered one.
    CHECK(trouble(with(R"("raised":20)", R"("raised":1)")) == "walking.bad_number profiles[0].kerb");
    CHECK(trouble(with(R"("bad":1.4)", R"("bad":1)")) == "fine");
    CHECK(trouble(with(R"("compacted":1.2)", R"("compacted":1)")) == "walking.bad_number profiles[0].surface");
}

TEST_CASE("profiles: each number has a reason")
{
    for (auto const field : fields) {
        std::string const member = "\"" + std::string{field} + R"(":{"nl")";
        std::string const renamed = with(member, R"("colour":{"nl")");
        CHECK(trouble(renamed) == "walking.unknown_word profiles[0].assumptions.colour");
    }
    CHECK(trouble(with(R"(,"source":""}}}]})", R"(}}}]})")) == "fine");
    auto const without_last = with(R"(,"rest_seconds":{"nl":"Waarom rest_seconds","en":"Why","source":""})", "");
    CHECK(trouble(without_last) == "walking.missing profiles[0].assumptions.rest_seconds");
    CHECK(trouble(with(R"("nl":"Waarom kerb")", R"("nl":"")")) == "walking.malformed profiles[0].assumptions.kerb.nl");
    CHECK(trouble(with(R"("en":"Why","source":"Measured 2011")", R"("source":"Measured 2011")")) ==
          "walking.missing profiles[0].assumptions.speed_mean.en");
}

TEST_CASE("profiles: an id once")
{
    std::string text = good();
    auto const start = text.find('{', 1);
    std::string const one = text.substr(start, text.size() - start - 2);
    CHECK(trouble(R"({"profiles":[)" + one + "," + one + "]}") == "walking.twice profiles[1].id");
}

TEST_CASE("profiles: the version changes with a number and with a reason")
{
    auto const version = [](std::string const& json) { return read_profiles(json).value().version(); };
    std::string const first = version(good());
    CHECK(first.size() == 12);
    CHECK(version(with(R"({"profiles")", R"({"about":"Text.",  "profiles")")) == first);
    CHECK(version(with(R"("raised":20)", R"("raised":21)")) != first);
    CHECK(version(with(R"("stile":90)", R"("stile":"forbidden")")) != first);
    CHECK(version(with(R"("longest_leg_m":125)", R"("longest_leg_m":null)")) != first);
    CHECK(version(with("Measured 2011", "Measured 2012")) != first);
}

} // namespace
} // namespace wf::walking
