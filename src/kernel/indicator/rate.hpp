// SPDX-License-Identifier: EUPL-1.2
// Question     how many per so many (social assistance per 1,000 inhabitants), and between which bounds can the true rate lie,
//              given that statistics offices publish rounded counts?
// Assumption   numerator and denominator are about the same area, year and people; rounding is to the nearest multiple, so the true
//              count lies within half a step of the published one and is never below zero; nothing else is uncertain (a full count).
// Units        counts in persons or households; rate in `factor` per denominator (1000: per thousand; 100: per cent).
// Errors       refused, never NaN: numerator_missing, denominator_missing, different_years, denominator_too_small, denominator_zero,
//              not_a_count (negative or not finite).
// Source       interval arithmetic on the quotient (Moore 1966); CBS rounds neighbourhood counts to multiples of 5.
#pragma once

#include <optional>
#include <string>

namespace wf::indicator {

inline constexpr char const* rate_version = "1";

struct Count {
    std::optional<double> value;
    double rounding{0}; ///< published to the nearest multiple of this; 0: exact
    int year{0};
};

struct RateInput {
    Count numerator;
    Count denominator;
    double factor{1000};
    double least_denominator{25}; ///< below this a rate says more about chance and single people than about an area
};

enum class Status { answered, refused };

struct RateResult {
    Status status{Status::refused};
    std::string reason; ///< code when refused
    double rate{0};
    double low{0};  ///< smallest rate that rounding allows
    double high{0}; ///< largest
};

[[nodiscard]] RateResult compute_rate(RateInput const& input);

/// The bounds that rounding leaves to a published number itself: [value - step/2, value + step/2], not below `floor`.
struct Bounds {
    double low{0};
    double high{0};
};
[[nodiscard]] Bounds rounding_bounds(double value, double rounding, double floor);

} // namespace wf::indicator
