// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/bias.hpp"

#include "kernel/evidence/refusal.hpp"
#include "kernel/evidence/regression.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf::evidence {
namespace {

struct Study {
    double effect;
    double variance;
};

Result<PoolResult> pool(std::span<Study const> studies, double level)
{
    std::vector<double> effects;
    std::vector<double> variances;
    for (auto const& [effect, variance] : studies) {
        effects.push_back(effect);
        variances.push_back(variance);
    }
    Pooler pooler;
    auto result = pooler.pool({effects, variances, Spread::reml, Reference::z, level});
    if (result.status == Status::refused) return refusal(result.reason);
    return result;
}

/// L0: from the ranks of how far the studies lie from the middle, those on the right only.
double count_missing(std::span<Study const> sorted, double middle)
{
    std::vector<std::size_t> order(sorted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(sorted[a].effect - middle) < std::abs(sorted[b].effect - middle);
    });
    double ranks = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        if (sorted[order[rank]].effect > middle) ranks += static_cast<double>(rank + 1);
    }
    auto const k = static_cast<double>(sorted.size());
    return std::max(0.0, std::nearbyint((4 * ranks - k * (k + 1)) / (2 * k - 1)));
}

Result<TrimFill> trim_and_fill(std::span<double const> effects, std::span<double const> variances, Side side,
                               double level)
{
    constexpr int most_rounds = 100;
    double const sign = side == Side::right ? -1 : 1;
    std::vector<Study> studies;
    for (std::size_t i = 0; i < effects.size(); ++i) studies.push_back({sign * effects[i], variances[i]});
    std::stable_sort(studies.begin(), studies.end(),
                     [](Study const& a, Study const& b) { return a.effect < b.effect; });

    TrimFill found;
    found.side = side;
    double middle = 0;
    std::size_t before = studies.size();
    for (int round = 0; before != found.missing; ++round) {
        if (round == most_rounds) return refusal("not_converged");
        before = found.missing;
        std::size_t const kept = studies.size() - found.missing;
        if (kept < 2) return refusal("too_few_studies");
        WF_TRY(auto const trimmed, pool(std::span{studies}.first(kept), level));
        middle = trimmed.estimate;
        found.missing = static_cast<std::size_t>(count_missing(studies, middle));
        if (found.missing >= studies.size()) return refusal("too_few_studies");
    }
    std::size_t const all = studies.size();
    for (std::size_t i = all - found.missing; i < all; ++i)
        studies.push_back({2 * middle - studies[i].effect, studies[i].variance});
    for (auto& study : studies) study.effect *= sign;
    WF_TRY(found.filled, pool(studies, level));
    return found;
}

} // namespace

Result<Bias> compute_bias(std::span<double const> effects, std::span<double const> variances, double level)
{
    if (auto const fault = fault_of(effects, variances); !fault.empty()) return refusal(fault);
    stat::Design design;
    design.names = {"intercept", "standard_error"};
    std::vector<double> errors;
    for (auto const variance : variances) errors.push_back(std::sqrt(variance));
    design.x.add_column(std::vector<double>(effects.size(), 1));
    design.x.add_column(errors);
    WF_TRY(auto const line, compute_regression({effects, variances, design, Spread::reml, Reference::z, level}));
    auto const& slope = line.coefficients[1];
    Bias bias{slope.estimate, slope.se, slope.statistic, slope.p, line.coefficients[0].estimate, {}};
    auto const side = slope.estimate < 0 ? Side::right : Side::left;
    WF_TRY(bias.trim_fill, trim_and_fill(effects, variances, side, level));
    return bias;
}

} // namespace wf::evidence
