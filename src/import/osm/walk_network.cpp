// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/walk_network.hpp"

#include "import/osm/geometry.hpp"
#include "import/osm/runs.hpp"
#include "import/osm/surroundings.hpp"

#include <algorithm>
#include <cmath>

namespace wf::osm {
namespace {

using reach::Kerb;
using reach::Road;

/// What is known of a node while the network is made.
struct Joint {
    std::uint32_t number{not_yet}; ///< in the network; not given yet
    std::uint8_t touched{0};       ///< how often rows come there, at most 3
    bool end{false};
    bool cut{false};
    bool barred{false};
    bool bench{false};
    static constexpr std::uint32_t not_yet = 0xffffffff;
};

/// How many edges come together at a node, by what matters for kerbs.
struct Meeting {
    std::uint16_t edges{0};
    std::uint16_t car_roads{0};
    std::uint16_t crossings{0};
    bool tactile{false};
};

class Builder {
public:
    Builder(Gathered& things, Runs runs, Surroundings const& surroundings)
        : m_things{things},
          m_runs{std::move(runs)},
          m_surroundings{surroundings},
          m_joints(m_runs.places.size()),
          m_way_of(m_runs.streets.size(), Joint::not_yet)
    {
    }

    reach::Network build()
    {
        find_joints();
        for (Run const& run : m_runs.runs) cut(run);
        set_kerbs();
        m_network.names = std::move(m_things.names);
        return std::move(m_network);
    }

private:
    [[nodiscard]] bool is_made(std::uint32_t node) const { return node >= m_things.nodes.size(); }

    void find_joints()
    {
        for (Run const& run : m_runs.runs) {
            auto const nodes = m_runs.nodes_of(run);
            for (std::uint32_t const node : nodes) {
                if (m_joints[node].touched < 3) ++m_joints[node].touched;
            }
            m_joints[nodes.front()].end = true;
            m_joints[nodes.back()].end = true;
        }
        for (Bench const& bench : m_things.benches) {
            if (bench.node && m_joints[*bench.node].touched > 0) m_joints[*bench.node].bench = true;
        }
        for (std::uint32_t node = 0; node < m_joints.size(); ++node) {
            Joint& joint = m_joints[node];
            if (joint.touched == 0) continue;
            joint.cut = joint.touched > 1 || joint.end || joint.bench || is_made(node);
        }
        for (auto const& [node, meaning] : m_things.meanings) {
            Joint& joint = m_joints[node];
            joint.barred = meaning.barred;
            if (meaning.kerb != Kerb::none || meaning.barrier != reach::Barrier::none) joint.cut = true;
        }
    }

    /// The number of the node in the network. A node that may not be passed is another one for each edge that ends there.
    std::uint32_t number(std::uint32_t node)
    {
        Joint& joint = m_joints[node];
        if (joint.number != Joint::not_yet && !joint.barred) return joint.number;
        joint.number = static_cast<std::uint32_t>(m_network.nodes.size());
        reach::NetworkNode made;
        made.at = m_runs.places[node];
        if (is_made(node)) {
            made.osm_id = m_runs.bench[node - m_things.nodes.size()];
            made.bench = true;
        } else {
            made.osm_id = m_things.nodes.id(node);
            made.bench = joint.bench;
            if (auto const meaning = m_things.meanings.find(node); meaning != m_things.meanings.end()) {
                made.barrier = meaning->second.barrier;
                made.passage_cm = meaning->second.passage_cm;
            }
        }
        m_network.nodes.push_back(made);
        m_source.push_back(node);
        return joint.number;
    }

    /// Cuts a row into edges. A ring that nothing touches is cut in its middle, so that no edge ends where it began.
    void cut(Run const& run)
    {
        auto const nodes = m_runs.nodes_of(run);
        std::size_t from = 0;
        double total = 0;
        bool const ferry = m_runs.streets[run.street].way.road == Road::ferry;
        if (ferry) {
            for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
                total += metres_between(m_runs.places[nodes[i]], m_runs.places[nodes[i + 1]]);
        }
        for (std::size_t to = 1; to < nodes.size(); ++to) {
            if (!m_joints[nodes[to]].cut) continue;
            if (nodes[from] == nodes[to] && to - from >= 2) {
                std::size_t const middle = (from + to) / 2;
                m_joints[nodes[middle]].cut = true;
                add_edge(run, nodes, from, middle, total);
                from = middle;
            }
            add_edge(run, nodes, from, to, total);
            from = to;
        }
    }

    void add_edge(Run const& run, std::span<std::uint32_t const> nodes, std::size_t from, std::size_t to, double ferry)
    {
        reach::Edge edge;
        edge.from = number(nodes[from]);
        edge.to = number(nodes[to]);
        edge.first_bend = static_cast<std::uint32_t>(m_network.bends.size());
        edge.bends = static_cast<std::uint32_t>(to - from - 1);
        double metres = 0;
        for (std::size_t i = from; i < to; ++i) {
            metres += metres_between(m_runs.places[nodes[i]], m_runs.places[nodes[i + 1]]);
            if (i > from) m_network.bends.push_back(m_runs.places[nodes[i]]);
        }
        edge.metres = static_cast<float>(metres);
        edge.way =
            ferry > 0 ? add_ferry(run, metres, metres / ferry) : way_of(run, m_runs.places[nodes[nodes.size() / 2]]);
        m_network.edges.push_back(edge);
    }

    std::uint32_t way_of(Run const& run, reach::Place32 middle)
    {
        std::uint32_t& known = m_way_of[run.street];
        if (known == Joint::not_yet) {
            known = static_cast<std::uint32_t>(m_network.ways.size());
            m_network.ways.push_back(m_runs.streets[run.street].way);
            m_network.ways.back().surroundings = m_surroundings.at(middle);
            m_tactile.push_back(m_runs.streets[run.street].tactile);
        }
        return known;
    }

    /// Each part between two landings is a way of its own, with its part of the time.
    std::uint32_t add_ferry(Run const& run, double metres, double part)
    {
        Walk const& walk = m_runs.streets[run.street];
        double const sailing = walk.ferry_seconds ? *walk.ferry_seconds * part : metres / ferry_metres_per_second;
        m_network.ways.push_back(walk.way);
        m_network.ways.back().fixed_seconds =
            static_cast<std::uint16_t>(std::lround(std::min(65'000.0, sailing + ferry_waiting_seconds)));
        m_network.ways.back().surroundings = reach::Surroundings::rural;
        m_tactile.push_back(false);
        return static_cast<std::uint32_t>(m_network.ways.size() - 1);
    }

    void set_kerbs()
    {
        std::vector<Meeting> meetings(m_network.nodes.size());
        for (reach::Edge const& edge : m_network.edges) {
            Road const road = m_network.ways[edge.way].road;
            for (std::uint32_t const node : {edge.from, edge.to}) {
                Meeting& meeting = meetings[node];
                ++meeting.edges;
                if (is_car_road(road)) ++meeting.car_roads;
                if (road == Road::crossing) {
                    ++meeting.crossings;
                    meeting.tactile = meeting.tactile || m_tactile[edge.way];
                }
            }
        }
        for (std::size_t i = 0; i < m_network.nodes.size(); ++i) {
            m_network.nodes[i].kerb = kerb_at(m_source[i], meetings[i]);
        }
    }

    [[nodiscard]] Kerb kerb_at(std::uint32_t node, Meeting const& meeting) const
    {
        if (is_made(node)) return Kerb::none;
        auto const found = m_things.meanings.find(node);
        Meaning const meaning = found == m_things.meanings.end() ? Meaning{} : found->second;
        if (meaning.kerb_tagged) return meaning.kerb;
        if (meeting.crossings >= 2) return Kerb::none; // in the middle of a crossing: its kerbs are at its ends
        if (meaning.crossing) return meaning.kerb;
        if (meeting.crossings == 1) return meeting.tactile ? Kerb::flush : Kerb::unknown;
        return meeting.edges >= 3 && meeting.car_roads >= 2 ? Kerb::unknown : Kerb::none;
    }

    Gathered& m_things;
    Runs m_runs;
    Surroundings const& m_surroundings;
    std::vector<Joint> m_joints;
    std::vector<std::uint32_t> m_way_of; ///< by street: in the network
    std::vector<std::uint32_t> m_source; ///< by node of the network: its node in the runs
    std::vector<bool> m_tactile;         ///< by way of the network
    reach::Network m_network;
};

} // namespace

reach::Network make_network(Gathered& things)
{
    Runs runs = make_runs(things);
    place_benches(runs, things);
    Surroundings const surroundings{things};
    return Builder{things, std::move(runs), surroundings}.build();
}

} // namespace wf::osm
