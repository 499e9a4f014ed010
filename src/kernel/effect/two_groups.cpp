// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/two_groups.hpp"

#include "kernel/stat/refuse.hpp"

#include <Eigen/Dense>

#include <cmath>

namespace wf::effect {
namespace {

using Eigen::ArrayXd;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double rank_tolerance = 1e-9;
constexpr double trim_above = 0.995;
constexpr double no_overlap_from = 0.999;

Error singular(std::string const& among)
{
    return stat::refuse("singular", "the covariates say the same twice, or do not vary, among " + among +
                                        ": leave out one of them, or join small levels of a factor");
}

Error no_overlap()
{
    return stat::refuse("no_overlap",
                        "some units are certain to be treated, given the covariates, so that nobody is like them: "
                        "leave out a covariate, or the units that have no counterpart");
}

/// The same space in columns that stand at right angles: chances, fits and influences stay what they are, and nothing is lost to
/// numbers of very different size.
std::optional<MatrixXd> straighten(Eigen::Map<MatrixXd const> const& x)
{
    VectorXd const lengths = x.colwise().norm().transpose();
    if (x.rows() < x.cols() || (lengths.array() <= 0).any() || !lengths.allFinite()) return std::nullopt;
    Eigen::ColPivHouseholderQR<MatrixXd> qr{x * lengths.cwiseInverse().asDiagonal()};
    qr.setThreshold(rank_tolerance);
    if (qr.rank() < x.cols()) return std::nullopt;
    MatrixXd const q = qr.householderQ() * MatrixXd::Identity(x.rows(), x.cols());
    return q * std::sqrt(static_cast<double>(x.rows()));
}

/// The factorisation itself does not say so where rounding hides that nothing is left.
bool is_sound(MatrixXd const& products)
{
    constexpr double least = 1e-11;
    if (!products.allFinite()) return false;
    auto const values = Eigen::SelfAdjointEigenSolver<MatrixXd>{products, Eigen::EigenvaluesOnly}.eigenvalues().eval();
    return values.minCoeff() > least * values.maxCoeff();
}

struct Logit {
    ArrayXd chance;
    Eigen::LDLT<MatrixXd> information;
};

/// Newton; when the treated can be told apart without fail the chances go to 1, and `no_overlap` follows.
std::optional<Logit> fit_logit(MatrixXd const& q, ArrayXd const& treated)
{
    constexpr int most_steps = 50;
    VectorXd beta = VectorXd::Zero(q.cols());
    double share = treated.mean();
    // The constant lies in the space of the columns.
    beta = q.transpose() * VectorXd::Constant(q.rows(), std::log(share / (1 - share))) / static_cast<double>(q.rows());
    Logit fit;
    double before = std::numeric_limits<double>::infinity();
    for (int step = 0; step < most_steps; ++step) {
        ArrayXd const eta = (q * beta).array();
        fit.chance = 1 / (1 + (-eta).exp());
        // log(1 + e^-|eta|) + what is linear: stable at both ends
        double const deviance = 2 * ((-eta.abs()).exp().log1p() + eta.max(0.0) - treated * eta).sum();
        ArrayXd const weight = fit.chance * (1 - fit.chance);
        MatrixXd const information = q.transpose() * weight.matrix().asDiagonal() * q;
        if (!std::isfinite(deviance) || !is_sound(information)) return std::nullopt;
        fit.information.compute(information);
        if (std::abs(before - deviance) <= 1e-12 * (std::abs(deviance) + 0.1)) return fit;
        before = deviance;
        beta += fit.information.solve(q.transpose() * (treated - fit.chance).matrix());
    }
    return std::nullopt;
}

} // namespace

struct TwoGroups::Inside {
    Estimator estimator{Estimator::dr};
    MatrixXd q;
    ArrayXd treated;
    ArrayXd control;
    ArrayXd chance;
    ArrayXd weight; ///< of the controls
    Eigen::LDLT<MatrixXd> on_controls;
    Eigen::LDLT<MatrixXd> information;
    std::size_t trimmed{0};

    [[nodiscard]] double n() const { return static_cast<double>(q.rows()); }
    [[nodiscard]] VectorXd mean_of(ArrayXd const& weights) const { return q.transpose() * weights.matrix() / n(); }

    Result<void> weigh();
    [[nodiscard]] Difference by_chance(ArrayXd const& residual, bool regressed) const;
    [[nodiscard]] Difference by_regression(ArrayXd const& change, ArrayXd const& fitted) const;
};

/// Chances of treatment, and from them the weights of the controls.
Result<void> TwoGroups::Inside::weigh()
{
    auto fit = fit_logit(q, treated);
    if (!fit || fit->chance.maxCoeff() >= no_overlap_from) return no_overlap();
    chance = fit->chance;
    information = std::move(fit->information);
    ArrayXd const counts = (chance < trim_above).cast<double>() * control;
    trimmed = static_cast<std::size_t>(std::lround((control - counts).sum()));
    weight = counts * chance / (1 - chance);
    if (!(weight.sum() > 0)) return no_overlap();
    return {};
}

Difference TwoGroups::Inside::by_chance(ArrayXd const& residual, bool regressed) const
{
    double const share = treated.mean();
    double const mean_weight = weight.mean();
    double const of_treated = (treated * residual).mean() / share;
    double const of_controls = (weight * residual).mean() / mean_weight;
    ArrayXd const off = weight * (residual - of_controls);
    VectorXd const through_chance = information.solve(mean_of(off)) * n();
    ArrayXd influence = treated * (residual - of_treated) / share -
                        (off + (treated - chance) * (q * through_chance).array()) / mean_weight;
    if (regressed) {
        VectorXd const through_fit = on_controls.solve(mean_of(treated / share - weight / mean_weight)) * n();
        influence -= control * residual * (q * through_fit).array();
    }
    return {of_treated - of_controls, {influence.begin(), influence.end()}};
}

Difference TwoGroups::Inside::by_regression(ArrayXd const& change, ArrayXd const& fitted) const
{
    double const share = treated.mean();
    double const of_treated = (treated * change).mean() / share;
    double const of_controls = (treated * fitted).mean() / share;
    VectorXd const through_fit = on_controls.solve(mean_of(treated)) * n();
    ArrayXd const influence = (treated * (change - of_treated) - treated * (fitted - of_controls) -
                               control * (change - fitted) * (q * through_fit).array()) /
                              share;
    return {of_treated - of_controls, {influence.begin(), influence.end()}};
}

TwoGroups::TwoGroups(std::unique_ptr<Inside> inside) : m_inside{std::move(inside)} {}
TwoGroups::TwoGroups(TwoGroups&&) noexcept = default;
TwoGroups& TwoGroups::operator=(TwoGroups&&) noexcept = default;
TwoGroups::~TwoGroups() = default;

std::size_t TwoGroups::trimmed() const
{
    return m_inside->trimmed;
}

Result<TwoGroups> TwoGroups::make(std::span<char const> treated, stat::Matrix const& x, Estimator estimator)
{
    WF_CHECK(treated.size() == x.rows());
    auto inside = std::make_unique<Inside>();
    inside->estimator = estimator;
    inside->treated = Eigen::Map<Eigen::Array<char, Eigen::Dynamic, 1> const>(treated.data(),
                                                                              static_cast<Eigen::Index>(treated.size()))
                          .cast<double>();
    inside->control = 1 - inside->treated;
    WF_CHECK(inside->treated.sum() > 0 && inside->control.sum() > 0);
    auto q = straighten({x.data(), static_cast<Eigen::Index>(x.rows()), static_cast<Eigen::Index>(x.columns())});
    if (!q) return singular("the units that are compared");
    inside->q = std::move(*q);
    if (estimator != Estimator::ipw) {
        MatrixXd const products = inside->q.transpose() * inside->control.matrix().asDiagonal() * inside->q;
        if (!is_sound(products)) return singular("the controls");
        inside->on_controls.compute(products);
    }
    if (estimator != Estimator::reg) WF_TRY_VOID(inside->weigh());
    return TwoGroups{std::move(inside)};
}

Difference TwoGroups::of_change(std::span<double const> change) const
{
    Inside const& in = *m_inside;
    ArrayXd const y = Eigen::Map<ArrayXd const>(change.data(), static_cast<Eigen::Index>(change.size()));
    if (in.estimator == Estimator::ipw) return in.by_chance(y, false);
    VectorXd const beta = in.on_controls.solve(in.q.transpose() * (in.control * y).matrix());
    ArrayXd const fitted = (in.q * beta).array();
    if (in.estimator == Estimator::reg) return in.by_regression(y, fitted);
    return in.by_chance(y - fitted, true);
}

} // namespace wf::effect
