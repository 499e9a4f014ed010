// SPDX-License-Identifier: EUPL-1.2
#include "kernel/access/access.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace wf;
using namespace wf::access;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Three zones in a row, 10 apart; the third has no opportunities.
std::vector<Pair> const row_of_three{{0, 0, 0}, {0, 1, 10}, {0, 2, 20}, {1, 1, 0}, {1, 0, 10}, {1, 2, 10}, {2, 1, 10}};
std::vector<double> const places{4, 6, 0};
std::vector<double> const people{10, 20, 30};

std::vector<std::optional<double>> values(Settings const& settings)
{
    auto const result = compute_access({row_of_three, places, people, settings});
    REQUIRE(result.status == Status::answered);
    return result.values;
}

std::string reason(AccessInput const& input)
{
    auto const result = compute_access(input);
    CHECK(result.status == Status::refused);
    CHECK(result.values.empty());
    return result.reason;
}

struct Town {
    std::vector<Pair> pairs;
    std::vector<double> opportunity;
    std::vector<double> demand;
};

Town any_town(std::uint64_t seed)
{
    Random random{seed};
    Town town;
    std::size_t const zones = 2 + random.below(30);
    for (std::size_t i = 0; i < zones; ++i) {
        town.opportunity.push_back(static_cast<double>(random.below(4)) * 2.5);
        town.demand.push_back(static_cast<double>(random.below(5)));
    }
    for (std::uint32_t from = 0; from < zones; ++from) {
        for (std::uint32_t to = 0; to < zones; ++to) {
            if (random.below(3) > 0) town.pairs.push_back({from, to, random.uniform() * 60});
        }
    }
    return town;
}

} // namespace

TEST_CASE("cumulative: the limit itself is within, an absent pair counts nothing")
{
    CHECK(values({Measure::cumulative, 10, 0, 0}) == std::vector<std::optional<double>>{10, 10, 6});
    CHECK(values({Measure::cumulative, 9.999, 0, 0}) == std::vector<std::optional<double>>{4, 6, 0});
    CHECK(values({Measure::cumulative, 0, 0, 0}) == std::vector<std::optional<double>>{4, 6, 0});
}

TEST_CASE("closest: a zone without opportunities is none to go to; no way is no value")
{
    CHECK(values({Measure::closest, 0, 0, 0}) == std::vector<std::optional<double>>{0, 0, 10});
    std::vector<Pair> const only{{0, 2, 1}, {1, 0, 7}};
    auto const result = compute_access({only, places, {}, {Measure::closest, 0, 0, 0}});
    CHECK(result.values == std::vector<std::optional<double>>{std::nullopt, 7, std::nullopt});
}

TEST_CASE("weights: one at no cost; linear is nothing at the cutoff; logistic is about a half there")
{
    CHECK(*values({Measure::gravity_exponential, 0, 0.1, 0})[0] == doctest::Approx(4 + 6 * std::exp(-1)));
    CHECK(values({Measure::gravity_linear, 10, 0, 0}) == std::vector<std::optional<double>>{4, 6, 0});
    CHECK(*values({Measure::gravity_linear, 20, 0, 0})[2] == doctest::Approx(3));
    auto const logistic = values({Measure::gravity_logistic, 10, 0, 2});
    CHECK(*logistic[2] == doctest::Approx(6 * 0.5 * (1 + std::exp(-10 * 3.14159265358979 / (2 * std::sqrt(3.0))))));
    // So steep that it is a step.
    CHECK(*values({Measure::gravity_logistic, 11, 0, 1e-3})[2] == doctest::Approx(6));
    CHECK(*values({Measure::gravity_logistic, 9, 0, 1e-3})[2] == 0);
}

TEST_CASE("floating catchment by hand")
{
    // Within 10: zone 0 is reached by 0 and 1 (30 people), zone 1 by 0, 1 and 2 (60 people): 4/30 and 6/60 a head.
    auto const two_step = values({Measure::fca_2sfca, 10, 0, 0});
    CHECK(*two_step[0] == doctest::Approx(4.0 / 30 + 6.0 / 60));
    CHECK(*two_step[1] == doctest::Approx(4.0 / 30 + 6.0 / 60));
    CHECK(*two_step[2] == doctest::Approx(6.0 / 60));
    // Nothing to share: everybody of zone 0 goes to zone 1, and all of its places come back.
    std::vector<Pair> const one{{0, 1, 5}};
    auto const balanced = compute_access({one, places, people, {Measure::fca_bfca, 0, 0.3, 0}});
    CHECK(*balanced.values[0] == doctest::Approx(0.6));
    CHECK(*balanced.values[1] == 0);
    CHECK(balanced.without_demand == 1); // zone 0 has places and nobody comes
}

TEST_CASE("floating catchment gives away each opportunity that somebody can reach once")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const town = any_town(seed);
        for (auto const& settings : {Settings{Measure::fca_2sfca, 25, 0, 0}, Settings{Measure::fca_bfca, 0, 0.1, 0}}) {
            auto const result = compute_access({town.pairs, town.opportunity, town.demand, settings});
            REQUIRE(result.status == Status::answered);
            if (settings.measure == Measure::fca_bfca) continue;
            double given = 0;
            for (std::size_t i = 0; i < town.demand.size(); ++i) given += town.demand[i] * *result.values[i];
            std::vector<double> reached(town.demand.size(), 0);
            for (auto const& pair : town.pairs) {
                if (pair.cost <= 25) reached[pair.to] += town.demand[pair.from];
            }
            double there = 0;
            for (std::size_t i = 0; i < reached.size(); ++i) there += reached[i] > 0 ? town.opportunity[i] : 0;
            CHECK(given == doctest::Approx(there));
        }
    }
}

TEST_CASE("balanced floating catchment keeps both totals")
{
    // Demand handed out equals demand there: with one opportunity per head of demand everywhere, the level at a destination is
    // opportunity / demand, and what comes back to the origins adds up to the levels of the destinations.
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        auto const town = any_town(seed);
        Settings const settings{Measure::fca_bfca, 0, 0.05, 0};
        auto const whole = compute_access({town.pairs, town.opportunity, town.demand, settings});
        double levels = 0;
        std::vector<double> from_sum(town.demand.size(), 0);
        for (auto const& pair : town.pairs) from_sum[pair.from] += std::exp(-0.05 * pair.cost);
        std::vector<double> wanted(town.demand.size(), 0);
        for (auto const& pair : town.pairs)
            wanted[pair.to] += town.demand[pair.from] * std::exp(-0.05 * pair.cost) / from_sum[pair.from];
        for (std::size_t i = 0; i < wanted.size(); ++i) levels += wanted[i] > 0 ? town.opportunity[i] / wanted[i] : 0;
        double sum = 0;
        for (auto const& value : whole.values) sum += *value;
        CHECK(sum == doctest::Approx(levels));
    }
}

TEST_CASE("the order of the pairs changes nothing, to the last bit; more is never less")
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        auto town = any_town(seed);
        auto const ask = [&](Settings const& settings) {
            return compute_access({town.pairs, town.opportunity, town.demand, settings}).values;
        };
        Settings const all[]{{Measure::cumulative, 30, 0, 0},
                             {Measure::closest, 0, 0, 0},
                             {Measure::gravity_exponential, 0, 0.1, 0},
                             {Measure::gravity_linear, 30, 0, 0},
                             {Measure::gravity_logistic, 30, 0, 5},
                             {Measure::fca_2sfca, 30, 0, 0},
                             {Measure::fca_bfca, 0, 0.1, 0}};
        std::vector<std::vector<std::optional<double>>> before;
        for (auto const& settings : all) before.push_back(ask(settings));
        auto const less = ask({Measure::cumulative, 15, 0, 0});
        for (std::size_t i = 0; i < less.size(); ++i) CHECK(*less[i] <= *before[0][i]);

        Random random{seed, 1};
        for (std::size_t i = town.pairs.size(); i > 1; --i) std::swap(town.pairs[i - 1], town.pairs[random.below(i)]);
        for (std::size_t i = 0; i < std::size(all); ++i) CHECK(ask(all[i]) == before[i]);
    }
}

TEST_CASE("weights that vanish divide nothing by nothing")
{
    std::vector<Pair> const far{{0, 1, 1e6}, {1, 0, 1e6}};
    auto const result = compute_access({far, places, people, {Measure::fca_bfca, 0, 1, 0}});
    REQUIRE(result.status == Status::answered);
    CHECK(result.values == std::vector<std::optional<double>>{0, 0, 0});
    CHECK(result.without_demand == 2);
}

TEST_CASE("what has no answer is refused with its reason")
{
    Settings const within{Measure::cumulative, 10, 0, 0};
    CHECK(reason({{}, {}, {}, within}) == "no_zones");
    for (double const bad : {-1.0, not_a_number, std::numeric_limits<double>::infinity()}) {
        std::vector<Pair> const pairs{{0, 1, bad}};
        CHECK(reason({pairs, places, {}, within}) == "bad_cost");
        std::vector<double> const amounts{1, bad, 0};
        CHECK(reason({row_of_three, amounts, {}, within}) == "bad_opportunity");
        CHECK(reason({row_of_three, places, amounts, {Measure::fca_2sfca, 10, 0, 0}}) == "bad_demand");
        CHECK(reason({row_of_three, places, {}, {Measure::cumulative, bad, 0, 0}}) == "bad_parameter");
        CHECK(reason({row_of_three, places, {}, {Measure::gravity_exponential, 0, bad, 0}}) == "bad_parameter");
        CHECK(reason({row_of_three, places, {}, {Measure::gravity_logistic, 30, 0, bad}}) == "bad_parameter");
    }
    CHECK(reason({row_of_three, places, {}, {Measure::gravity_linear, 0, 0, 0}}) == "bad_parameter");
    CHECK(reason({row_of_three, places, {}, {Measure::fca_bfca, 0, 0.1, 0}}) == "bad_demand");
    std::vector<Pair> const twice{{0, 1, 5}, {1, 1, 3}, {0, 1, 5}};
    CHECK(reason({twice, places, {}, within}) == "pair_twice");
    std::vector<Pair> const nowhere{{0, 3, 5}};
    CHECK(reason({nowhere, places, {}, within}) == "unknown_zone");
    std::vector<double> const huge{1e308, 1e308, 1e308};
    CHECK(reason({row_of_three, huge, {}, {Measure::cumulative, 100, 0, 0}}) == "bad_opportunity");
}

TEST_CASE("measures have one word each")
{
    for (auto const* word : {"cumulative", "closest", "gravity-exponential", "gravity-linear", "gravity-logistic",
                             "fca-2sfca", "fca-bfca"}) {
        auto const measure = find_measure(word);
        REQUIRE(measure);
        CHECK(to_word(*measure) == word);
    }
    CHECK(!find_measure("gravity"));
}
