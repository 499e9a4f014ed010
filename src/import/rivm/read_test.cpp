// SPDX-License-Identifier: EUPL-1.2
#include "import/rivm/read.hpp"

#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>

using namespace wf;

namespace {

Result<rivm::Content> read_text(std::string_view bytes)
{
    return rivm::read(bytes, statistics::Measures::built_in());
}

rivm::Content read_kampen()
{
    auto const bytes = file::load("data/kampen/rivm_gezondheid_2012_2016_2020.csv");
    REQUIRE(bytes);
    auto content = read_text(*bytes);
    REQUIRE(content);
    return std::move(*content);
}

std::optional<double> value_of(rivm::Content const& content, std::string_view area, int year, std::string_view group,
                               std::string_view measure)
{
    for (rivm::Row const& row : content.rows) {
        if (row.area.text() != area || row.year != year || row.group != group) continue;
        for (auto const& [known, value] : row.figures) {
            if (known->code == measure) return value;
        }
    }
    return std::nullopt;
}

std::vector<std::string> refusals_of(std::string_view text)
{
    auto const content = read_text(text);
    REQUIRE(content);
    std::vector<std::string> codes;
    for (auto const& refusal : content->report.refusals) codes.push_back(refusal.code);
    CHECK(content->report.read == content->report.kept + content->report.refused);
    return codes;
}

} // namespace

TEST_CASE("Kampen: three waves, lonely adults 35.0, 39.0, 43.9 percent")
{
    auto const content = read_kampen();
    CHECK(content.report.read == 360);
    CHECK(content.report.kept == 352);
    CHECK(content.set_aside == 8);
    CHECK(content.unknown_columns.empty());
    CHECK(std::all_of(content.report.refusals.begin(), content.report.refusals.end(),
                      [](auto const& refusal) { return refusal.code == "rivm.country_row"; }));
    CHECK(value_of(content, "GM0166", 2012, "18+", "lonely") == doctest::Approx(35.0));
    CHECK(value_of(content, "GM0166", 2016, "18+", "lonely") == doctest::Approx(39.0));
    CHECK(value_of(content, "GM0166", 2020, "18+", "lonely") == doctest::Approx(43.9));
    CHECK(value_of(content, "BU01660001", 2020, "18+", "trouble_making_ends_meet") == doctest::Approx(16.4));
    CHECK(value_of(content, "GM0166", 2020, "18+", "trouble_making_ends_meet") == doctest::Approx(12.1));

    std::map<std::string, int> rows;
    for (rivm::Row const& row : content.rows) ++rows[row.group + " " + std::to_string(row.year)];
    CHECK(rows == std::map<std::string, int>{{"18+ 2012", 44},
                                             {"18+ 2016", 44},
                                             {"18+ 2020", 44},
                                             {"18-65 2012", 44},
                                             {"18-65 2016", 44},
                                             {"65+ 2012", 44},
                                             {"65+ 2016", 44},
                                             {"65+ 2020", 44}});
}

TEST_CASE("an indicator that a wave does not have is missing, not zero")
{
    auto const content = read_kampen();
    CHECK_FALSE(value_of(content, "GM0166", 2012, "18+", "meets_exercise_guideline"));
    CHECK(value_of(content, "GM0166", 2012, "18+", "good_health") == doctest::Approx(78.4));
}

TEST_CASE("all 35 indicators have a measure, and every one is modelled")
{
    auto const bytes = file::load("data/kampen/rivm_gezondheid_2012_2016_2020.csv");
    REQUIRE(bytes);
    std::string header = bytes->substr(0, bytes->find('\n'));
    std::string all = "\n2020,18+,1,20300,MW00000,GM0166,2020JJ00,Kampen,Gemeente,GM0166";
    for (int i = 0; i < 35; ++i) all += ",50.0";
    auto const content = read_text(header + all);
    REQUIRE(content);
    REQUIRE(content->rows.size() == 1);
    CHECK(content->rows[0].figures.size() == 35);
    for (auto const& [measure, value] : content->rows[0].figures) {
        CHECK(measure->kind == datasets::Kind::modelled);
        CHECK(measure->unit == "percent");
        CHECK(value == 50);
    }
}

TEST_CASE("the table as StatLine gives it: semicolons, padded codes, points for missing, intervals")
{
    auto const content =
        read_text("\"ID\";\"Leeftijd\";\"Marges\";\"WijkenEnBuurten\";\"Perioden\";\"Eenzaam_28\";\"Roker_11\"\n"
                  "0;\"20300   \";\"MW00000\";\"BU01660001  \";\"2020JJ00\";  43.9;       .\n"
                  "1;\"20300   \";\"MOG0095\";\"BU01660001  \";\"2020JJ00\";  40.1;       .\n"
                  "2;\"18 tot 65 jaar\";\"MW00000\";\"BU01660001\";\"2016JJ00\";40,1;\n");
    REQUIRE(content);
    REQUIRE(content->rows.size() == 2);
    CHECK(content->set_aside == 1);
    CHECK(content->report.refusals.at(0).code == "rivm.margin_row");
    CHECK(content->report.refusals.at(0).line == 3);
    CHECK(content->rows[0].area.text() == "BU01660001");
    CHECK(content->rows[0].group == "18+");
    REQUIRE(content->rows[0].figures.size() == 1);
    CHECK(content->rows[0].figures[0].second == doctest::Approx(43.9));
    CHECK(content->rows[1].group == "18-65");
    CHECK(content->rows[1].figures.at(0).second == doctest::Approx(40.1));
}

TEST_CASE("rows are refused with the reason")
{
    std::string const header = "jaar,leeftijdsgroep,Leeftijd,WijkenEnBuurten,Perioden,Eenzaam_28\n";
    CHECK(
        refusals_of(
            header +
            "2020,18+,20300,BU0166,2020JJ00,5\n2020,18+,99999,BU01660001,2020JJ00,5\n2020,18+,20300,BU01660001,2020X,5\n") ==
        std::vector<std::string>{"rivm.bad_area_code", "rivm.unknown_age", "rivm.bad_period"});
    CHECK(refusals_of(header + "2016,18+,20300,BU01660001,2020JJ00,5\n2020,65+,20300,BU01660001,2020JJ00,5\n") ==
          std::vector<std::string>{"rivm.contradiction", "rivm.contradiction"});
    CHECK(
        refusals_of(
            header +
            "2020,18+,20300,BU01660001,2020JJ00,veel\n2020,18+,20300,BU01660001,2020JJ00,101\n2020,18+,20300,BU01660001,2020JJ00,-1\n") ==
        std::vector<std::string>{"rivm.not_a_number", "rivm.impossible_value", "rivm.impossible_value"});
    CHECK(refusals_of(header + "2020,18+,20300,BU01660001,2020JJ00,5\n2020,18+,20300,BU01660001,2020JJ00,5\n") ==
          std::vector<std::string>{"rivm.duplicate_row"});
}

TEST_CASE("a file that is no such table is one error")
{
    auto const code_of = [](std::string_view bytes) { return read_text(bytes).error().code; };
    CHECK(code_of("") == "intake.empty_file");
    CHECK(code_of("\x89PNG\r\n\x1A\n") == "intake.binary_file");
    CHECK(code_of("WijkenEnBuurten,Gemeentenaam_1\nGM0166,Caf\xE9\n") == "intake.not_utf8");
    CHECK(code_of("WijkenEnBuurten,Eenzaam_28\nGM0166,5\n") == "rivm.column_missing");
    CHECK(code_of("WijkenEnBuurten,Leeftijd,Perioden,AantalInwoners_5\nGM0166,20300,2020JJ00,5\n") ==
          "rivm.no_indicators");
    CHECK(code_of("WijkenEnBuurten,Leeftijd,Perioden,Eenzaam_28\n") == "rivm.no_rows");
}
