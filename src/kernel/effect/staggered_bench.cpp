// SPDX-License-Identifier: EUPL-1.2
// How does the cost grow with units, moments and columns? Groups begin at moments 2 to the last but one; one third never does.
#include "kernel/effect/test_panel.hpp"

#include <chrono>
#include <cstdio>

int main()
{
    using Clock = std::chrono::steady_clock;
    using namespace wf::effect;
    struct Size {
        std::uint32_t units;
        int moments;
        int groups;
        std::size_t columns;
    };
    for (auto const size : {Size{1'000, 10, 3, 1}, Size{10'000, 10, 3, 1}, Size{100'000, 10, 3, 1},
                            Size{100'000, 10, 3, 5}, Size{100'000, 10, 8, 1}, Size{100'000, 20, 3, 1}}) {
        wf::Random random{1};
        sample::Table table;
        std::vector<std::vector<double>> x(size.columns);
        for (std::uint32_t unit = 0; unit < size.units; ++unit) {
            for (auto& column : x) column.push_back(random.normal());
            double const begins = random.uniform() < 0.4 + 0.05 * x[0].back()
                                      ? 0
                                      : 2 + static_cast<double>(random.below(static_cast<std::uint64_t>(size.groups)));
            for (int moment = 0; moment < size.moments; ++moment)
                table.add(unit, moment, random.normal() + x[0].back() * moment, begins);
        }
        auto const start = Clock::now();
        auto const panel = table.panel();
        auto const made = Clock::now();
        auto const covariates = sample::with_constant(x, panel.units);
        for (auto const estimator : {Estimator::dr, Estimator::reg}) {
            auto const begin = Clock::now();
            auto const result = compute_staggered({panel, covariates, Control::never, estimator});
            double const seconds = std::chrono::duration<double>(Clock::now() - begin).count();
            std::printf("%u units, %d moments, %d groups, %zu covariates, %s: panel %.3f s, answer %.3f s, att %.4f\n",
                        size.units, size.moments, size.groups, size.columns, estimator == Estimator::dr ? "dr" : "reg",
                        std::chrono::duration<double>(made - start).count(), seconds, result ? result->simple.att : -1);
        }
    }
}
