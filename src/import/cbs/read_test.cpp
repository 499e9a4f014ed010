// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/read.hpp"

#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

using namespace wf;
using cbs::FileKind;

namespace {

Result<cbs::Content> read_text(std::string_view bytes)
{
    return cbs::read(bytes, statistics::Measures::built_in());
}

cbs::Content read_file(std::string const& path)
{
    auto const bytes = file::load(path);
    REQUIRE_MESSAGE(bytes.has_value(), path);
    auto content = read_text(*bytes);
    REQUIRE_MESSAGE(content.has_value(), path << ": " << to_line(content.error()));
    return std::move(*content);
}

cbs::Content read_sample(std::string const& name)
{
    return read_file("src/import/cbs/sample/" + name);
}

std::optional<double> value_of(cbs::Row const& row, std::string_view measure)
{
    for (auto const& [known, value] : row.figures) {
        if (known->code == measure) return value;
    }
    return std::nullopt;
}

cbs::Row const& row_of(cbs::Content const& content, std::string_view code, std::string_view group = "")
{
    auto const found = std::find_if(content.rows.begin(), content.rows.end(),
                                    [&](cbs::Row const& row) { return row.area.text() == code && row.group == group; });
    REQUIRE(found != content.rows.end());
    return *found;
}

/// The codes with which the rows of a text are refused.
std::vector<std::string> refusals_of(std::string_view text)
{
    auto const content = read_text(text);
    REQUIRE(content);
    std::vector<std::string> codes;
    for (auto const& refusal : content->report.refusals) codes.push_back(refusal.code);
    CHECK(content->report.refused == static_cast<std::int64_t>(codes.size()));
    CHECK(content->report.read == content->report.kept + content->report.refused);
    return codes;
}

} // namespace

TEST_CASE("Kampen on the map of 2015: 35 buurten, 8 wijken, 1 gemeente")
{
    auto const buurten = read_file("data/kampen/buurten_2015.geojson");
    auto const wijken = read_file("data/kampen/wijk_2015.geojson");
    auto const gemeente = read_file("data/kampen/gemeente_2015.geojson");
    for (auto const* content : {&buurten, &wijken, &gemeente}) {
        CHECK(content->kind == FileKind::map);
        CHECK(content->report.refused == 0);
        CHECK(content->unknown_columns.empty());
        CHECK(content->repeated_columns.empty());
        CHECK(std::all_of(content->rows.begin(), content->rows.end(),
                          [](cbs::Row const& row) { return !row.outline.empty() && !row.name.empty(); }));
    }
    CHECK(buurten.rows.size() == 35);
    CHECK(wijken.rows.size() == 8);
    REQUIRE(gemeente.rows.size() == 1);
    CHECK(gemeente.rows[0].name == "Kampen");
    CHECK(value_of(gemeente.rows[0], "inhabitants") == 51432);
    double sum = 0;
    for (cbs::Row const& row : buurten.rows) sum += value_of(row, "inhabitants").value_or(0);
    CHECK(sum == 51385);

    auto const& brunnepe = row_of(buurten, "BU01660001");
    CHECK(brunnepe.name == "Brunnepe");
    CHECK(value_of(brunnepe, "inhabitants") == 3725);
    CHECK(value_of(brunnepe, "age_65_and_over_percent") == 16);
    CHECK(value_of(brunnepe, "one_person_households_percent") == 36);
    CHECK(value_of(brunnepe, "social_assistance_benefits") == 80);
    CHECK(brunnepe.figures.size() == 43);

    auto const& groene_hart = row_of(buurten, "BU01660002");
    CHECK_FALSE(value_of(groene_hart, "inhabitants_per_km2"));
    for (cbs::Row const& row : buurten.rows) {
        CHECK(
            std::all_of(row.figures.begin(), row.figures.end(), [](auto const& figure) { return figure.second >= 0; }));
    }
}

TEST_CASE("the other tables of Kampen")
{
    auto const kwb = read_file("data/kampen/kwb_2017_selectie.csv");
    CHECK(kwb.kind == FileKind::key_figures);
    CHECK(kwb.rows.size() == 22);
    CHECK(kwb.unknown_columns.empty());
    CHECK(value_of(row_of(kwb, "BU01660001"), "income_per_inhabitant") == doctest::Approx(19.4));
    CHECK(value_of(row_of(kwb, "BU01660005"), "households_around_social_minimum_percent") == doctest::Approx(11.5));

    auto const households = read_file("data/kampen/huishoudenspositie_leeftijd_2020.csv");
    CHECK(households.kind == FileKind::household_positions);
    CHECK(households.rows.size() == 20);
    CHECK(value_of(row_of(households, "GM0166", "80-85"), "living_alone") == 477);
    CHECK(row_of(households, "GM0166", "80-85").year == 2020);
    CHECK_FALSE(value_of(row_of(households, "GM0166", "0-5"), "living_alone"));
    CHECK(value_of(row_of(households, "GM0166", "95+"), "persons_in_private_households") == 33);

    auto const crimes = read_file("data/kampen/misdrijven_2024.csv");
    CHECK(crimes.kind == FileKind::registered_crimes);
    CHECK(crimes.rows.size() == 36);
    CHECK(value_of(row_of(crimes, "BU01660000"), "registered_crimes") == 592);
    CHECK(value_of(row_of(crimes, "BU01660501"), "registered_crimes") == 0);

    auto const names = read_file("data/kampen/buurtnamen_2024.csv");
    CHECK(names.kind == FileKind::names);
    CHECK(names.rows.size() == 36);
    CHECK(row_of(names, "BU01660225").name == "Reeve");
}

TEST_CASE("five spellings of the same columns")
{
    auto const now = read_sample("spelling1_kwb_2024_invented.csv");
    REQUIRE(now.rows.size() == 1);
    CHECK(now.set_aside == 1);
    CHECK(now.report.refusals.at(0).code == "cbs.country_row");
    CHECK(now.rows[0].name == "Brunnepe");
    CHECK(value_of(now.rows[0], "inhabitants") == 3800);
    CHECK(value_of(now.rows[0], "age_0_14") == 700);
    CHECK(value_of(now.rows[0], "persons_per_household") == doctest::Approx(2.2));
    CHECK(value_of(now.rows[0], "households_below_110_percent_of_social_minimum_percent") == doctest::Approx(6.1));
    CHECK(value_of(now.rows[0], "households_below_120_percent_of_social_minimum_percent") == doctest::Approx(8.9));
    CHECK_FALSE(value_of(now.rows[0], "dwellings"));

    auto const old = read_sample("spelling1_old_invented.csv");
    REQUIRE(old.rows.size() == 2);
    CHECK(old.rows[0].area.text() == "BU01660001");
    CHECK(old.rows[1].area.text() == "WK016600");
    CHECK(value_of(old.rows[0], "women") == 1830);
    CHECK(value_of(old.rows[0], "age_0_14_percent") == 19);
    CHECK(value_of(old.rows[0], "income_per_inhabitant") == doctest::Approx(11.8));

    auto const map = read_sample("spelling2_map_2015_brunnepe.geojson");
    auto const postgis = read_sample("spelling3_map_postgis_brunnepe.csv");
    REQUIRE(map.rows.size() == 1);
    REQUIRE(postgis.rows.size() == 1);
    CHECK(postgis.rows[0].year == 2015);
    CHECK(postgis.rows[0].name == "Brunnepe");
    CHECK(postgis.geometry_columns == std::vector<std::string>{"geovlak"});
    CHECK(postgis.rows[0].figures.size() == 30);
    for (auto const& [measure, value] : postgis.rows[0].figures) {
        CAPTURE(measure->code);
        CHECK(value_of(map.rows[0], measure->code) == value);
    }

    auto const pdok = read_sample("spelling4_pdok_2024_invented.geojson");
    REQUIRE(pdok.rows.size() == 1);
    CHECK(pdok.set_aside == 1);
    CHECK(pdok.report.refusals.at(0).code == "cbs.water_or_abroad");
    CHECK(pdok.rows[0].year == 2024);
    CHECK(value_of(pdok.rows[0], "inhabitants") == 3800);
    CHECK(value_of(pdok.rows[0], "distance_to_general_practice") == doctest::Approx(0.6));
    CHECK_FALSE(value_of(pdok.rows[0], "income_per_inhabitant"));
    CHECK_FALSE(value_of(pdok.rows[0], "inhabitants_per_km2"));

    auto const statline = read_sample("spelling5_statline_2017_brunnepe.csv");
    REQUIRE(statline.rows.size() == 1);
    CHECK(statline.rows[0].area.text() == "BU01660001");
    CHECK(statline.rows[0].name == "");
    CHECK(value_of(statline.rows[0], "age_65_and_over") == 625);
    CHECK(value_of(statline.rows[0], "households") == 1735);
}

TEST_CASE("rows are refused one by one, with line and reason")
{
    CHECK(refusals_of("WijkenEnBuurten,AantalInwoners_5\nBU0166,5\nbu01660001,5\n,5\nBU01660001,5\n") ==
          std::vector<std::string>{"cbs.bad_area_code", "cbs.bad_area_code", "cbs.bad_area_code"});
    CHECK(refusals_of("WijkenEnBuurten,AantalInwoners_5\nNL00,17000000\nPV23,5\nLD01,5\nBU01660001,5\n") ==
          std::vector<std::string>{"cbs.country_row", "cbs.unknown_level", "cbs.unknown_level"});
    CHECK(
        refusals_of(
            "WijkenEnBuurten,AantalInwoners_5,k_0Tot15Jaar_8\nBU01660001,5,x\nBU01660002,-5,1\nBU01660003,5.5,1\nBU01660004,5,.\n") ==
        std::vector<std::string>{"cbs.not_a_number", "cbs.impossible_value", "cbs.not_a_whole_number"});
    CHECK(refusals_of("BU_CODE,P_65_EO_JR\nBU01660001,101\nBU01660002,100\n") ==
          std::vector<std::string>{"cbs.impossible_value"});
    CHECK(refusals_of("BU_CODE,AANT_INW\nBU01660001,5\nBU01660001,6\n") ==
          std::vector<std::string>{"cbs.duplicate_area"});
    CHECK(refusals_of("BU_CODE,AANT_INW\nBU01660001,5,7\nBU01660002,6\n").size() == 1);
    CHECK(
        refusals_of(
            "RegioS;Leeftijd;Perioden;Alleenstaand_4\nGM0166;0 - 5 jaar;2020KW01;3\nGM0166;jong;2020JJ00;3\nGM0166;5 - 10 jaar;2020JJ00;3\n") ==
        std::vector<std::string>{"cbs.bad_period", "cbs.unknown_age"});
    CHECK(
        refusals_of(
            "RegioS;Geslacht;Leeftijd;Perioden;Alleenstaand_4\nGM0166;9;Totaal;2020JJ00;3\nGM0166;3000;Totaal;2020JJ00;3\n") ==
        std::vector<std::string>{"cbs.unknown_sex"});
}

TEST_CASE("a refusal names line and column, and the first of two areas counts")
{
    auto const content = read_text("BU_CODE,AANT_INW,AANTAL_HH\nBU01660001,5,2\nBU01660002,5,veel\nBU01660001,9,9\n");
    REQUIRE(content);
    REQUIRE(content->report.refusals.size() == 2);
    CHECK(content->report.refusals[0].line == 3);
    CHECK(content->report.refusals[0].detail.find("aantal_hh") != std::string::npos);
    CHECK(content->report.refusals[1].line == 4);
    CHECK(content->report.refusals[1].detail.find("at 2") != std::string::npos);
    CHECK(value_of(content->rows.at(0), "inhabitants") == 5);
}

TEST_CASE("unknown columns are listed, not refused")
{
    auto const content = read_text("BU_CODE,AANT_INW,aantal_inwoners,iets_anders,postcode\nBU01660001,5,6,x,8262\n");
    REQUIRE(content);
    CHECK(content->unknown_columns == std::vector<std::string>{"iets_anders"});
    CHECK(content->repeated_columns == std::vector<std::string>{"aantal_inwoners"});
    CHECK(content->report.kept == 1);
}

TEST_CASE("a file that is no such table is one error")
{
    auto const code_of = [](std::string_view bytes) { return read_text(bytes).error().code; };
    CHECK(code_of("") == "intake.empty_file");
    CHECK(code_of("\x89PNG\r\n\x1A\n") == "intake.binary_file");
    CHECK(code_of("BU_CODE,BU_NAAM\nBU01660001,Caf\xE9\n") == "intake.not_utf8");
    CHECK(code_of("BU_CODE,AANT_INW\n") == "cbs.no_rows");
    CHECK(code_of("naam,AANT_INW\nx,5\n") == "cbs.no_area_column");
    CHECK(code_of("BU_CODE,iets\nBU01660001,5\n") == "cbs.no_known_columns");
    CHECK(code_of("WijkenEnBuurten,Leeftijd,Eenzaam_28\nBU01660001,20300,40\n") == "cbs.health_table");
    CHECK(code_of("{}") == "cbs.not_geojson");
    CHECK(code_of("[1,2]") == "cbs.not_geojson");
    CHECK(code_of(R"({"features":[]})") == "cbs.no_rows");
    CHECK(code_of(R"({"features":[{"type":"Feature"}]})") == "cbs.not_geojson");
    CHECK(code_of(R"({"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[]})") ==
          "cbs.not_wgs84");
    CHECK(code_of(R"({"features":[{"properties":{"BU_CODE":"BU01660001"}},)") == "json.syntax");
}

TEST_CASE("features: bad outlines are refused one by one, metres for degrees stop the file")
{
    CHECK(
        refusals_of(
            R"({"features":[{"properties":{"BU_CODE":"BU01660001","AANT_INW":5},"geometry":{"type":"Point","coordinates":[5,52]}},
        {"properties":{"BU_CODE":"BU01660002","AANT_INW":[5]},"geometry":null},
        {"properties":{"BU_CODE":"BU01660003","AANT_INW":null,"BU_NAAM":"Hanzewijk"}}]})") ==
        std::vector<std::string>{"cbs.bad_outline", "cbs.not_a_number"});
    auto const metres = read_text(
        R"({"features":[{"properties":{"BU_CODE":"BU01660001"},"geometry":{"type":"Polygon","coordinates":[[[190000,507000]]]}}]})");
    CHECK(metres.error().code == "cbs.not_wgs84");
}
