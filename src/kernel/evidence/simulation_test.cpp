// SPDX-License-Identifier: EUPL-1.2
// What the answers promise, on places that are made up: the generator knows the truth, the methods do not. Fixed seeds.
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/test_places.hpp"
#include "kernel/evidence/test_teams.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::evidence;
using namespace wf::evidence::places;

namespace {

Coverage simulate(Truth const& truth, Sizes sizes, std::size_t k, Reference reference, int runs)
{
    constexpr double five_percent = 0.05;
    Random random = random_of(truth, k);
    Pooler pooler;
    Coverage found;
    for (int run = 0; run < runs; ++run) {
        auto const round = draw_round(truth, sizes, k, random);
        auto const result = pooler.pool({round.effects, round.variances, Spread::reml, reference});
        found.mean += holds(result.ci, truth.mean) ? 1.0 / runs : 0;
        found.prediction += holds(*result.prediction, round.next) ? 1.0 / runs : 0;
        found.alarms += result.p < five_percent ? 1.0 / runs : 0;
    }
    return found;
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

TEST_CASE("promise: with a profile over tau2 93 of 100 intervals and more hold, of the mean and of the next place")
{
    // The full runs are those of profile_bench.cpp: 93.4 at least. Here with room for three standard deviations of chance.
    constexpr int runs = 200;
    constexpr double least = 0.934 - 0.053;
    for (auto const sizes : {Sizes::alike, Sizes::uneven}) {
        for (std::size_t const k : {5U, 10U}) {
            auto const found = simulate_profile({0, 0.05}, sizes, k, runs);
            MESSAGE(name_of(sizes), ", k ", k, ": mean ", found.mean, ", next place ", found.prediction);
            CHECK(found.mean >= least);
            CHECK(found.prediction >= least);
        }
    }
}

TEST_CASE("promise: robust standard errors keep 5 % from six teams on, also when the working model is wrong")
{
    // The full runs are those of teams_bench.cpp; with so few there is room for three standard deviations of chance.
    constexpr int runs = 60;
    constexpr double most = 0.055 + 0.09;
    auto const found = teams::simulate_teams(6, runs);
    MESSAGE("6 teams: false alarms ", found.correlated, " (corr), ", found.hierarchical, " (hier), ", found.cr2,
            " (multilevel cr2), ", found.model, " (multilevel alone)");
    CHECK(found.correlated <= most);
    CHECK(found.hierarchical <= most);
    CHECK(found.cr2 <= most);
}
