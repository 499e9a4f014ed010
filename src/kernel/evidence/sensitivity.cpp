// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/sensitivity.hpp"

#include "base/check.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/stat/distribution.hpp"

#include <cmath>

namespace wf::evidence {
namespace {

struct Chosen {
    std::vector<double> effects;
    std::vector<double> variances;

    void add(PoolInput const& from, std::size_t study)
    {
        effects.push_back(from.effects[study]);
        variances.push_back(from.variances[study]);
    }
    [[nodiscard]] PoolInput as(PoolInput const& from) const
    {
        return {effects, variances, from.spread, from.reference, from.level};
    }
};

} // namespace

Result<std::vector<Step>> leave_one_out(PoolInput const& input)
{
    constexpr std::size_t least = 3;
    std::size_t const k = input.effects.size();
    if (k > 1 && k < least) return refusal("too_few_studies");
    Pooler pooler;
    if (auto const all = pooler.pool(input); all.status == Status::refused) return refusal(all.reason);
    std::vector<Step> steps;
    for (std::size_t without = 0; without < k; ++without) {
        Chosen rest;
        for (std::size_t study = 0; study < k; ++study) {
            if (study != without) rest.add(input, study);
        }
        auto const result = pooler.pool(rest.as(input));
        if (result.status == Status::refused) return refusal(result.reason);
        steps.push_back({without, result.estimate, result.se, result.ci, result.tau2});
    }
    return steps;
}

Result<std::vector<Step>> accumulate(PoolInput const& input, std::span<std::size_t const> order)
{
    WF_CHECK(order.size() == input.effects.size());
    Pooler pooler;
    if (auto const all = pooler.pool(input); all.status == Status::refused) return refusal(all.reason);
    std::vector<Step> steps;
    Chosen so_far;
    for (auto const study : order) {
        so_far.add(input, study);
        if (so_far.effects.size() == 1) {
            double const estimate = so_far.effects.front();
            double const se = std::sqrt(so_far.variances.front());
            double const half = stat::normal_quantile((1 + input.level) / 2) * se;
            steps.push_back({study, estimate, se, std::nullopt, 0});
            if (input.reference == Reference::z) steps.back().ci = Interval{estimate - half, estimate + half};
            continue;
        }
        auto const result = pooler.pool(so_far.as(input));
        if (result.status == Status::refused) return refusal(result.reason);
        steps.push_back({study, result.estimate, result.se, result.ci, result.tau2});
    }
    return steps;
}

} // namespace wf::evidence
