// SPDX-License-Identifier: EUPL-1.2
// How long do the rates of all neighbourhoods of the country take? About 14,000 areas, 100 measures.
#include "kernel/indicator/rate.hpp"

#include <chrono>
#include <cstdio>

int main()
{
    using Clock = std::chrono::steady_clock;
    constexpr int areas = 14'000;
    constexpr int measures = 100;
    double sum = 0;
    auto const start = Clock::now();
    for (int area = 0; area < areas; ++area) {
        for (int measure = 0; measure < measures; ++measure) {
            wf::indicator::RateInput input;
            input.numerator = {static_cast<double>(5 * (measure + area % 7)), 5, 2015};
            input.denominator = {static_cast<double>(25 + 5 * (area % 900)), 5, 2015};
            sum += wf::indicator::compute_rate(input).high;
        }
    }
    double const millis = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    std::printf("rate: %d rates in %.1f ms, %.1f ns each (sum %.6g)\n", areas * measures, millis,
                millis * 1e6 / (areas * measures), sum);
}
