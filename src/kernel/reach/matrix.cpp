// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/matrix.hpp"

#include "base/check.hpp"
#include "base/lanes.hpp"
#include "kernel/reach/nearest.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace wf::reach {
namespace {

constexpr std::size_t block_size = 128;
constexpr std::size_t block_places = block_size * matrix_group;
static_assert(matrix_group == lane_count && far_away == graph::sweep_far);

/// Times of a block of origins through the ends of their chains.
struct Leave {
    std::uint32_t const* begin;
    std::uint32_t const* end;
    graph::Ticks const* to_begin;
    graph::Ticks const* to_end;
    graph::Ticks const* costs;
    graph::Ticks* times;
    std::size_t count;

    WF_LANES_INLINE void operator()() const
    {
        for (std::size_t i = 0; i < count; ++i) {
            Lanes one;
            Lanes other;
            load(one, costs + graph::sweep_place(begin[i], 0));
            load(other, costs + graph::sweep_place(end[i], 0));
            one += to_begin[i];
            lower(one, other + to_end[i]);
            store(times + i * lane_count, one);
        }
    }
};

/// Metres of the same ways, on possible streets.
struct Measure {
    std::uint32_t const* begin;
    std::uint32_t const* end;
    graph::Ticks const* to_begin;
    graph::Ticks const* to_end;
    double const* metres_begin;
    double const* metres_end;
    graph::Ticks const* costs;
    double const* node_metres;
    double* metres;
    std::size_t count;

    WF_LANES_INLINE void operator()() const
    {
        for (std::size_t i = 0; i < count; ++i) {
            graph::Ticks const* const one = costs + graph::sweep_place(begin[i], 0);
            graph::Ticks const* const other = costs + graph::sweep_place(end[i], 0);
            double const* const one_metres = node_metres + graph::sweep_place(begin[i], 0);
            double const* const other_metres = node_metres + graph::sweep_place(end[i], 0);
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                double const by_one = one_metres[lane] + metres_begin[i];
                double const by_other = other_metres[lane] + metres_end[i];
                bool const first = one[lane] + to_begin[i] <= other[lane] + to_end[i];
                metres[i * lane_count + lane] = first ? by_one : by_other;
            }
        }
    }
};

/// The middle one of an odd number of values in each lane: of those that can still be it the least and the most are left
/// out, and another is taken in, until three are left.
struct Middle {
    static constexpr std::size_t held = walk_draws / 2 + 2;
    static_assert(walk_draws % 2 == 1);
    using Held = Lanes[held];

    WF_LANES_INLINE static void sort(Lanes& a, Lanes& b)
    {
        Lanes const least = a < b ? a : b;
        b = a < b ? b : a;
        a = least;
    }
    template <std::size_t size>
    WF_LANES_INLINE static void to_the_ends(Held& values)
    {
        for (std::size_t i = 0; i < size / 2; ++i) sort(values[i], values[size - 1 - i]);
        for (std::size_t i = 1; i < (size + 1) / 2; ++i) sort(values[0], values[i]);
        for (std::size_t i = size / 2; i < size - 1; ++i) sort(values[i], values[size - 1]);
    }
    template <std::size_t size>
    WF_LANES_INLINE static void reduce(Held& values, graph::Ticks const* const* rows, std::size_t at)
    {
        to_the_ends<size>(values);
        if constexpr (size > 3) {
            load(values[0], rows[held + (held - size)] + at);
            reduce<size - 1>(values, rows, at);
        }
    }
    WF_LANES_INLINE static void find(graph::Ticks const* const* rows, std::size_t at, Lanes& middle)
    {
        Held values;
        for (std::size_t i = 0; i < held; ++i) load(values[i], rows[i] + at);
        reduce<held>(values, rows, at);
        middle = values[1];
    }
};

/// From the states to what is told: what lies beyond the limit is not reached.
struct Conclude {
    graph::Ticks const* possible;
    graph::Ticks const* certain; ///< none: possible alone
    std::array<graph::Ticks const*, walk_draws> draws;
    graph::Ticks limit;
    graph::Ticks* answers; ///< possible, certain, expected
    std::size_t count;

    WF_LANES_INLINE void operator()() const
    {
        for (std::size_t at = 0; at < count * lane_count; at += lane_count) {
            Lanes best;
            load(best, possible + at);
            put(best, answers + at);
            if (certain == nullptr) continue;
            Lanes worst;
            load(worst, certain + at);
            put(worst, answers + block_places + at);
            // Rounding may bring a draw a tick outside of its bounds.
            Lanes expected;
            Middle::find(draws.data(), at, expected);
            lower(expected, worst);
            expected = expected < best ? best : expected;
            put(expected, answers + 2 * block_places + at);
        }
    }
    WF_LANES_INLINE void put(Lanes const& time, graph::Ticks* to) const
    {
        Lanes const nothing = Lanes{} + graph::unreachable;
        store(to, time <= limit ? time : nothing);
    }
};

} // namespace

WalkMatrix::WalkMatrix(Walks const& walks, Threads threads) : m_walks{walks}
{
    Pace const& possible = walks.m_paces[Walks::possible_pace];
    find_states();
    m_one_by_one = possible.with_legs() || possible.chains().kept.empty();
    if (m_one_by_one) return;
    m_elimination = graph::make_elimination(possible.chains().topology);
    m_length.emplace(*walks.m_town.network, possible.chains());
    place_origins();
    list_ways_in();
    parallel_for(m_states.size(), threads, [&](std::size_t i) {
        State& state = m_states[i];
        state.weights =
            graph::make_sweep_weights(m_elimination, {possible.chains().topology.first, pace(state).arcs()});
        state.to_begin.assign(walks.origins(), far_away);
        state.to_end.assign(walks.origins(), far_away);
        Exits const& exits = walks.m_exits[state.pace];
        for (std::size_t door = 0; door < walks.m_doors.size(); ++door) {
            state.to_begin[walks.m_doors.home[door]] = exits.to_begin[door];
            state.to_end[walks.m_doors.home[door]] = exits.to_end[door];
        }
    });
}

void WalkMatrix::find_states()
{
    for (std::size_t i = 0; i < m_walks.m_paces.size(); ++i) {
        std::size_t same = 0;
        while (same < m_states.size() && !pace(m_states[same]).is_like(m_walks.m_paces[i])) ++same;
        if (same == m_states.size()) m_states.push_back({i, {}, {}, {}});
        m_state_of.push_back(same);
    }
}

void WalkMatrix::place_origins()
{
    Doors const& doors = m_walks.m_doors;
    Exits const& exits = m_walks.m_exits[Walks::possible_pace];
    std::size_t const origins = m_walks.origins();
    m_begin.assign(origins, 0);
    m_end.assign(origins, 0);
    m_metres_begin.assign(origins, 0);
    m_metres_end.assign(origins, 0);
    for (std::size_t door = 0; door < doors.size(); ++door) {
        std::uint32_t const home = doors.home[door];
        m_begin[home] = m_elimination.rank_of[exits.begin[door]];
        m_end[home] = m_elimination.rank_of[exits.end[door]];
        m_metres_begin[home] = m_length->to_begin(doors.at[door]);
        m_metres_end[home] = m_length->to_end(doors.at[door]);
    }
}

void WalkMatrix::list_ways_in()
{
    Pace const& possible = m_walks.m_paces[Walks::possible_pace];
    Chains const& chains = possible.chains();
    std::size_t const nodes = chains.kept.size();
    std::vector<graph::Arc> const& arcs = possible.arcs();
    m_first_in.assign(nodes + 1, 0);
    for (graph::Arc const& arc : arcs) ++m_first_in[arc.head + 1];
    for (std::size_t node = 0; node < nodes; ++node) m_first_in[node + 1] += m_first_in[node];
    m_ways_in.resize(arcs.size());
    std::vector<std::uint32_t> next(m_first_in.begin(), m_first_in.end() - 1);
    for (graph::Node tail = 0; tail < nodes; ++tail) {
        for (std::uint32_t arc = chains.topology.first[tail]; arc < chains.topology.first[tail + 1]; ++arc) {
            // Arcs and chains at a node lie alike.
            m_ways_in[next[arcs[arc].head]++] = {tail, arcs[arc].weight, m_length->whole(chains.at_node[arc])};
        }
    }
}

void WalkMatrix::Worker::search(std::span<Destination const> destinations)
{
    m_costs.resize(m_matrix->m_states.size());
    m_seeds.resize(destinations.size());
    for (std::size_t state = 0; state < m_costs.size(); ++state) {
        Pace const& pace = m_matrix->pace(m_matrix->m_states[state]);
        Chains const& chains = pace.chains();
        for (std::size_t lane = 0; lane < destinations.size(); ++lane) {
            m_seeds[lane].clear();
            for (Foothold const& foothold : destinations[lane].footholds) {
                WF_CHECK(foothold.edge < chains.chain_of.size());
                graph::Pair const& ends = chains.ends[chains.chain_of[foothold.edge]];
                Ends const costs = pace.come(foothold);
                m_seeds[lane].push_back({ends.tail, costs.begin});
                m_seeds[lane].push_back({ends.head, costs.end});
            }
        }
        m_sweep.run(m_matrix->m_elimination, m_matrix->m_states[state].weights, m_seeds, m_costs[state]);
    }
}

void WalkMatrix::Worker::find_neighbours(std::span<Destination const> destinations)
{
    Chains const& chains = m_matrix->m_walks.m_paces.front().chains();
    Doors const& doors = m_matrix->m_walks.m_doors;
    m_neighbours.clear();
    for (std::uint32_t lane = 0; lane < destinations.size(); ++lane) {
        for (Foothold const& foothold : destinations[lane].footholds) {
            std::uint32_t const chain = chains.chain_of[foothold.edge];
            for (std::uint32_t k = chains.first_edge[chain]; k < chains.first_edge[chain + 1]; ++k) {
                std::uint32_t const edge = chains.edges[k];
                for (std::uint32_t i = doors.first_of_edge[edge]; i < doors.first_of_edge[edge + 1]; ++i)
                    m_neighbours.push_back({doors.home[i], lane, foothold, i});
            }
        }
    }
    // Of one origin and lane in the order of the footholds: of ways that take as long the first is told.
    std::stable_sort(m_neighbours.begin(), m_neighbours.end(),
                     [](Neighbour const& a, Neighbour const& b) { return a.origin < b.origin; });
}

void WalkMatrix::Worker::plant_metres(Destination const& destination)
{
    Pace const& pace = m_matrix->m_walks.m_paces[Walks::possible_pace];
    Chains const& chains = pace.chains();
    Metres const& length = *m_matrix->m_length;
    auto const plant = [&](graph::Node node, graph::Ticks cost, double metres) {
        if (cost >= far_away || cost != m_cost[node]) return;
        m_metres[node] = metres;
        m_measured[node] = 1;
    };
    for (Foothold const& foothold : destination.footholds) {
        graph::Pair const& ends = chains.ends[chains.chain_of[foothold.edge]];
        Ends const costs = pace.come(foothold);
        plant(ends.tail, costs.begin, length.to_begin(foothold));
        plant(ends.head, costs.end, length.to_end(foothold));
    }
}

/// False: some node is reached by a chain that takes no time alone. Such ways have an order of their own (graph::Tree).
bool WalkMatrix::Worker::measure_nodes(Destination const& destination, std::size_t lane)
{
    auto const& [first_in, ways_in, rank_of] =
        std::tie(m_matrix->m_first_in, m_matrix->m_ways_in, m_matrix->m_elimination.rank_of);
    std::size_t const nodes = rank_of.size();
    std::vector<graph::Ticks> const& costs = m_costs.front();
    m_cost.resize(nodes);
    m_metres.resize(nodes);
    m_measured.assign(nodes, 0);
    m_node_metres.resize(nodes * matrix_group);
    for (std::size_t node = 0; node < nodes; ++node) m_cost[node] = costs[graph::sweep_place(rank_of[node], lane)];
    plant_metres(destination);
    for (graph::Node start = 0; start < nodes; ++start) {
        graph::Node node = start;
        if (m_cost[node] >= far_away) continue;
        // Down the tree to a node that is measured, and back.
        while (m_measured[node] == 0) {
            std::uint32_t way = first_in[node];
            std::uint32_t const end = first_in[node + 1];
            graph::Ticks const cost = m_cost[node];
            while (way != end && (ways_in[way].weight == 0 || ways_in[way].weight >= far_away ||
                                  m_cost[ways_in[way].tail] + ways_in[way].weight != cost))
                ++way;
            if (way == end) return false;
            m_stack.push_back(node);
            m_stack.push_back(way);
            node = ways_in[way].tail;
        }
        double metres = m_metres[node];
        while (!m_stack.empty()) {
            metres += ways_in[m_stack.back()].metres;
            m_stack.pop_back();
            node = m_stack.back();
            m_stack.pop_back();
            m_metres[node] = metres;
            m_measured[node] = 1;
        }
    }
    for (std::size_t node = 0; node < nodes; ++node)
        m_node_metres[graph::sweep_place(rank_of[node], lane)] = m_metres[node];
    return true;
}

void WalkMatrix::Worker::walk_block(std::size_t begin, std::size_t end, graph::Ticks limit)
{
    WalkMatrix const& matrix = *m_matrix;
    std::size_t const count = end - begin;
    for (std::size_t i = 0; i < matrix.m_states.size(); ++i) {
        State const& state = matrix.m_states[i];
        run_lanes(Leave{matrix.m_begin.data() + begin, matrix.m_end.data() + begin, state.to_begin.data() + begin,
                        state.to_end.data() + begin, m_costs[i].data(), m_block.data() + i * block_places, count});
    }
    State const& possible = matrix.m_states.front();
    run_lanes(Measure{matrix.m_begin.data() + begin, matrix.m_end.data() + begin, possible.to_begin.data() + begin,
                      possible.to_end.data() + begin, matrix.m_metres_begin.data() + begin,
                      matrix.m_metres_end.data() + begin, m_costs.front().data(), m_node_metres.data(),
                      m_block_metres.data(), count});
    meet_neighbours(begin, end);
    auto const row = [&](std::size_t pace) { return m_block.data() + matrix.m_state_of[pace] * block_places; };
    Conclude conclude{row(Walks::possible_pace), nullptr, {}, limit, m_answers.data(), count};
    if (matrix.m_walks.states() == WalkStates::all) {
        conclude.certain = row(Walks::certain_pace);
        for (std::size_t i = 0; i < walk_draws; ++i) conclude.draws[i] = row(Walks::first_draw + i);
    }
    run_lanes(conclude);
}

void WalkMatrix::Worker::meet_neighbours(std::size_t begin, std::size_t end)
{
    auto const sooner = [](Neighbour const& one, std::size_t origin) { return one.origin < origin; };
    auto at = std::lower_bound(m_neighbours.begin(), m_neighbours.end(), begin, sooner);
    for (; at != m_neighbours.end() && at->origin < end; ++at) {
        Foothold const& home = m_matrix->m_walks.m_doors.at[at->door];
        std::size_t const place = (at->origin - begin) * matrix_group + at->lane;
        for (std::size_t i = 0; i < m_matrix->m_states.size(); ++i) {
            graph::Ticks const direct = m_matrix->pace(m_matrix->m_states[i]).along(home, at->place);
            graph::Ticks& time = m_block[i * block_places + place];
            if (direct >= far_away || direct >= time) continue;
            time = direct;
            if (i == 0) m_block_metres[place] = m_matrix->m_length->between(home, at->place);
        }
    }
}

void WalkMatrix::Worker::put_away(std::size_t begin, std::size_t end, std::span<WalkTimes> times) const
{
    bool const all = m_matrix->m_walks.states() == WalkStates::all;
    for (std::size_t lane = 0; lane < times.size(); ++lane) {
        WalkTimes& here = times[lane];
        for (std::size_t i = begin; i < end; ++i) {
            std::size_t const place = (i - begin) * matrix_group + lane;
            graph::Ticks const possible = m_answers[place];
            here.possible[i] = possible;
            here.nearest[i] = possible == graph::unreachable ? graph::none : 0;
            here.metres[i] = possible == graph::unreachable ? 0 : m_block_metres[place];
            if (!all) continue;
            here.certain[i] = m_answers[block_places + place];
            here.expected[i] = m_answers[2 * block_places + place];
        }
    }
}

void WalkMatrix::Worker::measure_again(Destination const& destination, graph::Ticks limit, WalkTimes& times) const
{
    Walks const& walks = m_matrix->m_walks;
    auto const found =
        find_nearest(walks.m_doors, walks.m_paces[Walks::possible_pace], walks.m_exits[Walks::possible_pace],
                     *walks.m_town.network, {&destination, 1}, limit);
    for (std::size_t door = 0; door < found.size(); ++door) {
        std::uint32_t const home = walks.m_doors.home[door];
        if (times.possible[home] != graph::unreachable) times.metres[home] = found[door].metres;
    }
}

void WalkMatrix::Worker::find(std::span<Destination const> destinations, graph::Ticks limit, std::span<WalkTimes> times)
{
    WF_CHECK(destinations.size() <= matrix_group && destinations.size() == times.size() && limit < far_away);
    Walks const& walks = m_matrix->m_walks;
    if (m_matrix->m_one_by_one) {
        for (std::size_t i = 0; i < times.size(); ++i)
            times[i] = walks.find(destinations.subspan(i, 1), limit, Threads{1});
        return;
    }
    std::size_t const origins = walks.origins();
    std::size_t const drawn = walks.states() == WalkStates::all ? origins : 0;
    for (WalkTimes& each : times) {
        each.possible.resize(origins);
        each.nearest.resize(origins);
        each.metres.resize(origins);
        each.certain.resize(drawn);
        each.expected.resize(drawn);
    }
    m_block.resize(m_matrix->m_states.size() * block_places);
    m_answers.resize(3 * block_places);
    m_block_metres.resize(block_places);
    search(destinations);
    find_neighbours(destinations);
    std::array<bool, matrix_group> measured{};
    for (std::size_t lane = 0; lane < times.size(); ++lane) {
        m_stack.clear();
        measured[lane] = measure_nodes(destinations[lane], lane);
    }
    for (std::size_t begin = 0; begin < origins; begin += block_size) {
        std::size_t const end = std::min(origins, begin + block_size);
        walk_block(begin, end, limit);
        put_away(begin, end, times);
    }
    for (std::size_t lane = 0; lane < times.size(); ++lane)
        if (!measured[lane]) measure_again(destinations[lane], limit, times[lane]);
}

} // namespace wf::reach
