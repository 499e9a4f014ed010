// SPDX-License-Identifier: EUPL-1.2
// How long does a mixed model take, and how does that grow with rows and groups?
#include "base/random.hpp"
#include "kernel/stat/mixed.hpp"

#include <chrono>
#include <cstdio>

namespace {

using Clock = std::chrono::steady_clock;
using namespace wf::stat;

void measure(std::size_t rows, std::uint32_t groups, bool with_slope)
{
    wf::Random random{3, groups};
    std::vector<double> own;
    std::vector<double> along;
    for (std::uint32_t group = 0; group < groups; ++group) {
        own.push_back(0.7 * random.normal());
        along.push_back(0.3 * random.normal());
    }
    std::vector<double> y;
    std::vector<double> x;
    Groups of;
    of.count = groups;
    for (std::size_t row = 0; row < rows; ++row) {
        auto const group = static_cast<std::uint32_t>(row < groups ? row : random.below(groups));
        of.of.push_back(group);
        x.push_back(random.normal());
        y.push_back(1 + 0.5 * x.back() + own[group] + (with_slope ? along[group] * x.back() : 0) + random.normal());
    }
    Design design;
    design.names = {"intercept", "x"};
    design.x.add_column(std::vector<double>(rows, 1));
    design.x.add_column(x);
    RandomTerm term{"g", of, {}, {}};
    if (with_slope) {
        term.slope = x;
        term.slope_name = "x";
    }
    auto const start = Clock::now();
    auto const fit = compute_mixed({y, design, {term}});
    double const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (!fit) {
        std::printf("refused: %s\n", fit.error().code.c_str());
        return;
    }
    std::printf("(%s|g) %8zu rows, %6u groups: %.4f s (x %.6f, sd %.6f, sigma %.6f)\n", with_slope ? "x" : "1", rows,
                groups, seconds, fit->fixed[1].estimate, fit->random[0].sd[0], fit->sigma);
}

} // namespace

int main()
{
    for (bool const with_slope : {false, true}) {
        measure(10'000, 1'000, with_slope);
        measure(100'000, 1'000, with_slope);
        measure(1'000'000, 1'000, with_slope);
        measure(1'000'000, 10'000, with_slope);
        measure(1'000'000, 100'000, with_slope);
    }
    return 0;
}
