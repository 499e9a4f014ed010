// SPDX-License-Identifier: EUPL-1.2
#include "kernel/stat/root.hpp"

#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>

namespace wf::stat {

std::optional<double> find_root(Function const& f, double low, double high, double tolerance)
{
    constexpr std::uintmax_t most = 200;
    if (!(low <= high) || !std::isfinite(low) || !std::isfinite(high)) return std::nullopt;
    double const at_low = f(low);
    double const at_high = f(high);
    if (!std::isfinite(at_low) || !std::isfinite(at_high)) return std::nullopt;
    if (at_low == 0) return low;
    if (at_high == 0) return high;
    if ((at_low < 0) == (at_high < 0)) return std::nullopt;
    std::uintmax_t steps = most;
    bool finite = true;
    // The search throws on what is not a number.
    auto const guarded = [&](double x) {
        double const value = f(x);
        if (std::isfinite(value)) return value;
        finite = false;
        return 0.0;
    };
    auto const near = [tolerance](double a, double b) {
        return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
    };
    auto const [left, right] = boost::math::tools::toms748_solve(guarded, low, high, at_low, at_high, near, steps);
    if (!finite || steps >= most) return std::nullopt;
    return left + (right - left) / 2;
}

std::optional<Least> find_least(Function const& f, double low, double high)
{
    constexpr std::uintmax_t most = 500;
    constexpr int bits = 26;
    if (!(low < high) || !std::isfinite(low) || !std::isfinite(high)) return std::nullopt;
    std::uintmax_t steps = most;
    auto const [at, value] = boost::math::tools::brent_find_minima(f, low, high, bits, steps);
    if (!std::isfinite(value) || steps >= most) return std::nullopt;
    // Brent never looks at the bounds themselves.
    Least least{at, value};
    for (double const bound : {low, high}) {
        double const there = f(bound);
        if (there < least.value) least = {bound, there};
    }
    return least;
}

} // namespace wf::stat
