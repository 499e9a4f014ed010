// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/walks.hpp"

#include "base/check.hpp"
#include "kernel/reach/nearest.hpp"
#include "kernel/reach/walker.hpp"

#include <algorithm>
#include <array>

namespace wf::reach {
namespace {

Options town_options(WalkStates states, std::uint64_t seed, Threads threads)
{
    Options options;
    options.draws = states == WalkStates::all ? walk_draws : 0;
    options.seed = seed;
    options.threads = threads.count();
    return options;
}

/// Spreads one value a door over the origins; those without a foothold keep `nothing`.
template <class T>
std::vector<T> by_origin(Doors const& doors, std::size_t origins, std::vector<T> const& of_door, T nothing)
{
    std::vector<T> values(origins, nothing);
    for (std::size_t door = 0; door < doors.size(); ++door) values[doors.home[door]] = of_door[door];
    return values;
}

} // namespace

Walks::Walks(Network const& network, Priors const& priors, Profile const& profile,
             std::vector<std::optional<Foothold>> origins, std::uint64_t seed, Threads threads, WalkStates states)
    : m_speed{speed_at(profile, 0.5)},
      m_states{states},
      m_town{make_town(network, priors, std::move(origins), town_options(states, seed, threads))},
      m_doors{make_doors(m_town)},
      m_paces(states == WalkStates::all ? first_draw + walk_draws : 1),
      m_exits(m_paces.size())
{
    // Without rests all streets have the same chains.
    std::shared_ptr<Chains const> shared;
    if (!profile.longest_leg_m) shared = make_chains_for(m_town, profile, m_town.possible);
    auto const streets_of = [this](std::size_t pace) -> DrawnStreets const& {
        if (pace == possible_pace) return m_town.possible;
        return pace == certain_pace ? m_town.certain : m_town.drawn[pace - first_draw];
    };
    parallel_for(m_paces.size(), threads, [&](std::size_t i) {
        auto const& streets = streets_of(i);
        auto const costs = make_arc_costs(network, m_town.graph, profile, streets);
        auto chains = shared ? shared : make_chains_for(m_town, profile, streets);
        m_paces[i] = Pace{m_town, profile, costs, streets, std::move(chains), m_speed, graph::LegLimit::soft};
        m_exits[i] = make_exits(m_doors, m_paces[i]);
    });
}

std::vector<graph::Ticks> Walks::medians_of(std::vector<std::vector<graph::Ticks>> const& of_pace) const
{
    std::vector<graph::Ticks> median(m_doors.size());
    for (std::size_t door = 0; door < median.size(); ++door) {
        std::array<graph::Ticks, walk_draws> drawn{};
        for (std::size_t draw = 0; draw < drawn.size(); ++draw) drawn[draw] = of_pace[first_draw + draw][door];
        auto const middle = drawn.begin() + walk_draws / 2;
        std::nth_element(drawn.begin(), middle, drawn.end());
        // Rounding, and rests, may bring a draw a tick outside of its bounds.
        auto const possible = of_pace[possible_pace][door];
        median[door] = std::clamp(*middle, possible, std::max(possible, of_pace[certain_pace][door]));
    }
    return median;
}

WalkTimes Walks::find(std::span<Destination const> destinations, graph::Ticks limit, Threads threads) const
{
    std::vector<std::vector<graph::Ticks>> of_pace(m_paces.size());
    auto const search = [&](Walker& walker, std::size_t pace) {
        walker.enter(m_paces[pace], m_exits[pace]);
        walker.find_times(destinations, limit, of_pace[pace]);
    };
    if (threads.count() == 1) {
        Walker walker{m_doors};
        for (std::size_t pace = 0; pace < m_paces.size(); ++pace) search(walker, pace);
    } else {
        parallel_for(m_paces.size(), threads, [&](std::size_t pace) {
            Walker walker{m_doors};
            search(walker, pace);
        });
    }
    auto const origins = m_town.homes.size();
    WalkTimes times;
    times.possible = by_origin(m_doors, origins, of_pace[possible_pace], graph::unreachable);
    if (m_states == WalkStates::all) {
        times.certain = by_origin(m_doors, origins, of_pace[certain_pace], graph::unreachable);
        times.expected = by_origin(m_doors, origins, medians_of(of_pace), graph::unreachable);
    }
    // The way itself. Rests do not change it: on possible streets one can rest everywhere.
    auto const found =
        find_nearest(m_doors, m_paces[possible_pace], m_exits[possible_pace], *m_town.network, destinations, limit);
    times.nearest.assign(origins, graph::none);
    times.metres.assign(origins, 0);
    for (std::size_t door = 0; door < m_doors.size(); ++door) {
        auto const home = m_doors.home[door];
        if (times.possible[home] == graph::unreachable) continue;
        times.nearest[home] = found[door].place;
        times.metres[home] = found[door].metres;
    }
    return times;
}

WalkCounts Walks::count(std::span<Destination const> destinations, graph::Ticks limit, Threads threads) const
{
    WF_CHECK(m_states == WalkStates::all);
    std::vector<std::vector<std::uint32_t>> of_pace(m_paces.size());
    parallel_for(m_paces.size(), threads, [&](std::size_t pace) {
        Walker walker{m_doors};
        walker.enter(m_paces[pace], m_exits[pace]);
        auto& counts = of_pace[pace];
        counts.assign(m_doors.size(), 0);
        for (auto const& destination : destinations) {
            walker.visit_doors(destination, limit, [&](std::size_t door, graph::Ticks time) {
                if (time <= limit) ++counts[door];
            });
        }
    });
    std::vector<double> mean(m_doors.size(), 0);
    for (std::size_t pace = first_draw; pace < of_pace.size(); ++pace) {
        for (std::size_t door = 0; door < mean.size(); ++door) mean[door] += of_pace[pace][door];
    }
    for (std::size_t door = 0; door < mean.size(); ++door) {
        auto const possible = of_pace[possible_pace][door];
        auto& certain = of_pace[certain_pace][door];
        certain = std::min(certain, possible);
        mean[door] = std::clamp(mean[door] / walk_draws, static_cast<double>(certain), static_cast<double>(possible));
    }
    auto const origins = m_town.homes.size();
    return {by_origin(m_doors, origins, of_pace[certain_pace], std::uint32_t{0}),
            by_origin(m_doors, origins, mean, 0.0),
            by_origin(m_doors, origins, of_pace[possible_pace], std::uint32_t{0})};
}

} // namespace wf::reach
