// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/choropleth.hpp"

#include <doctest/doctest.h>

using namespace wf::reach_pages;

TEST_CASE("five classes of a fifth each, the last one closed")
{
    CHECK(class_of(0) == 1);
    CHECK(class_of(0.199) == 1);
    CHECK(class_of(0.2) == 2);
    CHECK(class_of(0.5) == 3);
    CHECK(class_of(0.799) == 4);
    CHECK(class_of(0.8) == 5);
    CHECK(class_of(1) == 5);
}
