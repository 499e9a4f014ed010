// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

TEST_CASE("read_query: order, repeats, plus and percent")
{
    auto const pairs = read_query("a=1&b=%20x+y&a=&c&d=p=q&&n%C3%A9=%e2%82%ac");
    REQUIRE(pairs);
    CHECK(*pairs ==
          Pairs{{"a", "1"}, {"b", " x y"}, {"a", ""}, {"c", ""}, {"d", "p=q"}, {"n\xc3\xa9", "\xe2\x82\xac"}});
    CHECK(read_query("")->empty());
}

TEST_CASE("read_query: what is not text is refused, by name")
{
    for (auto const* text : {"x=%", "x=%4", "x=%zz", "x=%ff", "x=%00", "x=%c3"}) {
        CAPTURE(text);
        auto const pairs = read_query(text);
        REQUIRE(!pairs);
        CHECK(pairs.error().code == "http.bad_encoding");
        CHECK(pairs.error().field == "x");
    }
    CHECK(read_query("a%ff\n=1").error().field == "a%ff?");
}

TEST_CASE("read_query: 200 pairs and no more")
{
    std::string text;
    for (int i = 0; i < 200; ++i) text += "a=1&";
    CHECK(read_query(text)->size() == 200);
    CHECK(read_query(text + "a=1").error().code == "http.too_many");
}

TEST_CASE("a request finds the first of a name, and a part it must have")
{
    Request request;
    request.headers = {{"accept", "a"}, {"accept", "b"}};
    request.query = {{"jaar", "2015"}};
    request.path_parts = {{"code", "BU1"}};
    CHECK(request.header("accept") == "a");
    CHECK(!request.header("host"));
    CHECK(request.parameter("jaar") == "2015");
    CHECK(!request.cookie("jaar"));
    CHECK(request.part("code") == "BU1");
    CHECK_THROWS_AS((void)request.part("lang"), wf::Bug);
    CHECK(to_word(Method::delete_) == "DELETE");
}
