// SPDX-License-Identifier: EUPL-1.2
#include "base/percent.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("percent_encode: unreserved signs of RFC 3986 stay, all else becomes bytes in capitals")
{
    CHECK(percent_encode("aZ09-._~") == "aZ09-._~");
    CHECK(percent_encode("a b/c?d=e&f") == "a%20b%2Fc%3Fd%3De%26f");
    CHECK(percent_encode("\xc3\xab") == "%C3%AB");
    CHECK(percent_encode("/nl/caf\xc3\xa9", "/") == "/nl/caf%C3%A9");
    CHECK(percent_encode("") == "");
}
