// SPDX-License-Identifier: EUPL-1.2
// Places that are made up: the maker knows the truth, the methods that are asked do not. Effects are standardised differences.
#pragma once

#include "kernel/evidence/profile.hpp"

#include "base/random.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace wf::evidence::places {

struct Truth {
    double mean;
    double tau2;
};

/// People in each of two groups: alike is 30 to 120, uneven 10 to 200 with most of them small.
enum class Sizes { alike, uneven };

inline std::string name_of(Sizes sizes)
{
    return sizes == Sizes::alike ? "alike" : "uneven";
}

inline double draw_variance(Sizes sizes, Random& random)
{
    double const one = random.uniform();
    return 2.0 / (sizes == Sizes::alike ? 30 + 90 * one : 10 + 190 * one * random.uniform());
}

struct Round {
    std::vector<double> effects;
    std::vector<double> variances;
    double next; ///< the true effect of one more place
};

inline Round draw_round(Truth const& truth, Sizes sizes, std::size_t k, Random& random)
{
    Round round{std::vector<double>(k), std::vector<double>(k), 0};
    for (std::size_t i = 0; i < k; ++i) {
        round.variances[i] = draw_variance(sizes, random);
        round.effects[i] =
            truth.mean + std::sqrt(truth.tau2) * random.normal() + std::sqrt(round.variances[i]) * random.normal();
    }
    round.next = truth.mean + std::sqrt(truth.tau2) * random.normal();
    return round;
}

/// The seed of a row of rounds.
inline Random random_of(Truth const& truth, std::size_t k)
{
    return Random{20261215, k * 1000 + static_cast<std::size_t>(truth.tau2 * 100)};
}

/// Shares of rounds.
struct Coverage {
    double mean{0};       ///< the interval holds the true mean
    double prediction{0}; ///< the prediction interval holds the true effect of a next place
    double alarms{0};     ///< says at 5 % that the mean is not 0
};

inline bool holds(Interval const& interval, double value)
{
    return interval.low <= value && value <= interval.high;
}

/// What a profile over all tau2 keeps of its promise. Rounds without an answer count as misses.
inline Coverage simulate_profile(Truth const& truth, Sizes sizes, std::size_t k, int runs)
{
    Random random = random_of(truth, k);
    stat::Design design;
    design.names.emplace_back("intercept");
    design.x.add_column(std::vector<double>(k, 1));
    std::vector<double> const at{1};
    Coverage found;
    for (int run = 0; run < runs; ++run) {
        auto const round = draw_round(truth, sizes, k, random);
        auto const profile = compute_profile({round.effects, round.variances, design, at});
        if (!profile) continue;
        found.mean += holds(profile->mean, truth.mean) ? 1.0 / runs : 0;
        found.prediction += holds(profile->prediction, round.next) ? 1.0 / runs : 0;
        // An interval that leaves out 0 is a p below 5 %.
        found.alarms += holds(profile->mean, 0) ? 0 : 1.0 / runs;
    }
    return found;
}

} // namespace wf::evidence::places
