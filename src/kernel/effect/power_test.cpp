// SPDX-License-Identifier: EUPL-1.2
// Expected: R 4.2.2 power.t.test(strict = TRUE), and for groups of unequal size pt with ncp; the printed answer of R swCRTdesign.
#include "base/random.hpp"
#include "kernel/effect/power.hpp"
#include "kernel/stat/distribution.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <Eigen/Dense>

#include <cmath>

using namespace wf;
using namespace wf::effect;

namespace {

PowerInput compare(double effect, std::uint64_t n)
{
    PowerInput input;
    input.effect = effect;
    input.n = n;
    return input;
}

double power(PowerInput const& input)
{
    auto const result = compute_power(input);
    REQUIRE(result);
    return result->power;
}

std::uint64_t needed(PowerInput input, double wanted = 0.8)
{
    input.n.reset();
    input.power = wanted;
    auto const result = compute_power(input);
    REQUIRE(result);
    CHECK(result->power >= wanted);
    input.n = result->n - (input.design == PowerDesign::stepped_wedge ? input.steps : 1);
    if (!check_power(input)) CHECK(power(input) < wanted);
    return result->n;
}

/// Generalised least squares with every cluster and moment written out.
double wedge_by_hand(PowerInput const& in, std::uint64_t clusters)
{
    auto const moments = static_cast<Eigen::Index>(in.steps + 1);
    auto const rows = static_cast<Eigen::Index>(clusters) * moments;
    Eigen::MatrixXd x = Eigen::MatrixXd::Zero(rows, moments + 1);
    Eigen::MatrixXd v = Eigen::MatrixXd::Zero(rows, rows);
    double const within = (1 - in.icc) / static_cast<double>(in.cluster_size);
    for (Eigen::Index row = 0; row < rows; ++row) {
        auto const cluster = row / moments;
        auto const moment = row % moments;
        x(row, moment) = 1;
        x(row, moments) = moment > cluster % static_cast<Eigen::Index>(in.steps) ? 1 : 0;
        for (Eigen::Index other = cluster * moments; other < (cluster + 1) * moments; ++other)
            v(row, other) = in.sd * in.sd * (other == row ? in.icc + within : in.icc * in.cac + within * in.r);
    }
    Eigen::MatrixXd const information = x.transpose() * v.inverse() * x;
    return std::sqrt(information.inverse()(moments, moments));
}

} // namespace

TEST_CASE("two groups, as R has it")
{
    CHECK(power(compare(1, 20)) == doctest::Approx(0.868953027725).epsilon(1e-9));
    CHECK(power(compare(-0.3, 15)) == doctest::Approx(0.124697843142).epsilon(1e-9));
    CHECK(power(compare(0.5, 64)) == doctest::Approx(0.801459557922).epsilon(1e-9));
    // Cohen (1988), table 2.4.1: d 0.2, 0.5, 0.8 with power 0.80 need 393, 64, 26.
    CHECK(needed(compare(0.2, 0)) == 394); // 393.4 rounded up
    CHECK(needed(compare(0.5, 0)) == 64);
    CHECK(needed(compare(0.8, 0)) == 26);
    auto unequal = compare(0.5, 30);
    unequal.ratio = 2;
    CHECK(power(unequal) == doctest::Approx(0.599361091036).epsilon(1e-9));
    CHECK(compute_power(unequal)->n_control == 60);
    CHECK(power(compare(0.8, 10)) == doctest::Approx(0.395069212114).epsilon(1e-9));
    CHECK(power(compare(50, 20)) == 1);
}

TEST_CASE("pairs, as R has it")
{
    PowerInput pairs;
    pairs.design = PowerDesign::prepost;
    pairs.effect = 0.5;
    pairs.r = 0.5; // the change then has the spread of the outcome itself
    pairs.n = 34;
    CHECK(power(pairs) == doctest::Approx(0.807777501279).epsilon(1e-9));
    CHECK(needed(pairs) == 34);
    pairs.effect = 2;
    pairs.sd = 3;
    pairs.r = 0.7;
    pairs.n = 12;
    pairs.level = 0.9;
    CHECK(power(pairs) == doctest::Approx(0.874108233813).epsilon(1e-9));
}

TEST_CASE("clusters: the design effect 1 + (m-1) icc, and for changes what clusters keep falls out")
{
    auto clusters = compare(0.5, 12);
    clusters.cluster_size = 20;
    clusters.icc = 0.05;
    auto const result = compute_power(clusters);
    REQUIRE(result);
    CHECK(result->se == doctest::Approx(std::sqrt((1 + 19 * 0.05) / 20 * (1.0 / 12 + 1.0 / 12))));
    CHECK(result->df == 22);
    CHECK(result->people == 480);
    clusters.design = PowerDesign::did;
    clusters.r = 0.6;
    // Only what people change: 2 sd^2 (1-icc)(1-r)/m.
    CHECK(compute_power(clusters)->se == doctest::Approx(std::sqrt(2 * 0.95 * 0.4 / 20 * 2 / 12)));
    clusters.cac = 0.8;
    CHECK(compute_power(clusters)->se == doctest::Approx(std::sqrt((2 * 0.95 * 0.4 / 20 + 2 * 0.05 * 0.2) * 2 / 12)));
    clusters.before = 3;
    clusters.after = 2;
    CHECK(compute_power(clusters)->se ==
          doctest::Approx(std::sqrt((0.95 * 0.4 / 20 + 0.05 * 0.2) * (1.0 / 3 + 1.0 / 2) * 2 / 12)));
}

TEST_CASE("stepped wedge: the example of swCRTdesign (24 clusters, 4 steps, 120 people, 5 % to 3.5 %)")
{
    PowerInput wedge;
    wedge.design = PowerDesign::stepped_wedge;
    double const within = 0.0425 * (1 - 0.0425);
    wedge.sd = std::sqrt(within + 0.01 * 0.01);
    wedge.icc = 0.01 * 0.01 / (wedge.sd * wedge.sd);
    wedge.effect = 0.015;
    wedge.cluster_size = 120;
    wedge.n = 24;
    CHECK(std::abs(power(wedge) - 0.7861896) <= 5e-8);
    CHECK(needed(wedge) == 28);
}

TEST_CASE("stepped wedge: the same as least squares with everything written out")
{
    CHECK(rc::check([] {
        PowerInput in;
        in.design = PowerDesign::stepped_wedge;
        in.effect = 0.3;
        in.steps = *rc::gen::inRange<std::uint64_t>(2, 6);
        auto const clusters = in.steps + *rc::gen::inRange<std::uint64_t>(0, 7);
        in.n = clusters;
        in.cluster_size = *rc::gen::inRange<std::uint64_t>(2, 40);
        in.icc = *rc::gen::inRange(0, 60) / 100.0;
        in.cac = *rc::gen::inRange(0, 101) / 100.0;
        in.r = *rc::gen::inRange(0, 90) / 100.0;
        RC_PRE(!check_power(in));
        auto const result = compute_power(in);
        RC_ASSERT(result.has_value());
        RC_ASSERT(std::abs(result->se / wedge_by_hand(in, clusters) - 1) < 1e-8);
        RC_ASSERT(result->power > 0.05 && result->power <= 1);
    }));
}

TEST_CASE("promise: simulated trials find it as often as was said")
{
    // Clusters with people who are measured twice before and once after; the test is the t-test of the changes of clusters.
    PowerInput in;
    in.design = PowerDesign::did;
    in.effect = 0.35;
    in.n = 8;
    in.cluster_size = 10;
    in.icc = 0.1;
    in.cac = 0.7;
    in.r = 0.5;
    in.before = 2;
    constexpr int trials = 4000;
    Random random{20261122};
    int found = 0;
    for (int trial = 0; trial < trials; ++trial) {
        double sum[2] = {0, 0};
        double squares = 0;
        for (int cluster = 0; cluster < 16; ++cluster) {
            bool const treated = cluster < 8;
            // What a cluster and a person keep falls out of the change, and is not drawn.
            double change = treated ? in.effect : 0;
            for (double const weight : {-0.5, -0.5, 1.0}) {
                change += weight * std::sqrt(0.1 * 0.3) * random.normal();
                for (int person = 0; person < 10; ++person)
                    change += weight * std::sqrt(0.9 * 0.5) * random.normal() / 10;
            }
            sum[treated ? 1 : 0] += change;
            squares += change * change;
        }
        double const rest = (squares - (sum[0] * sum[0] + sum[1] * sum[1]) / 8) / 14;
        double const t = (sum[1] - sum[0]) / 8 / std::sqrt(rest * 2 / 8);
        if (stat::t_two_sided(t, 14) < 0.05) ++found;
    }
    double const promised = power(in);
    MESSAGE("promised " << promised << ", found " << found / static_cast<double>(trials));
    CHECK(std::abs(found / static_cast<double>(trials) - promised) < 3 * std::sqrt(0.25 / trials));
}

TEST_CASE("more people, a larger effect and less spread never take power away")
{
    CHECK(rc::check([] {
        PowerInput in;
        in.design = *rc::gen::element(PowerDesign::prepost, PowerDesign::compare, PowerDesign::did);
        in.effect = *rc::gen::inRange(1, 300) / 100.0;
        in.r = *rc::gen::inRange(0, 95) / 100.0;
        in.n = *rc::gen::inRange<std::uint64_t>(2, 500);
        double const first = power(in);
        RC_ASSERT(first >= 0.05 - 1e-9 && first <= 1);
        auto more = in;
        more.n = *in.n + 1;
        auto larger = in;
        larger.effect *= 1.1;
        auto wider = in;
        wider.sd *= 1.1;
        RC_ASSERT(power(more) >= first - 1e-9);
        RC_ASSERT(power(larger) >= first - 1e-9);
        RC_ASSERT(power(wider) <= first + 1e-9);
    }));
}

TEST_CASE("what cannot be is said before, and what is out of reach is refused")
{
    CHECK(check_power(compare(0, 10))->starts_with("effect:"));
    CHECK(check_power(compare(1, 1))->starts_with("n:"));
    auto input = compare(1, 10);
    input.icc = 0.1;
    CHECK(check_power(input)->starts_with("icc:"));
    input.cluster_size = 10;
    CHECK(!check_power(input));
    input.r = NAN;
    CHECK(check_power(input)->starts_with("r:"));
    PowerInput tiny;
    tiny.effect = 1e-6;
    CHECK(compute_power(tiny).error().code == "out_of_reach");
}
