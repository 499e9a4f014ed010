// SPDX-License-Identifier: EUPL-1.2
// What is worked out with small matrices is held to the definition with large ones, and to R (tests/reference/effect).
#include "kernel/stat/covariance.hpp"

#include "base/csv.hpp"
#include "base/random.hpp"
#include "kernel/stat/inside.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>

using namespace wf;
using namespace wf::stat;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

struct Case {
    LeastSquares model;
    Groups clusters;
};

Case random_case(std::uint64_t seed, bool weighted)
{
    Random random{seed};
    Case made;
    auto const groups = 3 + random.below(6);
    std::size_t const rows = groups * (2 + random.below(5));
    std::vector<double> one(rows, 1);
    std::vector<double> x;
    std::vector<double> z;
    made.clusters.count = static_cast<std::uint32_t>(groups);
    for (std::size_t row = 0; row < rows; ++row) {
        auto const g = static_cast<std::uint32_t>(row < groups ? row : random.below(groups));
        made.clusters.of.push_back(g);
        x.push_back(random.normal());
        z.push_back(g % 2 == 0 ? 1 : 0.2 * random.normal());
        made.model.y.push_back(x.back() + random.normal() + g);
        if (weighted) made.model.weights.push_back(0.3 + 3 * random.uniform());
    }
    for (auto const* column : {&one, &x, &z}) made.model.x.add_column(*column);
    made.model.names = {"intercept", "x", "z"};
    return made;
}

MatrixXd power(MatrixXd const& matrix, double exponent)
{
    Eigen::SelfAdjointEigenSolver<MatrixXd> const eigen{matrix};
    VectorXd const values =
        eigen.eigenvalues().unaryExpr([&](double v) { return v > 1e-9 ? std::pow(v, exponent) : 0.0; });
    return eigen.eigenvectors() * values.asDiagonal() * eigen.eigenvectors().transpose();
}

/// By the definition: matrices of n x n. (Covariance, Satterthwaite df of each coefficient.)
std::pair<MatrixXd, VectorXd> by_definition(Case const& made, Spread spread)
{
    MatrixXd const x = view(made.model.x);
    Index const n = x.rows();
    MatrixXd weights = MatrixXd::Identity(n, n);
    if (!made.model.weights.empty()) weights = MatrixXd{view(made.model.weights).asDiagonal()};
    MatrixXd const bread = (x.transpose() * weights * x).inverse();
    MatrixXd const left = MatrixXd::Identity(n, n) - x * bread * x.transpose() * weights;
    VectorXd const residuals = left * view(made.model.y);
    MatrixXd const varies = left * left.transpose();
    MatrixXd meat = MatrixXd::Zero(x.cols(), x.cols());
    std::vector<MatrixXd> rows; // k x n of each cluster: what the estimate's part of the cluster is of y
    for (std::uint32_t g = 0; g < made.clusters.count; ++g) {
        std::vector<Index> in;
        for (Index row = 0; row < n; ++row)
            if (made.clusters.of[static_cast<std::size_t>(row)] == g) in.push_back(row);
        MatrixXd const adjust = spread == Spread::cr2 ? power(varies(in, in), -0.5) : MatrixXd{left(in, in).inverse()};
        MatrixXd const score = bread * x(in, Eigen::all).transpose() * weights(in, in) * adjust;
        meat += score * residuals(in) * residuals(in).transpose() * score.transpose();
        rows.push_back(score * left(in, Eigen::all));
    }
    VectorXd df(x.cols());
    for (Index c = 0; c < x.cols(); ++c) {
        MatrixXd p(n, static_cast<Index>(rows.size()));
        for (std::size_t g = 0; g < rows.size(); ++g) p.col(static_cast<Index>(g)) = rows[g].row(c).transpose();
        MatrixXd const products = p.transpose() * p;
        df[c] = std::pow(products.trace(), 2) / products.squaredNorm();
    }
    return {meat, df};
}

bool near(double value, double expected, double tolerance = 1e-7)
{
    return std::abs(value - expected) <= tolerance * (std::abs(expected) + 1e-9);
}

} // namespace

TEST_CASE("cr2, cr3 and their df are those of the definition, with and without weights")
{
    CHECK(rc::check([] {
        auto const seed = *rc::gen::inRange<std::uint64_t>(0, 1'000'000);
        for (bool const weighted : {false, true}) {
            auto const made = random_case(seed, weighted);
            auto const answer = fit(made.model);
            RC_ASSERT(answer.has_value());
            for (auto const spread : {Spread::cr2, Spread::cr3}) {
                auto const covariance = Covariance::make(*answer, spread, std::span{&made.clusters, 1});
                RC_PRE(covariance.has_value());
                auto const [expected, df] = by_definition(made, spread);
                auto const dfs = covariance->dfs();
                for (Index i = 0; i < 3; ++i) {
                    auto const at = static_cast<std::size_t>(i);
                    RC_ASSERT(near(covariance->matrix()(at, at), expected(i, i), 1e-6));
                    RC_ASSERT(near(dfs[at], df[i], 1e-6));
                }
            }
        }
    }));
}

TEST_CASE("clusters of one row: cr2 is hc2, cr3 is hc3")
{
    auto made = random_case(5, false);
    made.clusters.count = static_cast<std::uint32_t>(made.model.y.size());
    for (std::uint32_t row = 0; row < made.clusters.count; ++row) made.clusters.of[row] = row;
    auto const answer = fit(made.model);
    REQUIRE(answer);
    std::span const clusters{&made.clusters, 1};
    for (auto const& [one, other] : {std::pair{Spread::cr2, Spread::hc2}, std::pair{Spread::cr3, Spread::hc3},
                                     std::pair{Spread::cr0, Spread::hc0}}) {
        auto const grouped = Covariance::make(*answer, one, clusters)->variances();
        auto const alone = Covariance::make(*answer, other, {})->variances();
        for (std::size_t i = 0; i < 3; ++i) CHECK(near(grouped[i], alone[i], 1e-10));
    }
}

TEST_CASE("no answer where there is none")
{
    auto made = random_case(6, false);
    auto const answer = fit(made.model);
    REQUIRE(answer);
    auto one = made.clusters;
    std::fill(one.of.begin(), one.of.end(), 0);
    one.count = 1;
    CHECK(Covariance::make(*answer, Spread::cr1, std::span{&one, 1}).error().code == "one_cluster");
    std::vector<Groups> const both{made.clusters, made.clusters};
    CHECK(Covariance::make(*answer, Spread::cr2, both).error().code == "two_way");
    // z is all 0 but in one cluster: nobody can say how much that cluster's own luck is in it.
    auto alone = made.model;
    for (std::size_t row = 0; row < alone.y.size(); ++row) alone.x(row, 2) = made.clusters.of[row] == 0 ? 1 : 0;
    auto const decided = fit(alone);
    REQUIRE(decided);
    CHECK(Covariance::make(*decided, Spread::cr3, std::span{&made.clusters, 1}).error().code == "whole_leverage");
    auto const covariance = Covariance::make(*decided, Spread::cr2, std::span{&made.clusters, 1});
    REQUIRE(covariance);
    CHECK(covariance->is_decided_by_one(std::vector<double>{0, 0, 1}));
    CHECK(!covariance->is_decided_by_one(std::vector<double>{0, 1, 0}));
}

TEST_CASE("words go there and back")
{
    for (auto const* const word : {"classical", "hc0", "hc1", "hc2", "hc3", "cr0", "cr1", "cr1s", "cr2", "cr3"})
        CHECK(to_word(*find_spread(word)) == word);
    CHECK(!find_spread("hc4"));
}
