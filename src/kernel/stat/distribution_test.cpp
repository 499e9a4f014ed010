// SPDX-License-Identifier: EUPL-1.2
// Expected: R 4.2.2 (pnorm, qnorm, pt, qt, pf, qf, pchisq, qchisq), 16 digits.
#include "kernel/stat/distribution.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace wf::stat;

namespace {

bool near(double value, double expected)
{
    return std::abs(value / expected - 1) < 1e-11;
}

} // namespace

TEST_CASE("as R has it, in the tails too")
{
    CHECK(near(normal_upper(10), 7.619853024160527e-24));
    CHECK(near(normal_quantile(0.975), 1.959963984540054));
    CHECK(near(t_two_sided(2.2, 7.5), 0.06119946590611604));
    CHECK(near(t_upper(40, 3), 1.719034039457927e-05));
    CHECK(near(t_two_sided(3, 1e8), 0.002699796728037494));
    CHECK(near(t_quantile(0.975, 5), 2.570581835636314));
    CHECK(near(t_quantile(0.975, 2.3), 3.807163208232131));
    CHECK(near(t_quantile(0.995, 0.7), 364.9352029815805));
    CHECK(near(f_upper(3.2, 4, 17.3), 0.0388683808565371));
    CHECK(near(f_quantile(0.95, 3, 12), 3.490294819497604));
    CHECK(near(f_upper(2.5, 3, infinite_df), 0.05755845197263641));
    CHECK(near(chi_squared_upper(152.233, 12), 1.996772137335306e-26));
    CHECK(near(chi_squared_quantile(0.95, 6), 12.59158724374398));
}

TEST_CASE("t with endless df is the normal")
{
    CHECK(t_upper(1.3, infinite_df) == normal_upper(1.3));
    CHECK(t_quantile(0.9, infinite_df) == normal_quantile(0.9));
    CHECK(near(f_quantile(0.95, 6, infinite_df), 12.59158724374398 / 6));
}

TEST_CASE("bounds are bounds, and what is out of range is not a number: nothing is thrown")
{
    CHECK(t_two_sided(INFINITY, 3) == 0);
    CHECK(t_cdf(-INFINITY, 3) == 0);
    CHECK(normal_quantile(1) == INFINITY);
    CHECK(t_quantile(0, 4) == -INFINITY);
    CHECK(f_upper(-1, 2, 3) == 1);
    CHECK(chi_squared_quantile(0, 3) == 0);
    CHECK(f_quantile(1, 2, 3) == INFINITY);
    for (double const bad : {t_two_sided(1, 0), t_two_sided(NAN, 3), t_quantile(1.1, 3), f_upper(1, -1, 2),
                             chi_squared_upper(1, NAN), normal_quantile(-0.1), t_upper(1, NAN), f_upper(1, 2, NAN)})
        CHECK(std::isnan(bad));
}

TEST_CASE("a quantile goes back to its chance")
{
    CHECK(rc::check([] {
        double const p = (1 + *rc::gen::inRange(0, 9'998)) / 10'000.0;
        double const df = (1 + *rc::gen::inRange(0, 4'000)) / 10.0;
        RC_ASSERT(near(normal_cdf(normal_quantile(p)), p));
        RC_ASSERT(std::abs(t_cdf(t_quantile(p, df), df) - p) < 1e-9);
        RC_ASSERT(std::abs(f_upper(f_quantile(p, df, 7), df, 7) - (1 - p)) < 1e-9);
        RC_ASSERT(std::abs(chi_squared_upper(chi_squared_quantile(p, df), df) - (1 - p)) < 1e-9);
        RC_ASSERT(t_two_sided(-p * 9, df) == t_two_sided(p * 9, df));
    }));
}
