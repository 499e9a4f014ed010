// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/prepost.hpp"

#include "kernel/stat/distribution.hpp"
#include "kernel/stat/refuse.hpp"

#include <cmath>

namespace wf::effect {
namespace {

using stat::refuse;

struct Moments {
    double mean{0};
    double sd{0};
};

Moments moments(std::vector<double> const& values)
{
    Moments answer;
    if (values.empty()) return answer;
    auto const n = static_cast<double>(values.size());
    for (double const value : values) answer.mean += value / n;
    double sum = 0;
    for (double const value : values) sum += (value - answer.mean) * (value - answer.mean);
    answer.sd = n > 1 ? std::sqrt(sum / (n - 1)) : 0;
    return answer;
}

double correlation(std::vector<double> const& a, std::vector<double> const& b)
{
    auto const of_a = moments(a);
    auto const of_b = moments(b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - of_a.mean) * (b[i] - of_b.mean);
    double const scale = of_a.sd * of_b.sd * static_cast<double>(a.size() - 1);
    return scale > 0 ? sum / scale : 0;
}

Dropout find_dropout(PrePost const& question, double mean_stayed)
{
    Dropout dropout;
    dropout.mean_stayed = mean_stayed;
    std::vector<double> all;
    std::vector<double> left;
    for (std::size_t row = 0; row < question.before->size(); ++row) {
        double const first = question.before->numbers[row];
        if (std::isnan(first)) continue;
        all.push_back(first);
        if (std::isnan(question.after->numbers[row])) left.push_back(first);
    }
    dropout.left = left.size();
    if (left.empty()) return dropout;
    dropout.mean_left = moments(left).mean;
    double const sd = moments(all).sd;
    if (sd > 0) dropout.apart = (dropout.mean_left - mean_stayed) / sd;
    return dropout;
}

/// Chance of so much less spread before than after, when both are alike.
double less_spread_before(std::vector<double> const& before, std::vector<double> const& after)
{
    constexpr double two = 2;
    std::vector<double> sum;
    std::vector<double> difference;
    for (std::size_t i = 0; i < before.size(); ++i) {
        sum.push_back(after[i] + before[i]);
        difference.push_back(after[i] - before[i]);
    }
    double const r = correlation(sum, difference);
    double const df = static_cast<double>(before.size()) - two;
    if (df < 1) return 1;
    if (std::abs(r) >= 1) return r > 0 ? 0 : 1;
    return stat::t_upper(r * std::sqrt(df / (1 - r * r)), df);
}

} // namespace

Result<PrePostAnswer> measure_change(PrePost const& question)
{
    std::vector<stat::Column const*> all{question.before, question.after};
    if (question.cluster != nullptr) all.push_back(question.cluster);
    auto const rows = stat::complete_rows(all);
    PrePostAnswer answer;
    answer.pairs = rows.size();
    answer.missing = question.before->size() - rows.size();
    constexpr std::size_t two = 2;
    if (rows.size() < std::max(question.least_pairs, two))
        return refuse("too_few", std::to_string(rows.size()) + " persons have both measurements; " +
                                     std::to_string(std::max(question.least_pairs, two)) + " are needed");
    auto const before = stat::pick(*question.before, rows);
    auto const after = stat::pick(*question.after, rows);
    Model model;
    for (std::size_t i = 0; i < rows.size(); ++i) model.squares.y.push_back(after[i] - before[i]);
    if (!(moments(model.squares.y).sd > 0))
        return refuse("no_change_in_spread",
                      "all persons change by exactly the same: that is no measurement of people");
    model.squares.x.add_column(std::vector<double>(rows.size(), 1));
    model.squares.names.emplace_back("change");
    if (question.cluster != nullptr) {
        model.spread = stat::Spread::cr2;
        model.clusters.push_back(stat::make_groups(*question.cluster, rows));
    }
    model.level = question.level;
    WF_TRY(auto const fitted, regress(std::move(model)));
    answer.change = fitted.coefficients.front();
    answer.clusters = fitted.clusters;
    auto const first = moments(before);
    auto const second = moments(after);
    answer.mean_before = first.mean;
    answer.mean_after = second.mean;
    answer.sd_before = first.sd;
    answer.sd_after = second.sd;
    answer.correlation = correlation(before, after);
    answer.effect_size = answer.change.estimate / ((first.sd + second.sd) / 2);
    constexpr double unlikely = 0.05;
    answer.selected_p = less_spread_before(before, after);
    answer.selected = answer.selected_p < unlikely;
    answer.dropout = find_dropout(question, first.mean);
    return answer;
}

} // namespace wf::effect
