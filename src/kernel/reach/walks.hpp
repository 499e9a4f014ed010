// SPDX-License-Identifier: EUPL-1.2
// Question     how long does a walk take from each of many points to the nearest of some others, and how many of them lie
//              within a limit, when every point is asked for by itself (a matrix)?
// Method       the streets in all their states are weighed once, at the median speed; each question is a search from its
//              destinations over them. Expected is the median (of counts: the mean) of `walk_draws` draws.
// Units        ticks (milliseconds), metres.
#pragma once

#include "base/parallel.hpp"
#include "kernel/reach/doors.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wf::reach {

/// Fewer than pages use: a matrix asks for each destination.
inline constexpr std::uint32_t walk_draws = 25;
/// Longer than this, 12 days, is no walk.
inline constexpr graph::Ticks longest_walk = far_away - 1;

/// Which states of the streets are walked. possible: all that is unknown is fine, and nothing is drawn.
enum class WalkStates { all, possible };

/// One value an origin, in their order; `graph::unreachable` where there is no way within the limit.
struct WalkTimes {
    std::vector<graph::Ticks> certain;  ///< empty with WalkStates::possible
    std::vector<graph::Ticks> expected; ///< likewise
    std::vector<graph::Ticks> possible;
    std::vector<std::uint32_t> nearest; ///< index of the destination, on possible streets; graph::none: none
    std::vector<double> metres;         ///< walked by that way, where there is one
};
struct WalkCounts {
    std::vector<std::uint32_t> certain;
    std::vector<double> expected; ///< mean of the draws
    std::vector<std::uint32_t> possible;
};

class Walks {
public:
    /// The network must stay. O(draws x arcs).
    Walks(Network const& network, Priors const& priors, Profile const& profile,
          std::vector<std::optional<Foothold>> origins, std::uint64_t seed, Threads threads,
          WalkStates states = WalkStates::all);
    Walks(Walks const&) = delete;
    Walks& operator=(Walks const&) = delete;

    /// To the nearest of the destinations. Safe to call from several threads; uses `threads` of its own.
    [[nodiscard]] WalkTimes find(std::span<Destination const> destinations, graph::Ticks limit, Threads threads) const;
    /// How many of the destinations lie within the limit. Only with WalkStates::all.
    [[nodiscard]] WalkCounts count(std::span<Destination const> destinations, graph::Ticks limit,
                                   Threads threads) const;
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] WalkStates states() const { return m_states; }
    [[nodiscard]] std::size_t origins() const { return m_town.homes.size(); }

private:
    friend class WalkMatrix;
    static constexpr std::size_t possible_pace = 0;
    static constexpr std::size_t certain_pace = 1;
    static constexpr std::size_t first_draw = 2;

    [[nodiscard]] std::vector<graph::Ticks> medians_of(std::vector<std::vector<graph::Ticks>> const& of_pace) const;

    double m_speed;
    WalkStates m_states;
    Town m_town;
    Doors m_doors;
    std::vector<Pace> m_paces; ///< possible; with WalkStates::all then certain and the draws
    std::vector<Exits> m_exits;
};

} // namespace wf::reach
