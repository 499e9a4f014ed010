// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/logit.hpp"

#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <cmath>

namespace wf::stat {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

double chance_of(double odds)
{
    return odds >= 0 ? 1 / (1 + std::exp(-odds)) : std::exp(odds) / (1 + std::exp(odds));
}

double log_one_plus_exp(double x)
{
    return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

double likelihood_of(VectorXd const& odds, std::vector<double> const& y, VectorXd const& weights)
{
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        auto const at = static_cast<Eigen::Index>(i);
        sum += weights[at] * (y[i] * odds[at] - log_one_plus_exp(odds[at]));
    }
    return sum;
}

} // namespace

Result<Logit> fit_logit(LeastSquares model)
{
    constexpr int most_steps = 60;
    constexpr double still = 1e-9;
    auto const y = model.y;
    auto const n = static_cast<Eigen::Index>(y.size());
    WF_CHECK(std::all_of(y.begin(), y.end(), [](double answer) { return answer == 0 || answer == 1; }));
    if (std::adjacent_find(y.begin(), y.end(), std::not_equal_to<>{}) == y.end())
        return refuse("one_answer", "all rows have the same answer: both are needed");
    // White columns: Newton's steps do not suffer from units.
    WF_TRY(auto const base, fit(std::move(model)));
    auto const white = view(base.white);
    VectorXd weights = VectorXd::Ones(n);
    if (!base.weights.empty()) weights = view(base.weights);
    VectorXd turned = VectorXd::Zero(white.cols());
    VectorXd odds = VectorXd::Zero(n);
    double likelihood = likelihood_of(odds, y, weights);
    MatrixXd information;
    for (int step = 0; step < most_steps; ++step) {
        VectorXd const chance = odds.unaryExpr(&chance_of);
        VectorXd const spread = weights.array() * chance.array() * (1 - chance.array());
        information = white.transpose() * spread.asDiagonal() * white;
        Eigen::LLT<MatrixXd> const solver{information};
        if (solver.info() != Eigen::Success) break;
        VectorXd const slope = white.transpose() * (weights.array() * (view(y) - chance).array()).matrix();
        VectorXd move = solver.solve(slope);
        VectorXd moved = white * move;
        if (!moved.allFinite()) break;
        double size = moved.cwiseAbs().maxCoeff();
        double next = likelihood_of(odds + moved, y, weights);
        while (next < likelihood && size > still) {
            move /= 2;
            moved /= 2;
            size /= 2;
            next = likelihood_of(odds + moved, y, weights);
        }
        turned += move;
        odds += moved;
        likelihood = next;
        if (size > still) continue;
        Logit answer;
        VectorXd const coefficients = view(base.from_white) * turned;
        MatrixXd const covariance = view(base.from_white) *
                                    solver.solve(MatrixXd::Identity(white.cols(), white.cols())) *
                                    view(base.from_white).transpose();
        for (Eigen::Index i = 0; i < coefficients.size(); ++i) {
            answer.coefficients.push_back(coefficients[i]);
            answer.se.push_back(std::sqrt(covariance(i, i)));
        }
        answer.odds.assign(odds.data(), odds.data() + n);
        std::transform(answer.odds.begin(), answer.odds.end(), std::back_inserter(answer.chance), &chance_of);
        answer.likelihood = likelihood;
        return answer;
    }
    return refuse(
        "separation",
        "the columns tell yes from no exactly in some rows (no overlap): leave out the column that does so, or "
        "join its levels");
}

} // namespace wf::stat
