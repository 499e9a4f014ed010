// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/source_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wf;
using namespace wf::intake;
using namespace std::string_literals;

TEST_CASE("text in UTF-8 passes, with and without the mark in front")
{
    CHECK(check_text("a,b\n1,2\n"));
    CHECK(check_text("\xEF\xBB\xBF"
                     "a;b\n"));
    CHECK(check_text("Bergharen;Batenburg;Caf\xC3\xA9\n"));
    CHECK(without_byte_order_mark("\xEF\xBB\xBF"
                                  "a") == "a");
    CHECK(without_byte_order_mark("a") == "a");
}

TEST_CASE("what is no text is one clear error")
{
    CHECK(check_text("").error().code == "intake.empty_file");
    CHECK(check_text(" \r\n\t").error().code == "intake.empty_file");
    CHECK(check_text("\xEF\xBB\xBF").error().code == "intake.empty_file");
    CHECK(check_text("\x89PNG\r\n\x1A\n\0\0"s).error().code == "intake.binary_file");
    CHECK(check_text("PK\x03\x04 xl/workbook.xml").error().detail.find("CSV") != std::string::npos);
    CHECK(check_text("\x1F\x8B\x08").error().detail.find("gzip") != std::string::npos);
    CHECK(check_text("a,b\0c"s).error().code == "intake.binary_file");
    CHECK(check_text("\xFF\xFE"
                     "a\0,\0"s)
              .error()
              .detail.find("UTF-16") != std::string::npos);
}

TEST_CASE("Latin-1 is refused with the line where it shows")
{
    auto const error = check_text("code,naam\nBU1,een\nBU2,Caf\xE9\n").error();
    CHECK(error.code == "intake.not_utf8");
    CHECK(error.field == "line 3");
}

TEST_CASE("only whole years are years")
{
    CHECK(parse_year("2020JJ00") == 2020);
    CHECK(parse_year(" 2012 ") == 2012);
    CHECK_FALSE(parse_year("2020KW01"));
    CHECK_FALSE(parse_year("2020MM03"));
    CHECK_FALSE(parse_year("20"));
    CHECK_FALSE(parse_year("1492"));
    CHECK_FALSE(parse_year(""));
    CHECK_FALSE(parse_year("JJ00"));
}
