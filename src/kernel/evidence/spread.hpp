// SPDX-License-Identifier: EUPL-1.2
// Inside kernel/evidence: tau2 and its standard error, from sums that a model gives. The model without moderators gives them from plain
// loops (pool.cpp), the one with moderators from matrices (regression.cpp); the equations are here once.
// Method       with W = 1/(v + t) and P = W - WX(X'WX)^-1X'W: the score of REML is y'PPy - tr P, of ML y'PPy - tr W, the equation of
//              Paule-Mandel y'Py = k - p. All zeros lie below a bound that follows from the least squares residuals; likelihoods are
//              looked at on a grid there, each rise that turns into a fall is refined (Newton between bounds), and the highest is taken.
#pragma once

#include "kernel/evidence/method.hpp"

#include <algorithm>
#include <cmath>

namespace wf::evidence::inside {

/// What there is to know at one tau2.
struct Sums {
    double w{0};    ///< tr W
    double w2{0};   ///< tr WW
    double p{0};    ///< tr P
    double pp{0};   ///< tr PP
    double rss{0};  ///< y'Py
    double rss2{0}; ///< y'PPy
    double rss3{0}; ///< y'PPPy
};

/// Traces with V, the sampling variances, for the methods of moments.
struct Traces {
    double p{0};
    double pp{0};
    double pv{0};
    double pvp{0};
    double pvpv{0};
    double rss{0};
};

/// What all methods need to know of the data beforehand.
struct Shape {
    double k{0};
    double p{1};
    double least_variance{0};
    double most_variance{0};
    double residual{0}; ///< sum of squares of ordinary least squares
    double total{0};    ///< sum of squares around the mean
};

struct SpreadFound {
    double tau2{0};
    double se{0};
};

constexpr int most_steps = 200;

/// The t between low and high where f falls through zero: Newton, halving where that would leave the bounds. `slope_of` is f'.
template <class Equation>
double refine(Equation const& equation, double low, double high, double scale)
{
    constexpr double precision = 1e-15;
    double t = (low + high) / 2;
    double before = high - low;
    for (int step = 0; step < most_steps; ++step) {
        auto const [value, slope] = equation(t);
        if (value == 0) return t;
        if (value > 0) low = t;
        else high = t;
        double next = t - value / slope;
        // Also where a slope of zero gave no number at all.
        if (!(next > low && next < high) || std::abs(next - t) > before / 2) next = (low + high) / 2;
        before = std::abs(next - t);
        t = next;
        if (before <= precision * (t + scale)) break;
    }
    return t;
}

/// Above this a score of a likelihood is negative: (k-p)(vmin+t)^2 > residual (vmax+t).
inline double highest_spread(Shape const& shape, double freedom)
{
    double const s = shape.residual / freedom;
    double const low = shape.least_variance;
    double const root = std::sqrt(s * s + 4 * s * (shape.most_variance - low));
    return std::max(0.0, (s - 2 * low + root) / 2);
}

template <class Model>
double most_likely(Model& model, Spread spread)
{
    bool const restricted = spread == Spread::reml;
    auto const& shape = model.shape();
    auto const equation = [&](double t) {
        Sums const sums = model.at(t);
        return restricted ? std::pair{sums.rss2 - sums.p, sums.pp - 2 * sums.rss3}
                          : std::pair{sums.rss2 - sums.w, sums.w2 - 2 * sums.rss3};
    };
    constexpr double growth = 1.6;
    constexpr double margin = 1.0 + 1e-9;
    double const scale = shape.least_variance;
    double const top = highest_spread(shape, restricted ? shape.k - shape.p : shape.k) * margin;
    double best = 0;
    double best_likelihood = 0;
    int peaks = 0;
    auto const offer = [&](double t) {
        // One peak is the answer; only of several does it matter how high they are.
        if (peaks == 1) best_likelihood = model.log_likelihood(best, restricted);
        if (double const likelihood = peaks == 0 ? 0 : model.log_likelihood(t, restricted);
            peaks == 0 || likelihood > best_likelihood) {
            best = t;
            best_likelihood = likelihood;
        }
        ++peaks;
    };
    double low = 0;
    bool rising = equation(0.0).first > 0;
    if (!rising) offer(0);
    while (low < top) {
        double const high = std::min(top, (low + scale) * growth - scale);
        bool const rises = high < top && equation(high).first > 0;
        if (rising && !rises) offer(refine(equation, low, high, scale));
        rising = rises;
        low = high;
    }
    return best;
}

template <class Model>
double paule_mandel(Model& model)
{
    auto const& shape = model.shape();
    double const freedom = shape.k - shape.p;
    auto const equation = [&](double t) {
        Sums const sums = model.at(t);
        return std::pair{sums.rss - freedom, -sums.rss2};
    };
    if (equation(0.0).first <= 0) return 0;
    // y'Py is at most residual / (vmin + t).
    return refine(equation, 0, std::max(0.0, shape.residual / freedom - shape.least_variance), shape.least_variance);
}

inline double se_of_moments(Traces const& at, double tau2, double divisor)
{
    return std::sqrt(2 * at.pvpv + 4 * tau2 * at.pvp + 2 * tau2 * tau2 * at.pp) / divisor;
}

/// Not below 0. The standard errors are those of metafor 3.8.
template <class Model>
SpreadFound find_tau2(Model& model, Spread spread)
{
    auto const& shape = model.shape();
    double const freedom = shape.k - shape.p;
    switch (spread) {
    case Spread::fixed: return {};
    case Spread::reml: {
        double const tau2 = most_likely(model, spread);
        return {tau2, std::sqrt(2 / model.at(tau2).pp)};
    }
    case Spread::ml: {
        double const tau2 = most_likely(model, spread);
        return {tau2, std::sqrt(2 / model.at(tau2).w2)};
    }
    case Spread::pm:
    case Spread::eb: {
        double const tau2 = paule_mandel(model);
        return {tau2, std::sqrt(2 / freedom) * shape.k / model.at(tau2).w};
    }
    case Spread::dl: {
        Sums const at = model.at(0);
        double const tau2 = std::max(0.0, (at.rss - freedom) / at.p);
        return {tau2, std::sqrt(2 * freedom + 4 * tau2 * at.p + 2 * tau2 * tau2 * at.pp) / at.p};
    }
    case Spread::hs: {
        Sums const at = model.at(0);
        double const tau2 = std::max(0.0, (at.rss - shape.k) / at.w);
        return {tau2, std::sqrt(2 * freedom + 4 * tau2 * at.p + 2 * tau2 * tau2 * at.pp) / at.w};
    }
    case Spread::he: {
        Traces const at = model.traces_unweighted();
        double const tau2 = std::max(0.0, (at.rss - at.pv) / freedom);
        return {tau2, se_of_moments(at, tau2, freedom)};
    }
    case Spread::sj: {
        double const first = shape.total / shape.k;
        Traces const at = model.traces_at(first);
        double const tau2 = first * at.rss / freedom;
        return {tau2, se_of_moments(at, tau2, freedom / first)};
    }
    }
    return {};
}

} // namespace wf::evidence::inside
