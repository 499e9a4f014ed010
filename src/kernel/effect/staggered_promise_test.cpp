// SPDX-License-Identifier: EUPL-1.2
// A short round of what staggered_simulation_bench.cpp does at length; the bounds leave three standard errors of so many towns.
#include "kernel/effect/test_promise.hpp"

#include <doctest/doctest.h>

using namespace wf::effect;
using namespace wf::effect::sample;

namespace {

constexpr int towns = 400;
double const slack = 3 * std::sqrt(0.05 * 0.95 / towns);

void check(Kept const& kept)
{
    MESSAGE("held " << kept.share(kept.held) << ", dynamic " << kept.share(kept.dynamic) << ", pretest "
                    << kept.share(kept.pretested) << ", bias " << kept.bias << ", refused " << kept.refused);
    CHECK(kept.refused == 0);
    CHECK(std::abs(kept.share(kept.held) - 0.95) < slack);
    CHECK(std::abs(kept.share(kept.dynamic) - 0.95) < slack);
    CHECK(kept.share(kept.pretested) < 0.055 + slack);
}

} // namespace

TEST_CASE("promise: without an effect, a false alarm in at most one of twenty towns, also of the pretest")
{
    check(keep_promise({200, 0, 0, 0, 0, 4}, Look::alone, Control::never, Estimator::dr, towns, 1));
}

TEST_CASE("promise: effects that grow, and units that are chosen by what makes them grow")
{
    TownPlan const plan{300, 1, 0.5, 0.3, 0.5, 4};
    for (auto const estimator : {Estimator::dr, Estimator::ipw, Estimator::reg})
        check(keep_promise(plan, Look::at_x, Control::notyet, estimator, towns, 2));
    // Without looking at x it is wrong, and the pretest sees it more often than by chance.
    auto const blind = keep_promise(plan, Look::alone, Control::notyet, Estimator::dr, towns, 2);
    CHECK(blind.bias > 0.1);
    CHECK(blind.share(blind.held) < 0.9);
    CHECK(blind.share(blind.pretested) > 0.1);
}
