// SPDX-License-Identifier: EUPL-1.2
// Four real extracts: walking times between 10,000 random pairs of points, by the kernel as a run calls it (streets joined to
// chains, buckets, everything turned around, whole milliseconds) and by a plain Dijkstra that is written here (forward, with
// a heap, over the edges as they are, seconds as doubles). What an edge costs is asked of the kernel: it is the same network.
// The largest difference was 0.06 s, on walks of up to 50 hours: whole milliseconds for each edge add up so.
#include "base/random.hpp"
#include "commons/walking/walking.hpp"
#include "import/osm/read.hpp"
#include "kernel/reach/reach.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>

using namespace wf;
using reach::Foothold;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t points = 100; ///< homes, and as many places: 10,000 pairs
constexpr double tenth = 0.1;       ///< seconds

/// What an edge costs from its `from` to its `to`, and back; infinite where it is closed.
struct Seconds {
    double there{never};
    double back{never};
};

double part_of(double seconds, double part)
{
    return seconds == never ? never : seconds * part;
}

/// Every second point lies exactly at a node, the others somewhere along a street and some metres off it.
std::vector<Foothold> random_points(reach::Network const& network, Random& random)
{
    std::vector<Foothold> made(points);
    for (std::size_t i = 0; i < points; ++i) {
        made[i].edge = static_cast<std::uint32_t>(random.below(network.edges.size()));
        if (i % 2 == 0) {
            made[i].fraction = static_cast<float>(random.below(2));
        } else {
            made[i].fraction = static_cast<float>(random.uniform());
            made[i].metres = static_cast<float>(20 * random.uniform());
        }
    }
    return made;
}

/// How long somebody is on their way who must rest: seconds since the last rest beyond `longest` count `1 + surcharge` times.
struct Rests {
    double longest{never};
    double surcharge{0};
    std::vector<std::uint8_t> const* here{nullptr};

    [[nodiscard]] double extra(double leg) const { return leg > longest ? surcharge * (leg - longest) : 0; }
};

class Plain {
public:
    Plain(reach::Town const& town, reach::Profile const& profile, reach::DrawnStreets const& streets, double speed)
        : m_network{*town.network}, m_speed{speed}, m_at{m_network.nodes.size()}
    {
        auto const costs = reach::make_arc_costs(m_network, town.graph, profile, streets);
        auto const seconds = [&](graph::ArcIndex arc) {
            if (costs.metres[arc] < 0) return never;
            return static_cast<double>(costs.metres[arc]) / speed + static_cast<double>(costs.fixed_ms[arc]) / 1000;
        };
        for (std::uint32_t e = 0; e < m_network.edges.size(); ++e) {
            m_seconds.push_back({seconds(town.graph.arc_forward(e)), seconds(town.graph.arc_backward(e))});
            m_at[m_network.edges[e].from].push_back({m_network.edges[e].to, m_seconds[e].there});
            m_at[m_network.edges[e].to].push_back({m_network.edges[e].from, m_seconds[e].back});
        }
        if (!profile.longest_leg_m) return;
        m_rests = {*profile.longest_leg_m / speed, profile.rest_seconds * speed / *profile.longest_leg_m,
                   &streets.rest_here};
    }

    /// Seconds to each of the places.
    [[nodiscard]] std::vector<double> times(Foothold const& home, std::span<Foothold const> places) const
    {
        return m_rests.here != nullptr ? with_rests(home, places) : without_rests(home, places);
    }

private:
    struct Exit {
        std::uint32_t to;
        double seconds;
    };
    /// Somebody at a node, or on the way to it; `leg` seconds since the last rest.
    struct Stand {
        double seconds;
        double leg;
        std::uint32_t node;
        bool operator>(Stand const& other) const { return seconds > other.seconds; }
    };
    using Queue = std::priority_queue<Stand, std::vector<Stand>, std::greater<>>;

    [[nodiscard]] double off_street(Foothold const& point) const { return static_cast<double>(point.metres) / m_speed; }
    /// From the point to an end of its edge; and from an end to the point.
    [[nodiscard]] Seconds out(Foothold const& home) const
    {
        double const at = static_cast<double>(home.fraction);
        auto const& edge = m_seconds[home.edge];
        return {off_street(home) + part_of(edge.there, 1 - at), off_street(home) + part_of(edge.back, at)};
    }
    [[nodiscard]] Seconds in(Foothold const& place) const
    {
        double const at = static_cast<double>(place.fraction);
        auto const& edge = m_seconds[place.edge];
        return {off_street(place) + part_of(edge.there, at), off_street(place) + part_of(edge.back, 1 - at)};
    }
    /// On one and the same edge.
    [[nodiscard]] double along(Foothold const& home, Foothold const& place) const
    {
        if (home.edge != place.edge) return never;
        double const part = static_cast<double>(place.fraction) - static_cast<double>(home.fraction);
        auto const& edge = m_seconds[home.edge];
        return off_street(home) + off_street(place) + part_of(part >= 0 ? edge.there : edge.back, std::abs(part));
    }

    [[nodiscard]] std::vector<double> without_rests(Foothold const& home, std::span<Foothold const> places) const
    {
        std::vector<double> best(m_at.size(), never);
        Queue waiting;
        auto const come = [&](std::uint32_t node, double seconds) {
            if (seconds >= best[node]) return;
            best[node] = seconds;
            waiting.push({seconds, 0, node});
        };
        reach::Edge const& own = m_network.edges[home.edge];
        come(own.to, out(home).there);
        come(own.from, out(home).back);
        while (!waiting.empty()) {
            Stand const stand = waiting.top();
            waiting.pop();
            if (stand.seconds > best[stand.node]) continue;
            for (Exit const& exit : m_at[stand.node]) come(exit.to, stand.seconds + exit.seconds);
        }
        std::vector<double> times;
        for (Foothold const& place : places) {
            reach::Edge const& edge = m_network.edges[place.edge];
            times.push_back(
                std::min({best[edge.from] + in(place).there, best[edge.to] + in(place).back, along(home, place)}));
        }
        return times;
    }

    /// The state is a node and the seconds since the last rest. Of two stands at a node one is dropped when the other is there
    /// no later and no longer without a rest: nothing cleverer.
    [[nodiscard]] std::vector<double> with_rests(Foothold const& home, std::span<Foothold const> places) const
    {
        std::vector<std::vector<Stand>> kept(m_at.size());
        Queue waiting;
        auto const come = [&](Stand from, std::uint32_t node, double more) {
            if (more == never) return;
            Stand made = walk(from, more);
            made.node = node;
            // Beyond the longest leg all further walking costs the same.
            made.leg = (*m_rests.here)[node] != 0 ? 0 : std::min(made.leg, m_rests.longest);
            auto& here = kept[node];
            if (std::ranges::any_of(here, [&](Stand const& old) { return is_no_worse(old, made); })) return;
            std::erase_if(here, [&](Stand const& old) { return is_no_worse(made, old); });
            here.push_back(made);
            waiting.push(made);
        };
        reach::Edge const& own = m_network.edges[home.edge];
        come({0, 0, own.to}, own.to, out(home).there);
        come({0, 0, own.from}, own.from, out(home).back);
        while (!waiting.empty()) {
            Stand const stand = waiting.top();
            waiting.pop();
            if (std::ranges::none_of(kept[stand.node], [&](Stand const& old) {
                    return old.seconds == stand.seconds && old.leg == stand.leg;
                })) {
                continue;
            }
            for (Exit const& exit : m_at[stand.node]) come(stand, exit.to, exit.seconds);
        }
        std::vector<double> times;
        for (Foothold const& place : places) {
            reach::Edge const& edge = m_network.edges[place.edge];
            double best = walk({0, 0, 0}, along(home, place)).seconds;
            for (Stand const& stand : kept[edge.from]) best = std::min(best, walk(stand, in(place).there).seconds);
            for (Stand const& stand : kept[edge.to]) best = std::min(best, walk(stand, in(place).back).seconds);
            times.push_back(best);
        }
        return times;
    }
    [[nodiscard]] Stand walk(Stand const& from, double more) const
    {
        if (more == never) return {never, 0, from.node};
        double const extra = m_rests.extra(from.leg + more) - m_rests.extra(from.leg);
        return {from.seconds + more + extra, from.leg + more, from.node};
    }
    static bool is_no_worse(Stand const& one, Stand const& other)
    {
        return one.seconds <= other.seconds && one.leg <= other.leg;
    }

    reach::Network const& m_network;
    double m_speed;
    std::vector<Seconds> m_seconds;
    std::vector<std::vector<Exit>> m_at;
    Rests m_rests;
};

struct Compared {
    std::size_t pairs{0};
    std::size_t reachable{0};
    std::size_t disagreed{0}; ///< one of both says that there is no way
    double furthest{0};       ///< seconds: the longest walk
    double difference{0};     ///< the largest
};

/// These maps hardly say which way streets slope, and without that going and coming back take as long: from 12 % down to 12 % up,
/// invented.
reach::Network tilt(reach::Network network)
{
    for (reach::Way& way : network.ways) {
        way.incline_known = true;
        way.incline_percent = static_cast<std::int8_t>(way.osm_id % 25 - 12);
    }
    return network;
}

Compared compare(reach::Town const& town, std::string const& walker, reach::DrawnStreets const& streets,
                 std::span<Foothold const> places)
{
    reach::Profile const& profile = walking::Profiles::built_in().find(walker)->profile;
    double const speed = reach::speed_at(profile, 0.5);
    constexpr graph::Ticks longest = 1'000'000'000; // 11 days: all that has a way
    std::vector<std::vector<graph::Ticks>> ours;
    for (Foothold const& place : places) {
        reach::Destination const destination{{place}};
        ours.push_back(reach::times_to_nearest(town, profile, streets, speed, std::span{&destination, 1}, longest));
    }
    Plain const plain{town, profile, streets, speed};
    Compared all;
    for (std::size_t home = 0; home < points; ++home) {
        auto const theirs = plain.times(*town.homes[home], places);
        for (std::size_t i = 0; i < places.size(); ++i) {
            ++all.pairs;
            graph::Ticks const ticks = ours[i][home];
            if ((ticks == graph::unreachable) != (theirs[i] == never)) ++all.disagreed;
            if (ticks == graph::unreachable || theirs[i] == never) continue;
            ++all.reachable;
            all.furthest = std::max(all.furthest, theirs[i]);
            all.difference = std::max(all.difference, std::abs(ticks / 1000.0 - theirs[i]));
        }
    }
    MESSAGE(walker << ": " << all.pairs << " pairs, " << all.reachable << " with a way, the longest " << all.furthest
                   << " s, largest difference " << all.difference << " s");
    return all;
}

void compare_all(std::string const& path, std::uint64_t seed)
{
    auto const extract = osm::read_extract(path, walking::Categories::built_in());
    REQUIRE(extract);
    reach::Network const& network = extract->network;
    Random random{seed};
    auto const homes = random_points(network, random);
    auto const places = random_points(network, random);
    reach::Options options;
    options.draws = 2;
    options.threads = 1;
    auto const make_town = [&](reach::Network const& of) {
        return reach::make_town(of, walking::WalkPriors::built_in().priors, {homes.begin(), homes.end()}, options);
    };
    reach::Town const flat = make_town(network);
    reach::Network const tilted = tilt(network);
    reach::Town const hilly = make_town(tilted);
    struct Case {
        std::string walker;
        reach::Town const& town;
        reach::DrawnStreets const& streets;
    };
    // Aged 80 and with a rollator without a seat one sits down on the way: the search with legs.
    for (auto const& [walker, town, streets] : {
             Case{"adult", flat, flat.possible},
             Case{"rollator", flat, flat.certain},
             Case{"wheelchair_manual", flat, flat.drawn[0]},
             Case{"age_80", flat, flat.certain},
             Case{"rollator_no_seat", flat, flat.drawn[1]},
             Case{"wheelchair_manual", hilly, hilly.possible},
             Case{"rollator_no_seat", hilly, hilly.drawn[0]},
         }) {
        CAPTURE(walker);
        auto const all = compare(town, walker, streets, places);
        CHECK(all.pairs == 10'000);
        CHECK(all.disagreed == 0);
        CHECK(all.difference < tenth);
        CHECK(all.reachable > 8000);
        CHECK(all.furthest > 3600);
    }
}

} // namespace

TEST_CASE("Kampen: 10,000 pairs as by a plain Dijkstra")
{
    compare_all("data/kampen/kampen.osm.pbf", 101);
}

TEST_CASE("Andorra: 10,000 pairs as by a plain Dijkstra")
{
    compare_all("data/osm/andorra.osm.pbf", 102);
}

TEST_CASE("Liechtenstein: 10,000 pairs as by a plain Dijkstra")
{
    compare_all("data/osm/liechtenstein.osm.pbf", 103);
}

TEST_CASE("Monaco: 10,000 pairs as by a plain Dijkstra")
{
    compare_all("data/osm/monaco.osm.pbf", 104);
}
