// SPDX-License-Identifier: EUPL-1.2
// Question     how much can be reached from each zone (jobs, schools, places in care), given what it costs to go from zone to zone?
// Assumption   a pair that is not listed cannot be travelled and counts nothing; opportunities of a zone lie at one point; with
//              competition (floating catchment) the demand of a zone is the people who want the same opportunities.
// Measures     cumulative: opportunities at a cost of at most `cutoff`. closest: the least cost to a zone with opportunities.
//              gravity: sum of opportunities times weight(cost). fca_2sfca: opportunities per head of those within `cutoff`,
//              added over what is within `cutoff`. fca_bfca: the same with weights e^(-decay cost), where each zone's demand is
//              divided over its destinations and each destination's supply over its origins in proportion to weight.
// Units        cost in any unit (minutes, metres, euros), `cutoff` and `sd` in the same one, `decay` in one over it; the answer in
//              opportunities, for closest in the unit of cost, for floating catchment in opportunities per head.
// Errors       refused, never NaN: bad_parameter, no_zones, bad_opportunity, bad_demand, bad_cost (negative or not finite),
//              unknown_zone (an index that is none), pair_twice.
// Source       Luo and Wang 2003 (2SFCA); Paez, Higgins and Vivona 2019 (BFCA); Bauer and Groneberg 2016 (logistic weight).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::access {

inline constexpr std::string_view access_version = "1";

enum class Status { answered, refused };

/// Zones are numbered 0, 1, 2 ... in the order of `opportunity`.
struct Pair {
    std::uint32_t from{0};
    std::uint32_t to{0};
    double cost{0};
};

enum class Measure {
    cumulative,
    closest,
    gravity_exponential, ///< weight e^(-decay cost)
    gravity_linear,      ///< weight 1 - cost / cutoff, from the cutoff on 0
    gravity_logistic,    ///< weight (1 + e^(-cutoff a)) / (1 + e^((cost - cutoff) a)), a = pi / (sd sqrt 3)
    fca_2sfca,
    fca_bfca
};
/// "gravity-linear".
[[nodiscard]] std::string_view to_word(Measure measure);
[[nodiscard]] std::optional<Measure> find_measure(std::string_view word);
/// What a measure cannot do without.
[[nodiscard]] bool needs_cutoff(Measure measure);
[[nodiscard]] bool needs_decay(Measure measure);
[[nodiscard]] bool needs_demand(Measure measure);

struct Settings {
    Measure measure{Measure::cumulative};
    double cutoff{0}; ///< the limit itself is within; above 0 for linear and logistic
    double decay{0};  ///< above 0
    double sd{0};     ///< above 0
};

struct AccessInput {
    std::span<Pair const> pairs;
    std::span<double const> opportunity; ///< one a zone, at least 0
    std::span<double const> demand;      ///< one a zone, at least 0; only for floating catchment
    Settings settings;
};

struct AccessResult {
    Status status{Status::refused};
    std::string reason; ///< code when refused
    std::vector<std::optional<double>>
        values; ///< one a zone; nothing: no zone with opportunities can be reached (closest)
    /// Floating catchment: zones with opportunities that nobody with demand can reach. They count nothing, since opportunities
    /// per head of nobody do not exist.
    std::size_t without_demand{0};
};

/// Sums are taken in the order of the zones' numbers: the order of the pairs changes nothing, not even the last bit.
/// O(pairs + zones).
[[nodiscard]] AccessResult compute_access(AccessInput const& input);

} // namespace wf::access
