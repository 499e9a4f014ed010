// SPDX-License-Identifier: EUPL-1.2
// Question     how long does a walk take from each of many points to each of some others, when most pairs are asked for?
// Method       what Walks answers for each destination by itself, to the bit; but `matrix_group` destinations go together over
//              streets whose crossings are taken out once (graph/elimination.hpp). States in which all streets take as
//              long are walked once. Somebody who rests cannot be added up so: Walks answers for him.
// Units        ticks (milliseconds), metres.
#pragma once

#include "kernel/graph/elimination.hpp"
#include "kernel/reach/metres.hpp"
#include "kernel/reach/walks.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wf::reach {

/// Destinations that go together.
inline constexpr std::size_t matrix_group = graph::sweep_lanes;

class WalkMatrix {
public:
    /// The walks must stay.
    WalkMatrix(Walks const& walks, Threads threads);

    /// One for each thread: it keeps its memory.
    class Worker {
    public:
        explicit Worker(WalkMatrix const& matrix) : m_matrix{&matrix} {}
        /// times[i] is Walks::find of destinations[i] alone; at most `matrix_group` of them.
        void find(std::span<Destination const> destinations, graph::Ticks limit, std::span<WalkTimes> times);

    private:
        /// A way between an origin and a destination on one chain, which need not come to its ends.
        struct Neighbour {
            std::uint32_t origin;
            std::uint32_t lane;
            Foothold place;
            std::uint32_t door;
        };
        void search(std::span<Destination const> destinations);
        void find_neighbours(std::span<Destination const> destinations);
        [[nodiscard]] bool measure_nodes(Destination const& destination, std::size_t lane);
        void plant_metres(Destination const& destination);
        void walk_block(std::size_t begin, std::size_t end, graph::Ticks limit);
        void meet_neighbours(std::size_t begin, std::size_t end);
        void put_away(std::size_t begin, std::size_t end, std::span<WalkTimes> times) const;
        void measure_again(Destination const& destination, graph::Ticks limit, WalkTimes& times) const;

        WalkMatrix const* m_matrix;
        graph::Sweep m_sweep;
        std::vector<std::vector<graph::Seed>> m_seeds;
        std::vector<std::vector<graph::Ticks>> m_costs; ///< by state
        std::vector<Neighbour> m_neighbours;            ///< by origin
        // The ways on possible streets.
        std::vector<graph::Ticks> m_cost; ///< by node
        std::vector<double> m_metres;     ///< by node
        std::vector<std::uint8_t> m_measured;
        std::vector<std::uint32_t> m_stack;
        std::vector<double> m_node_metres; ///< by rank and lane
        // A block of origins.
        std::vector<graph::Ticks> m_block; ///< by state, origin and lane
        std::vector<graph::Ticks> m_answers;
        std::vector<double> m_block_metres;
    };

    /// How many states are walked.
    [[nodiscard]] std::size_t states() const { return m_states.size(); }

private:
    struct State {
        std::size_t pace{0};
        graph::SweepWeights weights;
        std::vector<graph::Ticks> to_begin; ///< by origin
        std::vector<graph::Ticks> to_end;
    };
    struct WayIn {
        graph::Node tail;
        graph::Ticks weight;
        double metres;
    };
    [[nodiscard]] Pace const& pace(State const& state) const { return m_walks.m_paces[state.pace]; }
    void find_states();
    void place_origins();
    void list_ways_in();

    Walks const& m_walks;
    bool m_one_by_one{false};            ///< with rests, or where there are no streets
    std::vector<State> m_states;         ///< all different; the first is possible
    std::vector<std::size_t> m_state_of; ///< by pace
    graph::Elimination m_elimination;
    std::optional<Metres> m_length;
    // By origin; one that has no door begins and ends at a node of its own accord, but far away.
    std::vector<std::uint32_t> m_begin; ///< rank
    std::vector<std::uint32_t> m_end;
    std::vector<double> m_metres_begin;
    std::vector<double> m_metres_end;
    // Possible streets turned around: by node, tails ascending.
    std::vector<std::uint32_t> m_first_in;
    std::vector<WayIn> m_ways_in;
};

} // namespace wf::reach
