// SPDX-License-Identifier: EUPL-1.2
// Question     which controls stand beside which treated, and how much does each row then count?
// Shapes       vectors with one place for each row; nearest O(n log n), strata O(n k log n), entropy O(n k^2) for each step.
// Errors       see compare.hpp.
#pragma once

#include "kernel/effect/compare.hpp"

#include <cstdint>
#include <span>

namespace wf::effect {

struct Weights {
    std::vector<double> of;           ///< 0: left out
    std::vector<std::uint32_t> group; ///< pair or stratum; stat::no_level: none. Empty where there are none
};

[[nodiscard]] Weights match_nearest(std::span<double const> chance, std::span<double const> treated);

/// Rows with the same number are alike; strata without both groups are left out.
[[nodiscard]] Result<Weights> weigh_strata(stat::Groups const& strata, std::span<double const> treated, Whom whom);
/// By the values themselves, or in bins by Sturges.
[[nodiscard]] stat::Groups strata_of(std::span<stat::Column const* const> covariates, std::span<std::size_t const> rows,
                                     Method method);
[[nodiscard]] stat::Groups subclasses(std::span<double const> chance, std::span<double const> treated, Whom whom);

[[nodiscard]] Weights weigh_by_chance(std::span<double const> chance, std::span<double const> treated, Whom whom);
/// Columns of x without the constant.
[[nodiscard]] Result<Weights> weigh_by_entropy(stat::Matrix const& x, std::span<double const> treated, Whom whom);

} // namespace wf::effect
