// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/effect: what few units do to the certainty of an average of groups and moments. An influence function adds up squares of
// deviations as if nothing had been estimated; each group lost degrees of freedom to its mean, to the regression and to the chances (cells.hpp).
// Method       intervals: each group's squares by n/(n - estimated); t with the df of Satterthwaite, as each group has its own spread.
//              Pretest: the same squares, W (v-q+1)/(v q) as F(q, v-q+1) with v of Krishnamoorthy and Yu.
// Source       Satterthwaite (1946); Krishnamoorthy and Yu (2004), Statistics and Probability Letters 66.
#pragma once

#include "kernel/effect/cells.hpp"

#include <Eigen/Core>

#include <optional>

namespace wf::effect {

[[nodiscard]] Certainty certainty_of(Eigen::Ref<Eigen::VectorXd const> const& influence, Cells const& cells);

/// Nothing where no moment lies before a beginning, or (`singular`) there are too few units for so many.
[[nodiscard]] std::optional<Pretest> test_before(Cells const& cells, double anticipation, bool& singular);

} // namespace wf::effect
