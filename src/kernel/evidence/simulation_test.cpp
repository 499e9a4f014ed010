// SPDX-License-Identifier: EUPL-1.2
// What the answers promise, on places that are made up: the generator knows the truth, the methods do not. Fixed seeds.
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/robust.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace wf;
using namespace wf::evidence;

namespace {

struct Truth {
    double mean;
    double tau2;
};

struct Coverage {
    double mean{0};       ///< share of intervals with the true mean
    double prediction{0}; ///< share of prediction intervals with the true effect of a next place
    double alarms{0};     ///< share that says at 5 % that the mean is not 0
};

bool holds(Interval const& interval, double value)
{
    return interval.low <= value && value <= interval.high;
}

/// People in each of two groups: alike is 30 to 120, uneven 10 to 200 with most of them small.
enum class Sizes { alike, uneven };

std::string name_of(Sizes sizes)
{
    return sizes == Sizes::alike ? "alike" : "uneven";
}

double draw_variance(Sizes sizes, Random& random)
{
    double const one = random.uniform();
    return 2.0 / (sizes == Sizes::alike ? 30 + 90 * one : 10 + 190 * one * random.uniform());
}

/// The effects are standardised differences.
Coverage simulate(Truth const& truth, Sizes sizes, std::size_t k, Reference reference, int runs)
{
    constexpr double five_percent = 0.05;
    Random random{20261215, k * 1000 + static_cast<std::size_t>(truth.tau2 * 100)};
    Pooler pooler;
    Coverage found;
    std::vector<double> effects(k);
    std::vector<double> variances(k);
    for (int run = 0; run < runs; ++run) {
        for (std::size_t i = 0; i < k; ++i) {
            variances[i] = draw_variance(sizes, random);
            effects[i] =
                truth.mean + std::sqrt(truth.tau2) * random.normal() + std::sqrt(variances[i]) * random.normal();
        }
        auto const next = truth.mean + std::sqrt(truth.tau2) * random.normal();
        auto const result = pooler.pool({effects, variances, Spread::reml, reference});
        found.mean += holds(result.ci, truth.mean) ? 1.0 / runs : 0;
        found.prediction += holds(*result.prediction, next) ? 1.0 / runs : 0;
        found.alarms += result.p < five_percent ? 1.0 / runs : 0;
    }
    return found;
}

/// Teams with one to five effects each, whose chance hangs together (0.6), and whose teams differ (0.03) and effects inside (0.02).
double alarms_of_robust(std::size_t teams, Dependence dependence, int runs)
{
    constexpr double five_percent = 0.05;
    Random random{20261216, teams};
    int alarms = 0;
    for (int run = 0; run < runs; ++run) {
        std::vector<double> effects;
        std::vector<double> variances;
        stat::Groups clusters;
        clusters.count = static_cast<std::uint32_t>(teams);
        for (std::uint32_t team = 0; team < teams; ++team) {
            std::size_t const size = team == 0 ? 2 : 1 + random.below(5);
            double const own = std::sqrt(0.03) * random.normal();
            double const shared = random.normal();
            for (std::size_t i = 0; i < size; ++i) {
                double const v = 2.0 / (20 + 180 * random.uniform());
                double const chance = std::sqrt(0.6) * shared + std::sqrt(0.4) * random.normal();
                effects.push_back(own + std::sqrt(0.02) * random.normal() + std::sqrt(v) * chance);
                variances.push_back(v);
                clusters.of.push_back(team);
            }
        }
        stat::Design design;
        design.names.emplace_back("intercept");
        design.x.add_column(std::vector<double>(effects.size(), 1));
        auto const fit = compute_robust({effects, variances, design, clusters, dependence});
        REQUIRE(fit);
        alarms += fit->coefficients[0].p < five_percent ? 1 : 0;
    }
    return static_cast<double>(alarms) / runs;
}

} // namespace

TEST_CASE("promise: with Knapp-Hartung 95 of 100 intervals hold the mean, also of few studies")
{
    constexpr int runs = 3000;
    for (auto const sizes : {Sizes::alike, Sizes::uneven}) {
        for (std::size_t const k : {5U, 10U, 20U}) {
            for (double const tau2 : {0.0, 0.05, 0.3}) {
                auto const knha = simulate({0.2, tau2}, sizes, k, Reference::knha, runs);
                auto const z = simulate({0.2, tau2}, sizes, k, Reference::z, runs);
                MESSAGE(name_of(sizes), ", k ", k, ", tau2 ", tau2, ": mean ", knha.mean, " (z ", z.mean,
                        "), next place ", knha.prediction, " (z ", z.prediction, ")");
                CHECK(knha.mean > (sizes == Sizes::alike ? 0.935 : 0.92));
                CHECK(knha.mean < 0.975);
            }
        }
    }
}

TEST_CASE(
    "promise: where nothing works, Knapp-Hartung says otherwise in at most 5.5 of 100 when studies are of like size")
{
    constexpr int runs = 6000;
    // Of chance in so many runs at 5.5 %, with one standard deviation to spare.
    constexpr double noise = 0.003;
    for (auto const sizes : {Sizes::alike, Sizes::uneven}) {
        for (std::size_t const k : {5U, 10U, 20U}) {
            for (double const tau2 : {0.0, 0.05, 0.3}) {
                auto const knha = simulate({0, tau2}, sizes, k, Reference::knha, runs);
                MESSAGE(name_of(sizes), ", k ", k, ", tau2 ", tau2, ": false alarms ", knha.alarms);
                CHECK(knha.alarms <= (sizes == Sizes::alike ? 0.055 + noise : 0.075));
            }
        }
    }
}

TEST_CASE("promise: robust variance estimation keeps 5 % from six teams on")
{
    constexpr int runs = 2000;
    for (std::size_t const teams : {6U, 12U, 40U}) {
        double const correlated = alarms_of_robust(teams, Dependence::correlated, teams > 20 ? runs / 2 : runs);
        double const hierarchical = alarms_of_robust(teams, Dependence::hierarchical, teams > 20 ? runs / 2 : runs);
        MESSAGE(teams, " teams: false alarms ", correlated, " (corr), ", hierarchical, " (hier)");
        CHECK(correlated <= 0.065);
        CHECK(hierarchical <= 0.065);
    }
}
