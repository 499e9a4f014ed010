// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/norm_verdict.hpp"

#include <doctest/doctest.h>

using namespace wf::reach_pages;

TEST_CASE("a norm is met or not only where what we do not know cannot change it")
{
    Three const share{0.4, 0.6, 0.8};
    CHECK(judge_norm(share, 40) == NormVerdict::met);
    CHECK(judge_norm(share, 41) == NormVerdict::depends);
    CHECK(judge_norm(share, 60) == NormVerdict::depends); // what is expected decides nothing
    CHECK(judge_norm(share, 80) == NormVerdict::depends);
    CHECK(judge_norm(share, 81) == NormVerdict::not_met);
    CHECK(judge_norm({0, 0, 0}, 1) == NormVerdict::not_met);
    CHECK(judge_norm({1, 1, 1}, 100) == NormVerdict::met);
}

TEST_CASE("without a norm nothing is judged")
{
    CHECK(judge_norm({0, 0, 0}, 0) == NormVerdict::no_norm);
}
