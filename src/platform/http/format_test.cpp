// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

Format by_accept(std::string_view accept)
{
    std::string path = "/nl";
    return choose_format(path, accept);
}

} // namespace

TEST_CASE("choose_format: a suffix wins over Accept and is taken off")
{
    struct Case {
        std::string path;
        std::string rest;
        Format format;
    };
    for (auto [path, rest, format] : {Case{"/nl/BU1.json", "/nl/BU1", Format::json}, Case{"/a.csv", "/a", Format::csv},
                                      Case{"/a.geojson", "/a", Format::geojson}, Case{"/a.html", "/a", Format::html},
                                      Case{"/a.css", "/a.css", Format::html}, Case{"/a.JSON", "/a.JSON", Format::html},
                                      Case{"/.json", "/.json", Format::html},
                                      Case{"/nl/.csv", "/nl/.csv", Format::html}, Case{"/", "/", Format::html}}) {
        CAPTURE(path);
        CHECK(choose_format(path, std::nullopt) == format);
        CHECK(path == rest);
    }
    std::string path = "/a.csv";
    CHECK(choose_format(path, "application/json") == Format::csv);
}

TEST_CASE("choose_format: Accept by quality, then order, then html")
{
    CHECK(by_accept("") == Format::html);
    CHECK(by_accept("*/*") == Format::html);
    CHECK(by_accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8") == Format::html);
    CHECK(by_accept("application/json") == Format::json);
    CHECK(by_accept("Application/JSON; charset=utf-8") == Format::json);
    CHECK(by_accept("application/json, text/plain, */*") == Format::json);
    CHECK(by_accept("application/geo+json, application/json;q=0.9") == Format::geojson);
    CHECK(by_accept("text/csv;q=0.5, application/json;q=0.4") == Format::csv);
    CHECK(by_accept("text/html;q=0.3, text/csv;q=0.35") == Format::csv);
    CHECK(by_accept("application/json, text/html") == Format::json);
    CHECK(by_accept("text/html, application/json") == Format::html);
    CHECK(by_accept("application/*") == Format::json);
    CHECK(by_accept("text/*") == Format::html);
    CHECK(by_accept("text/*, text/html;q=0") == Format::csv);
    CHECK(by_accept("*/*;q=0.1, text/csv") == Format::csv);
    CHECK(by_accept("application/json;q=0, */*") == Format::html);
}

TEST_CASE("choose_format: nonsense and the unknown give html")
{
    for (auto const* accept : {"image/png", "application/json;q=x", "application/json;q=2", "application/json;q=0.1234",
                               ",,,", ";;", "json", "*/json", "application/json;q=0", "q=1"}) {
        CAPTURE(accept);
        CHECK(by_accept(accept) == Format::html);
    }
}
