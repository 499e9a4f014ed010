// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

TEST_CASE("read_path: decodes what is well formed")
{
    CHECK(*read_path("/") == "/");
    CHECK(*read_path("/nl/buurt/BU01660001.json") == "/nl/buurt/BU01660001.json");
    CHECK(*read_path("/nl/caf%C3%A9%20de%20kolk") == "/nl/caf\xc3\xa9 de kolk");
    CHECK(*read_path("/a+b/%2b") == "/a+b/+");
    CHECK(*read_path("/nl/...") == "/nl/...");
    CHECK(*read_path("/nl/") == "/nl/"); // the router does not find it
    CHECK(*read_path("/%3f%23") == "/?#");
}

TEST_CASE("read_path: refuses what could mean something else")
{
    for (auto const* raw : {"",     "nl",   "/../etc/passwd", "/a/..",  "/a/.",    "/./a",   "/%2e%2e/etc", "/%2e",
                            "//",   "//a",  "/a//b",          "/a%2fb", "/a%2Fb",  "/a%5cb", "/a\\b",       "/%00",
                            "/%0a", "/%7f", "/%c2%85",        "/%ff",   "/%c3%28", "/%",     "/%4",         "/%zz",
                            "/%%",  "/a?b", "/a#b",           "*"}) {
        CAPTURE(raw);
        auto const path = read_path(raw);
        REQUIRE(!path);
        CHECK(path.error().code == "http.bad_path");
    }
}

TEST_CASE("read_path: decodes once, not twice")
{
    CHECK(*read_path("/%252e%252e") == "/%2e%2e");
}
