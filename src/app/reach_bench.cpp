// SPDX-License-Identifier: EUPL-1.2
// From an extract of OpenStreetMap to answers: import, keeping, searching, counting, and with areas a whole run. Without arguments
// Kampen; bench/reach.py hands in larger ones and lets others answer the same question.
//     app_reach_bench [EXTRACT] [--graph FILE]     FILE gets the graph and the places that peers need
#include "app/features.hpp"
#include "app/import_job.hpp"
#include "base/parallel.hpp"
#include "commons/network/network.hpp"
#include "feature/calc/matrix_rows.hpp"
#include "feature/reach/run.hpp"
#include "import/osm/read.hpp"
#include "kernel/reach/codec.hpp"
#include "kernel/reach/matrix.hpp"
#include "kernel/reach/reach.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <sys/resource.h>

using namespace wf;

namespace {

double seconds_of(std::function<void()> const& work)
{
    auto const begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Median of five with spread; the median.
double report(char const* what, std::function<void()> const& work, double each = 1, char const* unit = "s")
{
    std::vector<double> measured;
    for (int run = 0; run < 5; ++run) measured.push_back(seconds_of(work) / each);
    std::sort(measured.begin(), measured.end());
    std::printf("%-64s %10.5f %s (%.5f-%.5f)\n", what, measured[2], unit, measured.front(), measured.back());
    return measured[2];
}

void report_once(char const* what, double seconds)
{
    std::printf("%-64s %10.5f s (once)\n", what, seconds);
}

double peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Prepared {
    reach::Network network;
    std::vector<std::optional<reach::Foothold>> homes;
    std::vector<std::vector<reach::Destination>> destinations;
    std::size_t places{0};
};

Prepared prepare(osm::Extract extract)
{
    Prepared prepared;
    prepared.network = std::move(extract.network);
    reach::Locator const locator{prepared.network};
    for (auto const& home : extract.homes)
        prepared.homes.push_back(locator.find(reach::to_point(home.at), home.street));
    auto const& categories = walking::Categories::built_in();
    prepared.destinations.resize(categories.all().size());
    for (auto const& place : extract.places) {
        auto const at = static_cast<std::size_t>(categories.find(place.category) - categories.all().data());
        reach::Destination destination;
        if (auto const foothold = locator.find(place.at)) destination.footholds.push_back(*foothold);
        prepared.destinations[at].push_back(std::move(destination));
        ++prepared.places;
    }
    return prepared;
}

/// Places stand at a node here, as peers want it.
std::vector<graph::Seed> seeds_of(Prepared const& prepared, std::size_t category)
{
    std::vector<graph::Seed> seeds;
    for (std::uint32_t place = 0; place < prepared.destinations[category].size(); ++place) {
        for (auto const& foothold : prepared.destinations[category][place].footholds)
            seeds.push_back({prepared.network.edges[foothold.edge].from, 0, place});
    }
    return seeds;
}

void write_graph(Prepared const& prepared, graph::GraphView view, std::string const& path)
{
    auto* file = std::fopen(path.c_str(), "w");
    if (file == nullptr) std::exit(1);
    std::fprintf(file, "%zu %zu\n", view.nodes(), view.arcs.size());
    for (std::size_t node = 0; node < view.nodes(); ++node) {
        for (auto arc = view.first[node]; arc < view.first[node + 1]; ++arc)
            std::fprintf(file, "%zu %u %u\n", node, view.arcs[arc].head, view.arcs[arc].weight);
    }
    for (std::size_t category = 0; category < prepared.destinations.size(); ++category) {
        for (auto const& seed : seeds_of(prepared, category)) std::fprintf(file, "%zu %u\n", category, seed.node);
    }
    std::fclose(file);
}

void measure_searches(Prepared const& prepared, std::string const& graph_file)
{
    auto const* adult = walking::Profiles::built_in().find("adult");
    auto const walking_graph = reach::make_walking_graph(prepared.network);
    auto const streets = reach::make_streets(prepared.network, reach::State::possible);
    auto const costs = reach::make_arc_costs(prepared.network, walking_graph, adult->profile, streets);
    std::vector<graph::Arc> arcs;
    reach::weigh(walking_graph, costs, 1.34, arcs);
    graph::GraphView const view{walking_graph.topology.first, arcs};
    if (!graph_file.empty()) write_graph(prepared, view, graph_file);

    graph::Search search;
    std::vector<graph::Ticks> cost(view.nodes());
    double const millions = static_cast<double>(arcs.size()) / 1e6;
    auto const kinds = static_cast<double>(prepared.destinations.size());
    std::uint64_t sum = 0;
    auto const all_kinds = [&] {
        sum = 0;
        for (std::size_t category = 0; category < prepared.destinations.size(); ++category) {
            auto const seeds = seeds_of(prepared, category);
            search.nearest(view, seeds, graph::unreachable - 1, cost);
            for (auto const ticks : cost) sum += ticks == graph::unreachable ? 0 : ticks;
        }
    };
    report("nearest place of each kind, all nodes, one thread", all_kinds);
    report("  the same, per kind and million arcs", all_kinds, kinds * millions);
    std::printf("  checksum %llu ms over %zu kinds, %zu nodes, %zu arcs\n", static_cast<unsigned long long>(sum),
                prepared.destinations.size(), view.nodes(), arcs.size());
    std::vector<graph::Seed> all;
    std::uint32_t label = 0;
    for (std::size_t home = 0; home < prepared.homes.size();
         home += std::max<std::size_t>(prepared.homes.size() / 13000, 1)) {
        if (prepared.homes[home]) all.push_back({prepared.network.edges[prepared.homes[home]->edge].from, 0, label++});
    }
    std::vector<std::uint32_t> counts(view.nodes());
    auto const metres_1200 = static_cast<graph::Ticks>(1200 / 1.34 * 1000);
    std::printf("%zu nodes x %zu places:\n", view.nodes(), all.size());
    report("  nearest, every node", [&] { search.nearest(view, all, graph::unreachable - 1, cost); });
    report("  number within 1.2 km, every node, 2 threads",
           [&] { graph::count_within(view, all, metres_1200, 2, counts); });

    reach::Options options;
    auto const& priors = walking::WalkPriors::built_in().priors;
    std::printf("one profile (rollator), %zu kinds, %zu homes, median speed, possible streets:\n",
                prepared.destinations.size(), prepared.homes.size());
    options.draws = 1;
    auto const town = reach::make_town(prepared.network, priors, prepared.homes, options);
    auto const& rollator = walking::Profiles::built_in().find("rollator")->profile;
    report("  nearest of each kind at every home, 2 threads", [&] {
        parallel_for(prepared.destinations.size(), Threads{2}, [&](std::size_t category) {
            (void)reach::times_to_nearest(town, rollator, town.possible, reach::speed_at(rollator, 0.5),
                                          prepared.destinations[category], 3'600'000);
        });
    });
    // Certain, one draw and possible streets at one speed each: three times the question, of a walker without rests.
    options.quantiles = 1;
    options.count_draws = 1;
    options.threads = 2;
    for (auto const with : {reach::Counts::no, reach::Counts::yes}) {
        report(with == reach::Counts::no
                   ? "adult, nearest in three states, 2 threads"
                   : "adult, nearest and number within 5, 10, 15 minutes in three states, 2 threads",
               [&] { (void)reach::compute_reach(town, adult->profile, prepared.destinations, options, with); });
    }
}

double processor_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    auto const seconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Million pairs a second, median of five with spread; and a second of one processor, which a busy machine changes less.
void report_pairs(std::string const& what, double pairs, std::function<void()> const& work)
{
    std::vector<double> speed;
    double const before = processor_seconds();
    for (int run = 0; run < 5; ++run) speed.push_back(pairs / seconds_of(work) / 1e6);
    double const worked = processor_seconds() - before;
    std::sort(speed.begin(), speed.end());
    std::printf("%-64s %7.2f M pairs/s (%.2f-%.2f), %.2f M a processor second\n", what.c_str(), speed[2], speed.front(),
                speed.back(), 5 * pairs / worked / 1e6);
}

/// All homes to some of them, spread over the list: searched alone, and as rows that are counted.
void measure_matrix(Prepared const& prepared, reach::WalkStates states)
{
    constexpr std::size_t most = 1600;
    std::vector<reach::Destination> places;
    std::vector<std::string> ids;
    std::vector<std::string> place_ids;
    std::size_t const step = std::max<std::size_t>(prepared.homes.size() / most, 1);
    for (std::size_t home = 0; home < prepared.homes.size(); ++home) {
        ids.push_back("n" + std::to_string(2'637'000'000 + home));
        if (home % step != 0 || places.size() == most) continue;
        places.emplace_back();
        if (prepared.homes[home]) places.back().footholds.push_back(*prepared.homes[home]);
        place_ids.push_back(ids.back());
    }
    auto const& adult = walking::Profiles::built_in().find("adult")->profile;
    auto const& priors = walking::WalkPriors::built_in().priors;
    std::optional<reach::Walks> walks;
    std::optional<reach::WalkMatrix> matrix;
    report(states == reach::WalkStates::all ? "matrix, three states: streets made ready, 2 threads"
                                            : "matrix, one state: streets made ready, 2 threads",
           [&] {
               matrix.reset();
               walks.emplace(prepared.network, priors, adult, prepared.homes, 1, Threads{2}, states);
               matrix.emplace(*walks, Threads{2});
           });
    std::printf("  %zu homes to %zu of them, states that differ: %zu\n", ids.size(), places.size(), matrix->states());
    double const pairs = static_cast<double>(ids.size()) * static_cast<double>(places.size());
    std::size_t const groups = places.size() / reach::matrix_group;
    report_pairs("  searched alone, 2 threads", pairs, [&] {
        parallel_for(2, Threads{2}, [&](std::size_t thread) {
            reach::WalkMatrix::Worker worker{*matrix};
            std::array<reach::WalkTimes, reach::matrix_group> times;
            for (std::size_t group = thread; group < groups; group += 2) {
                worker.find(std::span{places}.subspan(group * reach::matrix_group, reach::matrix_group),
                            reach::longest_walk, times);
            }
        });
    });
    calc::WalkRows const rows{calc::RowFormat::csv, states, ids, place_ids};
    for (unsigned threads = 1; threads <= 2; ++threads) {
        std::size_t bytes = 0;
        auto const count = [&](std::string_view more) {
            bytes += more.size();
            return Result<void>{};
        };
        report_pairs("  rows of text to a sink that counts them, threads: " + std::to_string(threads), pairs, [&] {
            bytes = 0;
            calc::write_matrix(*matrix, rows, places, reach::longest_walk, Threads{threads}, count).value();
        });
        std::printf("    %zu bytes\n", bytes);
    }
}

/// From what is stored to stored results, for the municipality of Kampen.
void measure_run()
{
    auto folder = (std::filesystem::temp_directory_path() / "weefsel-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) std::exit(1);
    {
        auto const store = std::move(store::Store::open("sqlite:" + folder + "/w.db").value());
        store->migrate(app::all_migrations(app::make_features())).value();
        job::NoProgress progress;
        for (auto const* file : {"gemeente_2015.geojson", "wijk_2015.geojson", "buurten_2015.geojson"})
            app::run_import(*store, {"cbs", std::string{"data/kampen/"} + file, {{"year", "2015"}}}, progress).value();
        app::run_import(*store, {"cbs", "data/kampen/huishoudenspositie_leeftijd_2020.csv", {{"year", "2020"}}},
                        progress)
            .value();
        double const whole = seconds_of([&] {
            app::run_import(*store, {"osm", "data/kampen/kampen.osm.pbf", {}}, progress).value();
        });
        report_once("Kampen: import of OpenStreetMap into the store", whole);
        auto const known = store->read([](store::Session& session) { return network::list(session); });
        report("Kampen: stored network loaded", [&] {
            store->read(
                [&](store::Session& session) { (void)network::load_network(session, known[0].dataset_id).value(); });
        });
        std::uint64_t seed = 1;
        report("Kampen: all profiles x kinds, from stored network to stored results", [&] {
            reach::Options options;
            options.seed = seed++; // another seed, or the run would be there already
            reach_pages::compute_reach_run(*store, "GM0166", {}, options, "bench", progress).value();
        });
    }
    std::printf("store afterwards: %.0f MB\n",
                static_cast<double>(std::filesystem::file_size(folder + "/w.db")) / 1048576);
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int count, char** words)
{
    std::string extract_file = "data/kampen/kampen.osm.pbf";
    std::string graph_file;
    for (int at = 1; at < count; ++at) {
        std::string const word = words[at];
        if (word == "--graph" && at + 1 < count) graph_file = words[++at];
        else extract_file = word;
    }
    std::printf("%s\n", extract_file.c_str());
    osm::Extract extract;
    report_once("read: network, homes, places", seconds_of([&] {
                    extract = osm::read_extract(extract_file, walking::Categories::built_in()).value();
                }));
    std::printf("%zu nodes, %zu edges, %zu homes, %zu places; peak memory %.0f MB\n", extract.network.nodes.size(),
                extract.network.edges.size(), extract.homes.size(), extract.places.size(), peak_megabytes());
    std::string bytes;
    report("network to bytes", [&] { bytes = reach::encode_network(extract.network); });
    report("bytes to network", [&] { (void)reach::decode_network(bytes).value(); });
    auto const prepared = prepare(std::move(extract));
    measure_searches(prepared, graph_file);
    // Of a larger map the text alone is gigabytes.
    constexpr std::size_t most_homes = 50'000;
    if (prepared.homes.size() <= most_homes) {
        measure_matrix(prepared, reach::WalkStates::possible);
        measure_matrix(prepared, reach::WalkStates::all);
    }
    if (count == 1) measure_run();
    std::printf("peak memory %.0f MB\n", peak_megabytes());
    return 0;
}
