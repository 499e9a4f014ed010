// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/least_squares.hpp"

#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wf::stat {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double tolerance = 1e-7;

Result<void> check(LeastSquares const& model)
{
    auto const is_finite = [](double number) { return std::isfinite(number); };
    auto const n = model.y.size();
    WF_CHECK(model.x.rows() == n && model.names.size() == model.x.columns());
    WF_CHECK(model.weights.empty() || model.weights.size() == n);
    if (!std::all_of(model.y.begin(), model.y.end(), is_finite) ||
        !std::all_of(model.x.data(), model.x.data() + n * model.x.columns(), is_finite))
        return refuse("not_finite", "the numbers are too large to calculate with: choose another unit");
    if (model.weights.empty()) return {};
    double const sum = std::accumulate(model.weights.begin(), model.weights.end(), 0.0);
    if (!(sum > 0) || !std::isfinite(sum) ||
        std::any_of(model.weights.begin(), model.weights.end(), [](double weight) { return !(weight >= 0); }))
        return refuse("no_weight", "weights are at least 0, and not all of them are 0");
    return {};
}

/// Rows without weight do not count as rows.
std::size_t rows_that_count(LeastSquares const& model)
{
    if (model.weights.empty()) return model.y.size();
    return static_cast<std::size_t>(
        std::count_if(model.weights.begin(), model.weights.end(), [](double weight) { return weight > 0; }));
}

std::vector<double> lengths(LeastSquares const& model, MatrixXd const& scaled)
{
    if (!model.length.empty()) return model.length;
    std::vector<double> length;
    for (Index column = 0; column < scaled.cols(); ++column) length.push_back(scaled.col(column).norm());
    return length;
}

void remove_column(LeastSquares& model, std::size_t column)
{
    Matrix left;
    for (std::size_t i = 0; i < model.x.columns(); ++i) {
        if (i != column) left.add_column(model.x.column(i));
    }
    model.x = std::move(left);
    auto const at = static_cast<std::ptrdiff_t>(column);
    model.names.erase(model.names.begin() + at);
    if (!model.length.empty()) model.length.erase(model.length.begin() + at);
    --model.may_drop;
}

} // namespace

double total_sum(std::span<double const> y, std::span<double const> weights)
{
    double mass = 0;
    double mean = 0;
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        double const weight = weights.empty() ? 1 : weights[i];
        if (weight == 0) continue;
        mass += weight;
        double const step = y[i] - mean;
        mean += step * weight / mass;
        sum += weight * step * (y[i] - mean);
    }
    return sum;
}

Result<Fit> fit(LeastSquares model)
{
    WF_TRY_VOID(check(model));
    Fit answer;
    auto const n = static_cast<Index>(model.y.size());
    auto const counted = rows_that_count(model);
    VectorXd root = VectorXd::Ones(n);
    if (!model.weights.empty()) root = view(model.weights).cwiseSqrt();
    for (;;) {
        auto const k = static_cast<Index>(model.x.columns());
        if (counted <= model.x.columns() - model.may_drop + model.absorbed)
            return refuse("too_few_rows", std::to_string(counted) + " complete rows for " +
                                              std::to_string(model.x.columns() + model.absorbed) +
                                              " coefficients: more rows or fewer columns are needed");
        if (k == 0) return refuse("no_columns", "nothing is left to estimate: name a column that varies");
        MatrixXd scaled = view(model.x);
        if (!model.weights.empty()) scaled = root.asDiagonal() * scaled;
        auto const length = lengths(model, scaled);
        Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> const qr{scaled};
        std::size_t alike = model.x.columns();
        for (std::size_t column = 0; column < model.x.columns(); ++column) {
            auto const at = static_cast<Index>(column);
            double const left = at < n ? std::abs(qr.matrixQR()(at, at)) : 0;
            if (left > tolerance * length[column] && left > 0) continue;
            alike = column;
            break;
        }
        if (alike < model.x.columns()) {
            if (alike >= model.may_drop)
                return refuse("collinear",
                              "column " + model.names[alike] +
                                  " follows from the columns before it (or does not vary): leave one of them out");
            remove_column(model, alike);
            ++answer.dropped;
            continue;
        }
        VectorXd projected = root.cwiseProduct(view(model.y));
        projected = qr.householderQ().adjoint() * projected;
        auto const upper = qr.matrixQR().topRows(k).triangularView<Eigen::Upper>();
        VectorXd const solved = upper.solve(projected.head(k));
        MatrixXd const inverse = upper.solve(MatrixXd::Identity(k, k));
        answer.coefficients.assign(solved.data(), solved.data() + k);
        answer.from_white = to_matrix(inverse);
        answer.white = Matrix(model.y.size(), model.x.columns());
        view(answer.white).noalias() = view(model.x) * inverse.triangularView<Eigen::Upper>();
        answer.residuals.resize(model.y.size());
        Eigen::Map<VectorXd> residuals{answer.residuals.data(), n};
        residuals.noalias() = view(model.y) - view(model.x) * solved;
        answer.residual_sum = residuals.cwiseProduct(root).squaredNorm();
        break;
    }
    answer.shown_from = model.may_drop;
    answer.parameters = model.x.columns() + model.absorbed;
    answer.names = std::move(model.names);
    answer.weights = std::move(model.weights);
    if (!std::isfinite(answer.residual_sum))
        return refuse("not_finite", "the numbers are too large to calculate with: choose another unit");
    if (counted <= answer.parameters)
        return refuse("too_few_rows", std::to_string(counted) + " complete rows for " +
                                          std::to_string(answer.parameters) +
                                          " coefficients: more rows or fewer columns are needed");
    return answer;
}

} // namespace wf::stat
