// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/statistics/statistics.hpp"

#include <doctest/doctest.h>

#include <set>

namespace wf::statistics {
namespace {

constexpr std::string_view good = R"({"measures":[
  {"code":"inhabitants","name_nl":"Inwoners","name_en":"Inhabitants","unit":"persons","decimals":0,"kind":"counted",
   "rounding":{"neighbourhood":5,"district":10,"municipality":0},"columns":["aant_inw","aantalinwoners"]},
  {"code":"lonely","name_nl":"Eenzaam","name_en":"Lonely","unit":"percent","decimals":1,"kind":"modelled",
   "rounding":{"neighbourhood":0,"district":0,"municipality":0},"columns":["eenzaam","ste_mvs","p_00_14_jr","m_2012"]},
  {"code":"bare","name_nl":"x","name_en":"x","unit":"ratio","decimals":2,"kind":"estimated",
   "rounding":{"neighbourhood":0.1,"district":0,"municipality":0},"columns":[]}]})";

/// `good` with one piece replaced.
std::string with(std::string_view piece, std::string_view other)
{
    std::string text{good};
    auto const place = text.find(piece);
    REQUIRE(place != std::string::npos);
    return text.replace(place, piece.size(), other);
}

std::string trouble(std::string const& json)
{
    auto const result = Measures::read(json);
    return result ? std::string{"fine"} : result.error().code + " " + result.error().field;
}

TEST_CASE("measures: what the file says")
{
    auto const measures = Measures::read(good).value();
    CHECK(measures.all().size() == 3);
    auto const* const inhabitants = measures.find("inhabitants");
    REQUIRE(inhabitants != nullptr);
    CHECK(inhabitants->name_nl == "Inwoners");
    CHECK(inhabitants->name_en == "Inhabitants");
    CHECK(inhabitants->unit == "persons");
    CHECK(inhabitants->decimals == 0);
    CHECK(inhabitants->kind == datasets::Kind::counted);
    CHECK(inhabitants->rounding(AreaLevel::neighbourhood) == 5);
    CHECK(inhabitants->rounding(AreaLevel::district) == 10);
    CHECK(inhabitants->rounding(AreaLevel::municipality) == 0);
    CHECK(measures.find("lonely")->kind == datasets::Kind::modelled);
    CHECK(measures.find("lonely")->decimals == 1);
    CHECK(measures.find("Inhabitants") == nullptr);
    CHECK(measures.find("") == nullptr);
}

TEST_CASE("columns: capitals, blanks and the number at the end do not matter")
{
    auto const measures = Measures::read(good).value();
    auto const code = [&](std::string_view column) {
        auto const* const measure = measures.find_column(column);
        return measure == nullptr ? std::string{} : measure->code;
    };
    CHECK(code("AANT_INW") == "inhabitants");
    CHECK(code("  aant_inw\t") == "inhabitants");
    CHECK(code("AantalInwoners_5") == "inhabitants");
    CHECK(code("AantalInwoners_105") == "inhabitants");
    CHECK(code("Eenzaam_12") == "lonely");
    CHECK(code("STE_MVS") == "lonely");
    CHECK(code("P_00_14_JR") == "lonely");
    CHECK(code("p_00_14_jr_8") == "lonely");
    CHECK(code("m_2012") == "lonely"); // known as a whole
    CHECK(code("m_2013").empty());
    CHECK(code("m").empty());
    CHECK(code("aantalinwoners_").empty());
    CHECK(code("aantalinwoners_5_6").empty()); // one number goes, not two
    CHECK(code("aantalinwoners5").empty());
    CHECK(code("_5").empty());
    CHECK(code("5").empty());
    CHECK(code("").empty());
}

TEST_CASE("measures: a fault names the measure and the member")
{
    CHECK(trouble(std::string{good}) == "fine");
    CHECK(trouble(R"({"measures":[]})") == "fine");
    CHECK(trouble("{").starts_with("json.syntax"));
    CHECK(trouble("{}") == "measures.wrong_member measures");
    CHECK(trouble(R"({"measures":[7]})") == "measures.wrong_member measure 1");
    CHECK(trouble(with(R"("code":"lonely",)", "")) == "measures.wrong_member measure 2.code");
    CHECK(trouble(with(R"("code":"lonely")", R"("code":" ")")) == "measures.wrong_member measure 2.code");
    CHECK(trouble(with(R"("unit":"percent")", R"("unit":7)")) == "measures.wrong_member lonely.unit");
    CHECK(trouble(with(R"("name_en":"Lonely",)", "")) == "measures.wrong_member lonely.name_en");
    CHECK(trouble(with(R"("decimals":1)", R"("decimals":1.5)")) == "measures.wrong_member lonely.decimals");
    CHECK(trouble(with(R"("decimals":1)", R"("decimals":-1)")) == "measures.wrong_member lonely.decimals");
    CHECK(trouble(with("modelled", "guessed")) == "measures.wrong_member lonely.kind");
    CHECK(trouble(with(R"("district":10,)", "")) == "measures.wrong_member inhabitants.rounding.district");
    CHECK(trouble(with(R"("district":10)", R"("district":-10)")) ==
          "measures.wrong_member inhabitants.rounding.district");
    CHECK(trouble(with(R"("district":10)", R"("wijk":10)")) == "measures.unknown_member inhabitants.rounding.wijk");
    CHECK(trouble(with(R"("unit":"percent")", R"("unit":"percent","unti":1)")) ==
          "measures.unknown_member lonely.unti");
    CHECK(trouble(with(R"("columns":[])", R"("columns":"x")")) == "measures.wrong_member bare.columns");
    CHECK(trouble(with(R"("columns":[])", R"("columns":["Aant"])")) == "measures.wrong_member bare.columns");
    CHECK(trouble(with(R"("columns":[])", R"("columns":[" a"])")) == "measures.wrong_member bare.columns");
    CHECK(trouble(with(R"("columns":[])", R"("columns":["eenzaam"])")) == "measures.duplicate_column bare.columns");
    CHECK(trouble(with(R"("columns":[])", R"("columns":["a","a"])")) == "measures.duplicate_column bare.columns");
    CHECK(trouble(with(R"("code":"bare")", R"("code":"lonely")")) == "measures.duplicate_code lonely");
}

TEST_CASE("the catalogue that is built in reads, and knows the spellings of different years")
{
    auto const& measures = Measures::built_in();
    CHECK(measures.all().size() > 50);
    CHECK(&measures == &Measures::built_in());
    auto const* const inhabitants = measures.find("inhabitants");
    REQUIRE(inhabitants != nullptr);
    CHECK(inhabitants->rounding(AreaLevel::neighbourhood) == 5);
    CHECK(inhabitants->rounding(AreaLevel::municipality) == 0);
    for (std::string_view const column : {"AANT_INW", "AantalInwoners_5", "aantal_inwoners"}) {
        CHECK(measures.find_column(column) == inhabitants);
    }
    std::set<std::string> codes;
    for (auto const& measure : measures.all()) {
        CHECK(codes.insert(measure.code).second);
        for (auto const& column : measure.columns) CHECK(measures.find_column(column) == &measure);
    }
}

} // namespace
} // namespace wf::statistics
