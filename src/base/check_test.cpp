// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace wf;

TEST_CASE("check: a claim that holds does nothing, and is evaluated once")
{
    int asked = 0;
    WF_CHECK(++asked == 1);
    CHECK(asked == 1);
}

TEST_CASE("check: a claim that does not hold names itself and its place")
{
    std::string said;
    try {
        WF_CHECK(1 + 1 == 3);
    } catch (Bug const& bug) {
        said = bug.what();
    }
    CHECK(said.find("1 + 1 == 3") != std::string::npos);
    CHECK(said.find("check_test.cpp:") != std::string::npos);
}
