// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/distribution.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace wf::stat {
namespace {

namespace policies = boost::math::policies;
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::underflow_error<policies::ignore_error>, policies::denorm_error<policies::ignore_error>,
                     policies::rounding_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using T = boost::math::students_t_distribution<double, Quiet>;
using F = boost::math::fisher_f_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool is_df(double df)
{
    return df > 0;
}

bool is_chance(double p)
{
    return p >= 0 && p <= 1;
}

/// Of one that goes from minus to plus infinity.
double bound_of(double p)
{
    if (p == 0) return -infinity;
    return p == 1 ? infinity : not_a_number;
}

} // namespace

double normal_upper(double z)
{
    if (std::isnan(z)) return not_a_number;
    if (std::isinf(z)) return z > 0 ? 0 : 1;
    return boost::math::cdf(boost::math::complement(Normal{}, z));
}

double normal_cdf(double z)
{
    return normal_upper(-z);
}

double normal_two_sided(double z)
{
    return 2 * normal_upper(std::abs(z));
}

double normal_quantile(double p)
{
    if (!(p > 0 && p < 1)) return bound_of(p);
    return boost::math::quantile(Normal{}, p);
}

double t_upper(double t, double df)
{
    if (std::isnan(t) || !is_df(df)) return not_a_number;
    if (std::isinf(df)) return normal_upper(t);
    if (std::isinf(t)) return t > 0 ? 0 : 1;
    return boost::math::cdf(boost::math::complement(T{df}, t));
}

double t_cdf(double t, double df)
{
    return t_upper(-t, df);
}

double t_two_sided(double t, double df)
{
    return 2 * t_upper(std::abs(t), df);
}

double t_quantile(double p, double df)
{
    if (!is_df(df)) return not_a_number;
    if (std::isinf(df)) return normal_quantile(p);
    if (!(p > 0 && p < 1)) return bound_of(p);
    return boost::math::quantile(T{df}, p);
}

double f_upper(double f, double df1, double df2)
{
    if (std::isnan(f) || !is_df(df1) || !is_df(df2) || std::isinf(df1)) return not_a_number;
    if (f <= 0) return 1;
    if (std::isinf(f)) return 0;
    if (std::isinf(df2)) return chi_squared_upper(f * df1, df1);
    return boost::math::cdf(boost::math::complement(F{df1, df2}, f));
}

double f_quantile(double p, double df1, double df2)
{
    if (!is_chance(p) || !is_df(df1) || !is_df(df2) || std::isinf(df1)) return not_a_number;
    if (std::isinf(df2)) return chi_squared_quantile(p, df1) / df1;
    if (p == 0) return 0;
    return p == 1 ? infinity : boost::math::quantile(F{df1, df2}, p);
}

double chi_squared_upper(double x, double df)
{
    if (std::isnan(x) || !is_df(df) || std::isinf(df)) return not_a_number;
    if (x <= 0) return 1;
    if (std::isinf(x)) return 0;
    return boost::math::cdf(boost::math::complement(ChiSquared{df}, x));
}

double chi_squared_quantile(double p, double df)
{
    if (!is_chance(p) || !is_df(df) || std::isinf(df)) return not_a_number;
    if (p == 0) return 0;
    return p == 1 ? infinity : boost::math::quantile(ChiSquared{df}, p);
}

} // namespace wf::stat
