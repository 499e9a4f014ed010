// SPDX-License-Identifier: EUPL-1.2
// Question     did a row of measurements jump, or turn, at a moment?
// Assumption   without the measure the line would have gone straight on; nothing else happened at that moment; what is left of each moment hangs
//              on the one before by a share rho.
// Method       least squares on time, after and time since, with AR(1) errors: rho by restricted maximum likelihood, coefficients by
//              generalised least squares, t with n - 4 degrees of freedom. Moments that are missing are stepped over (rho to the
//              power of the gap).
// Units        level: the jump at `from`, in the outcome's unit; slope: the change of slope, per unit of time.
// Shapes       n moments: O(n) for each of about 100 values of rho.
// Errors       refused: too_few (fewer than 12 moments, or than 3 before or after), moment_twice, uneven (gaps that are no multiple of the
//              smallest), no_return (rho near 1: a wandering series), no_spread.
// Source       gls with corAR1 of R's nlme.
#pragma once

#include "kernel/effect/regression.hpp"

namespace wf::effect {

inline constexpr char const* series_version = "1";

struct Series {
    std::vector<double> outcome;
    std::vector<double> time;
    double from{0};
    double level{0.95};
};

struct SeriesAnswer {
    Estimate level;
    Estimate slope;
    Estimate before; ///< slope before
    double rho{0};
    double sigma{0};
    std::size_t moments{0};
};

[[nodiscard]] Result<SeriesAnswer> interrupted_series(Series const& question);

} // namespace wf::effect
