// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/walking.hpp"

#include <doctest/doctest.h>

namespace wf::walking {
namespace {

constexpr std::string_view good = R"({"about":"An example.","categories":[
  {"id":"supermarket","name_nl":"Supermarkt","name_en":"Supermarket","a_nl":"een supermarkt","a_en":"a supermarket",
   "sphere":"institutional","condition":"socio_economic_security","limit_minutes":10,"icon":"cart",
   "any_of":[{"all":{"shop":["supermarket"]}}]},
  {"id":"gp","name_nl":"Huisarts","name_en":"Doctor","a_nl":"een huisarts","a_en":"a doctor",
   "sphere":"personal","condition":"social_empowerment","limit_minutes":15,"icon":"doctor",
   "any_of":[{"all":{"amenity":["doctors","clinic"],"healthcare":["doctor"]},"none":{"temporary":["*"]}},
             {"all":{"healthcare":["*"]}}]}]})";

/// `good` with one piece replaced.
std::string with(std::string_view piece, std::string_view other)
{
    std::string text{good};
    auto const place = text.find(piece);
    REQUIRE(place != std::string::npos);
    return text.replace(place, piece.size(), other);
}

std::string trouble(std::string_view json)
{
    auto const result = read_categories(json);
    return result ? std::string{"fine"} : result.error().code + " " + result.error().field;
}

TEST_CASE("categories: what the file says")
{
    auto const categories = read_categories(good).value();
    REQUIRE(categories.all().size() == 2);
    auto const* const gp = categories.find("gp");
    REQUIRE(gp != nullptr);
    CHECK(gp == &categories.all()[1]);
    CHECK(gp->name_nl == "Huisarts");
    CHECK(gp->name_en == "Doctor");
    CHECK(gp->a_nl == "een huisarts");
    CHECK(gp->a_en == "a doctor");
    CHECK(gp->sphere == Sphere::personal);
    CHECK(gp->condition == Condition::social_empowerment);
    CHECK(gp->limit_minutes == 15);
    CHECK(gp->icon == "doctor");
    REQUIRE(gp->any_of.size() == 2);
    CHECK(gp->any_of[0].all == decltype(TagRule::all){{"amenity", {"doctors", "clinic"}}, {"healthcare", {"doctor"}}});
    CHECK(gp->any_of[0].none == decltype(TagRule::none){{"temporary", {"*"}}});
    CHECK(gp->any_of[1].none.empty());
    CHECK(categories.find("GP") == nullptr);
    CHECK(categories.find("") == nullptr);
}

TEST_CASE("categories: a fault tells the path and what to write instead")
{
    CHECK(trouble(good) == "fine");
    CHECK(trouble("{") == "walking.malformed line 1, column 2");
    CHECK(trouble("[]") == "walking.malformed ");
    CHECK(trouble("{}") == "walking.missing categories");
    CHECK(trouble(R"({"categories":[]})") == "walking.missing categories");
    CHECK(trouble(R"({"categories":7})") == "walking.malformed categories");
    CHECK(trouble(R"({"categories":[7]})") == "walking.malformed categories[0]");
    CHECK(trouble(with(R"("about":"An example.")", R"("about":"")")) == "walking.malformed about");
    CHECK(trouble(with(R"("about")", R"("remark")")) == "walking.unknown_word remark");
    CHECK(trouble(with(R"("icon":"cart")", R"("icon":"cart","colour":"red")")) ==
          "walking.unknown_word categories[0].colour");
    CHECK(trouble(with(R"("name_en":"Doctor",)", "")) == "walking.missing categories[1].name_en");
    CHECK(trouble(with(R"("Huisarts")", R"(" Huisarts")")) == "walking.malformed categories[1].name_nl");
    CHECK(trouble(with(R"("a doctor")", "3")) == "walking.malformed categories[1].a_en");
    CHECK(trouble(with(R"("id":"gp")", R"("id":"G P")")) == "walking.malformed categories[1].id");
    CHECK(trouble(with(R"("id":"gp")", R"("id":"1gp")")) == "walking.malformed categories[1].id");
    CHECK(trouble(with(R"("id":"gp")", R"("id":"supermarket")")) == "walking.twice categories[1].id");
    CHECK(trouble(with("personal", "private")) == "walking.unknown_word categories[1].sphere");
    CHECK(trouble(with("social_empowerment", "power")) == "walking.unknown_word categories[1].condition");
    CHECK(trouble(with(R"("limit_minutes":15)", R"("limit_minutes":12)")) ==
          "walking.bad_number categories[1].limit_minutes");
    CHECK(trouble(with(R"("limit_minutes":15)", R"("limit_minutes":"15")")) ==
          "walking.bad_number categories[1].limit_minutes");
    CHECK(trouble(with(R"([{"all":{"shop":["supermarket"]}}])", "[]")) == "walking.missing categories[0].any_of");
    CHECK(trouble(with(R"({"all":{"shop":["supermarket"]}})", "{}")) == "walking.missing categories[0].any_of[0].all");
    CHECK(trouble(with(R"({"shop":["supermarket"]})", "{}")) == "walking.missing categories[0].any_of[0].all");
    CHECK(trouble(with(R"("shop":["supermarket"])", R"("shop":[])")) ==
          "walking.missing categories[0].any_of[0].all.shop");
    CHECK(trouble(with(R"("shop":["supermarket"])", R"("shop":"supermarket")")) ==
          "walking.malformed categories[0].any_of[0].all.shop");
    CHECK(trouble(with(R"("shop":["supermarket"])", R"("":["supermarket"])")) ==
          "walking.malformed categories[0].any_of[0].all.");
    CHECK(trouble(with(R"(["doctors","clinic"])", R"(["doctors","doctors"])")) ==
          "walking.twice categories[1].any_of[0].all.amenity[1]");
    CHECK(trouble(with(R"({"temporary":["*"]})", R"({"temporary":["*","yes"]})")) ==
          "walking.malformed categories[1].any_of[0].none.temporary");
    CHECK(trouble(with(R"("none")", R"("not")")) == "walking.unknown_word categories[1].any_of[0].not");
    CHECK(trouble(with(R"("id":"gp",)", R"("id":"gp","id":"gp",)")).starts_with("walking.malformed"));
}

TEST_CASE("categories: an unknown word is told with the words that are known")
{
    auto const sphere = read_categories(with("personal", "private"));
    CHECK(sphere.error().detail == "write one of: personal, communal, institutional");
    auto const member = read_categories(with(R"("none")", R"("not")"));
    CHECK(member.error().detail == "this may hold: all, none");
}

TEST_CASE("categories: the version follows what the file means, not how it is written")
{
    auto const version = [](std::string const& json) { return read_categories(json).value().version(); };
    std::string const first = version(std::string{good});
    CHECK(first.size() == 12);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(version(with("An example.", "Another text.")) == first);
    CHECK(version(with(R"(},
  {"id")",
                       R"(},{"id")")) == first);
    CHECK(version(with(R"("limit_minutes":10)", R"("limit_minutes":5)")) != first);
    CHECK(version(with(R"("supermarket"]})", R"("grocery"]})")) != first);
    CHECK(version(with(R"("temporary":["*"])", R"("temporary":["yes"])")) != first);
    // A tag that must not be there is not one that must, and two rules are not one.
    CHECK(version(with(R"("none":{"temporary":["*"]}})", R"("none":{"permanent":["*"]}})")) != first);
    CHECK(version(with(R"(},"none":{"temporary":["*"]}})", R"(}},{"all":{"temporary":["*"]}})")) != first);
    CHECK(version(with(R"(},"none":{"temporary":["*"]}})", R"(,"temporary":["*"]}})")) != first);
}

} // namespace
} // namespace wf::walking
