// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/profile.hpp"

#include <cmath>
#include <numbers>
#include <string_view>

namespace wf::reach {
namespace {

/// A check reads as a list of demands; the first that fails is told.
class Demands {
public:
    void within(std::string_view field, double value, double low, double high)
    {
        hold(field, std::isfinite(value) && value >= low && value <= high,
             "a number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    void obstacle(std::string_view field, Obstacle const& obstacle) { within(field, obstacle.seconds, 0, 3600); }
    void going(std::string_view field, Going const& going) { within(field, going.factor, 0.1, 100); }
    void hold(std::string_view field, bool holds, std::string wanted)
    {
        if (holds || m_failed) return;
        m_failed = true;
        m_error = Error{Trouble::bad_input, "profile.bad_number", std::string{field}, std::move(wanted)};
    }
    [[nodiscard]] Result<void> result() const { return m_failed ? Result<void>{m_error} : Result<void>{}; }

private:
    bool m_failed{false};
    Error m_error;
};

bool no_worse(Obstacle const& fine, Obstacle const& not_fine)
{
    return not_fine.forbidden || (!fine.forbidden && fine.seconds <= not_fine.seconds);
}

bool no_worse(Going const& fine, Going const& not_fine)
{
    return not_fine.forbidden || (!fine.forbidden && fine.factor <= not_fine.factor);
}

template <class Rows, class Word>
auto const& entry(Rows const& rows, Word word)
{
    return rows[static_cast<std::size_t>(word)];
}

double normal_below(double z)
{
    return std::erfc(-z * std::numbers::sqrt2 / 2) / 2;
}

} // namespace

double normal_quantile(double quantile)
{
    if (quantile > 0.5) return -normal_quantile(1 - quantile);
    // Newton on the logarithm of the tail, which is concave: from a point too far out it comes in without overshoot.
    double const wanted = std::log(quantile);
    double z = -std::sqrt(-2 * wanted); // the tail beyond it is at most half of exp(-z * z / 2)
    for (int step = 0; step < 60; ++step) {
        double const below = normal_below(z);
        double const density = std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        double const move = (std::log(below) - wanted) * below / density;
        z -= move;
        if (std::abs(move) < 1e-14 * (1 + std::abs(z))) break;
    }
    return z;
}

double log_speed_sd(Profile const& profile)
{
    double const spread = profile.speed_sd / profile.speed_mean;
    return std::sqrt(std::log1p(spread * spread));
}

double speed_at(Profile const& profile, double quantile)
{
    double const sd = log_speed_sd(profile);
    return profile.speed_mean * std::exp(-sd * sd / 2 + sd * normal_quantile(quantile));
}

Result<void> check(Profile const& profile)
{
    Demands demands;
    demands.within("speed_mean", profile.speed_mean, 0.05, 10);
    demands.within("speed_sd", profile.speed_sd, 0, 2 * profile.speed_mean);
    for (Obstacle const& kerb : profile.kerb) demands.obstacle("kerb", kerb);
    demands.obstacle("steps", profile.steps);
    demands.obstacle("stile", profile.stile);
    for (Going const& surface : profile.surface) demands.going("surface", surface);
    for (Going const& smoothness : profile.smoothness) demands.going("smoothness", smoothness);
    demands.going("slope_above", profile.slope_above);
    demands.going("narrow", profile.narrow);
    demands.going("road_without_sidewalk", profile.road_without_sidewalk);
    demands.within("slope_percent", profile.slope_percent, 0, 100);
    demands.within("slope_down_factor", profile.slope_down_factor, 0.1, 100);
    demands.within("width_cm", profile.width_cm, 0, 1000);
    if (profile.longest_leg_m) demands.within("longest_leg_m", *profile.longest_leg_m, 1, 100'000);
    demands.within("rest_seconds", profile.rest_seconds, 0, 3600);
    // What is called not fine may not be better than what is called fine: certain..possible would have no order.
    demands.hold("kerb", no_worse(entry(profile.kerb, Kerb::lowered), entry(profile.kerb, Kerb::raised)),
                 "a raised kerb costs at least what a lowered one does");
    demands.hold("surface",
                 no_worse(entry(profile.surface, Surface::paving), entry(profile.surface, Surface::compacted)),
                 "a compacted surface costs at least what paving does");
    demands.hold("smoothness",
                 no_worse(entry(profile.smoothness, Smoothness::good), entry(profile.smoothness, Smoothness::bad)),
                 "bad smoothness costs at least what good smoothness does");
    return demands.result();
}

} // namespace wf::reach
