// SPDX-License-Identifier: EUPL-1.2
#include "base/characters.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("an accent is one character, and nothing is cut inside one")
{
    CHECK(count_characters("caf\xc3\xa9") == 4);
    CHECK(first_characters("caf\xc3\xa9s", 4) == "caf\xc3\xa9");
    CHECK(first_characters("caf\xc3\xa9s", 3) == "caf");
    CHECK(first_characters("\xf0\x9f\x99\x82!", 1) == "\xf0\x9f\x99\x82");
    CHECK(first_characters("abc", 3) == "abc");
    CHECK(first_characters("abc", 9) == "abc");
    CHECK(first_characters("", 2).empty());
    CHECK(first_characters("abc", 0).empty());
}
