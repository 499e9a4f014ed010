// SPDX-License-Identifier: EUPL-1.2
// Question     how does an outcome go with these columns, and how sure is that?
// Assumption   it is a straight line in each column; that the coefficient of a measure is its effect needs more: that nothing else
//              differs between who got it and who did not.
// Method       least squares (kernel/stat/least_squares), standard errors of kernel/stat/covariance. Absorbed factors are in it as if each level
//              had a column: df, r2 and leverage count them.
// Units        those of the columns; weights count in the sum of squares.
// Shapes       n rows, k columns: O(n k^2).
// Errors       refused: those of design, least_squares, absorb and covariance; unknown_name (wald); no_spread when no coefficient has a
//              standard error.
// Source       reference answers of R (lm, sandwich, clubSandwich): docs/methods/effect.md.
#pragma once

#include "kernel/stat/covariance.hpp"
#include "kernel/stat/design.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wf::effect {

inline constexpr char const* regression_version = "1";

struct Regression {
    stat::Column const* outcome{nullptr};
    std::vector<stat::Column const*> covariates;
    std::vector<stat::Column const*> clusters; ///< none, one or two
    std::vector<stat::Column const*> absorbed;
    stat::Column const* weights{nullptr};
    stat::Spread spread{stat::Spread::classical};
    double level{0.95};
    std::vector<std::string> wald; ///< names of coefficients that are 0 together
};

/// Of one number; without an interval when only the number is known.
struct Estimate {
    std::string name;
    double estimate{0};
    std::optional<double> se; ///< nothing: the data do not say
    double statistic{0};
    double df{0};
    double p{1};
    double low{0};
    double high{0};
};
[[nodiscard]] Estimate make_estimate(std::string name, double estimate, double variance, double df, double level);

struct RegressionAnswer {
    std::vector<Estimate> coefficients;
    std::size_t rows{0};    ///< complete
    std::size_t missing{0}; ///< left out
    double r2{0};
    double residual_df{0};
    std::vector<std::size_t> clusters; ///< how many of each
    std::optional<stat::Wald> wald;
    [[nodiscard]] Estimate const* find(std::string_view name) const;
};

[[nodiscard]] Result<RegressionAnswer> regress(Regression const& question);

/// The same with a model matrix that was made before: columns of `x` in their order, no rows missing.
struct Model {
    stat::LeastSquares squares;
    std::vector<stat::Groups> clusters;
    std::vector<stat::Groups> absorbed;
    stat::Spread spread{stat::Spread::classical};
    double level{0.95};
    std::vector<std::string> wald;
};
[[nodiscard]] Result<RegressionAnswer> regress(Model model);

} // namespace wf::effect
