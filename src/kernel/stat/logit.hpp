// SPDX-License-Identifier: EUPL-1.2
// Question     how likely is a yes, given these columns?
// Assumption   the logarithm of the odds is a straight line in each column.
// Method       maximum likelihood by Newton's steps (iteratively reweighted least squares), halved when the likelihood would fall, until no
//              row's log odds move by 1e-9.
// Units        yes = 1, no = 0; weights multiply a row's part of the likelihood.
// Shapes       n rows, k columns: O(n k^2) for each of about six steps.
// Errors       refused: those of least squares (collinear ...), one_answer (all yes or all no), separation (a column tells yes from no
//              exactly: the best coefficient is endless).
// Source       tests against R's glm.
#pragma once

#include "kernel/stat/least_squares.hpp"

namespace wf::stat {

struct Logit {
    std::vector<double> coefficients;
    std::vector<double> se;
    std::vector<double> odds;   ///< logarithm of the odds, of each row
    std::vector<double> chance; ///< of each row
    double likelihood{0};       ///< its logarithm
};

/// `model.y` is 0 or 1.
[[nodiscard]] Result<Logit> fit_logit(LeastSquares model);

} // namespace wf::stat
