// SPDX-License-Identifier: EUPL-1.2
// How quick is pooling, and how does the time grow with the studies? With a file (a line for each pool: k, effects, variances) and a
// method: the answers for these, to lay beside those of another program (bench/evidence.py), and seconds on standard error. With a file
// (further a moderator, and numbers of outer and inner groups) and "groups": regression, multilevel, cr2, robust corr and hier, limits of tau2.
#include "base/enum_words.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "kernel/evidence/multilevel.hpp"
#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/profile.hpp"
#include "kernel/evidence/robust.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

namespace {

namespace stat = wf::stat;
using Clock = std::chrono::steady_clock;
using wf::evidence::Pooler;
using wf::evidence::PoolInput;
using wf::evidence::PoolResult;
using wf::evidence::Reference;
using wf::evidence::Spread;

struct Studies {
    std::vector<double> effects;
    std::vector<double> variances;
};

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Studies draw(std::size_t k, wf::Random& random)
{
    constexpr double tau = 0.25;
    constexpr double least = 0.01;
    constexpr double most = 0.2;
    Studies studies;
    for (std::size_t i = 0; i < k; ++i) {
        double const v = least + (most - least) * random.uniform();
        studies.variances.push_back(v);
        studies.effects.push_back(0.2 + std::sqrt(v) * random.normal() + tau * random.normal());
    }
    return studies;
}

void measure(char const* name, std::size_t k, Spread spread)
{
    constexpr std::size_t sets = 1000;
    constexpr std::size_t work = 4'000'000;
    wf::Random random{7, k};
    std::vector<Studies> all;
    for (std::size_t i = 0; i < sets; ++i) all.push_back(draw(k, random));
    Pooler pooler;
    double sum = 0;
    std::size_t const rounds = std::max<std::size_t>(1, work / k / sets);
    auto const start = Clock::now();
    for (std::size_t round = 0; round < rounds; ++round) {
        for (auto const& studies : all) {
            auto const result = pooler.pool({studies.effects, studies.variances, spread, Reference::knha});
            sum += result.prediction ? result.prediction->high : result.ci.high;
        }
    }
    double const seconds = seconds_since(start);
    std::printf("%-5s %5zu studies: %9.0f pools a second, %6.1f ns a study (sum %.6g)\n", name, k,
                static_cast<double>(rounds * sets) / seconds, 1e9 * seconds / static_cast<double>(rounds * sets * k),
                sum);
}

int answer(char const* name, Spread spread)
{
    std::vector<Studies> all;
    std::ifstream file{name};
    std::size_t k = 0;
    while (file >> k) {
        Studies studies{std::vector<double>(k), std::vector<double>(k)};
        for (auto& effect : studies.effects) file >> effect;
        for (auto& variance : studies.variances) file >> variance;
        all.push_back(std::move(studies));
    }
    Pooler pooler;
    std::vector<PoolResult> results(all.size());
    auto const start = Clock::now();
    for (std::size_t i = 0; i < all.size(); ++i)
        results[i] = pooler.pool({all[i].effects, all[i].variances, spread, Reference::knha});
    std::fprintf(stderr, "%.9f\n", seconds_since(start));
    for (auto const& each : results) {
        auto const prediction = each.prediction.value_or(wf::evidence::Interval{});
        std::printf("%d %.17g %.17g %.17g %.17g %.17g %.17g %.17g %.17g %.17g %.17g %.17g\n",
                    each.status == wf::evidence::Status::answered ? 1 : 0, each.estimate, each.se, each.p, each.ci.low,
                    each.ci.high, each.tau2, each.tau2_se.value_or(0), each.i2, each.q, prediction.low,
                    prediction.high);
    }
    return 0;
}

template <class Numbers>
void read(std::istream& file, Numbers& numbers)
{
    for (auto& number : numbers) file >> number;
}

stat::Groups read_groups(std::istream& file, std::size_t k)
{
    stat::Groups groups;
    groups.of.resize(k);
    read(file, groups.of);
    for (auto const of : groups.of) groups.count = std::max(groups.count, of + 1);
    return groups;
}

void print(std::vector<wf::evidence::Coefficient> const& coefficients)
{
    for (auto const& each : coefficients)
        std::printf("%.17g %.17g %.17g ", each.estimate, each.se, each.df.value_or(0));
}

/// One line, parts apart by "|"; a part without an answer is empty.
void answer_groups(Studies const& studies, stat::Design const& design, stat::Groups const& outer,
                   stat::Groups const& inner)
{
    using namespace wf::evidence;
    auto const line = compute_regression({studies.effects, studies.variances, design, Spread::reml, Reference::knha});
    if (line) {
        print(line->coefficients);
        std::printf("%.17g %.17g %.17g", line->tau2, line->qm->statistic, line->qe);
    }
    MultilevelInput const input{studies.effects, studies.variances, design, {outer, inner}};
    auto const fit = compute_multilevel(input);
    std::printf(" | ");
    if (fit) {
        print(fit->coefficients);
        std::printf("%.17g %.17g %.17g", fit->sigma2[0], fit->sigma2[1], fit->log_likelihood);
    }
    std::printf(" | ");
    if (fit) {
        if (auto const cr2 = make_robust(input, *fit, outer, Correction::cr2)) print(*cr2);
    }
    for (auto const dependence : {Dependence::correlated, Dependence::hierarchical}) {
        std::printf(" | ");
        auto const robust = compute_robust({studies.effects, studies.variances, design, outer, dependence});
        if (!robust) continue;
        print(robust->coefficients);
        std::printf("%.17g", robust->tau2);
    }
    std::printf(" | ");
    std::vector<double> const at{1, 0};
    if (auto const profile = compute_profile({studies.effects, studies.variances, design, at}))
        std::printf("%.17g %.17g", profile->tau2.low, profile->tau2.high);
    std::printf("\n");
}

int answer_groups(char const* name)
{
    std::ifstream file{name};
    std::size_t k = 0;
    auto const start = Clock::now();
    while (file >> k) {
        Studies studies{std::vector<double>(k), std::vector<double>(k)};
        std::vector<double> x(k);
        read(file, studies.effects);
        read(file, studies.variances);
        read(file, x);
        auto const outer = read_groups(file, k);
        auto const inner = read_groups(file, k);
        stat::Design design;
        design.names = {"intercept", "x"};
        design.x.add_column(std::vector<double>(k, 1));
        design.x.add_column(x);
        answer_groups(studies, design, outer, inner);
    }
    std::fprintf(stderr, "%.9f\n", seconds_since(start));
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    if (count == 3 && std::string{arguments[2]} == "groups") return answer_groups(arguments[1]);
    if (count == 3) {
        auto const spread = wf::read_in(wf::evidence::spread_words, arguments[2]);
        return spread ? answer(arguments[1], *spread) : 2;
    }
    for (std::size_t const k : {5U, 20U, 100U, 1000U}) measure("reml", k, Spread::reml);
    for (auto const* name : {"ml", "pm", "dl", "sj", "fixed"}) {
        constexpr std::size_t usual = 20;
        measure(name, usual, *wf::read_in(wf::evidence::spread_words, name));
    }
    return 0;
}
