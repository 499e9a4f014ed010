// SPDX-License-Identifier: EUPL-1.2
// Question     which coefficients leave the least (weighted) sum of squares?
// Method       Householder QR of the columns in their order; a column of which less than 1e-7 is left after those before it is not
//              told apart from them (the tolerance of lm in R).
// Units        those of the columns; weights count how much a row weighs in the sum of squares (not how many rows it stands for).
// Shapes       n rows, k columns: O(n k^2).
// Errors       refused: collinear (names the column), too_few_rows (no more rows than columns), no_weight (weights that are negative,
//              or all zero), not_finite.
// Source       tests against R's lm.
#pragma once

#include "base/result.hpp"
#include "kernel/stat/matrix.hpp"

#include <span>
#include <string>
#include <vector>

namespace wf::stat {

struct LeastSquares {
    Matrix x;
    std::vector<std::string> names;
    std::vector<double> y;
    std::vector<double> weights; ///< empty: all 1
    std::size_t may_drop{0};     ///< so many columns in front are left out without a word when they are not told apart
    std::size_t absorbed{0};     ///< coefficients that were taken out before
    std::vector<double> length;  ///< of each column before anything was taken out of it; empty: as it is
};

struct Fit {
    std::vector<std::string> names;
    std::vector<double> coefficients;
    std::vector<double> residuals;
    std::vector<double> weights;
    Matrix white;              ///< n x k: x times from_white; its weighted cross product is the identity
    Matrix from_white;         ///< k x k: coefficients = from_white times white'W y
    std::size_t dropped{0};    ///< of the columns in front
    std::size_t shown_from{0}; ///< columns in front that are still there: may_drop - dropped
    std::size_t parameters{0}; ///< columns and what was absorbed
    double residual_sum{0};    ///< weighted sum of squares
    [[nodiscard]] std::size_t rows() const { return residuals.size(); }
    [[nodiscard]] std::size_t columns() const { return coefficients.size(); }
    [[nodiscard]] double df() const { return static_cast<double>(rows()) - static_cast<double>(parameters); }
};

[[nodiscard]] Result<Fit> fit(LeastSquares model);

/// Weighted sum of squares about the weighted mean.
[[nodiscard]] double total_sum(std::span<double const> y, std::span<double const> weights);

} // namespace wf::stat
