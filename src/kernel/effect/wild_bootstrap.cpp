// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/wild_bootstrap.hpp"

#include "base/random.hpp"
#include "kernel/stat/inside.hpp"
#include "kernel/stat/refuse.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::effect {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using stat::refuse;

constexpr std::size_t block = 64;

/// What each draw needs of a cluster, in white coordinates: with signs v, the coefficient is c'T'v and the scores are s v - B T'v.
struct Scores {
    MatrixXd sums;   ///< G x 2k: T (white'u of each cluster), then s times B
    MatrixXd spread; ///< B'B
    VectorXd direction;
    double own{0};    ///< sum of s^2
    double factor{1}; ///< of cr1s
    double estimate{0};
    double t{0};
};

Result<stat::Fit> fit_without(stat::LeastSquares const& squares, std::size_t tested)
{
    stat::LeastSquares others;
    others.y = squares.y;
    others.weights = squares.weights;
    for (std::size_t column = 0; column < squares.x.columns(); ++column) {
        if (column == tested) continue;
        others.x.add_column(squares.x.column(column));
        others.names.push_back(squares.names[column]);
    }
    if (others.names.empty()) {
        stat::Fit nothing;
        nothing.residuals = squares.y;
        return nothing;
    }
    return stat::fit(std::move(others));
}

double studentised(double top, double variance)
{
    return variance > 0 ? top * top / variance : 0;
}

Result<Scores> score(WildBootstrap const& question)
{
    WF_TRY(auto const null, fit_without(question.squares, question.tested));
    WF_TRY(auto const whole, stat::fit(question.squares));
    auto const k = static_cast<Index>(whole.columns());
    double const groups = question.clusters.count;
    auto const white = stat::view(whole.white);
    Scores scores;
    scores.direction = stat::view(whole.from_white).row(static_cast<Index>(question.tested)).transpose();
    VectorXd const along = white * scores.direction;
    MatrixXd turned = MatrixXd::Zero(k, question.clusters.count); // T'
    MatrixXd cross = MatrixXd::Zero(k, question.clusters.count);  // B'
    VectorXd own = VectorXd::Zero(question.clusters.count);
    VectorXd observed = VectorXd::Zero(question.clusters.count);
    for (Index column = 0; column < k; ++column) {
        double const* const values = white.col(column).data();
        for (std::size_t row = 0; row < whole.rows(); ++row) {
            auto const g = question.clusters.of[row];
            turned(column, g) += values[row] * null.residuals[row];
            cross(column, g) += values[row] * along[static_cast<Index>(row)];
        }
    }
    for (std::size_t row = 0; row < whole.rows(); ++row) {
        auto const g = question.clusters.of[row];
        own[g] += along[static_cast<Index>(row)] * null.residuals[row];
        observed[g] += along[static_cast<Index>(row)] * whole.residuals[row];
    }
    scores.sums.resize(question.clusters.count, 2 * k);
    scores.sums.leftCols(k) = turned.transpose();
    scores.sums.rightCols(k) = own.asDiagonal() * cross.transpose();
    scores.spread = cross * cross.transpose();
    scores.own = own.squaredNorm();
    scores.factor = groups / (groups - 1) * (static_cast<double>(whole.rows()) - 1) / whole.df();
    scores.estimate = whole.coefficients[question.tested];
    double const variance = scores.factor * observed.squaredNorm();
    if (!(variance > 0)) return refuse("no_spread", "the clusters leave nothing to judge by: more of them are needed");
    scores.t = scores.estimate / std::sqrt(variance);
    return scores;
}

/// Squared t of a block of sign patterns (G x draws), against `limit`: how many reach it.
std::uint64_t count_reached(Scores const& scores, MatrixXd const& signs, double limit)
{
    auto const k = scores.direction.size();
    MatrixXd const sums = signs.transpose() * scores.sums; // draws x 2k
    MatrixXd const moved = sums.leftCols(k);
    VectorXd const top = moved * scores.direction;
    VectorXd const crossed = (moved.array() * sums.rightCols(k).array()).rowwise().sum();
    VectorXd const squared = (moved * scores.spread).cwiseProduct(moved).rowwise().sum();
    std::uint64_t reached = 0;
    for (Index draw = 0; draw < top.size(); ++draw) {
        double const variance = scores.factor * (scores.own - 2 * crossed[draw] + squared[draw]);
        if (studentised(top[draw], variance) >= limit) ++reached;
    }
    return reached;
}

/// Signs of four clusters for each four bits: a set bit is +1. A look-up costs a third of asking bit by bit.
constexpr auto signs_of_four = [] {
    std::array<std::array<double, 4>, 16> table{};
    for (std::size_t bits = 0; bits < table.size(); ++bits) {
        for (std::size_t bit = 0; bit < 4; ++bit) table[bits][bit] = (bits >> bit & 1U) != 0 ? 1 : -1;
    }
    return table;
}();

void draw_signs(Random const& random, Index column, MatrixXd& signs)
{
    double* to = signs.col(column).data();
    double* const end = to + signs.rows();
    for (std::uint64_t place = 0; to < end; ++place) {
        for (auto word : random.bits(place)) {
            for (int four = 0; four < 8 && to < end; ++four, word >>= 4U) {
                auto const count = std::min<std::ptrdiff_t>(4, end - to);
                std::copy_n(signs_of_four[word & 15U].data(), count, to);
                to += count;
            }
        }
    }
}

void list_signs(std::uint64_t pattern, Index column, MatrixXd& signs)
{
    // The first cluster keeps its sign: the other half of the patterns has the same squares.
    for (Index g = 0; g < signs.rows(); ++g)
        signs(g, column) = g > 0 && (pattern >> static_cast<std::uint64_t>(g - 1) & 1U) != 0 ? -1 : 1;
}

} // namespace

Result<WildAnswer> wild_bootstrap(WildBootstrap question)
{
    constexpr std::uint32_t most_for_all = 24;
    auto const clusters = question.clusters.count;
    if (clusters < 2)
        return refuse("one_cluster",
                      "all rows are in one cluster: at least two are needed, and more than five are wise");
    bool const all = question.draws == 0;
    if (all && clusters > most_for_all)
        return refuse("too_many_clusters", "all patterns of " + std::to_string(clusters) +
                                               " clusters are too many: give a number of --draws");
    WF_CHECK(question.squares.weights.empty());
    WF_TRY(auto const scores, score(question));
    // Patterns that give the same t up to rounding count as reaching it.
    double const limit = scores.t * scores.t * (1 - 1e-10);
    std::uint64_t const wanted = all ? std::uint64_t{1} << (clusters - 1) : question.draws;
    auto const blocks = static_cast<std::size_t>((wanted + block - 1) / block);
    std::uint64_t const reached = parallel_reduce(
        blocks, question.threads, std::uint64_t{0},
        [&](std::uint64_t& sum, std::size_t at) {
            std::uint64_t const first = at * block;
            auto const count = static_cast<Index>(std::min<std::uint64_t>(block, wanted - first));
            MatrixXd signs(clusters, count);
            for (Index column = 0; column < count; ++column) {
                auto const draw = first + static_cast<std::uint64_t>(column);
                if (all) list_signs(draw, column, signs);
                else draw_signs(Random{question.seed, draw}, column, signs);
            }
            sum += count_reached(scores, signs, limit);
        },
        [](std::uint64_t& whole, std::uint64_t part) { whole += part; });
    WildAnswer answer;
    answer.estimate = scores.estimate;
    answer.t = scores.t;
    answer.draws = all ? 2 * wanted : wanted;
    answer.rows = question.squares.y.size();
    answer.clusters = clusters;
    answer.p = all ? static_cast<double>(reached) / static_cast<double>(wanted)
                   : static_cast<double>(reached + 1) / static_cast<double>(wanted + 1);
    return answer;
}

} // namespace wf::effect
