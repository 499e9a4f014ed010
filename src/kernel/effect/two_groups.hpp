// SPDX-License-Identifier: EUPL-1.2
// Question     two groups, one before and one after: how much more did the treated change than the others who are like them, and how
//              much does each unit say about that?
// Method       dr: drdid_panel of Sant'Anna and Zhao (2020, 3.1: logit by maximum likelihood, least squares on the controls); ipw:
//              normalised weights (Abadie 2005); reg: outcome regression (Heckman and others 1997). Controls with a chance of treatment
//              above 0.995 count nothing (R DRDID). Influence functions hold what is estimated on the way: chances and regression.
// Shapes       n units, k columns: O(n k^2) once, O(n k) for each outcome.
// Errors       refused: singular, no_overlap (chance of treatment 0.999 or more, as R did; or no control that counts).
#pragma once

#include "base/result.hpp"
#include "kernel/stat/matrix.hpp"

#include <memory>
#include <span>
#include <vector>

namespace wf::effect {

enum class Estimator { dr, ipw, reg };

/// The difference, and the influence of each unit on it: its mean is 0, and the variance of the difference is
/// sum(influence^2) / n^2.
struct Difference {
    double att{0};
    std::vector<double> influence;
};

/// Which units are compared, and what they had before; used for any number of outcomes.
class TwoGroups {
public:
    /// `x` holds the constant. At least one unit is treated and one is not.
    static Result<TwoGroups> make(std::span<char const> treated, stat::Matrix const& x, Estimator estimator);
    TwoGroups(TwoGroups&&) noexcept;
    TwoGroups& operator=(TwoGroups&&) noexcept;
    TwoGroups(TwoGroups const&) = delete;
    TwoGroups& operator=(TwoGroups const&) = delete;
    ~TwoGroups();

    [[nodiscard]] Difference of_change(std::span<double const> change) const;
    /// Controls that are too like the treated to weigh.
    [[nodiscard]] std::size_t trimmed() const;

private:
    struct Inside;
    explicit TwoGroups(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace wf::effect
