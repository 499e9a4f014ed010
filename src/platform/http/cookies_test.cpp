// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

TEST_CASE("read_cookies: pairs in order, quotes off, the rest left out")
{
    CHECK(read_cookies("sid=abc; lang=nl") == Pairs{{"sid", "abc"}, {"lang", "nl"}});
    CHECK(read_cookies("a=\"x y\";b=;c = d ") == Pairs{{"a", "x y"}, {"b", ""}, {"c", "d"}});
    CHECK(read_cookies("a=b=c==") == Pairs{{"a", "b=c=="}});
    CHECK(read_cookies("no pair; =x; na me=1; a=\x01; b=\"; ok=1") == Pairs{{"ok", "1"}});
    CHECK(read_cookies("").empty());
    CHECK(read_cookies(";;; ;").empty());
}

TEST_CASE("read_cookies: a flood is cut off")
{
    std::string flood;
    for (int i = 0; i < 5000; ++i) flood += "a=1;";
    CHECK(read_cookies(flood).size() == 100);
}
