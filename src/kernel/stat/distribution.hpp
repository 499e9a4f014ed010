// SPDX-License-Identifier: EUPL-1.2
// Question     how likely is a statistic at least so large, and where does a distribution leave so much above it?
// Assumption   df of t, the second df of F, may be infinite: then it is the normal, the chi-squared over its df.
// Method       Boost.Math in double precision; far tails are worked out as tails, not as 1 minus the rest.
// Errors       none is thrown: an argument outside its range (df not above 0, p not between 0 and 1, not a number) gives NaN, and
//              whoever asks refuses before that.
// Source       Boost.Math 1.74; tests against R 4.2.2.
#pragma once

#include <limits>

namespace wf::stat {

/// df of a normal reference.
inline constexpr double infinite_df = std::numeric_limits<double>::infinity();

[[nodiscard]] double normal_cdf(double z);
[[nodiscard]] double normal_upper(double z);
[[nodiscard]] double normal_two_sided(double z);
/// The z with chance p below it.
[[nodiscard]] double normal_quantile(double p);

[[nodiscard]] double t_cdf(double t, double df);
[[nodiscard]] double t_upper(double t, double df);
[[nodiscard]] double t_two_sided(double t, double df);
[[nodiscard]] double t_quantile(double p, double df);

[[nodiscard]] double f_upper(double f, double df1, double df2);
[[nodiscard]] double f_quantile(double p, double df1, double df2);

[[nodiscard]] double chi_squared_upper(double x, double df);
[[nodiscard]] double chi_squared_quantile(double p, double df);

} // namespace wf::stat
