// SPDX-License-Identifier: EUPL-1.2
// Question     where is a function of one variable zero, or least, between two bounds?
// Assumption   continuous between the bounds; for the least, one valley (with more of them, one is found).
// Method       TOMS 748 and Brent, from Boost.Math.
// Errors       nothing: the function has the same sign at both bounds, or is not finite there, or it did not converge.
// Source       Alefeld, Potra, Shi (1995); Brent (1973).
#pragma once

#include <functional>
#include <optional>

namespace wf::stat {

using Function = std::function<double(double)>;

/// The x between the bounds where f changes sign, to a width of `tolerance` relative to x (or absolute, below 1).
[[nodiscard]] std::optional<double> find_root(Function const& f, double low, double high, double tolerance = 1e-13);

struct Least {
    double at{0};
    double value{0};
};

/// About half of the digits of a double is what the least place can be known to.
[[nodiscard]] std::optional<Least> find_least(Function const& f, double low, double high);

} // namespace wf::stat
