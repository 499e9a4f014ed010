// SPDX-License-Identifier: EUPL-1.2
// Made-up areas (verzonnen): GM9999 with one neighbourhood. The arithmetic was done by hand.
#include "feature/areas/profile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::area_pages;

namespace {

Indicators catalogue()
{
    return Indicators::read(R"({"indicators":[
        {"code":"people","theme":"people","nl":"Inwoners","en":"Inhabitants","measure":"inhabitants","unit":"persons"},
        {"code":"older","theme":"people","nl":"65+","en":"65+","measure":"age_65_and_over_percent","base":"inhabitants","unit":"percent"},
        {"code":"benefit","theme":"security","nl":"Bijstand","en":"Assistance","measure":"social_assistance_benefits",
         "denominator":"inhabitants","factor":1000,"unit":"per_1000"},
        {"code":"lonely","theme":"inclusion","nl":"Eenzaam","en":"Lonely","measure":"lonely","group":"65+","unit":"percent"}]})")
        .value();
}

ProfileInput input()
{
    ProfileInput made{"GM9999", {}};
    made.areas.push_back({parse_area_code("GM9999").value(),
                          {{{"inhabitants", "", 2015}, {2000, 2015, "d1"}},
                           {{"age_65_and_over_percent", "", 2015}, {20, 2015, "d1"}},
                           {{"lonely", "65+", 2020}, {49.1, 2020, "d2"}}}});
    made.areas.push_back({parse_area_code("BU99990001").value(),
                          {{{"inhabitants", "", 2015}, {100, 2015, "d1"}},
                           {{"age_65_and_over_percent", "", 2015}, {16, 2015, "d1"}},
                           {{"social_assistance_benefits", "", 2015}, {20, 2015, "d1"}}}});
    return made;
}

ProfileFigure const& find(std::vector<ProfileFigure> const& figures, std::string_view area, std::string_view indicator)
{
    auto const found = std::find_if(figures.begin(), figures.end(), [&](auto const& figure) {
        return figure.area_code == area && figure.indicator == indicator;
    });
    REQUIRE(found != figures.end());
    return *found;
}

} // namespace

TEST_CASE("a counted figure comes with the bounds that rounding leaves, and with its municipality beside it")
{
    auto const figures = make_profile(input(), catalogue());
    auto const& people = find(figures, "BU99990001", "people");
    CHECK(people.status == Status::answered);
    CHECK(people.value == 100);
    CHECK(people.low == 97.5);
    CHECK(people.high == 102.5);
    CHECK(people.reference == 2000);
    CHECK(people.dataset_id == "d1");
    CHECK(find(figures, "GM9999", "people").low == 2000); // a municipality's count is not rounded
}

TEST_CASE("a rate is worked out with the bounds of both its counts")
{
    auto const figures = make_profile(input(), catalogue());
    auto const& benefit = find(figures, "BU99990001", "benefit");
    REQUIRE(benefit.status == Status::answered);
    CHECK(*benefit.value == doctest::Approx(200)); // 20 of 100, per 1,000
    CHECK(*benefit.low < 200);
    CHECK(*benefit.high > 200);
}

TEST_CASE("a figure that others have and this area has not is missing, never zero")
{
    auto const figures = make_profile(input(), catalogue());
    auto const& lonely = find(figures, "BU99990001", "lonely");
    CHECK(lonely.status == Status::missing);
    CHECK(lonely.reason == "not_published");
    CHECK(!lonely.value);
    CHECK(lonely.reference == 49.1);
    CHECK(lonely.dataset_id.empty());
}

TEST_CASE("a modelled figure has no margin of rounding: its margin is unknown")
{
    auto const figures = make_profile(input(), catalogue());
    auto const& lonely = find(figures, "GM9999", "lonely");
    CHECK(lonely.value == 49.1);
    CHECK(!lonely.low);
    CHECK(!lonely.high);
    CHECK(lonely.boundary_year == 2020);
}

TEST_CASE("a percentage of fewer than 25 people is refused")
{
    auto few = input();
    few.areas[1].known[{"inhabitants", "", 2015}].value = 20;
    auto const figures = make_profile(few, catalogue());
    CHECK(find(figures, "BU99990001", "older").status == Status::refused);
    CHECK(find(figures, "BU99990001", "older").reason == "base_too_small");
    CHECK(!find(figures, "BU99990001", "older").value);
    CHECK(find(figures, "BU99990001", "benefit").reason == "denominator_too_small");
    CHECK(find(figures, "BU99990001", "people").value == 20);
}

TEST_CASE("a rate over two years is refused")
{
    auto other = input();
    other.areas[1].known.erase({"social_assistance_benefits", "", 2015});
    other.areas[1].known[{"social_assistance_benefits", "", 2017}] = {20, 2017, "d3"};
    auto const figures = make_profile(other, catalogue());
    CHECK(find(figures, "BU99990001", "benefit").reason == "different_years");
}

TEST_CASE("positions count up within an area and every area has the same questions")
{
    auto const figures = make_profile(input(), catalogue());
    std::vector<int> positions;
    for (auto const& figure : figures) {
        if (figure.area_code == "BU99990001") positions.push_back(figure.position);
    }
    CHECK(positions == std::vector<int>{0, 1, 2, 3});
    CHECK(figures.size() == 8);
}

TEST_CASE("words of a status read back")
{
    for (auto const status : {Status::answered, Status::refused, Status::missing})
        CHECK(parse_status(to_word(status)) == status);
    CHECK_THROWS_AS((void)parse_status("nonsense"), Bug);
}
