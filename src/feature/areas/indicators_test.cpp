// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/indicators.hpp"

#include <doctest/doctest.h>

using namespace wf::area_pages;

namespace {

std::string with(std::string_view member)
{
    return R"({"indicators":[{"code":"x","theme":"people","nl":"X","en":"X","measure":"inhabitants","unit":"persons")" +
           std::string{member} + "}]}";
}

} // namespace

TEST_CASE("the catalogue that is built in can be read and names measures that exist")
{
    auto const& all = Indicators::built_in();
    CHECK(all.all().size() >= 20);
    REQUIRE(all.find("social_assistance_rate") != nullptr);
    CHECK(all.find("social_assistance_rate")->denominator == "inhabitants");
    CHECK(all.find("no_such_indicator") == nullptr);
    CHECK(all.version().size() == 12);
}

TEST_CASE("each of the four conditions has an indicator")
{
    for (auto const theme : {Theme::security, Theme::inclusion, Theme::cohesion, Theme::empowerment}) {
        int found = 0;
        for (auto const& indicator : Indicators::built_in().all()) found += indicator.theme == theme ? 1 : 0;
        CHECK_MESSAGE(found >= 1, to_word(theme));
    }
}

TEST_CASE("every percentage of people or households that was counted has a base, so that small numbers are refused")
{
    for (auto const& indicator : Indicators::built_in().all()) {
        if (indicator.unit == "percent" && indicator.group.empty())
            CHECK_MESSAGE(!indicator.base.empty(), indicator.code);
    }
}

TEST_CASE("mistakes in the catalogue name the indicator and the member")
{
    CHECK(Indicators::read(with("")).has_value());
    auto const wrong = [](std::string const& text) {
        auto const read = Indicators::read(text);
        REQUIRE(!read);
        CHECK(read.error().code == "areas.indicators");
        return read.error().field;
    };
    CHECK(wrong(with(R"(,"denominator":"nonsense")")) == "indicator x, denominator");
    CHECK(wrong(with(R"(,"base":"nonsense")")) == "indicator x, base");
    CHECK(wrong(with(R"(,"only":"street")")) == "indicator x, only");
    CHECK(wrong(with(R"(,"least":5,"most":5)")) == "indicator x, most");
    CHECK(
        wrong(
            R"({"indicators":[{"code":"x","theme":"weather","nl":"X","en":"X","measure":"inhabitants","unit":"persons"}]})") ==
        "indicator x, theme");
    CHECK(wrong(R"({"indicators":[{"theme":"people"}]})") == "indicator without a code, code");
    CHECK(wrong(R"({"other":[]})") == "indicators");
}
