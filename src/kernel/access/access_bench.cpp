// SPDX-License-Identifier: EUPL-1.2
// How long do the measures take on a matrix as that of a city: 900 zones, all pairs?
#include "base/random.hpp"
#include "kernel/access/inequality.hpp"

#include <chrono>
#include <cstdio>

int main()
{
    using Clock = std::chrono::steady_clock;
    using namespace wf::access;
    constexpr std::uint32_t zones = 900;
    wf::Random random{1};
    std::vector<Pair> pairs;
    std::vector<double> jobs;
    std::vector<double> people;
    for (std::uint32_t from = 0; from < zones; ++from) {
        jobs.push_back(static_cast<double>(random.below(5'000)));
        people.push_back(static_cast<double>(1 + random.below(2'000)));
        for (std::uint32_t to = 0; to < zones; ++to) pairs.push_back({from, to, random.uniform() * 120});
    }
    for (auto const measure :
         {Measure::cumulative, Measure::closest, Measure::gravity_exponential, Measure::gravity_linear,
          Measure::gravity_logistic, Measure::fca_2sfca, Measure::fca_bfca}) {
        auto const start = Clock::now();
        auto const result = compute_access({pairs, jobs, people, {measure, 30, 0.1, 5}});
        double const millis = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        std::printf("%s: %zu pairs in %.1f ms (first %.6g)\n", std::string{to_word(measure)}.c_str(), pairs.size(),
                    millis, result.values.front().value_or(-1));
    }
    auto const start = Clock::now();
    auto const unequal = compute_inequality({jobs, people, people});
    double const millis = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    std::printf("inequality: %u zones in %.2f ms (gini %.6g)\n", zones, millis, unequal.gini);
}
