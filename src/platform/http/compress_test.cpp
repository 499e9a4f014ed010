// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/compress.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

TEST_CASE("compress: there and back, the same every time, smaller for text")
{
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "<td>" + std::to_string(i * i) + "</td>";
    for (auto const effort : {Effort::quick, Effort::thorough}) {
        auto const gzip = compress(text, effort);
        CHECK(gzip.size() < text.size() / 2);
        CHECK(gzip == compress(text, effort));
        CHECK(decompress(gzip, text.size()) == text);
        CHECK(gzip.substr(4, 4) == std::string(4, '\0')); // no time
    }
    CHECK(decompress(compress("", Effort::quick), 0) == "");
}

TEST_CASE("decompress: what is not whole or too much gives nothing")
{
    auto const gzip = compress(std::string(10'000, 'a'), Effort::quick);
    CHECK(!decompress(gzip.substr(0, gzip.size() - 1), 20'000));
    CHECK(!decompress(gzip + "x", 20'000));
    CHECK(!decompress(gzip, 9'999));
    CHECK(decompress(gzip, 10'000));
    CHECK(!decompress("no gzip", 100));
    CHECK(!decompress("", 100));
}

TEST_CASE("is_worth_compressing: text over 1 kB")
{
    CHECK(is_worth_compressing("text/html; charset=utf-8", 2000));
    CHECK(is_worth_compressing("Text/CSS", 2000));
    CHECK(is_worth_compressing("application/geo+json", 2000));
    CHECK(is_worth_compressing("image/svg+xml", 2000));
    CHECK(!is_worth_compressing("text/html", 1024));
    CHECK(!is_worth_compressing("image/png", 2000));
    CHECK(!is_worth_compressing("application/zip", 2000));
    CHECK(!is_worth_compressing("", 2000));
}
