// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/compare.hpp"

#include "kernel/effect/matching.hpp"
#include "kernel/stat/logit.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>

namespace wf::effect {
namespace {

using stat::refuse;

/// What all methods work on: complete rows.
struct Sample {
    std::vector<std::size_t> rows;
    std::vector<double> outcome;
    std::vector<double> treated;
    stat::Design design; ///< constant, treated, covariates
};

Result<Sample> take(Comparison const& question)
{
    std::vector<stat::Column const*> all{question.outcome, question.treated};
    all.insert(all.end(), question.covariates.begin(), question.covariates.end());
    if (question.cluster != nullptr) all.push_back(question.cluster);
    Sample sample;
    sample.rows = stat::complete_rows(all);
    sample.outcome = stat::pick(*question.outcome, sample.rows);
    sample.treated = stat::pick(*question.treated, sample.rows);
    auto const with = static_cast<std::size_t>(std::count(sample.treated.begin(), sample.treated.end(), 1.0));
    auto const without = static_cast<std::size_t>(std::count(sample.treated.begin(), sample.treated.end(), 0.0));
    if (with + without != sample.rows.size())
        return Error{Trouble::bad_input, "not_zero_or_one", question.treated->name,
                     "who was treated is 1, who was not is 0"};
    if (with < 2 || without < 2)
        return refuse("no_group", std::to_string(with) + " treated and " + std::to_string(without) +
                                      " control rows are complete: at least two of each are needed");
    std::vector<stat::Column const*> terms{question.treated};
    terms.insert(terms.end(), question.covariates.begin(), question.covariates.end());
    WF_TRY(sample.design, stat::make_design(terms, sample.rows));
    return sample;
}

/// Columns of the design, from which to which.
stat::LeastSquares columns_of(Sample const& sample, std::vector<std::size_t> const& which)
{
    stat::LeastSquares model;
    for (auto const column : which) {
        model.x.add_column(sample.design.x.column(column));
        model.names.push_back(sample.design.names[column]);
    }
    return model;
}

Result<stat::Logit> propensity(Sample const& sample)
{
    std::vector<std::size_t> which;
    for (std::size_t column = 0; column < sample.design.names.size(); ++column) {
        if (column != 1) which.push_back(column);
    }
    auto model = columns_of(sample, which);
    model.y = sample.treated;
    return stat::fit_logit(std::move(model));
}

bool needs_chance(Method method)
{
    return method == Method::ipw || method == Method::nearest || method == Method::subclass;
}

Result<Weights> weigh(Comparison const& question, Sample const& sample, ComparisonAnswer& answer)
{
    auto const none = Weights{std::vector<double>(sample.rows.size(), 1), {}};
    std::vector<double> chance;
    if (needs_chance(question.method)) {
        WF_TRY(auto logit, propensity(sample));
        chance = std::move(logit.chance);
        auto const [least, most] = std::minmax_element(chance.begin(), chance.end());
        answer.least_chance = *least;
        answer.largest_chance = *most;
    }
    switch (question.method) {
    case Method::difference:
    case Method::regression: return none;
    case Method::ipw: return weigh_by_chance(chance, sample.treated, question.whom);
    case Method::nearest: return match_nearest(chance, sample.treated);
    case Method::exact:
    case Method::cem:
        return weigh_strata(strata_of(question.covariates, sample.rows, question.method), sample.treated,
                            question.whom);
    case Method::subclass: {
        auto const classes = subclasses(chance, sample.treated, question.whom);
        WF_TRY(auto weights, weigh_strata(classes, sample.treated, question.whom));
        if (std::find(weights.of.begin(), weights.of.end(), 0.0) != weights.of.end())
            return refuse("no_overlap",
                          "a class of the chance to be treated has no treated or no controls: choose ipw, or "
                          "match-nearest");
        return weights;
    }
    case Method::entropy: {
        stat::Matrix x;
        for (std::size_t column = 2; column < sample.design.names.size(); ++column)
            x.add_column(sample.design.x.column(column));
        return weigh_by_entropy(x, sample.treated, question.whom);
    }
    }
    return none;
}

struct Moments {
    double mean{0};
    double spread{0}; ///< variance; p (1 - p) for 0 and 1
};

Moments moments(std::span<double const> values, std::span<double const> treated, double side,
                std::span<double const> weights)
{
    Moments answer;
    double mass = 0;
    double count = 0;
    bool binary = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (treated[i] != side) continue;
        double const weight = weights.empty() ? 1 : weights[i];
        mass += weight;
        ++count;
        answer.mean += weight * values[i];
        binary = binary && (values[i] == 0 || values[i] == 1);
    }
    answer.mean /= mass;
    if (binary) {
        answer.spread = answer.mean * (1 - answer.mean);
        return answer;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (treated[i] == side) answer.spread += (values[i] - answer.mean) * (values[i] - answer.mean);
    }
    answer.spread /= count - 1;
    return answer;
}

std::vector<Balance> balance_of(Sample const& sample, Weights const& weights, Whom whom)
{
    std::vector<Balance> balance;
    for (std::size_t column = 2; column < sample.design.names.size(); ++column) {
        auto const values = sample.design.x.column(column);
        auto const with = moments(values, sample.treated, 1, {});
        auto const without = moments(values, sample.treated, 0, {});
        double const variance = whom == Whom::att ? with.spread : (with.spread + without.spread) / 2;
        Balance line{sample.design.names[column], {}, {}};
        if (variance > 0) {
            double const unit = std::sqrt(variance);
            line.before = (with.mean - without.mean) / unit;
            line.after = (moments(values, sample.treated, 1, weights.of).mean -
                          moments(values, sample.treated, 0, weights.of).mean) /
                         unit;
        }
        balance.push_back(line);
    }
    return balance;
}

/// Rows that count, with what belongs to them.
Model make_model(Comparison const& question, Sample const& sample, Weights const& weights, stat::Spread spread)
{
    std::vector<std::size_t> which{0, 1};
    if (question.method == Method::regression) {
        for (std::size_t column = 2; column < sample.design.names.size(); ++column) which.push_back(column);
    }
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < weights.of.size(); ++row) {
        if (weights.of[row] > 0) kept.push_back(row);
    }
    Model model;
    bool equal = true;
    for (auto const column : which) {
        std::vector<double> values;
        for (auto const row : kept) values.push_back(sample.design.x(row, column));
        model.squares.x.add_column(values);
        model.squares.names.push_back(sample.design.names[column]);
    }
    for (auto const row : kept) {
        model.squares.y.push_back(sample.outcome[row]);
        model.squares.weights.push_back(weights.of[row]);
        equal = equal && weights.of[row] == 1;
    }
    if (equal) model.squares.weights.clear();
    if (stat::is_clustered(spread)) {
        std::vector<std::size_t> rows;
        for (auto const row : kept) rows.push_back(sample.rows[row]);
        if (question.cluster != nullptr) {
            model.clusters.push_back(stat::make_groups(*question.cluster, rows));
        } else {
            stat::Groups pairs;
            for (auto const row : kept) {
                pairs.of.push_back(weights.group[row]);
                pairs.count = std::max(pairs.count, weights.group[row] + 1);
            }
            model.clusters.push_back(std::move(pairs));
        }
    }
    model.spread = spread;
    model.level = question.level;
    return model;
}

stat::Spread spread_for(Comparison const& question)
{
    if (question.spread) return *question.spread;
    if (question.cluster != nullptr || question.method == Method::nearest) return stat::Spread::cr2;
    return question.method == Method::difference || question.method == Method::regression ? stat::Spread::classical
                                                                                          : stat::Spread::hc2;
}

double within_groups(Sample const& sample)
{
    double sum = 0;
    for (double const side : {0.0, 1.0}) {
        auto const group = moments(sample.outcome, sample.treated, side, {});
        for (std::size_t i = 0; i < sample.outcome.size(); ++i) {
            if (sample.treated[i] == side) sum += (sample.outcome[i] - group.mean) * (sample.outcome[i] - group.mean);
        }
    }
    return std::sqrt(sum / static_cast<double>(sample.outcome.size() - 2));
}

double e_value_of(double ratio)
{
    if (ratio < 1) ratio = 1 / ratio;
    return ratio + std::sqrt(ratio * (ratio - 1));
}

} // namespace

EValue e_value(double difference, double se)
{
    constexpr double per_deviation = 0.91;
    constexpr double bound = 1.78; // 0.91 times the normal quantile of 0.975
    double const size = std::abs(difference);
    EValue answer;
    answer.point = e_value_of(std::exp(per_deviation * size));
    double const nearest = std::exp(per_deviation * size - bound * se);
    answer.bound = nearest <= 1 ? 1 : e_value_of(nearest);
    return answer;
}

Result<ComparisonAnswer> compare(Comparison const& question)
{
    ComparisonAnswer answer;
    WF_TRY(auto const sample, take(question));
    WF_TRY(auto const weights, weigh(question, sample, answer));
    answer.spread = spread_for(question);
    WF_TRY(auto const fitted, regress(make_model(question, sample, weights, answer.spread)));
    answer.effect = *fitted.find(question.treated->name);
    if (!answer.effect.se)
        return refuse(
            "no_spread",
            "one cluster alone decides the effect: its standard error cannot be known; more treated clusters are needed");
    answer.clusters = fitted.clusters;
    answer.rows = sample.rows.size();
    answer.missing = question.outcome->size() - sample.rows.size();
    double sum = 0;
    double squares = 0;
    for (std::size_t row = 0; row < weights.of.size(); ++row) {
        bool const counts = weights.of[row] > 0;
        if (sample.treated[row] == 1) {
            ++(counts ? answer.treated : answer.treated_left_out);
            continue;
        }
        answer.control += counts ? 1 : 0;
        sum += weights.of[row];
        squares += weights.of[row] * weights.of[row];
    }
    answer.effective_control = squares > 0 ? sum * sum / squares : 0;
    answer.balance = balance_of(sample, weights, question.whom);
    double const deviation = within_groups(sample);
    if (deviation > 0) answer.e_value = e_value(answer.effect.estimate / deviation, *answer.effect.se / deviation);
    return answer;
}

} // namespace wf::effect
