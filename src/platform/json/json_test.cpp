// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/json.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using wf::json::read;
using wf::json::Value;

namespace {

std::string code(std::string_view text, wf::json::Limits limits = {})
{
    auto const value = read(text, limits);
    return value ? "fine" : value.error().code;
}

std::string place(std::string_view text, wf::json::Limits limits = {})
{
    auto const value = read(text, limits);
    return value ? "fine" : value.error().field;
}

} // namespace

TEST_CASE("every sort of value")
{
    auto const value =
        read(R"( {"n": null, "yes": true, "no": false, "i": -12, "x": 2.5e-3, "t": "Zwolle", "a": [1, [], {}]} )")
            .value();
    REQUIRE(value.object() != nullptr);
    CHECK(value.object()->size() == 7);
    CHECK(value.find("n")->is_null());
    CHECK(value.find("yes")->boolean() == true);
    CHECK(value.find("no")->boolean() == false);
    CHECK(value.find("i")->number() == -12.0);
    CHECK(value.find("x")->number() == 0.0025);
    CHECK(*value.find("t")->text() == "Zwolle");
    REQUIRE(value.find("a")->array() != nullptr);
    CHECK(value.find("a")->array()->size() == 3);
    CHECK(value.find("a")->array()->at(1).array()->empty());
    CHECK(value.find("a")->array()->at(2).object()->empty());
    CHECK(value.find("none") == nullptr);
}

TEST_CASE("a value is not taken for one of another sort")
{
    auto const text = read("\"12\"").value();
    CHECK(!text.number().has_value());
    CHECK(!text.boolean().has_value());
    CHECK(!text.is_null());
    CHECK(text.array() == nullptr);
    CHECK(text.object() == nullptr);
    CHECK(text.find("x") == nullptr);
    CHECK(!read("0").value().boolean().has_value());
    CHECK(read("null").value().text() == nullptr);
}

TEST_CASE("members keep the order of the file")
{
    auto const value = read(R"({"z":1,"a":2,"m":3})").value();
    std::string order;
    for (auto const& [key, held] : *value.object()) order += key + std::to_string(static_cast<int>(*held.number()));
    CHECK(order == "z1a2m3");
}

TEST_CASE("numbers at the edges are the nearest double")
{
    auto const number = [](std::string_view text) { return read(text).value().number().value(); };
    CHECK(number("1.7976931348623157e308") == std::numeric_limits<double>::max());
    CHECK(number("5e-324") == std::numeric_limits<double>::denorm_min());
    CHECK(number("9007199254740993") == 9007199254740992.0);
    CHECK(number("18446744073709551615") == 18446744073709551616.0);
    CHECK(number("-9223372036854775808") == -9223372036854775808.0);
    CHECK(number("123456789012345678901234567890") == 123456789012345678901234567890.0);
    CHECK(number("0.1") == 0.1);
    CHECK(std::signbit(number("-0.0")));
    CHECK(std::signbit(number("-0")));
    CHECK(!std::signbit(number("0")));
    CHECK(code("1e999") == "json.syntax");
    for (auto const* const wrong : {"NaN", "Infinity", "01", "+1", ".5", "1.", "0x10", "1e", "-"})
        CHECK(code(wrong) == "json.syntax");
}

TEST_CASE("escapes, and characters outside the first plane")
{
    CHECK(*read(R"("\u00e9\n\"\\\/\u0000x")").value().text() == std::string{"é\n\"\\/\0x", 8});
    CHECK(*read(R"("\ud83c\udfe0")").value().text() == "🏠");
    CHECK(*read("\"é🏠\"").value().text() == "é🏠");
    CHECK(code(R"("\ud83c")") == "json.syntax");
    CHECK(code(R"("\x41")") == "json.syntax");
    CHECK(code("\"a\nb\"") == "json.syntax");
}

TEST_CASE("an error says where: line and column of the byte that cannot be used")
{
    CHECK(place("{\n  \"a\": 1,\n  \"b\": x\n}") == "line 3, column 8");
    CHECK(place("[1,2,]") == "line 1, column 6");
    CHECK(place("{\"é🏠\" 1}") == "line 1, column 7");
    CHECK(place("") == "line 1, column 1");
    CHECK(place("[1,\n2") == "line 2, column 2");
    CHECK(place("1 2") == "line 1, column 3");
    for (auto const* const wrong : {"", " ", "{", "[1", "nul", "{\"a\"}", "{a:1}", "[1] // x", "'x'", "{\"a\":1,}"}) {
        CAPTURE(wrong);
        CHECK(code(wrong) == "json.syntax");
        CHECK(place(wrong).starts_with("line 1, column "));
        CHECK(!read(wrong).error().detail.empty());
    }
}

TEST_CASE("a name twice in one object is refused, in two objects it is fine")
{
    CHECK(code(R"({"a":1,"b":2,"a":3})") == "json.duplicate_key");
    CHECK(place("{\"a\":1,\n\"a\":3}") == "line 2, column 3");
    CHECK(code(R"({"a":1,"\u0061":3})") == "json.duplicate_key");
    CHECK(code(R"([{"a":1},{"a":{"a":2}}])") == "fine");
}

TEST_CASE("depth and size have limits, that are still allowed themselves")
{
    auto const nested = [](int levels) {
        return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
    };
    CHECK(code(nested(64)) == "fine");
    CHECK(code(nested(65)) == "json.too_deep");
    CHECK(place(nested(65)) == "line 1, column 65");
    CHECK(code("{\"a\":[1]}", {.depth = 2}) == "fine");
    CHECK(code("{\"a\":[{}]}", {.depth = 2}) == "json.too_deep");
    CHECK(code("7", {.depth = 0}) == "fine");
    // Stops while reading: brackets without end cost no more than the limit.
    CHECK(code(std::string(10'000'000, '[')) == "json.too_deep");
    CHECK(code("[12]", {.bytes = 4}) == "fine");
    CHECK(code("[123]", {.bytes = 4}) == "json.too_large");
    CHECK(read("[123]", {.bytes = 4}).error().kind == wf::Trouble::too_large);
}

TEST_CASE("bytes that are not UTF-8 are refused where they stand")
{
    CHECK(code("\"\xff\"") == "json.not_utf8");
    CHECK(place("{\n\"é\": \"\xc3\"}") == "line 2, column 7");
    CHECK(code("\xc3") == "json.not_utf8");
    CHECK(code("\"\xed\xa0\x80\"") == "json.not_utf8");
    CHECK(code("\xef\xbb\xbf[1]") == "fine"); // a byte order mark, as Windows programs write
}

TEST_CASE("a large object is read in reasonable time")
{
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i) text += "\"BU" + std::to_string(i) + "\":" + std::to_string(i) + ",";
    text.back() = '}';
    auto const value = read(text).value();
    CHECK(value.object()->size() == 100'000);
    CHECK(value.object()->back().second.number() == 99'999.0);
}
