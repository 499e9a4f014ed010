// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/survey_spots.hpp"

#include "kernel/reach/survey.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wf::reach_pages {
namespace {

struct Street {
    double metres{0};
    geo::Point middle;
    double longest{0};
};

/// Length, and the middle of the longest piece: a point that lies on the street.
std::map<std::uint32_t, Street> measure_streets(reach::Network const& network, std::set<std::uint32_t> const& ways)
{
    std::map<std::uint32_t, Street> streets;
    for (auto const& edge : network.edges) {
        if (!ways.contains(edge.way)) continue;
        auto& street = streets[edge.way];
        street.metres += edge.metres;
        if (edge.metres < street.longest) continue;
        street.longest = edge.metres;
        auto const a = reach::to_point(network.nodes[edge.from].at);
        auto const b = reach::to_point(network.nodes[edge.to].at);
        street.middle = edge.bends > 0 ? reach::to_point(network.bends[edge.first_bend + edge.bends / 2])
                                       : geo::Point{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
    }
    return streets;
}

} // namespace

std::map<std::uint32_t, std::string> name_crossings(reach::Network const& network, std::set<std::uint32_t> const& nodes)
{
    std::map<std::uint32_t, std::set<std::string>> streets;
    for (auto const& edge : network.edges) {
        auto const& name = network.names[network.ways[edge.way].name];
        if (name.empty()) continue;
        for (auto const node : {edge.from, edge.to}) {
            if (nodes.contains(node)) streets[node].insert(name);
        }
    }
    std::map<std::uint32_t, std::string> names;
    for (auto const& [node, some] : streets) {
        for (auto const& name : some) names[node] += (names[node].empty() ? "" : ", ") + name;
    }
    return names;
}

std::vector<SurveySpot> find_survey_spots(PreparedTown const& prepared, reach::Town const& town,
                                          reach::Profile const& profile, std::span<reach::CategoryAnswer const> answers,
                                          std::span<std::size_t const> limits, std::span<double const> people)
{
    auto const ranked = reach::rank_survey(town, profile, prepared.destinations, answers, limits, people, most_spots);
    std::set<std::uint32_t> nodes;
    std::set<std::uint32_t> ways;
    for (auto const& item : ranked) (item.is_node ? nodes : ways).insert(item.index);
    auto const crossings = name_crossings(prepared.network, nodes);
    auto const streets = measure_streets(prepared.network, ways);
    std::vector<SurveySpot> spots;
    for (auto const& item : ranked) {
        SurveySpot spot;
        spot.profile = profile.id;
        spot.position = static_cast<int>(spots.size());
        spot.attributes = item.attributes;
        spot.worth = item.worth;
        if (item.is_node) {
            auto const& node = prepared.network.nodes[item.index];
            spot.osm_type = 'n';
            spot.osm_id = node.osm_id;
            spot.at = reach::to_point(node.at);
            auto const found = crossings.find(item.index);
            if (found != crossings.end()) spot.name = found->second;
        } else {
            auto const& way = prepared.network.ways[item.index];
            auto const& street = streets.at(item.index);
            spot.osm_id = way.osm_id;
            spot.name = prepared.network.names[way.name];
            spot.at = street.middle;
            spot.metres = street.metres;
        }
        if (auto const area = area_near(prepared, spot.at)) spot.near = prepared.areas[*area].area.name;
        spots.push_back(std::move(spot));
    }
    return spots;
}

} // namespace wf::reach_pages
