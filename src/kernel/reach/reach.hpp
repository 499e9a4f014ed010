// SPDX-License-Identifier: EUPL-1.2
// Question     which share of the people with this profile who live here reach a place of this kind within the limits, how
//              long does it take, and how sure is that?
// Assumption   people walk to the nearest place of the kind; the speeds of the profile are spread over the people of a home;
//              a cost on an edge is spread evenly along it.
// Method       certain and possible: `quantiles` speeds, one search each; the share within a limit is read off between them,
//              where the logarithm of time is a straight line over the normal score of speed. expected: `draws` draws of streets and person together (speed quantile
//              (i + 1/2) / draws in a fixed mixed order). A share is never outside certain..possible: expected is put back
//              to the bound where the two ways of counting differ by rounding.
// Units        seconds; shares in 1/200 (0..200); minutes are those of `limits_seconds`.
// Errors       none: a home without foothold has no answer (`no_answer`), a category without places is unreachable.
#pragma once

#include "kernel/graph/search.hpp"
#include "kernel/reach/locate.hpp"
#include "kernel/reach/streets.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wf::reach {

inline constexpr std::string_view reach_version = "1";
inline constexpr std::size_t limit_count = 3;
inline constexpr std::uint16_t beyond = 0xffff; ///< further than `horizon_seconds`, or no way at all
inline constexpr std::uint8_t share_whole = 200;
inline constexpr std::uint8_t no_answer = 255; ///< as a share: the home has no foothold

struct Destination {
    std::vector<Foothold> footholds; ///< entrances; none: it lies off the network
};

struct Options {
    std::array<std::uint32_t, limit_count> limits_seconds{300, 600, 900}; ///< whole minutes
    std::uint32_t horizon_seconds{3600}; ///< longer than this is told as `beyond`; whole minutes, at most 240
    std::uint32_t quantiles{15};
    std::uint32_t draws{200};     ///< at most 255
    std::uint32_t count_draws{8}; ///< draws that the expected number of places is the mean of
    std::uint64_t seed{1};
    unsigned threads{0};
    graph::LegLimit leg_limit{graph::LegLimit::soft};
};

/// What does not change between profiles and categories; made once.
struct Town {
    Network const* network{nullptr};
    WalkingGraph graph;
    std::vector<std::optional<Foothold>> homes;
    std::vector<DrawnStreets> drawn; ///< Options::draws of them
    DrawnStreets certain;
    DrawnStreets possible;
};
[[nodiscard]] Town make_town(Network const& network, Priors const& priors, std::vector<std::optional<Foothold>> homes,
                             Options const& options);

/// One value a home, in the order of Town::homes.
struct ThreeShares {
    std::vector<std::uint8_t> certain;
    std::vector<std::uint8_t> expected;
    std::vector<std::uint8_t> possible;
};
struct ThreeSeconds {
    std::vector<std::uint16_t> certain;
    std::vector<std::uint16_t> expected; ///< median of the draws, to half a minute
    std::vector<std::uint16_t> possible;
};
struct ThreeCounts {
    std::vector<std::uint8_t> certain;  ///< 255: 255 or more
    std::vector<std::uint8_t> expected; ///< mean of the draws, rounded
    std::vector<std::uint8_t> possible;
};
struct CategoryAnswer {
    std::array<ThreeShares, limit_count> share;
    ThreeSeconds seconds;                       ///< at the median speed of the profile
    std::array<ThreeCounts, limit_count> count; ///< at the median speed; empty vectors when counts were not asked
    std::vector<std::uint32_t>
        nearest; ///< index of the destination, on possible streets, rests left out; graph::none: none
    std::vector<std::uint16_t> metres; ///< to it, by that way; `beyond`: none
};

enum class Counts { yes, no };
/// One profile, several categories (places of each). Deterministic for any number of threads.
[[nodiscard]] std::vector<CategoryAnswer> compute_reach(Town const& town, Profile const& profile,
                                                        std::span<std::vector<Destination> const> categories,
                                                        Options const& options, Counts counts);

/// Exact times from each home at one speed on given streets, in ticks (for tests, matrices and commands).
[[nodiscard]] std::vector<graph::Ticks> times_to_nearest(Town const& town, Profile const& profile,
                                                         DrawnStreets const& streets, double speed,
                                                         std::span<Destination const> destinations, graph::Ticks limit,
                                                         graph::LegLimit leg_limit = graph::LegLimit::soft);

} // namespace wf::reach
