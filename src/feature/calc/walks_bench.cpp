// SPDX-License-Identifier: EUPL-1.2
// How many pairs a second does a matrix make, on streets as large as those of a town, and how many rows are written?
#include "base/random.hpp"
#include "feature/calc/walk_rows.hpp"

#include <chrono>
#include <cstdio>

namespace {

constexpr std::uint32_t side = 150;
constexpr std::size_t origins = 20'000;
constexpr std::size_t destinations = 32;

wf::reach::Network make_streets()
{
    wf::reach::Network network;
    wf::Random random{1};
    for (std::uint32_t i = 0; i < side * side; ++i) {
        wf::reach::NetworkNode node;
        node.osm_id = i + 1;
        node.at = {static_cast<std::int32_t>(59'000'000 + i % side * 14'750),
                   static_cast<std::int32_t>(525'000'000 + i / side * 8'990)};
        network.nodes.push_back(node);
    }
    auto const add = [&](std::uint32_t from, std::uint32_t to) {
        wf::reach::Way way;
        way.osm_id = static_cast<std::int64_t>(network.ways.size()) + 1;
        network.ways.push_back(way);
        wf::reach::Edge edge;
        edge.from = from;
        edge.to = to;
        edge.way = static_cast<std::uint32_t>(network.ways.size() - 1);
        edge.metres = static_cast<float>(50 + random.uniform() * 100);
        network.edges.push_back(edge);
    };
    for (std::uint32_t i = 0; i < side * side; ++i) {
        if (i % side + 1 < side) add(i, i + 1);
        if (i + side < side * side) add(i, i + side);
    }
    return network;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main()
{
    using Clock = std::chrono::steady_clock;
    auto const network = make_streets();
    wf::Random random{2};
    auto const foothold = [&] {
        return wf::reach::Foothold{static_cast<std::uint32_t>(random.below(network.edges.size())),
                                   static_cast<float>(random.uniform()), 10};
    };
    std::vector<std::optional<wf::reach::Foothold>> homes;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < origins; ++i) {
        homes.emplace_back(foothold());
        ids.push_back("home" + std::to_string(i));
    }
    std::vector<wf::reach::Destination> places(destinations);
    for (auto& place : places) place.footholds = {foothold()};

    wf::reach::Profile const profile;
    auto start = Clock::now();
    wf::reach::Walks const walks{network, {}, profile, homes, 1, wf::Threads{1}};
    std::printf("streets: %zu arcs, 27 states, %.2f s\n", 2 * network.edges.size(), seconds_since(start));

    start = Clock::now();
    std::vector<wf::reach::WalkTimes> times;
    for (std::size_t i = 0; i < destinations; ++i)
        times.push_back(walks.find(std::span{places}.subspan(i, 1), wf::reach::longest_walk, wf::Threads{1}));
    double seconds = seconds_since(start);
    double const pairs = static_cast<double>(origins * destinations);
    std::printf(
        "walks: %.2f million pairs a second in all 27 states, %.1f million a second for one state (one thread)\n",
        pairs / seconds / 1e6, 27 * pairs / seconds / 1e6);

    start = Clock::now();
    std::size_t bytes = 0;
    wf::calc::WalkRows const rows{wf::calc::RowFormat::csv, wf::reach::WalkStates::all, ids, ids};
    wf::calc::RowText text;
    for (auto const& each : times) {
        text.clear();
        rows.append(text, 0, each);
        bytes += text.text().size();
    }
    seconds = seconds_since(start);
    std::printf("rows: %.1f million a second, %.0f MB/s (one thread)\n", pairs / seconds / 1e6,
                static_cast<double>(bytes) / seconds / 1e6);
}
