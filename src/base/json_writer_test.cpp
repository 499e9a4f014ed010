// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace wf;

TEST_CASE("json_writer: objects, arrays and every kind of value")
{
    JsonWriter json;
    json.begin_object();
    json.member("name", "De Kolk").member("share", 0.2).member("count", 6).member("open", true).key("none").null();
    json.key("list")
        .begin_array()
        .value(1)
        .value(std::string{"two"})
        .begin_array()
        .end_array()
        .begin_object()
        .end_object()
        .end_array();
    json.member("maybe", std::optional<double>{}).member("surely", std::optional<int>{3});
    json.key("stored").raw(R"({"a":[1,2]})");
    json.member("big", std::numeric_limits<std::uint64_t>::max())
        .member("small", std::numeric_limits<std::int64_t>::min());
    json.end_object();
    CHECK(std::move(json).finish() ==
          R"({"name":"De Kolk","share":0.2,"count":6,"open":true,"none":null,"list":[1,"two",[],{}],)"
          R"("maybe":null,"surely":3,"stored":{"a":[1,2]},"big":18446744073709551615,"small":-9223372036854775808})");
}

TEST_CASE("json_writer: a document may be one plain value")
{
    JsonWriter json;
    json.value(1e21);
    CHECK(std::move(json).finish() == "1e+21");
}

TEST_CASE("json_writer: strings are escaped, and what is not UTF-8 is replaced")
{
    CHECK(json_string("a\"b\\c\n\r\t\b\f") == R"("a\"b\\c\n\r\t\b\f")");
    CHECK(json_string(std::string_view{"\0\x1f\x7f", 3}) == R"("\u0000\u001f\u007f")");
    CHECK(json_string("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80") == "\"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80\"");
    CHECK(json_string("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa") == "\"\\u2028\\u2029\xe2\x80\xaa\"");
    CHECK(json_string("</script>") == R"("\u003c/script>")");
    CHECK(json_string("x\xff\xe2\x80") == "\"x\xef\xbf\xbd\xef\xbf\xbd\"");
    CHECK(json_string("") == R"("")");
    JsonWriter json;
    json.begin_object().member("a\"b", "").end_object();
    CHECK(std::move(json).finish() == R"({"a\"b":""})");
}

TEST_CASE("json_writer: wrong nesting is a bug")
{
    CHECK_THROWS_AS(JsonWriter{}.begin_object().value(1), Bug);
    CHECK_THROWS_AS(JsonWriter{}.begin_object().key("a").key("b"), Bug);
    CHECK_THROWS_AS(JsonWriter{}.begin_object().key("a").end_object(), Bug);
    CHECK_THROWS_AS(JsonWriter{}.begin_object().end_array(), Bug);
    CHECK_THROWS_AS(JsonWriter{}.begin_array().end_object(), Bug);
    CHECK_THROWS_AS(JsonWriter{}.begin_array().key("a"), Bug);
    CHECK_THROWS_AS(JsonWriter{}.key("a"), Bug);
    CHECK_THROWS_AS(JsonWriter{}.end_object(), Bug);
    CHECK_THROWS_AS(JsonWriter{}.value(1).value(2), Bug);
    CHECK_THROWS_AS(JsonWriter{}.raw(" "), Bug);
    CHECK_THROWS_AS((void)JsonWriter{}.finish(), Bug);
    JsonWriter open;
    open.begin_array();
    CHECK_THROWS_AS((void)std::move(open).finish(), Bug);
}

TEST_CASE("json_writer: a number that is none is a bug")
{
    CHECK_THROWS_AS(JsonWriter{}.value(std::numeric_limits<double>::infinity()), Bug);
    CHECK_THROWS_AS(JsonWriter{}.value(std::numeric_limits<double>::quiet_NaN()), Bug);
}
