// SPDX-License-Identifier: EUPL-1.2
// How does the cost grow: standard errors of clusters, the wild bootstrap and matching, from 10,000 rows to 1,000,000?
#include "kernel/effect/compare.hpp"
#include "kernel/effect/wild_bootstrap.hpp"

#include "base/random.hpp"

#include <chrono>
#include <cstdio>

namespace {

using Clock = std::chrono::steady_clock;
using namespace wf;
using namespace wf::effect;

template <class Work>
double millis(Work const& work)
{
    auto const start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

} // namespace

int main()
{
    for (std::size_t const rows : {10'000U, 100'000U, 1'000'000U}) {
        Random random{1};
        Model model;
        stat::Groups clusters;
        clusters.count = static_cast<std::uint32_t>(rows / 100);
        model.squares.x = stat::Matrix(rows, 6);
        model.squares.names = {"intercept", "treated", "a", "b", "c", "d"};
        for (std::size_t row = 0; row < rows; ++row) {
            clusters.of.push_back(static_cast<std::uint32_t>(row / 100));
            model.squares.x(row, 0) = 1;
            model.squares.x(row, 1) = static_cast<double>(row / 100 % 2);
            for (std::size_t column = 2; column < 6; ++column) model.squares.x(row, column) = random.normal();
            model.squares.y.push_back(random.normal());
        }
        model.clusters = {clusters};
        for (auto const spread : {stat::Spread::cr1, stat::Spread::cr2}) {
            model.spread = spread;
            std::size_t found = 0;
            double const took = millis([&] { found = regress(model)->coefficients.size(); });
            std::printf("%zu rows, %u clusters, %s: %.1f ms (%zu coefficients)\n", rows, clusters.count,
                        std::string{to_word(spread)}.c_str(), took, found);
        }
        WildBootstrap wild{model.squares, 1, clusters, 9'999, 1, Threads{0}};
        double p = 0;
        double const took = millis([&] { p = wild_bootstrap(wild)->p; });
        std::printf("%zu rows, wild bootstrap, 9,999 draws: %.1f ms (p %.4f)\n", rows, took, p);
    }
    for (std::size_t const rows : {2'000U, 20'000U, 200'000U}) {
        Random random{2};
        stat::Column outcome{"y", {}, {}, {}};
        stat::Column treated{"t", {}, {}, {}};
        std::vector<stat::Column> covariates(8);
        for (std::size_t row = 0; row < rows; ++row) {
            double sum = 0;
            for (auto& column : covariates) {
                column.numbers.push_back(random.normal());
                sum += 0.2 * column.numbers.back();
            }
            treated.numbers.push_back(random.uniform() < 0.2 + 0.05 * sum ? 1 : 0);
            outcome.numbers.push_back(random.normal());
        }
        Comparison question;
        question.outcome = &outcome;
        question.treated = &treated;
        for (std::size_t i = 0; i < covariates.size(); ++i) {
            covariates[i].name = "x" + std::to_string(i);
            question.covariates.push_back(&covariates[i]);
        }
        question.method = Method::nearest;
        std::size_t pairs = 0;
        double const took = millis([&] { pairs = compare(question)->treated; });
        std::printf("%zu people, nearest with balance: %.1f ms (%zu pairs)\n", rows, took, pairs);
    }
}
