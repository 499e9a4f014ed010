// SPDX-License-Identifier: EUPL-1.2
// Small cases by hand, and properties.
#include "kernel/effect/compare.hpp"
#include "kernel/effect/did.hpp"
#include "kernel/effect/matching.hpp"
#include "kernel/effect/permute.hpp"
#include "kernel/effect/prepost.hpp"
#include "kernel/effect/series.hpp"
#include "kernel/effect/wild_bootstrap.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace wf;
using namespace wf::effect;

namespace {

stat::Column numbers(std::string name, std::vector<double> values)
{
    return {std::move(name), std::move(values), {}, {}};
}

/// Constant, x and a treatment of whole clusters.
stat::LeastSquares small_model(std::uint64_t seed, stat::Groups& clusters, std::uint32_t groups, std::size_t each)
{
    Random random{seed};
    stat::LeastSquares model;
    std::vector<double> x;
    std::vector<double> treated;
    clusters = {{}, groups};
    for (std::uint32_t g = 0; g < groups; ++g) {
        double const own = random.normal();
        for (std::size_t i = 0; i < each; ++i) {
            clusters.of.push_back(g);
            x.push_back(random.normal());
            treated.push_back(g % 2);
            model.y.push_back(own + x.back() + random.normal());
        }
    }
    model.x.add_column(std::vector<double>(x.size(), 1));
    model.x.add_column(x);
    model.x.add_column(treated);
    model.names = {"intercept", "x", "treated"};
    return model;
}

} // namespace

TEST_CASE("nearest by hand: the highest chance chooses first, ties go by row, nobody stands twice")
{
    //                                 t    t    t    c    c    c    c
    std::vector<double> const chance{0.5, 0.9, 0.2, 0.6, 0.6, 0.45, 0.1};
    std::vector<double> const treated{1, 1, 1, 0, 0, 0, 0};
    auto const weights = match_nearest(chance, treated);
    // 0.9 takes the first 0.6 (row 3), 0.5 takes 0.45 (row 5), 0.2 takes 0.1 (row 6).
    CHECK(weights.of == std::vector<double>{1, 1, 1, 1, 0, 1, 1});
    CHECK(weights.group == std::vector<std::uint32_t>{1, 0, 2, 0, stat::no_level, 1, 2});
    auto const few = match_nearest(std::vector<double>{0.5, 0.6, 0.7}, std::vector<double>{1, 1, 0});
    CHECK(few.of == std::vector<double>{0, 1, 1});
}

TEST_CASE("nearest is what going through all controls one by one gives")
{
    CHECK(rc::check([] {
        Random random{*rc::gen::inRange<std::uint64_t>(0, 1'000'000)};
        std::vector<double> chance;
        std::vector<double> treated;
        auto const rows = 2 + random.below(60);
        for (std::size_t row = 0; row < rows; ++row) {
            chance.push_back(static_cast<double>(random.below(20)) / 20);
            treated.push_back(static_cast<double>(random.below(2)));
        }
        auto const weights = match_nearest(chance, treated);
        std::vector<std::size_t> order(rows);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return chance[a] > chance[b]; });
        std::vector<bool> used(rows, false);
        std::uint32_t pair = 0;
        for (auto const row : order) {
            if (treated[row] != 1) continue;
            std::size_t best = rows;
            for (std::size_t other = 0; other < rows; ++other) {
                if (treated[other] == 1 || used[other]) continue;
                auto const far = [&](std::size_t at) { return std::abs(chance[at] - chance[row]); };
                if (best == rows || far(other) < far(best)) best = other;
            }
            if (best == rows) break;
            used[best] = true;
            RC_ASSERT(weights.group[row] == pair);
            RC_ASSERT(weights.group[best] == pair);
            ++pair;
        }
        RC_ASSERT(std::accumulate(weights.of.begin(), weights.of.end(), 0.0) == 2.0 * pair);
    }));
}

TEST_CASE("strata by hand: controls stand for the treated of their stratum")
{
    stat::Groups const strata{{0, 0, 0, 1, 1, 1, 2}, 3};
    std::vector<double> const treated{1, 0, 0, 1, 1, 0, 1};
    auto const att = weigh_strata(strata, treated, Whom::att);
    REQUIRE(att);
    CHECK(att->of == std::vector<double>{1, 0.5, 0.5, 1, 1, 2, 0});
    auto const ate = weigh_strata(strata, treated, Whom::ate);
    CHECK(ate->of == std::vector<double>{3, 1.5, 1.5, 1.5, 1.5, 3, 0});
    CHECK(weigh_strata({{0, 1}, 2}, std::vector<double>{1, 0}, Whom::att).error().code == "no_overlap");
}

TEST_CASE("entropy weights make the means equal, or there are none")
{
    Random random{4};
    stat::Matrix x(200, 3);
    std::vector<double> treated;
    for (std::size_t row = 0; row < 200; ++row) {
        treated.push_back(row % 3 == 0 ? 1 : 0);
        for (std::size_t column = 0; column < 3; ++column) x(row, column) = random.normal() + 0.4 * treated.back();
    }
    auto const weights = weigh_by_entropy(x, treated, Whom::att);
    REQUIRE(weights);
    for (std::size_t column = 0; column < 3; ++column) {
        double mean[2] = {0, 0};
        double mass[2] = {0, 0};
        for (std::size_t row = 0; row < 200; ++row) {
            auto const side = static_cast<std::size_t>(treated[row]);
            mean[side] += weights->of[row] * x(row, column);
            mass[side] += weights->of[row];
        }
        CHECK(mean[0] / mass[0] == doctest::Approx(mean[1] / mass[1]).epsilon(1e-8));
    }
    for (std::size_t row = 0; row < 200; ++row) x(row, 0) = treated[row] * 10 + x(row, 0) * 0.1;
    CHECK(weigh_by_entropy(x, treated, Whom::att).error().code == "no_overlap");
}

TEST_CASE("the e-value as VanderWeele and Ding (2017) print it: 3.9 (1.8 at the bound) gives 7.26 and 3.0")
{
    double const size = std::log(3.9) / 0.91;
    double const se = (std::log(3.9) - std::log(1.8)) / 1.78;
    CHECK(std::abs(e_value(size, se).point - 7.26) < 0.005);
    CHECK(std::abs(e_value(-size, se).bound - 3.0) < 0.005);
    CHECK(e_value(0.1, 1).bound == 1);
    CHECK(e_value(0, 1).point == 1);
}

TEST_CASE("comparison: who is no group, or not 0 or 1")
{
    auto const outcome = numbers("y", {1, 2, 3, 4});
    auto const one = numbers("t", {1, 0, 0, 0});
    auto const odd = numbers("t", {1, 1, 0, 2});
    Comparison question;
    question.outcome = &outcome;
    question.treated = &one;
    CHECK(compare(question).error().code == "no_group");
    question.treated = &odd;
    CHECK(compare(question).error().code == "not_zero_or_one");
    CHECK(compare(question).error().kind == Trouble::bad_input);
}

TEST_CASE("difference in differences by hand")
{
    auto const outcome = numbers("y", {10, 12, 11, 13, 20, 22, 15, 17, NAN});
    auto const treated = numbers("t", {0, 0, 0, 0, 1, 1, 1, 1, 1});
    auto const post = numbers("p", {0, 0, 1, 1, 0, 0, 1, 1, 1});
    Did question;
    question.outcome = &outcome;
    question.treated = &treated;
    question.post = &post;
    auto const answer = difference_in_differences(question);
    REQUIRE(answer);
    CHECK(answer->effect.estimate == doctest::Approx((16 - 21) - (12 - 11)));
    CHECK(*answer->effect.se == doctest::Approx(2)); // spread 2 in each cell of two: sqrt(4 x 2 / 2)
    CHECK(answer->effect.df == 4);
    CHECK(answer->cells[3].mean == doctest::Approx(16));
    CHECK(answer->missing == 1);
    auto const never = numbers("p", std::vector<double>(9, 1));
    question.post = &never;
    CHECK(difference_in_differences(question).error().code == "empty_cell");
}

TEST_CASE("before and after by hand; too few is told")
{
    auto const before = numbers("b", {1, 2, 3, 4, NAN, 9});
    auto const after = numbers("a", {2, 4, 4, 8, 5, NAN});
    PrePost question;
    question.before = &before;
    question.after = &after;
    CHECK(measure_change(question).error().code == "too_few");
    question.least_pairs = 4;
    auto const answer = measure_change(question);
    REQUIRE(answer);
    CHECK(answer->pairs == 4);
    CHECK(answer->missing == 2);
    CHECK(answer->change.estimate == doctest::Approx(2)); // 1, 2, 1, 4
    CHECK(*answer->change.se == doctest::Approx(std::sqrt(2.0 / 4)));
    CHECK(answer->change.df == 3);
    CHECK(answer->dropout.left == 1);
    CHECK(answer->dropout.mean_left == 9);
    CHECK(answer->effect_size == doctest::Approx(2 / ((std::sqrt(5.0 / 3) + std::sqrt(19.0 / 3)) / 2)));
    auto const same = numbers("a", {2, 3, 4, 5, NAN, 10});
    question.after = &same;
    CHECK(measure_change(question).error().code == "no_change_in_spread");
}

TEST_CASE("promise: who was chosen on the first measurement is warned of, who was not seldom")
{
    constexpr int studies = 400;
    int found = 0;
    int wrong = 0;
    for (int study = 0; study < studies; ++study) {
        Random random{20261122, static_cast<std::uint64_t>(study)};
        for (bool const chosen : {true, false}) {
            std::vector<double> before;
            std::vector<double> after;
            while (before.size() < 60) {
                double const lasting = random.normal();
                double const first = lasting + 0.8 * random.normal();
                if (chosen && first < 0.8) continue; // only who scores high
                before.push_back(first);
                after.push_back(lasting + 0.8 * random.normal());
            }
            auto const b = numbers("b", before);
            auto const a = numbers("a", after);
            PrePost question;
            question.before = &b;
            question.after = &a;
            auto const answer = measure_change(question);
            REQUIRE(answer);
            (chosen ? found : wrong) += answer->selected ? 1 : 0;
        }
    }
    MESSAGE("chosen and warned of: " << found << ", not chosen and warned of: " << wrong << ", of " << studies);
    CHECK(found >= studies * 0.95);
    CHECK(wrong <= studies * 0.08);
}

TEST_CASE("a lottery by hand: six clusters, three treated, all of them above the others: 2 of 20 ways")
{
    Permutation question;
    question.others.y = {1, 2, 3, 10, 11, 12};
    question.others.x.add_column(std::vector<double>(6, 1));
    question.others.names = {"intercept"};
    question.treated = {0, 0, 0, 1, 1, 1};
    question.clusters = {{0, 1, 2, 3, 4, 5}, 6};
    auto const answer = permute(question);
    REQUIRE(answer);
    CHECK(answer->statistic == doctest::Approx(9));
    CHECK(answer->ways == 20);
    CHECK(answer->p == doctest::Approx(0.1));
    question.draws = 99; // fewer than all is drawn only when there are more ways
    CHECK(permute(question)->all);
    question.space = std::vector<std::vector<double>>(10, {1, 0, 1, 0, 1, 0});
    CHECK(permute(question).error().code == "not_in_space");
    question.space[4] = question.treated;
    CHECK(permute(question)->p == doctest::Approx(0.1));
    question.space.resize(9);
    CHECK(permute(question).error().code == "too_few_ways");
    question.space.clear();
    question.treated = {1, 1, 1, 1, 1, 1};
    CHECK(permute(question).error().code == "no_group");
    question.clusters = {{0, 0, 1, 1, 2, 2}, 3};
    question.treated = {0, 1, 0, 1, 0, 1};
    CHECK(permute(question).error().code == "treated_varies");
}

TEST_CASE("drawn ways of the lottery come near all ways, on any number of threads")
{
    Permutation question;
    stat::Groups clusters;
    auto const model = small_model(3, clusters, 12, 4);
    question.others = model;
    question.others.x = stat::Matrix{};
    question.others.x.add_column(model.x.column(0));
    question.others.x.add_column(model.x.column(1));
    question.others.names = {"intercept", "x"};
    question.treated.assign(model.x.column(2).begin(), model.x.column(2).end());
    question.clusters = clusters;
    auto const all = permute(question);
    REQUIRE(all);
    CHECK(all->ways == 924);
    question.draws = 900;
    question.threads = Threads{1};
    auto const one = permute(question);
    question.threads = Threads{3};
    auto const three = permute(question);
    CHECK(!one->all);
    CHECK(one->p == three->p);
    CHECK(std::abs(one->p - all->p) < 0.06);
}

TEST_CASE("the wild bootstrap is what a regression for every pattern of signs gives")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        WildBootstrap question;
        question.squares = small_model(seed, question.clusters, 6, 5);
        question.tested = 2;
        question.draws = 0;
        auto const answer = wild_bootstrap(question);
        REQUIRE(answer);
        // By regress(), a whole fit for each pattern.
        auto null = question.squares;
        null.x = stat::Matrix{};
        null.x.add_column(question.squares.x.column(0));
        null.x.add_column(question.squares.x.column(1));
        null.names = {"intercept", "x"};
        auto const without = stat::fit(null);
        REQUIRE(without);
        auto const t_of = [&](std::vector<double> y) {
            Model model;
            model.squares = question.squares;
            model.squares.y = std::move(y);
            model.clusters = {question.clusters};
            model.spread = stat::Spread::cr1s;
            return regress(std::move(model))->find("treated")->statistic;
        };
        double const observed = t_of(question.squares.y);
        CHECK(answer->t == doctest::Approx(observed));
        int reached = 0;
        for (unsigned pattern = 0; pattern < 64; ++pattern) {
            auto y = question.squares.y;
            for (std::size_t row = 0; row < y.size(); ++row) {
                double const sign = (pattern >> question.clusters.of[row] & 1U) != 0 ? 1 : -1;
                y[row] += (sign - 1) * without->residuals[row];
            }
            reached += std::abs(t_of(y)) >= std::abs(observed) * (1 - 1e-9) ? 1 : 0;
        }
        CHECK(answer->p == doctest::Approx(reached / 64.0));
        CHECK(answer->draws == 64);
        question.draws = 3'999;
        question.threads = Threads{1};
        auto const drawn = wild_bootstrap(question);
        question.threads = Threads{2};
        CHECK(drawn->p == wild_bootstrap(question)->p);
        CHECK(std::abs(drawn->p - answer->p) < 0.04);
    }
}

TEST_CASE("the wild bootstrap without an answer")
{
    WildBootstrap question;
    question.squares = small_model(1, question.clusters, 30, 2);
    question.tested = 2;
    question.draws = 0;
    CHECK(wild_bootstrap(question).error().code == "too_many_clusters");
    question.clusters = {std::vector<std::uint32_t>(60, 0), 1};
    CHECK(wild_bootstrap(question).error().code == "one_cluster");
}

TEST_CASE("a series without an answer")
{
    Series question;
    for (int i = 1; i <= 14; ++i) {
        question.time.push_back(i);
        question.outcome.push_back(i % 3 + (i * i) % 5);
    }
    question.from = 8;
    CHECK(interrupted_series(question).has_value());
    question.from = 13;
    CHECK(interrupted_series(question).error().code == "too_few");
    question.from = 8;
    question.time[3] = 3;
    CHECK(interrupted_series(question).error().code == "moment_twice");
    question.time[3] = 4.4;
    CHECK(interrupted_series(question).error().code == "uneven");
    question.time[3] = 4;
    for (int i = 0; i < 14; ++i) question.outcome[static_cast<std::size_t>(i)] = i;
    CHECK(interrupted_series(question).error().code == "no_spread");
}
