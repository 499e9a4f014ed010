// SPDX-License-Identifier: EUPL-1.2
#include "base/web_address.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wf;

TEST_CASE("addresses of the web")
{
    CHECK(is_web_address("https://www.voedingscentrum.nl/a?b=c#d"));
    CHECK(is_web_address("http://x"));
    for (auto const* wrong : {"", "https://", "http://", "ftp://x", "www.x.nl", "javascript:alert(1)", "https://a b",
                              "https://a\"b", "https://a\\b", "https://caf\xc3\xa9.nl", "/plek/n12"})
        CHECK_MESSAGE(!is_web_address(wrong), wrong);
    CHECK(is_web_address("https://" + std::string(longest_address - 8, 'a')));
    CHECK(!is_web_address("https://" + std::string(longest_address - 7, 'a')));
}

TEST_CASE("pages of this site")
{
    CHECK(is_own_page("/plek/n12?wie=rollator"));
    CHECK(is_own_page("/"));
    for (auto const* wrong : {"", "plek", "//elders.example", "/a#b", "/a b", "/<b>", "https://x"})
        CHECK_MESSAGE(!is_own_page(wrong), wrong);
}
