// SPDX-License-Identifier: EUPL-1.2
// Question     how is a factor of many levels taken into a regression without a column for each level?
// Method       Frisch, Waugh and Lovell: the (weighted) mean of each level is taken out of all columns; what that cannot do exactly (a second
//              factor; levels over several clusters when leverage counts) gets columns of its own, in front.
// Shapes       O(rows x columns); a column for each level that is not averaged out, at most 2,000 of them.
// Errors       refused: too_many_absorbed.
// Source       Frisch and Waugh (1933), Lovell (1963); for clusters Pustejovsky and Tipton (2018), theorem 2.
#pragma once

#include "kernel/stat/design.hpp"
#include "kernel/stat/least_squares.hpp"

#include <span>

namespace wf::stat {

/// Whether what comes after needs the leverage of each cluster with all dummies present.
enum class Leverage { not_needed, within_rows, within_clusters };

struct Absorbed {
    LeastSquares model;
    std::vector<double> leverage; ///< of each row, by what was averaged out
};

/// The model has no constant. `clusters` may be empty.
[[nodiscard]] Result<Absorbed> absorb(LeastSquares model, std::span<Groups const> factors, Leverage leverage,
                                      std::span<Groups const> clusters);

} // namespace wf::stat
