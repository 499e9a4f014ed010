// SPDX-License-Identifier: EUPL-1.2
// Expected: limits of tau2 by `confint` of metafor 3.8 (to 1e-12); the classical interval for one more number where chance within studies is
// next to nothing; and drawing at random by the definition.
#include "kernel/evidence/profile.hpp"

#include "kernel/stat/distribution.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace wf;
using namespace wf::evidence;

namespace {

struct Studies {
    std::vector<double> effects;
    std::vector<double> variances;
    std::vector<double> x;

    [[nodiscard]] Result<Profile> profile(std::vector<double> const& at, double level = 0.95) const
    {
        stat::Design design;
        design.names.emplace_back("intercept");
        design.x.add_column(std::vector<double>(effects.size(), 1));
        if (!x.empty()) {
            design.names.emplace_back("x");
            design.x.add_column(x);
        }
        return compute_profile({effects, variances, design, at, level});
    }
};

Studies const eight{{-0.41, 0.12, 0.35, 0.02, 0.71, -0.15, 0.48, 0.29},
                    {0.051, 0.022, 0.084, 0.017, 0.121, 0.033, 0.046, 0.062},
                    {}};

bool near(double found, double expected, double tolerance)
{
    return std::abs(found - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// One draw after another: a Q, the tau2 that belongs to it by halving, a mean, a next place.
struct Drawn {
    std::vector<double> means;
    std::vector<double> places;
};

Drawn draw(Studies const& studies, int draws)
{
    auto const sums = [&](double tau2) {
        double w = 0;
        double wy = 0;
        double q = 0;
        for (std::size_t i = 0; i < studies.effects.size(); ++i) {
            w += 1 / (studies.variances[i] + tau2);
            wy += studies.effects[i] / (studies.variances[i] + tau2);
        }
        for (std::size_t i = 0; i < studies.effects.size(); ++i)
            q += (studies.effects[i] - wy / w) * (studies.effects[i] - wy / w) / (studies.variances[i] + tau2);
        return std::array{w, wy / w, q};
    };
    Drawn drawn;
    Random random{20261122, 3};
    for (int i = 0; i < draws; ++i) {
        double wanted = 0;
        for (std::size_t k = 1; k < studies.effects.size(); ++k) wanted += std::pow(random.normal(), 2);
        double low = 0;
        double high = sums(0)[2] <= wanted ? 0 : 1;
        while (sums(high)[2] > wanted) high *= 2;
        for (int step = 0; step < 40; ++step) (sums((low + high) / 2)[2] > wanted ? low : high) = (low + high) / 2;
        auto const [w, mean, q] = sums(high);
        drawn.means.push_back(mean + random.normal() / std::sqrt(w));
        drawn.places.push_back(drawn.means.back() + random.normal() * std::sqrt(high));
    }
    std::sort(drawn.means.begin(), drawn.means.end());
    std::sort(drawn.places.begin(), drawn.places.end());
    return drawn;
}

/// How many lie below, as a share.
double share_below(std::vector<double> const& sorted, double value)
{
    auto const found = std::lower_bound(sorted.begin(), sorted.end(), value);
    return static_cast<double>(found - sorted.begin()) / static_cast<double>(sorted.size());
}

} // namespace

TEST_CASE("profile: the limits of tau2 are those of metafor")
{
    auto const plain = eight.profile({1});
    REQUIRE(plain);
    CHECK(plain->tau2.low == 0);
    CHECK(near(plain->tau2.high, 0.4621354509502, 1e-11));
    auto with_x = eight;
    with_x.x = {-1.5, -0.3, -1.1, 0, -0.2, 0.9, -0.6, -0.7};
    auto const by_x = with_x.profile({1, 0}, 0.9);
    REQUIRE(by_x);
    CHECK(near(by_x->tau2.low, 0.009302695003469, 1e-11));
    CHECK(near(by_x->tau2.high, 0.4797501831982, 1e-11));
}

TEST_CASE("profile: where studies know their effect, the next place is foretold as one more number of a sample")
{
    // Mean 3, standard deviation sqrt(2.5), of 5; and a straight line through 5.
    for (double const level : {0.8, 0.95, 0.999}) {
        Studies const sure{{1, 2, 3, 4, 5}, std::vector<double>(5, 1e-12), {}};
        auto const found = sure.profile({1}, level);
        REQUIRE(found);
        double const t = stat::t_quantile((1 + level) / 2, 4);
        CHECK(near(found->mean.high, 3 + t * std::sqrt(2.5 / 5), 1e-9));
        CHECK(near(found->prediction.high, 3 + t * std::sqrt(2.5 * (1 + 1.0 / 5)), 1e-9));
        CHECK(near(found->prediction.low, 3 - t * std::sqrt(2.5 * (1 + 1.0 / 5)), 1e-9));
    }
    Studies const line{{1, 3, 2, 5, 4}, std::vector<double>(5, 1e-12), {0, 1, 2, 3, 4}};
    auto const found = line.profile({1, 5});
    REQUIRE(found);
    // y = 1.4 + 0.8 x, residual 1.9 / 3 a degree, sum of squares of x 10.
    CHECK(near(found->prediction.high, 5.4 + stat::t_quantile(0.975, 3) * std::sqrt(3.6 / 3 * (1 + 1.0 / 5 + 9.0 / 10)),
               1e-9));
    // Two studies: t with one degree.
    Studies const two{{0, 2}, {1e-12, 1e-12}, {}};
    auto const wide = two.profile({1});
    REQUIRE(wide);
    CHECK(near(wide->mean.high, 1 + stat::t_quantile(0.975, 1), 1e-9));
}

TEST_CASE("profile: as many draws by the definition lie below as it says")
{
    constexpr int draws = 20'000;
    constexpr double chance = 0.005; // more than three standard errors
    auto const found = eight.profile({1});
    REQUIRE(found);
    auto const drawn = draw(eight, draws);
    CHECK(std::abs(share_below(drawn.means, found->mean.low) - 0.025) < chance);
    CHECK(std::abs(share_below(drawn.means, found->mean.high) - 0.975) < chance);
    CHECK(std::abs(share_below(drawn.places, found->prediction.low) - 0.025) < chance);
    CHECK(std::abs(share_below(drawn.places, found->prediction.high) - 0.975) < chance);
    CHECK(std::abs(share_below(drawn.places, 0) - found->below_zero) < 3 * chance);
    CHECK(std::abs(2 * share_below(drawn.means, 0) - found->p) < 3 * chance);
}

TEST_CASE("profile: effects that are closer together than chance makes them have tau2 0")
{
    Studies const same{{1, 1, 1}, {0.3, 0.3, 0.3}, {}};
    auto const found = same.profile({1});
    REQUIRE(found);
    CHECK(found->tau2.high == 0);
    CHECK(near(found->prediction.high, 1 + stat::normal_quantile(0.975) * std::sqrt(0.1), 1e-12));
}

TEST_CASE("profile: moving, scaling and turning effects moves, scales and turns the answer; order is nothing")
{
    CHECK(rc::check([] {
        auto const k = static_cast<std::size_t>(*rc::gen::inRange(2, 12));
        Random random{static_cast<std::uint64_t>(*rc::gen::inRange(0, 1'000'000)), 5};
        Studies one;
        for (std::size_t i = 0; i < k; ++i) {
            one.variances.push_back(0.01 + random.uniform());
            one.effects.push_back(random.normal());
        }
        auto const first = one.profile({1});
        RC_ASSERT(first.has_value());
        RC_ASSERT(first->prediction.low <= first->mean.low && first->mean.high <= first->prediction.high);
        RC_ASSERT((first->p < 0.05) == (first->mean.low > 0 || first->mean.high < 0));
        Studies other;
        for (std::size_t i = k; i-- > 0;) {
            other.effects.push_back(3 - 2 * one.effects[i]);
            other.variances.push_back(4 * one.variances[i]);
        }
        auto const second = other.profile({1});
        RC_ASSERT(second.has_value());
        RC_ASSERT(near(second->prediction.low, 3 - 2 * first->prediction.high, 1e-8));
        RC_ASSERT(near(second->mean.high, 3 - 2 * first->mean.low, 1e-8));
        RC_ASSERT(near(second->tau2.high, 4 * first->tau2.high, 1e-8));
    }));
}

TEST_CASE("profile: whatever the size of effects and variances, a finite answer or a refusal")
{
    CHECK(rc::check([] {
        Random random{static_cast<std::uint64_t>(*rc::gen::inRange(0, 1'000'000)), 6};
        auto const size = [&] { return std::pow(10, 600 * random.uniform() - 300); };
        Studies studies;
        double const effect = size();
        double const variance = size();
        auto const k = *rc::gen::inRange(2, 6);
        for (int i = 0; i < k; ++i) {
            studies.effects.push_back((random.uniform() - 0.5) * (random.uniform() < 0.5 ? effect : size()));
            studies.variances.push_back(random.uniform() < 0.5 ? variance : size());
        }
        auto const found = studies.profile({1});
        if (!found) RC_SUCCEED("refused");
        double const sum = found->mean.low + found->mean.high + found->prediction.low + found->prediction.high +
                           found->tau2.low + found->tau2.high + found->p + found->below_zero;
        RC_ASSERT(std::isfinite(sum));
        RC_ASSERT(found->prediction.low <= found->prediction.high);
    }));
}

TEST_CASE("profile: no answer where a regression has none")
{
    auto const code = [](Studies const& studies, std::vector<double> const& at, double level = 0.95) {
        auto const found = studies.profile(at, level);
        return found ? std::string{} : found.error().code;
    };
    CHECK(code({{}, {}, {}}, {1}) == "no_studies");
    CHECK(code({{1}, {1}, {}}, {1}) == "one_study");
    CHECK(code({{1, 2}, {0, 0}, {}}, {1}) == "all_variances_zero");
    CHECK(code({{1, 2, 4}, {1, 2, 3}, {1, 1, 1}}, {1, 1}) == "collinear");
    CHECK(code(eight, {1}, 1) == "bad_level");
}
