// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace wf;

TEST_CASE("text: well-formed UTF-8 and the classic ways to get it wrong")
{
    for (std::string_view good : {"", "abc", "caf\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf",
                                  "\xed\x9f\xbf", "sixteen plain ones and then \xc3\xa9"}) {
        CAPTURE(good);
        CHECK(is_utf8(good));
        CHECK(repair_utf8(good) == good);
    }
    CHECK(is_utf8(std::string_view{"a\0b", 3}));
    struct Row {
        std::string_view bytes;
        std::size_t place;
    };
    for (Row const& row :
         {Row{"\x80", 0}, Row{"a\xc3", 1}, Row{"\xc0\xaf", 0}, Row{"\xc1\xbf", 0}, Row{"\xe0\x9f\xbf", 0},
          Row{"\xed\xa0\x80", 0}, Row{"\xf0\x8f\xbf\xbf", 0}, Row{"\xf4\x90\x80\x80", 0}, Row{"\xf5", 0},
          Row{"ab\xe2\x82", 2}, Row{"0123456789abcdef0\xff", 17}, Row{"caf\xe9 latin-1", 3}}) {
        CAPTURE(row.place);
        CHECK(find_broken_utf8(row.bytes) == row.place);
        CHECK(is_utf8(repair_utf8(row.bytes)));
    }
}

TEST_CASE("text: repairing replaces as the Unicode standard recommends (table 3-8)")
{
    std::string const mark = "\xef\xbf\xbd";
    CHECK(repair_utf8("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41") ==
          mark + mark + mark + mark + mark + mark + mark + mark + "A");
    CHECK(repair_utf8("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41") == mark + mark + mark + mark + "A");
}

TEST_CASE("text: trimming and splitting")
{
    CHECK(trim("  a b\t\r\n") == "a b");
    CHECK(trim(" \t ").empty());
    CHECK(trim("").empty());
    CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
}

TEST_CASE("text: folding makes capitals small in every script and keeps accents")
{
    CHECK(fold_case("IJsselMUIDEN") == "ijsselmuiden");
    CHECK(fold_case("CAF\xc3\x89") == "caf\xc3\xa9");
    CHECK(fold_case("cafe\xcc\x81") == "caf\xc3\xa9"); // combining accent is composed
    CHECK(fold_case("\xce\xa3") == "\xcf\x83");        // Greek sigma
    CHECK(fold_case("stra\xc3\x9f"
                    "e") == "strasse");
    CHECK(fold_case("").empty());
    CHECK(fold_case("a\xff") == "a\xef\xbf\xbd");
    CHECK(starts_with_ignoring_case("Brunnepe", "BRUN"));
    CHECK(starts_with_ignoring_case("\xc3\x89"
                                    "cole",
                                    "\xc3\xa9"));
    CHECK(!starts_with_ignoring_case("Brun", "Brunnepe"));
}

TEST_CASE("text: a list in Dutch order")
{
    std::vector<std::string> const wanted{"",
                                          "1e Pol",
                                          "2e Pol",
                                          "10e Pol",
                                          "\xc3\x86stland", // Æstland
                                          "\xc3\x81lba",    // Álba
                                          "Alblasserdam",
                                          "Brunnepe",
                                          "\xc4\xb2sselmuiden", // IJ as one letter
                                          "IJsselmuiden 2",
                                          "'s-Heerenbroek",
                                          "Sas",
                                          "'t Harde",
                                          "\xe2\x80\x99t Hogeland",
                                          "Wijk 2",
                                          "wijk 10",
                                          "Wijk 10a",
                                          "Wijk 999999999",
                                          "Wijk 1000000000",
                                          "Zuid"};
    std::vector<std::string> sorted = wanted;
    std::reverse(sorted.begin(), sorted.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](auto const& a, auto const& b) { return sort_key(a) < sort_key(b); });
    CHECK(sorted == wanted);
    CHECK(sort_key("'s-Heerenbroek") == "s heerenbroek");
    CHECK(sort_key("  S  Heerenbroek. ") == "s heerenbroek");
    CHECK(sort_key("Wijk 02") == sort_key("wijk 2"));
    CHECK(sort_key("Wijk 0") < sort_key("Wijk 1"));
}

TEST_CASE("text: numbers in a sort key keep the order of their sizes across every length")
{
    std::string shorter = "1";
    for (int length = 1; length < 40; ++length) {
        std::string const longer = shorter + "0";
        CHECK(sort_key(std::string(shorter.size(), '9')) < sort_key(longer));
        CHECK(sort_key("w " + shorter + " z") < sort_key("w " + longer + " a"));
        shorter = longer;
    }
}

TEST_CASE("text: Dutch stems, as the Snowball project publishes them")
{
    // From its sample vocabulary for Dutch.
    for (auto const& [word, stem] : {std::pair{"lichaamsziek", "lichaamsziek"},
                                     {"lichamelijk", "licham"},
                                     {"lichamelijkheden", "licham"},
                                     {"lichtende", "lichtend"},
                                     {"opgingen", "opging"},
                                     {"opgeven", "opgev"}})
        CHECK(dutch_stem(word) == stem);
    CHECK(dutch_stem("").empty());
}

TEST_CASE("text: what a person looks for and what is written have the same stems")
{
    CHECK(stems("Buurten!") == stems("buurt"));
    CHECK(stems("De WIJKEN, en de wijk.") == "de wijk en de wijk");
    CHECK(stems("foto's") == stems("foto"));
    CHECK(stems("Co\xc3\xb6rdinatoren") == stems("coordinator"));
    CHECK(stems("'s-Heerenbroek, 't Harde") == stems("Heerenbroek Harde"));
    CHECK(stems("  ...  ").empty());
    CHECK(stems("8265 Wijk7") == "8265 wijk7");
}

TEST_CASE("text: a number is the whole text or nothing")
{
    CHECK(parse_integer("42") == 42);
    CHECK(parse_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
    for (std::string_view bad : {"", " 1", "1 ", "+1", "1.0", "9223372036854775808", "0x10", "1e3"}) {
        CAPTURE(bad);
        CHECK(!parse_integer(bad));
    }
    CHECK(parse_double("0.1") == 0.1);
    CHECK(parse_double("-1e3") == -1000.0);
    CHECK(parse_double("5.") == 5.0);
    CHECK(parse_double("-.5") == -0.5);
    for (std::string_view bad :
         {"", "1,5", "nan", "inf", "-inf", "1e999", " 1", "1x", "+1", "0x1p3", ".", "-", "1.2.3", "--1", "1,000"}) {
        CAPTURE(bad);
        CHECK(!parse_double(bad));
    }
}

TEST_CASE("text: the shortest text reads back as the same number")
{
    CHECK(to_text(0.1) == "0.1");
    CHECK(to_text(100.0) == "100");
    CHECK(to_text(1.0 / 3.0) == "0.3333333333333333");
    for (double const number : {0.1 + 0.2, 1e300, 5e-324, -123456.789, 1e21, std::nextafter(1.0, 2.0)})
        CHECK(parse_double(to_text(number)) == number);
    CHECK_THROWS_AS((void)to_text(std::numeric_limits<double>::infinity()), Bug);
    CHECK_THROWS_AS((void)to_text(std::numeric_limits<double>::quiet_NaN()), Bug);
}

TEST_CASE("text: numbers for people")
{
    std::string const minus = "\xe2\x88\x92";
    CHECK(format_number(1340, 0, Locale::nl) == "1.340");
    CHECK(format_number(0.24, 2, Locale::nl) == "0,24");
    CHECK(format_number(1234567.891, 1, Locale::nl) == "1.234.567,9");
    CHECK(format_number(1234567.891, 1, Locale::en) == "1,234,567.9");
    CHECK(format_number(999, 0, Locale::en) == "999");
    CHECK(format_number(-5.5, 1, Locale::nl) == minus + "5,5");
    CHECK(format_number(3, 2, Locale::en) == "3.00");
    CHECK(format_number(1e21, 0, Locale::en) == "1,000,000,000,000,000,000,000");
    CHECK(format_number(5e-324, 20, Locale::en) == "0.00000000000000000000");
}

TEST_CASE("text: rounding is what people do with the number they see, and there is no minus zero")
{
    CHECK(format_number(2.5, 0, Locale::en) == "3");
    CHECK(format_number(-2.5, 0, Locale::en) == "\xe2\x88\x92"
                                                "3");
    CHECK(format_number(2.675, 2, Locale::en) == "2.68");
    CHECK(format_number(1.005, 2, Locale::nl) == "1,01");
    CHECK(format_number(999.5, 0, Locale::nl) == "1.000");
    CHECK(format_number(9.996, 2, Locale::nl) == "10,00");
    CHECK(format_number(0.4999, 0, Locale::nl) == "0");
    CHECK(format_number(-0.004, 2, Locale::nl) == "0,00");
    CHECK(format_number(-0.0, 0, Locale::nl) == "0");
    CHECK_THROWS_AS((void)format_number(std::numeric_limits<double>::quiet_NaN(), 0, Locale::nl), Bug);
    CHECK_THROWS_AS((void)format_number(1, -1, Locale::nl), Bug);
}
