// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/walking.hpp"

#include <doctest/doctest.h>

namespace wf::walking {
namespace {

constexpr std::string_view good = R"({"norms":{
  "*":[{"category":"gp","profile":"age_80","minutes":10,"least_percent":0,"source":""}],
  "GM0166":[{"category":"gp","profile":"age_80","minutes":10,"least_percent":87.5,"source":"Council, 2 May 2025"},
            {"category":"gp","profile":"age_80","minutes":15,"least_percent":100}]}})";

std::string with(std::string_view piece, std::string_view other)
{
    std::string text{good};
    auto const place = text.find(piece);
    REQUIRE(place != std::string::npos);
    return text.replace(place, piece.size(), other);
}

std::string trouble(std::string_view json)
{
    auto const result = read_norms(json);
    return result ? std::string{"fine"} : result.error().code + " " + result.error().field;
}

TEST_CASE("norms: by municipality")
{
    auto const norms = read_norms(good).value();
    REQUIRE(norms.size() == 2);
    REQUIRE(norms.at("GM0166").size() == 2);
    auto const& first = norms.at("GM0166")[0];
    CHECK(first.category == "gp");
    CHECK(first.profile == "age_80");
    CHECK(first.minutes == 10);
    CHECK(first.least_percent == 87.5);
    CHECK(first.source == "Council, 2 May 2025");
    CHECK(norms.at("GM0166")[1].source.empty());
    CHECK(norms.at("*")[0].least_percent == 0);
    CHECK(read_norms(R"({"norms":{}})").value().empty());
}

TEST_CASE("norms: a fault tells the path")
{
    CHECK(trouble(good) == "fine");
    CHECK(trouble("x").starts_with("walking.malformed line 1"));
    CHECK(trouble("{}") == "walking.missing norms");
    CHECK(trouble(R"({"norms":[]})") == "walking.malformed norms");
    CHECK(trouble(with("GM0166", "Kampen")) == "walking.unknown_word norms.Kampen");
    CHECK(trouble(with("GM0166", "BU01660001")) == "walking.unknown_word norms.BU01660001");
    CHECK(trouble(with("GM0166", "GM0166 ")) == "walking.unknown_word norms.GM0166 ");
    CHECK(trouble(R"({"norms":{"*":[]}})") == "walking.missing norms.*");
    CHECK(trouble(with(R"("minutes":15)", R"("minutes":20)")) == "walking.bad_number norms.GM0166[1].minutes");
    CHECK(trouble(with(R"("minutes":15)", R"("minutes":10)")) == "walking.twice norms.GM0166[1]");
    CHECK(trouble(with("100", "101")) == "walking.bad_number norms.GM0166[1].least_percent");
    CHECK(trouble(with("87.5", "-1")) == "walking.bad_number norms.GM0166[0].least_percent");
    CHECK(trouble(with(R"("profile":"age_80",)", "")) == "walking.missing norms.*[0].profile");
    CHECK(trouble(with(R"("source":"")", R"("because":"")")) == "walking.unknown_word norms.*[0].because");
    CHECK(trouble(with("\"gp\"", "\"GP\"")) == "walking.malformed norms.*[0].category");
}

} // namespace
} // namespace wf::walking
