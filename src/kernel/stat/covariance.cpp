// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/covariance.hpp"

#include "base/enum_words.hpp"
#include "kernel/stat/covariance_state.hpp"
#include "kernel/stat/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace wf::stat {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

} // namespace

std::optional<Spread> find_spread(std::string_view word)
{
    return read_in(spread_words, word);
}

std::string_view to_word(Spread spread)
{
    return word_in(spread_words, spread);
}

bool is_clustered(Spread spread)
{
    return spread >= Spread::cr0;
}

bool needs_leverage(Spread spread)
{
    return spread == Spread::hc2 || spread == Spread::hc3 || spread == Spread::cr2 || spread == Spread::cr3;
}

Covariance::Covariance(std::unique_ptr<State> state) : m_state{std::move(state)} {}
Covariance::~Covariance() = default;
Covariance::Covariance(Covariance&&) noexcept = default;
Covariance& Covariance::operator=(Covariance&&) noexcept = default;

Result<Covariance> Covariance::make(Fit const& fit, Spread spread, std::span<Groups const> clusters,
                                    std::span<double const> leverage)
{
    auto state = std::make_unique<State>();
    state->fit = &fit;
    state->spread = spread;
    state->from_white = view(fit.from_white);
    state->simple_df = fit.df();
    if (spread == Spread::classical) {
        state->set(MatrixXd::Identity(state->k(), state->k()) * (fit.residual_sum / fit.df()));
        return Covariance{std::move(state)};
    }
    if (!is_clustered(spread)) {
        state->set(state->rows_apart(leverage));
        return Covariance{std::move(state)};
    }
    WF_CHECK(!clusters.empty() && clusters.size() <= 2);
    double least = clusters.front().count;
    for (auto const& groups : clusters) least = std::min(least, static_cast<double>(groups.count));
    if (least < 2)
        return refuse("one_cluster",
                      "all rows are in one cluster: at least two are needed, and more than ten are wise");
    state->simple_df = least - 1;
    if (clusters.size() == 2) {
        if (spread == Spread::cr2 || spread == Spread::cr3)
            return refuse("two_way", "two clusters go with cr0, cr1 and cr1s only");
        state->two_way = true;
        state->set(state->clusters_apart(clusters[0]) + state->clusters_apart(clusters[1]) -
                   state->clusters_apart(crossed(clusters[0], clusters[1])));
        return Covariance{std::move(state)};
    }
    if (spread != Spread::cr2 && spread != Spread::cr3) {
        state->set(state->clusters_apart(clusters.front()));
        state->clusters.clear();
    } else {
        state->collect(clusters.front());
        WF_TRY_VOID(state->adjust());
        state->set(state->sandwich());
    }
    return Covariance{std::move(state)};
}

Matrix const& Covariance::matrix() const
{
    return m_state->covariance;
}

std::vector<double> Covariance::variances() const
{
    std::vector<double> answer;
    for (std::size_t i = 0; i < m_state->covariance.columns(); ++i) answer.push_back(m_state->covariance(i, i));
    return answer;
}

double Covariance::variance(std::span<double const> weights) const
{
    auto const of = view(weights);
    return of.dot(view(m_state->covariance) * of);
}

double Covariance::df(std::span<double const> weights) const
{
    auto const& state = *m_state;
    if (state.clusters.empty()) return state.simple_df;
    MatrixXd const direction = state.from_white.transpose() * view(weights);
    auto const sides = state.look(direction);
    double const mean = state.expected(sides)(0, 0);
    double const spread = state.products(sides, 0, 0, 0, 0);
    return spread > 0 ? mean * mean / spread : 0;
}

std::vector<double> Covariance::dfs() const
{
    auto const k = m_state->fit->columns();
    std::vector<double> answer;
    std::vector<double> weights(k, 0);
    for (std::size_t i = 0; i < k; ++i) {
        weights[i] = 1;
        answer.push_back(df(weights));
        weights[i] = 0;
    }
    return answer;
}

bool Covariance::is_decided_by_one(std::span<double const> weights) const
{
    constexpr double share = 0.5;
    VectorXd const direction = m_state->from_white.transpose() * view(weights);
    return std::any_of(m_state->clusters.begin(), m_state->clusters.end(), [&](inside::Cluster const& cluster) {
        return cluster.lost.cols() > 0 &&
               (cluster.lost.transpose() * direction).squaredNorm() > share * direction.squaredNorm();
    });
}

Result<Wald> Covariance::wald(std::span<std::size_t const> columns) const
{
    auto const& state = *m_state;
    auto const q = static_cast<Index>(columns.size());
    WF_CHECK(q > 0);
    if (state.two_way) return refuse("two_way", "a wald test goes with one cluster");
    MatrixXd chosen = MatrixXd::Zero(state.k(), q);
    for (Index i = 0; i < q; ++i) chosen(static_cast<Index>(columns[static_cast<std::size_t>(i)]), i) = 1;
    MatrixXd const spread = chosen.transpose() * view(state.covariance) * chosen;
    VectorXd const estimates = chosen.transpose() * view(std::span{state.fit->coefficients});
    Eigen::LDLT<MatrixXd> const solver{spread};
    if (solver.info() != Eigen::Success || !solver.isPositive() || solver.rcond() < 1e-14)
        return refuse("not_told_apart", "the spread of these coefficients together is not known: test fewer of them");
    double const statistic = estimates.dot(solver.solve(estimates));
    Wald wald;
    wald.df1 = static_cast<double>(q);
    if (!is_clustered(state.spread)) {
        wald.f = statistic / wald.df1;
        wald.df2 = state.simple_df;
    } else if (state.clusters.empty()) {
        wald.f = statistic / wald.df1;
        wald.df2 = state.simple_df;
    } else {
        MatrixXd const directions = state.from_white.transpose() * chosen;
        MatrixXd const mean = state.expected(state.look(directions));
        Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{mean};
        if (!(eigen.eigenvalues().minCoeff() > 0))
            return refuse("not_told_apart",
                          "the spread of these coefficients together is not known: test fewer of them");
        auto const sides = state.look(directions * eigen.operatorInverseSqrt());
        double sum = 0;
        for (Index s = 0; s < q; ++s) {
            for (Index t = 0; t < q; ++t) sum += state.products(sides, s, s, t, t) + state.products(sides, s, t, t, s);
        }
        double const eta = wald.df1 * (wald.df1 + 1) / sum;
        wald.df2 = eta - wald.df1 + 1;
        if (!(wald.df2 > 0))
            return refuse("df_too_small", "too few clusters for so many coefficients at once: test fewer of them");
        wald.f = wald.df2 / (eta * wald.df1) * statistic;
    }
    wald.p = f_upper(wald.f, wald.df1, wald.df2);
    return wald;
}

} // namespace wf::stat
