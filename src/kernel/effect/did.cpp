// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/did.hpp"

#include "kernel/stat/refuse.hpp"

#include <algorithm>

namespace wf::effect {
namespace {

bool is_zero_or_one(double value)
{
    return value == 0 || value == 1;
}

} // namespace

Result<DidAnswer> difference_in_differences(Did const& question)
{
    std::vector<stat::Column const*> all{question.outcome, question.treated, question.post};
    all.insert(all.end(), question.covariates.begin(), question.covariates.end());
    all.insert(all.end(), question.clusters.begin(), question.clusters.end());
    auto const rows = stat::complete_rows(all);
    auto const outcome = stat::pick(*question.outcome, rows);
    auto const treated = stat::pick(*question.treated, rows);
    auto const post = stat::pick(*question.post, rows);
    for (auto const& [column, values] : {std::pair{question.treated, &treated}, std::pair{question.post, &post}}) {
        if (!std::all_of(values->begin(), values->end(), &is_zero_or_one))
            return Error{Trouble::bad_input, "not_zero_or_one", column->name, "0 or 1 is wanted"};
    }
    DidAnswer answer;
    answer.rows = rows.size();
    answer.missing = question.outcome->size() - rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& cell = answer.cells[static_cast<std::size_t>(treated[i] + 2 * post[i])];
        ++cell.rows;
        cell.mean += (outcome[i] - cell.mean) / static_cast<double>(cell.rows);
    }
    if (std::any_of(answer.cells.begin(), answer.cells.end(), [](Cell const& cell) { return cell.rows == 0; }))
        return stat::refuse(
            "empty_cell",
            "treated and others are both needed, before and after: one of these four has no complete row");

    stat::Column product{"treated:post", {}, {}, {}};
    product.numbers.resize(question.outcome->size());
    for (std::size_t row = 0; row < product.numbers.size(); ++row)
        product.numbers[row] = question.treated->numbers[row] * question.post->numbers[row];
    Regression regression;
    regression.outcome = question.outcome;
    regression.covariates = {question.treated, question.post, &product};
    regression.covariates.insert(regression.covariates.end(), question.covariates.begin(), question.covariates.end());
    regression.clusters = question.clusters;
    regression.spread = question.spread;
    regression.level = question.level;
    WF_TRY(auto const fitted, regress(regression));
    answer.effect = *fitted.find(product.name);
    answer.clusters = fitted.clusters;
    if (!answer.effect.se)
        return stat::refuse("no_spread",
                            "one cluster alone decides the effect: its standard error cannot be known; more treated "
                            "clusters are needed");
    return answer;
}

} // namespace wf::effect
