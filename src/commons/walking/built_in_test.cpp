// SPDX-License-Identifier: EUPL-1.2
// The files of data/ as they stand: good, complete, and in words that fit the sentences of the pages.
#include "commons/walking/walking.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

namespace wf::walking {
namespace {

using reach::Road;
using reach::Surroundings;

/// The symbols of web/icons/icons.svg.
std::set<std::string> icons()
{
    std::ifstream file{"web/icons/icons.svg"};
    REQUIRE(file.is_open());
    std::stringstream bytes;
    bytes << file.rdbuf();
    std::string const text = bytes.str();
    std::string_view const start = "<symbol id=\"";
    std::set<std::string> names;
    for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
        at += start.size();
        names.insert(text.substr(at, text.find('"', at) - at));
    }
    REQUIRE(names.size() > 10);
    return names;
}

double cost(reach::Obstacle const& obstacle)
{
    return obstacle.forbidden ? 1e9 : obstacle.seconds;
}
double cost(reach::Going const& going)
{
    return going.forbidden ? 1e9 : going.factor;
}

TEST_CASE("categories that are built in: words in both languages, a symbol that exists")
{
    auto const& categories = Categories::built_in();
    CHECK(&categories == &Categories::built_in());
    CHECK(categories.all().size() >= 25);
    auto const symbols = icons();
    std::set<std::string> names;
    for (auto const& one : categories.all()) {
        CAPTURE(one.id);
        CHECK(symbols.contains(one.icon));
        CHECK(names.insert(one.name_nl).second);
        CHECK(one.a_nl.starts_with("een "));
        CHECK((one.a_en.starts_with("a ") || one.a_en.starts_with("an ")));
        CHECK(one.name_nl.back() != '.');
    }
    for (char const* const id : {"meeting_place", "library", "supermarket", "gp", "pharmacy", "dentist", "bus_stop",
                                 "station", "school", "childcare", "playground", "park", "bench", "toilet"}) {
        CAPTURE(id);
        CHECK(categories.find(id) != nullptr);
    }
}

TEST_CASE("categories that are built in: all spheres and conditions occur, and no tag rule twice")
{
    std::set<Sphere> spheres;
    std::set<Condition> conditions;
    std::vector<TagRule> rules;
    for (auto const& one : Categories::built_in().all()) {
        spheres.insert(one.sphere);
        conditions.insert(one.condition);
        for (auto const& rule : one.any_of) {
            CAPTURE(one.id);
            CHECK(std::find(rules.begin(), rules.end(), rule) == rules.end());
            rules.push_back(rule);
        }
    }
    CHECK(spheres.size() == 3);
    CHECK(conditions.size() == 4);
}

TEST_CASE("profiles that are built in: words, a symbol, and worse is never better")
{
    auto const& profiles = Profiles::built_in();
    CHECK(&profiles == &Profiles::built_in());
    auto const symbols = icons();
    for (char const* const id : {"adult", "age_60_69", "age_70_79", "age_80", "cane", "rollator", "rollator_no_seat",
                                 "wheelchair_manual", "wheelchair_powered", "pram", "child"}) {
        CAPTURE(id);
        CHECK(profiles.find(id) != nullptr);
    }
    for (auto const& one : profiles.all()) {
        CAPTURE(one.profile.id);
        CHECK(symbols.contains(one.icon));
        // "{with} komen 30 van de 100 inwoners binnen 10 minuten bij een supermarkt"
        CHECK((one.with_nl.starts_with("Met een ") || one.with_nl.starts_with("In een ") ||
               one.with_nl.starts_with("In het tempo van ")));
        CHECK(
            (one.with_en.starts_with("With a ") || one.with_en.starts_with("In a ") || one.with_en.starts_with("At ")));
        auto const& p = one.profile;
        for (std::size_t i = 3; i < p.kerb.size(); ++i) CHECK(cost(p.kerb[i - 1]) <= cost(p.kerb[i]));
        for (std::size_t i = 2; i < p.smoothness.size(); ++i) CHECK(cost(p.smoothness[i - 1]) <= cost(p.smoothness[i]));
        CHECK(cost(p.surface[1]) <= cost(p.surface[2]));
        CHECK(cost(p.surface[2]) <= cost(p.surface[3]));
        CHECK(cost(p.surface[2]) <= cost(p.surface[4]));
        CHECK(cost(p.surface[4]) <= cost(p.surface[5]));
        CHECK(p.longest_leg_m.has_value() == (p.rest_seconds > 0));
    }
}

TEST_CASE("profiles that are built in: the numbers of the literature")
{
    auto const& profiles = Profiles::built_in();
    auto const of = [&](char const* id) -> reach::Profile const& { return profiles.find(id)->profile; };
    CHECK(of("adult").speed_mean == 1.34);
    CHECK(of("age_60_69").speed_mean == doctest::Approx((1.34 + 1.24) / 2));
    CHECK(of("age_70_79").speed_mean == doctest::Approx((1.26 + 1.13) / 2).epsilon(0.005));
    CHECK(of("age_80").speed_mean == doctest::Approx((0.97 + 0.94) / 2));
    CHECK(of("cane").longest_leg_m == 200);
    CHECK(of("age_80").longest_leg_m == 300);
    CHECK(of("rollator_no_seat").longest_leg_m == 125);
    CHECK_FALSE(of("rollator").longest_leg_m.has_value());
    CHECK(of("wheelchair_manual").speed_mean == 0.64);
    // A raised kerb is a detour for a wheelchair, no wall.
    CHECK(of("wheelchair_manual").kerb[static_cast<std::size_t>(reach::Kerb::raised)] == reach::Obstacle{false, 300});
    CHECK(of("wheelchair_manual").steps.forbidden);
    CHECK(of("rollator").kerb[static_cast<std::size_t>(reach::Kerb::raised)] == reach::Obstacle{false, 20});
}

TEST_CASE("priors that are built in: a page says the chance that a calculation has on average")
{
    auto const& priors = WalkPriors::built_in();
    CHECK(&priors == &WalkPriors::built_in());
    for (auto const& one : priors.entries) {
        CAPTURE(one.note_en);
        CHECK(std::abs(one.prior.chance - (one.prior.low + one.prior.high) / 2) < 0.006);
        CHECK(one.assumed == one.source.empty());
        bool const says_so = one.note_en.find("Assumption") != std::string::npos;
        if (one.assumed && one.attribute != reach::Attribute::sidewalk) CHECK(says_so);
    }
    auto const& table = priors.priors;
    for (std::size_t road = 0; road < reach::road_count; ++road) {
        auto const flat = table.at(reach::Attribute::incline, static_cast<Road>(road), Surroundings::built_up);
        CHECK(flat.low >= 0.97);
    }
    CHECK(table.at(reach::Attribute::surface, Road::residential, Surroundings::built_up).chance >
          table.at(reach::Attribute::surface, Road::track, Surroundings::rural).high);
}

TEST_CASE("the norm that is built in: an example, of categories and profiles that exist")
{
    auto const& norms = built_in_norms();
    REQUIRE(norms.size() == 1);
    for (auto const& norm : norms.at("*")) {
        CAPTURE(norm.category);
        CHECK(Categories::built_in().find(norm.category) != nullptr);
        CHECK(Profiles::built_in().find(norm.profile) != nullptr);
        CHECK(norm.source.empty());
    }
}

} // namespace
} // namespace wf::walking
