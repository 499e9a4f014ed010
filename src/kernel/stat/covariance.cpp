// SPDX-License-Identifier: EUPL-1.2
// In white coordinates (x'Wx = 1) all that a cluster says stands in matrices of the size of the coefficients: with Z the columns
// [white, W white] (white alone without weights), what a cluster's residuals vary is 1 + Z K Z', and its adjusted rows are Z times `turn`.
#include "kernel/stat/covariance.hpp"

#include "kernel/stat/distribution.hpp"
#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::stat {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::array<std::string_view, 10> words{"classical", "hc0", "hc1",  "hc2", "hc3",
                                                 "cr0",       "cr1", "cr1s", "cr2", "cr3"};
/// An eigenvalue of what the residuals of a cluster vary, below which it counts as none.
constexpr double none_left = 1e-9;

/// ((1 - part)^power - 1) / part, without loss where `part` is small; 0 to any power is 0.
double correction(double part, double power)
{
    double const left = 1 - part;
    if (left < none_left) return -1 / part;
    if (std::abs(part) < 1e-12) return -power;
    return std::expm1(power * std::log1p(-part)) / part;
}

struct Cluster {
    MatrixXd cross; ///< Z'Z
    MatrixXd turn;  ///< adjusted rows in terms of Z
    VectorXd sums;  ///< Z' residuals
    MatrixXd lost;  ///< white directions that it decides alone
};

} // namespace

std::optional<Spread> find_spread(std::string_view word)
{
    auto const found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Spread>(found - words.begin());
}

std::string_view to_word(Spread spread)
{
    return words[static_cast<std::size_t>(spread)];
}

bool is_clustered(Spread spread)
{
    return spread >= Spread::cr0;
}

bool needs_leverage(Spread spread)
{
    return spread == Spread::hc2 || spread == Spread::hc3 || spread == Spread::cr2 || spread == Spread::cr3;
}

struct Covariance::State {
    Fit const* fit{nullptr};
    Spread spread{Spread::classical};
    bool two_way{false};
    double simple_df{0};
    Matrix covariance;
    MatrixXd kernel; ///< K
    MatrixXd from_white;
    std::vector<Cluster> clusters;

    [[nodiscard]] Index k() const { return static_cast<Index>(fit->columns()); }
    [[nodiscard]] bool weighted() const { return !fit->weights.empty(); }
    /// Where W white begins in Z.
    [[nodiscard]] Index offset() const { return weighted() ? k() : 0; }
    [[nodiscard]] Index width() const { return weighted() ? 2 * k() : k(); }

    void set(MatrixXd const& white) { covariance = to_matrix(from_white * white * from_white.transpose()); }

    [[nodiscard]] MatrixXd rows_apart(std::span<double const> leverage) const
    {
        auto const white = view(fit->white);
        auto const n = static_cast<Index>(fit->rows());
        VectorXd factor(n);
        for (Index row = 0; row < n; ++row) {
            auto const at = static_cast<std::size_t>(row);
            double const weight = weighted() ? fit->weights[at] : 1;
            double const residual = weight * fit->residuals[at];
            double part = 1;
            if (needs_leverage(spread)) {
                part = 1 - weight * white.row(row).squaredNorm() - (leverage.empty() ? 0 : leverage[at]);
                if (spread == Spread::hc3) part *= part;
            }
            // A row that its own coefficient fits exactly leaves nothing, and says nothing.
            factor[row] = part > none_left ? residual * residual / part : 0;
        }
        MatrixXd sum = white.transpose() * factor.asDiagonal() * white;
        if (spread == Spread::hc1) sum *= static_cast<double>(n) / fit->df();
        return sum;
    }

    /// Of cr0, cr1 and cr1s.
    [[nodiscard]] MatrixXd clusters_apart(Groups const& groups) const
    {
        MatrixXd sums = MatrixXd::Zero(k(), groups.count);
        auto const white = view(fit->white);
        std::vector<double> scored(fit->residuals);
        if (weighted())
            std::transform(scored.begin(), scored.end(), fit->weights.begin(), scored.begin(), std::multiplies<>{});
        for (Index column = 0; column < k(); ++column) {
            double const* const values = white.col(column).data();
            for (std::size_t row = 0; row < scored.size(); ++row)
                sums(column, groups.of[row]) += values[row] * scored[row];
        }
        double const g = groups.count;
        double factor = spread == Spread::cr0 ? 1 : g / (g - 1);
        if (spread == Spread::cr1s) factor *= (static_cast<double>(fit->rows()) - 1) / fit->df();
        return factor * (sums * sums.transpose());
    }

    void collect(Groups const& groups)
    {
        auto const white = view(fit->white);
        auto const n = fit->rows();
        MatrixXd z(static_cast<Index>(n), width());
        z.leftCols(k()) = white;
        if (weighted()) z.rightCols(k()) = view(fit->weights).asDiagonal() * white;
        std::vector<double> cross(static_cast<std::size_t>(width() * width()) * groups.count, 0);
        auto const size = static_cast<std::size_t>(width() * width());
        for (Index one = 0; one < width(); ++one) {
            for (Index other = 0; other <= one; ++other) {
                double const* const a = z.col(one).data();
                double const* const b = z.col(other).data();
                double* const to = cross.data() + one * width() + other;
                for (std::size_t row = 0; row < n; ++row) to[groups.of[row] * size] += a[row] * b[row];
            }
        }
        MatrixXd sums = MatrixXd::Zero(width(), groups.count);
        for (Index column = 0; column < width(); ++column) {
            double const* const values = z.col(column).data();
            for (std::size_t row = 0; row < n; ++row) sums(column, groups.of[row]) += values[row] * fit->residuals[row];
        }
        clusters.resize(groups.count);
        for (std::size_t g = 0; g < groups.count; ++g) {
            Eigen::Map<MatrixXd const> const lower{cross.data() + g * size, width(), width()};
            // Column `one` holds the rows up to `one`: the upper triangle.
            clusters[g].cross = lower.selfadjointView<Eigen::Upper>();
            clusters[g].sums = sums.col(static_cast<Index>(g));
        }
        kernel = MatrixXd::Zero(width(), width());
        if (!weighted()) {
            kernel = -MatrixXd::Identity(k(), k());
            return;
        }
        kernel.topLeftCorner(k(), k()) = z.rightCols(k()).transpose() * z.rightCols(k());
        kernel.topRightCorner(k(), k()) = -MatrixXd::Identity(k(), k());
        kernel.bottomLeftCorner(k(), k()) = -MatrixXd::Identity(k(), k());
    }

    /// The white cross product of the cluster: how much of each direction it decides.
    [[nodiscard]] MatrixXd part_of(Cluster const& cluster) const { return cluster.cross.block(0, offset(), k(), k()); }

    [[nodiscard]] MatrixXd adjustment(Cluster const& cluster) const
    {
        constexpr double half = -0.5;
        if (!weighted()) {
            Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{cluster.cross};
            VectorXd const values = eigen.eigenvalues().unaryExpr([](double part) { return correction(part, half); });
            return eigen.eigenvectors() * values.asDiagonal() * eigen.eigenvectors().transpose();
        }
        // Z = P sqrt(s) U' with P orthonormal; in P, the residuals vary as 1 + sqrt(s) U' K U sqrt(s).
        Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{cluster.cross};
        double const least = 1e-13 * std::max(eigen.eigenvalues().maxCoeff(), 0.0);
        std::vector<Index> kept;
        for (Index i = 0; i < width(); ++i) {
            if (eigen.eigenvalues()[i] > least) kept.push_back(i);
        }
        auto const rank = static_cast<Index>(kept.size());
        MatrixXd basis(width(), rank);   // U sqrt(s)
        MatrixXd inverse(width(), rank); // U / sqrt(s)
        for (Index i = 0; i < rank; ++i) {
            double const root = std::sqrt(eigen.eigenvalues()[kept[static_cast<std::size_t>(i)]]);
            basis.col(i) = eigen.eigenvectors().col(kept[static_cast<std::size_t>(i)]) * root;
            inverse.col(i) = eigen.eigenvectors().col(kept[static_cast<std::size_t>(i)]) / root;
        }
        Eigen::SelfAdjointEigenSolver<MatrixXd> const inner{MatrixXd{basis.transpose() * kernel * basis}};
        VectorXd const values = inner.eigenvalues().unaryExpr(
            [](double more) { return 1 + more < none_left ? -1 : std::expm1(half * std::log1p(more)); });
        MatrixXd const turned = inverse * inner.eigenvectors();
        return turned * values.asDiagonal() * turned.transpose();
    }

    Result<void> adjust()
    {
        for (auto& cluster : clusters) {
            cluster.turn = MatrixXd::Zero(width(), k());
            cluster.turn.middleRows(offset(), k()).setIdentity();
            if (spread == Spread::cr2) {
                cluster.turn += adjustment(cluster) * cluster.cross.middleCols(offset(), k());
            } else if (spread == Spread::cr3) {
                MatrixXd const left = MatrixXd::Identity(k(), k()) - part_of(cluster);
                Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{left};
                if (eigen.eigenvalues().minCoeff() < none_left)
                    return refuse("whole_leverage",
                                  "without one of the clusters a coefficient is not known at all: choose cr2, or leave "
                                  "the column out that only this cluster has");
                cluster.turn.middleRows(offset(), k()) = eigen.eigenvectors() *
                                                         eigen.eigenvalues().cwiseInverse().asDiagonal() *
                                                         eigen.eigenvectors().transpose();
            }
            find_lost(cluster);
        }
        return {};
    }

    void find_lost(Cluster& cluster) const
    {
        MatrixXd const part = part_of(cluster);
        // The trace bounds the largest eigenvalue.
        if (part.trace() < 1 - none_left) return;
        Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{part};
        Index const count = (eigen.eigenvalues().array() > 1 - none_left).count();
        cluster.lost = eigen.eigenvectors().rightCols(count);
    }

    [[nodiscard]] MatrixXd sandwich() const
    {
        MatrixXd sum = MatrixXd::Zero(k(), k());
        for (auto const& cluster : clusters) {
            VectorXd const score = cluster.turn.transpose() * cluster.sums;
            sum += score * score.transpose();
        }
        return sum;
    }

    /// cov(c'V d, e'V f) when rows spread alike, from the columns a of `directions`: see total_spread.
    struct Sides {
        std::vector<MatrixXd> seen; ///< per cluster: Z' times the adjusted rows, for each direction
        std::vector<MatrixXd> own;  ///< per cluster: cross products of the adjusted rows
    };
    [[nodiscard]] Sides look(MatrixXd const& directions) const
    {
        Sides sides;
        for (auto const& cluster : clusters) {
            MatrixXd const turned = cluster.turn * directions;
            sides.seen.push_back(cluster.cross * turned);
            sides.own.push_back(turned.transpose() * sides.seen.back());
        }
        return sides;
    }
    /// Expected V in these directions when all rows have spread 1.
    [[nodiscard]] MatrixXd expected(Sides const& sides) const
    {
        auto const size = sides.own.front().rows();
        MatrixXd sum = MatrixXd::Zero(size, size);
        for (std::size_t g = 0; g < clusters.size(); ++g)
            sum += sides.own[g] + sides.seen[g].transpose() * kernel * sides.seen[g];
        return sum;
    }
    /// Sum over clusters g, h of m(a, b) m(c, d), where m(a, b) is the product of direction a in g with b in h.
    [[nodiscard]] double products(Sides const& sides, Index a, Index b, Index c, Index d) const
    {
        double own = 0;
        MatrixXd between = MatrixXd::Zero(width(), width()); // sum of b d'
        MatrixXd back = MatrixXd::Zero(width(), width());    // sum of c a'
        for (std::size_t g = 0; g < clusters.size(); ++g) {
            auto const& seen = sides.seen[g];
            double const ab = sides.own[g](a, b);
            double const cd = sides.own[g](c, d);
            own += ab * cd + ab * seen.col(c).dot(kernel * seen.col(d)) + cd * seen.col(a).dot(kernel * seen.col(b));
            between += seen.col(b) * seen.col(d).transpose();
            back += seen.col(c) * seen.col(a).transpose();
        }
        return own + (kernel * between * kernel * back).trace();
    }
};

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
    return std::any_of(m_state->clusters.begin(), m_state->clusters.end(), [&](Cluster const& cluster) {
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
