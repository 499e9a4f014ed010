// SPDX-License-Identifier: EUPL-1.2
// Question     how much more did the treated change than the others, from before to after?
// Assumption   without the measure both groups would have changed as much (parallel). Two moments cannot show whether that is so.
// Method       least squares on treated, post, treated x post and covariates: the effect is the coefficient of the product.
// Units        those of the outcome; treated and post are 0 or 1.
// Shapes       O(n k^2).
// Errors       refused: empty_cell (one of the four groups has no complete row), and those of regression.
// Source       Card and Krueger (1994), reference answers in docs/methods/effect.md.
#pragma once

#include "kernel/effect/regression.hpp"

#include <array>

namespace wf::effect {

inline constexpr char const* did_version = "1";

struct Did {
    stat::Column const* outcome{nullptr};
    stat::Column const* treated{nullptr};
    stat::Column const* post{nullptr};
    std::vector<stat::Column const*> covariates;
    std::vector<stat::Column const*> clusters;
    stat::Spread spread{stat::Spread::classical};
    double level{0.95};
};

struct Cell {
    double mean{0};
    std::size_t rows{0};
};

struct DidAnswer {
    Estimate effect;
    std::array<Cell, 4> cells; ///< others before, treated before, others after, treated after
    std::size_t rows{0};
    std::size_t missing{0};
    std::vector<std::size_t> clusters;
};

[[nodiscard]] Result<DidAnswer> difference_in_differences(Did const& question);

} // namespace wf::effect
