// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/street_answers.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;
using reach::Attribute;

namespace {

Date const today{2026, 11, 21};

Observation street(char type = 'w')
{
    Observation asked;
    asked.municipality = "GM0166";
    asked.osm_type = type;
    asked.osm_id = 42;
    return asked;
}

StreetAnswers read(http::Pairs const& form, char type = 'w')
{
    return read_street_answers(form, street(type), today);
}

} // namespace

TEST_CASE("what was answered is kept, what was skipped is not")
{
    auto const answers =
        read({{"dag", "2026-11-20"}, {"surface", "paving"}, {"smoothness", ""}, {"width", " 120 "}, {"naam", "Jan"}});
    CHECK(answers.faults.empty());
    REQUIRE(answers.observations.size() == 2);
    CHECK(answers.observations[0].attribute == Attribute::surface);
    CHECK(answers.observations[0].value == "paving");
    CHECK(answers.observations[0].seen_on == "2026-11-20");
    CHECK(answers.observations[0].osm_id == 42);
    CHECK(answers.observations[0].municipality == "GM0166");
    CHECK(answers.observations[0].review == Review::waiting);
    CHECK(answers.observations[1].attribute == Attribute::width);
    CHECK(answers.observations[1].value == "120");
}

TEST_CASE("a crossing is asked other things than a street")
{
    auto const answers = read({{"dag", "2026-11-21"}, {"kerb", "raised"}, {"surface", "paving"}}, 'n');
    REQUIRE(answers.observations.size() == 1);
    CHECK(answers.observations[0].attribute == Attribute::kerb);
    CHECK(read({{"dag", "2026-11-21"}, {"kerb", "raised"}}).observations.empty());
}

TEST_CASE("an answer that cannot be is told at its field")
{
    auto const answers = read({{"dag", "2026-11-21"}, {"surface", "gold"}, {"width", "9"}, {"sidewalk", "yes"}});
    REQUIRE(answers.faults.size() == 2);
    CHECK(answers.faults[0].field == "surface");
    CHECK(answers.faults[1].field == "width");
    CHECK(answers.observations.size() == 1);
    CHECK(read({{"dag", "2026-11-21"}, {"width", "90 cm"}}).faults.size() == 1);
}

TEST_CASE("the day is one that somebody can have been there")
{
    auto const accepted = [](std::string day) {
        return read({{"dag", std::move(day)}, {"surface", "paving"}}).faults.empty();
    };
    CHECK(accepted("2026-11-21"));
    CHECK(accepted("2026-11-22"));
    CHECK_FALSE(accepted("2026-11-23"));
    CHECK(accepted("2025-01-01"));
    CHECK_FALSE(accepted("2023-01-01"));
    CHECK_FALSE(accepted("21-11-2026"));
    CHECK_FALSE(accepted(""));
}

TEST_CASE("no answer at all is told once")
{
    auto const answers = read({{"dag", "2026-11-21"}, {"surface", ""}});
    CHECK(answers.observations.empty());
    REQUIRE(answers.faults.size() == 1);
    CHECK(answers.faults[0].field.empty());
}
