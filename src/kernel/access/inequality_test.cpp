// SPDX-License-Identifier: EUPL-1.2
#include "kernel/access/inequality.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace wf;
using namespace wf::access;

namespace {

using Numbers = std::vector<double>;

InequalityResult ask(Numbers const& value, Numbers const& people, Numbers const& income = {})
{
    auto result = compute_inequality({value, people, income});
    REQUIRE(result.status == Status::answered);
    return result;
}

std::string reason(Numbers const& value, Numbers const& people, Numbers const& income = {})
{
    auto const result = compute_inequality({value, people, income});
    CHECK(result.status == Status::refused);
    return result.reason;
}

/// From the definition: the mean absolute difference over twice the mean.
double gini_by_pairs(Numbers const& value, Numbers const& people)
{
    double total = 0;
    double amount = 0;
    double difference = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        total += people[i];
        amount += people[i] * value[i];
        for (std::size_t j = 0; j < value.size(); ++j)
            difference += people[i] * people[j] * std::abs(value[i] - value[j]);
    }
    return difference / (2 * total * amount);
}

} // namespace

TEST_CASE("everybody the same is no inequality")
{
    auto const result = ask({7, 7, 7}, {10, 20, 3}, {100, 200, 300});
    CHECK(result.gini == doctest::Approx(0));
    CHECK(result.gini >= 0);
    CHECK(result.theil == doctest::Approx(0));
    CHECK(result.theil >= 0);
    CHECK(*result.concentration == doctest::Approx(0));
    REQUIRE(result.palma);
    CHECK(*result.palma == doctest::Approx(1));
    CHECK(result.mean == 7);
    CHECK(result.people == 33);
}

TEST_CASE("one of four has all: gini 3/4, theil ln 4; zero counts as zero")
{
    auto const result = ask({0, 0, 0, 12}, {1, 1, 1, 1});
    CHECK(result.gini == doctest::Approx(0.75));
    CHECK(result.theil == doctest::Approx(std::log(4)));
    CHECK(!result.palma);
    CHECK(!result.concentration);
    CHECK(result.palma_reason.empty());
}

TEST_CASE("concentration: the poor have all, the rich have all, and equal incomes share a rank")
{
    CHECK(*ask({12, 0, 0, 0}, {1, 1, 1, 1}, {1, 2, 3, 4}).concentration == doctest::Approx(-0.75));
    CHECK(*ask({0, 0, 0, 12}, {1, 1, 1, 1}, {1, 2, 3, 4}).concentration == doctest::Approx(0.75));
    CHECK(*ask({0, 0, 0, 12}, {1, 1, 1, 1}, {5, 5, 5, 5}).concentration == doctest::Approx(0));
    CHECK(*ask({0, 12, 0, 0}, {1, 1, 1, 1}, {1, 5, 5, 9}).concentration == doctest::Approx(0));
}

TEST_CASE("palma: ten people in order of income, four at the bottom, one at the top; zones stay whole")
{
    Numbers const people(10, 1);
    Numbers const income{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(*ask({1, 2, 3, 4, 0, 0, 0, 0, 0, 30}, people, income).palma == doctest::Approx(30 / 2.5));
    // The zone on the border of 40 % belongs to the poorest, the one on the border of 90 % not to the richest.
    CHECK(*ask({2, 9, 4}, {30, 65, 5}, {1, 2, 3}).palma == doctest::Approx(4 / ((30 * 2 + 65 * 9) / 95.0)));
    CHECK(*ask({2, 9, 4}, {40, 50, 10}, {1, 2, 3}).palma == doctest::Approx(2));
}

TEST_CASE("palma alone can have no answer")
{
    auto const same_income = ask({1, 2}, {1, 1}, {5, 5});
    CHECK(!same_income.palma);
    CHECK(same_income.palma_reason == "nobody_above");
    CHECK(same_income.gini > 0);
    auto const nothing_below = ask({0, 2, 2}, {45, 46, 9}, {1, 2, 3});
    CHECK(!nothing_below.palma);
    CHECK(nothing_below.palma_reason == "poorest_have_none");
}

TEST_CASE("rules that always hold")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Random random{seed};
        Numbers value;
        Numbers people;
        Numbers income;
        std::size_t const zones = 2 + random.below(40);
        for (std::size_t i = 0; i < zones; ++i) {
            value.push_back(static_cast<double>(random.below(50)));
            people.push_back(static_cast<double>(random.below(4)));
            income.push_back(static_cast<double>(random.below(10)));
        }
        value.front() = 3;
        people.front() = 2;
        auto const result = ask(value, people, income);
        CHECK(result.gini == doctest::Approx(gini_by_pairs(value, people)));
        CHECK(std::abs(*result.concentration) <= result.gini + 1e-12);
        CHECK(result.theil <= std::log(result.people) + 1e-12);

        // Another unit changes nothing.
        Numbers scaled = value;
        for (auto& each : scaled) each *= 60;
        auto const in_seconds = ask(scaled, people, income);
        CHECK(in_seconds.gini == doctest::Approx(result.gini));
        CHECK(in_seconds.theil == doctest::Approx(result.theil));
        CHECK(in_seconds.palma.has_value() == result.palma.has_value());

        // Nor does another order, to the last bit.
        Numbers const back_value(value.rbegin(), value.rend());
        Numbers const back_people(people.rbegin(), people.rend());
        Numbers const back_income(income.rbegin(), income.rend());
        auto const back = ask(back_value, back_people, back_income);
        CHECK(back.gini == result.gini);
        CHECK(back.theil == result.theil);
        CHECK(back.palma == result.palma);
        CHECK(back.concentration == result.concentration);
        // Ranking by the value itself is gini.
        CHECK(*ask(value, people, value).concentration == doctest::Approx(result.gini));
    }
}

TEST_CASE("what has no answer is refused with its reason; what is said of nobody does not matter")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(reason({}, {}) == "no_people");
    CHECK(reason({1, 2}, {0, 0}) == "no_people");
    CHECK(reason({0, 0}, {1, 2}) == "mean_zero");
    CHECK(reason({1, 2}, {1}) == "different_sizes");
    CHECK(reason({1, 2}, {1, 1}, {1}) == "different_sizes");
    CHECK(reason({1, -2}, {1, 1}) == "bad_value");
    CHECK(reason({1, nan}, {1, 1}) == "bad_value");
    CHECK(reason({1, 2}, {1, -1}) == "bad_population");
    CHECK(reason({1, 2}, {1, 1}, {1, nan}) == "bad_income");
    CHECK(reason({1e308, 1e308}, {10, 1}) == "bad_value");
    CHECK(ask({1, nan}, {1, 0}, {1, nan}).mean == 1);
}
