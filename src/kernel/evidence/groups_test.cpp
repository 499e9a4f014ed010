// SPDX-License-Identifier: EUPL-1.2
// Effects in groups: multilevel, with robust standard errors, and robust variance estimation. Expected: `rma.mv` of metafor 3.8, `coef_test`
// of clubSandwich 0.5.8 and `robu` of robumeta 2.0 on invented studies; and what must hold of any.
#include "kernel/evidence/multilevel.hpp"
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/robust.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace wf;
using namespace wf::evidence;

namespace {

struct Studies {
    std::vector<double> effects;
    std::vector<double> variances;
    stat::Groups outer;
    stat::Groups inner;
    stat::Design design;
};

stat::Design with(std::vector<double> const& x, std::size_t k)
{
    stat::Design design;
    design.names.emplace_back("intercept");
    design.x.add_column(std::vector<double>(k, 1));
    if (!x.empty()) {
        design.names.emplace_back("x");
        design.x.add_column(x);
    }
    return design;
}

std::vector<double> const slope_values{-1.5, -0.3, -1.1, 0,    -0.2, 0.9, -0.6, -0.7, -0.7, 0,    -0.4, 0.4,
                                       0.1,  0,    -0.2, -0.8, -0.2, -1,  -1.1, -0.9, 0.7,  -1.6, -0.9, 0.5};

/// 24 effects of 8 teams; inside a team, of a few groups of people.
Studies invented(bool with_slope)
{
    Studies studies;
    studies.effects = {0.74, 0.91, 0.6,   -0.54, -0.92, -0.23, 0.45, 0.72, -0.12, 0.02,  -0.36, 0.03,
                       0.38, 0.18, -0.27, -0.03, 0.78,  0.75,  0.57, 0.99, -0.34, -0.24, -0.07, 0.16};
    studies.variances = {0.048, 0.02,  0.071, 0.021, 0.026, 0.115, 0.029, 0.049, 0.108, 0.032, 0.038, 0.064,
                         0.111, 0.105, 0.093, 0.077, 0.068, 0.053, 0.036, 0.068, 0.04,  0.088, 0.056, 0.055};
    studies.outer = {{0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7}, 8};
    studies.inner = {{0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 2, 0, 0, 1, 0, 0, 1, 1}, 3};
    studies.design = with(with_slope ? slope_values : std::vector<double>{}, studies.effects.size());
    return studies;
}

MultilevelInput as_input(Studies const& studies)
{
    return {studies.effects, studies.variances, studies.design, {studies.outer, studies.inner}};
}

bool near(double found, double expected, double tolerance = 1e-6)
{
    return std::abs(found - expected) <= tolerance * (1 + std::abs(expected));
}

void check(std::vector<Coefficient> const& found, std::vector<std::array<double, 3>> const& expected, double tolerance)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(near(found[i].estimate, expected[i][0], tolerance));
        CHECK(near(found[i].se, expected[i][1], tolerance));
        CHECK(near(*found[i].df, expected[i][2], tolerance));
    }
}

/// k studies, each alone in its group.
Studies draw_alone(Random& random, std::size_t k)
{
    Studies studies;
    for (std::size_t i = 0; i < k; ++i) {
        studies.variances.push_back(0.02 + 0.2 * random.uniform());
        studies.effects.push_back(0.2 + (std::sqrt(studies.variances.back()) + 0.2) * random.normal());
        studies.outer.of.push_back(static_cast<std::uint32_t>(i));
    }
    studies.outer.count = static_cast<std::uint32_t>(k);
    studies.design = with({}, k);
    return studies;
}

} // namespace

TEST_CASE("two levels, without and with a moderator, as metafor has them")
{
    auto const plain = invented(false);
    auto const one = compute_multilevel(as_input(plain));
    REQUIRE(one);
    CHECK(one->groups == std::vector<std::size_t>{8, 14});
    CHECK(near(one->coefficients[0].estimate, 0.238068245940));
    CHECK(near(one->coefficients[0].se, 0.178375136237));
    CHECK(near(one->coefficients[0].ci.low, -0.111540596823));
    CHECK(near(one->coefficients[0].ci.high, 0.587677088703));
    CHECK(near(one->sigma2[0], 0.169058608537));
    CHECK(near(one->sigma2[1], 0.101732559182));
    CHECK(near(one->log_likelihood, -11.283865208333, 1e-10));
    auto const sloped = invented(true);
    auto const two = compute_multilevel(as_input(sloped));
    REQUIRE(two);
    CHECK(near(two->coefficients[0].estimate, 0.2567937003493));
    CHECK(near(two->coefficients[1].estimate, 0.0418791196967));
    CHECK(near(two->coefficients[1].se, 0.1045296407213));
    CHECK(near(two->sigma2[0], 0.1930233182039));
    CHECK(near(two->sigma2[1], 0.1000034473868));
    CHECK(near(two->log_likelihood, -11.3997105862597, 1e-10));
}

TEST_CASE("robust standard errors and their degrees of freedom, as clubSandwich has them")
{
    auto const studies = invented(true);
    auto const input = as_input(studies);
    auto const fit = compute_multilevel(input);
    REQUIRE(fit);
    auto const cr2 = make_robust(input, *fit, studies.outer, Correction::cr2);
    REQUIRE(cr2);
    check(*cr2, {{0.2567937003493, 0.1875106604228, 6.52998574550}, {0.0418791196967, 0.0602707269946, 2.01136593595}},
          1e-6);
    CHECK(near((*cr2)[0].p, 0.216078747761));
    auto const cr1 = make_robust(input, *fit, studies.outer, Correction::cr1);
    REQUIRE(cr1);
    // That of clubSandwich for cr0 times the root of 8/7.
    check(*cr1, {{0.2567937003493, 0.183359716482, 7}, {0.0418791196967, 0.052925390913, 7}}, 1e-6);
}

TEST_CASE("robust variance estimation, as robumeta has it")
{
    auto const studies = invented(true);
    RobustInput input{studies.effects, studies.variances, studies.design, studies.outer};
    auto const correlated = compute_robust(input);
    REQUIRE(correlated);
    check(correlated->coefficients,
          {{0.0497648896875, 0.132445107766, 4.16686668830}, {-0.3754655476017, 0.130807292537, 4.23131531181}}, 1e-10);
    CHECK(near(correlated->tau2, 0.20452603570549, 1e-12));
    CHECK(!correlated->omega2);
    CHECK(!correlated->weak);
    input.rho = 0;
    CHECK(near(compute_robust(input)->tau2, 0.20017288744652, 1e-12));
    input.dependence = Dependence::hierarchical;
    auto const hierarchical = compute_robust(input);
    REQUIRE(hierarchical);
    check(hierarchical->coefficients,
          {{0.0472577611002, 0.128502376235, 4.04570643970}, {-0.3132178700952, 0.183676006598, 3.89950385267}}, 1e-10);
    CHECK(near(*hierarchical->omega2, 0.259765163806, 1e-12));
    CHECK(hierarchical->tau2 == 0);
    CHECK(hierarchical->weak);
}

TEST_CASE("each study alone in its group: the variance of the level is the tau2 of the pool")
{
    Random random{20261210};
    for (int round = 0; round < 60; ++round) {
        auto const studies = draw_alone(random, 3 + random.below(20));
        MultilevelInput const input{studies.effects, studies.variances, studies.design, {studies.outer}};
        auto const fit = compute_multilevel(input);
        REQUIRE(fit);
        Pooler pooler;
        auto const pool = pooler.pool({studies.effects, studies.variances});
        CHECK(near(fit->sigma2[0], pool.tau2, 1e-9));
        CHECK(near(fit->coefficients[0].estimate, pool.estimate, 1e-9));
        CHECK(near(fit->coefficients[0].se, pool.se, 1e-9));
        // cr1 of studies that are clusters: sum of w^2 r^2 over (sum of w)^2, times k/(k-1).
        auto const robust = make_robust(input, *fit, studies.outer, Correction::cr1);
        REQUIRE(robust);
        double above = 0;
        double below = 0;
        for (std::size_t i = 0; i < studies.effects.size(); ++i) {
            double const w = 1 / (studies.variances[i] + fit->sigma2[0]);
            double const wr = w * (studies.effects[i] - pool.estimate);
            above += wr * wr;
            below += w;
        }
        auto const k = static_cast<double>(studies.effects.size());
        CHECK(near((*robust)[0].se, std::sqrt(above * k / (k - 1)) / below, 1e-8));
    }
}

TEST_CASE(
    "equal sizes and equal variances: cr2 of a mean is the standard error of the means of clusters, with one less than them")
{
    // Worked out by hand: clusters of two with means 0, 1, 5 give 2, sum of squares 4 + 1 + 9 = 14, se = sqrt(14 / (3 * 2)).
    Studies studies;
    studies.effects = {-1, 1, 0, 2, 4, 6};
    studies.variances.assign(6, 1);
    studies.outer = {{0, 0, 1, 1, 2, 2}, 3};
    studies.design = with({}, 6);
    auto const fit = compute_robust({studies.effects, studies.variances, studies.design, studies.outer});
    REQUIRE(fit);
    check(fit->coefficients, {{2, std::sqrt(14.0 / 6), 2}}, 1e-12);
    CHECK(fit->weak);
}

TEST_CASE("groups that say nothing of a level are refused")
{
    auto studies = invented(false);
    auto const reason = [](MultilevelInput const& input) {
        auto const fit = compute_multilevel(input);
        REQUIRE(!fit);
        CHECK(fit.error().kind == Trouble::refused);
        CHECK(!fit.error().detail.empty());
        return fit.error().code;
    };
    auto const input = as_input(studies);
    auto one = input;
    one.levels = {{std::vector<std::uint32_t>(24, 0), 1}};
    CHECK(reason(one) == "one_group");
    auto twice = input;
    twice.levels = {studies.outer, studies.outer};
    CHECK(reason(twice) == "levels_coincide");
    auto const fit = compute_multilevel(input);
    REQUIRE(fit);
    CHECK(make_robust(input, *fit, studies.inner, Correction::cr2).error().code == "cluster_splits_group");
    stat::Groups const single{std::vector<std::uint32_t>(24, 0), 1};
    CHECK(make_robust(input, *fit, single, Correction::cr2).error().code == "too_few_clusters");
    CHECK(compute_robust({studies.effects, studies.variances, studies.design, single}).error().code ==
          "too_few_clusters");
    auto equal = studies;
    equal.effects.assign(24, 0.1);
    CHECK(compute_robust({equal.effects, equal.variances, equal.design, equal.outer}).error().code == "no_residuals");
    Random random{1};
    auto const alone = draw_alone(random, 5);
    CHECK(compute_robust({alone.effects, alone.variances, alone.design, alone.outer}).error().code == "no_repeats");
    auto twofold = invented(true);
    twofold.design.names.emplace_back("x2");
    twofold.design.x.add_column(slope_values);
    CHECK(compute_multilevel(as_input(twofold)).error().code == "collinear");
    CHECK(compute_robust({twofold.effects, twofold.variances, twofold.design, twofold.outer}).error().code ==
          "collinear");
    studies.variances[3] = 0;
    CHECK(reason(as_input(studies)) == "variance_zero");
}
