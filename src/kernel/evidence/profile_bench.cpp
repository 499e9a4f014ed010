// SPDX-License-Identifier: EUPL-1.2
// Does a profile over all tau2 keep its promise, and what does it cost? The full runs behind docs/methods/evidence.md, fixed seeds.
#include "kernel/evidence/test_places.hpp"

#include <chrono>
#include <cstdio>

int main()
{
    using namespace wf::evidence::places;
    using Clock = std::chrono::steady_clock;
    constexpr int runs = 10'000;
    std::printf("%d rounds a row; shares in 100\n%-22s %8s %8s %8s %14s\n", runs, "studies, tau2", "mean", "next",
                "alarms", "microseconds");
    for (auto const sizes : {Sizes::alike, Sizes::uneven}) {
        for (std::size_t const k : {3U, 5U, 10U, 20U}) {
            for (double const tau2 : {0.0, 0.02, 0.05, 0.1, 0.3}) {
                auto const start = Clock::now();
                auto const found = simulate_profile({0, tau2}, sizes, k, runs);
                std::chrono::duration<double, std::micro> const took = Clock::now() - start;
                std::printf("%-6s %2zu, %.2f %18.2f %8.2f %8.2f %14.1f\n", name_of(sizes).c_str(), k, tau2,
                            100 * found.mean, 100 * found.prediction, 100 * found.alarms, took.count() / runs);
                std::fflush(stdout);
            }
        }
    }
    return 0;
}
