// SPDX-License-Identifier: EUPL-1.2
// `calc reach matrix|nearest|count|profiles` on streets that are made here, and the walks behind them.
#include "base/random.hpp"
#include "commons/walking/walking.hpp"
#include "feature/calc/matrix_rows.hpp"
#include "feature/calc/test_run.hpp"
#include "kernel/reach/walks.hpp"

#include <cmath>
#include <stdexcept>

using namespace wf;
using namespace wf::calc;
using namespace wf::calc::test;

namespace {

/// About 100 m a step at 52.5 degrees north.
constexpr std::int32_t step_lon = 14'750;
constexpr std::int32_t step_lat = 8'990;

reach::Place32 corner(std::uint32_t column, std::uint32_t row)
{
    return {59'000'000 + static_cast<std::int32_t>(column) * step_lon,
            525'000'000 + static_cast<std::int32_t>(row) * step_lat};
}

reach::Way known_way()
{
    reach::Way way;
    way.osm_id = 1;
    way.surface = reach::Surface::paving;
    way.smoothness = reach::Smoothness::good;
    way.incline_known = true;
    way.width_cm = 200;
    return way;
}

void add_node(reach::Network& network, reach::Place32 at)
{
    reach::NetworkNode node;
    node.osm_id = static_cast<std::int64_t>(network.nodes.size()) + 1;
    node.at = at;
    network.nodes.push_back(node);
}

void add_edge(reach::Network& network, std::uint32_t from, std::uint32_t to, std::uint32_t way, float metres)
{
    reach::Edge edge;
    edge.from = from;
    edge.to = to;
    edge.way = way;
    edge.metres = metres;
    network.edges.push_back(edge);
}

/// One street of three pieces of 100 m, all of it known; and a piece on its own 2 km to the north.
reach::Network one_street()
{
    reach::Network network;
    network.ways = {known_way()};
    for (std::uint32_t i = 0; i < 4; ++i) add_node(network, corner(i, 0));
    for (std::uint32_t i = 0; i < 3; ++i) add_edge(network, i, i + 1, 0, 100);
    return network;
}

/// A grid of streets of which nothing is known, with kerbs and benches here and there.
reach::Network grid(std::uint32_t side)
{
    reach::Network network;
    Random random{7};
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            add_node(network, corner(column, row));
            if (random.below(3) == 0) network.nodes.back().kerb = reach::Kerb::unknown;
            network.nodes.back().bench = random.below(5) == 0;
        }
    }
    auto const way = [&] {
        reach::Way made;
        made.osm_id = static_cast<std::int64_t>(network.ways.size()) + 1;
        network.ways.push_back(made);
        return static_cast<std::uint32_t>(network.ways.size() - 1);
    };
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            auto const node = row * side + column;
            if (column + 1 < side) add_edge(network, node, node + 1, way(), 100);
            if (row + 1 < side) add_edge(network, node, node + side, way(), 100);
        }
    }
    return network;
}

Result<reach::Network> read_street(std::string const& path)
{
    if (path != "town.osm.pbf") return Error{Trouble::not_found, "file.not_found", path, "there is no such file"};
    return one_street();
}

std::string const ends = "id,lon,lat\nwest,5.9,52.5\n";
/// At the second corner, at the far end, and nowhere near.
std::string const places = "id,lon,lat\nb,5.901475,52.5\nd,5.904425,52.5\nfar,5.9,52.6\n";

Outcome ask(std::string const& command, Options more, std::string const& from = ends, std::string const& to = places)
{
    SmallFile const from_file{from};
    SmallFile const to_file{to};
    Options options{{"osm", "town.osm.pbf"}, {"profile", "adult"}, {"from", from_file.name()}, {"to", to_file.name()}};
    for (auto const& [name, value] : more) {
        std::erase_if(options, [&, &wanted = name](auto const& option) { return option.first == wanted; });
        options.emplace_back(name, value);
    }
    return run("calc reach " + command, {}, std::move(options), read_street);
}

struct Case {
    char const* profile;
    std::uint64_t seed;
};

} // namespace

TEST_CASE("a matrix on one street: metres, and seconds at the median speed; off the network is null with a warning")
{
    auto const outcome = ask("matrix", {});
    REQUIRE_MESSAGE(outcome.status, outcome.status.error().detail);
    CHECK(*outcome.status == 0);
    CHECK(has(outcome.out, R"("rows":[{"from":"west","to":"b","metres":100,"seconds_certain":)"));
    CHECK(has(outcome.out, R"({"from":"west","to":"d","metres":300,"seconds_certain":)"));
    CHECK(has(outcome.out, R"({"from":"west","to":"far","metres":null,"seconds_certain":null,"seconds_expected":null,)"
                           R"("seconds_possible":null}])"));
    CHECK(has(outcome.out, "to_off_network"));
    CHECK(!has(outcome.out, "from_off_network"));
    CHECK(has(outcome.out, R"("n":3,"missing":1,"method":"reach")"));
    CHECK(has(outcome.out, R"("seed":1,"profile":"adult")"));
    CHECK(has(outcome.out, R"("draws":25)"));
}

TEST_CASE("nearest and count on one street")
{
    auto const nearest = ask("nearest", {});
    REQUIRE(nearest.status);
    CHECK(has(nearest.out, R"("rows":[{"from":"west","to":"b","metres":100,)"));
    auto const far = ask("nearest", {{"within", "10"}});
    CHECK(has(far.out, R"({"from":"west","to":null,"metres":null,)"));
    auto const count = ask("count", {{"within", "100"}});
    REQUIRE(count.status);
    CHECK(has(count.out, R"({"from":"west","count_certain":1,"count_expected":1,"count_possible":1})"));
    CHECK(has(ask("count", {{"within", "1000"}}).out, R"("count_certain":2,"count_expected":2,"count_possible":2)"));
    CHECK(has(ask("count", {{"within", "1000"}}, ends + "moon,5.9,53.5\n").out,
              R"({"from":"moon","count_certain":null,"count_expected":null,"count_possible":null})"));
}

TEST_CASE("rows go to a file, the same ones; a file that cannot be written is told")
{
    auto const folder = std::filesystem::temp_directory_path();
    SmallFile const file{""};
    auto const outcome = ask("matrix", {{"out", file.name()}}, "id,lon,lat\n\"a,1\",5.9,52.5\n=x,5.901475,52.5\n");
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"("rows":6)"));
    auto const rows = load(file.name());
    CHECK(rows.starts_with("from,to,metres,seconds_certain,seconds_expected,seconds_possible\n\"a,1\",b,100,"));
    CHECK(has(rows, "\n'=x,d,200,"));
    CHECK(has(rows, "\n'=x,far,,,,\n"));
    CHECK(std::count(rows.begin(), rows.end(), '\n') == 7);
    CHECK(!std::filesystem::exists(file.name() + ".part"));
    auto const nowhere = ask("matrix", {{"out", (folder / "no-such-folder" / "x.csv").string()}});
    REQUIRE(!nowhere.status);
    CHECK(nowhere.status.error().code == "file.unwritable");
}

TEST_CASE("wrong input to walks names what and where")
{
    auto const error_of = [](Options more, std::string const& from = ends) {
        auto const outcome = ask("matrix", std::move(more), from);
        REQUIRE(!outcome.status);
        CHECK(outcome.out.empty());
        return outcome.status.error();
    };
    auto const profile = error_of({{"profile", "astronaut"}});
    CHECK(profile.code == "reach.unknown_profile");
    CHECK(has(profile.detail, "rollator"));
    CHECK(error_of({{"osm", "other.pbf"}}).code == "file.not_found");
    CHECK(error_of({{"from", "no-such.csv"}}).code == "file.not_found");
    CHECK(error_of({{"within", "-1"}}).field == "--within");
    CHECK(error_of({{"seed", "x"}}).field == "--seed");
    auto const place = error_of({}, "id,lon,lat\na,5.9,52.5\nb,5.9,95\n");
    CHECK(place.code == "reach.not_a_place");
    CHECK(has(place.field, "3"));
    CHECK(error_of({}, "id,lon,lat\na,,52.5\n").code == "reach.not_a_place");
    CHECK(error_of({}, "name,lon,lat\na,5.9,52.5\n").code == "csv.column_missing");
    CHECK(run("calc reach matrix", {}, {{"osm", "town.osm.pbf"}}).status.error().code == "reach.no_reader");
    CHECK(run("calc reach count", {}, {{"osm", "town.osm.pbf"}}, read_street).status.error().field == "--within");
}

TEST_CASE("nobody, or all of them off the network, is refused")
{
    auto const nobody = ask("matrix", {}, "id,lon,lat\n");
    REQUIRE(nobody.status);
    CHECK(*nobody.status == 3);
    CHECK(has(nobody.out, "no_points"));
    CHECK(has(ask("nearest", {}, "id,lon,lat\nmoon,5.9,53.5\n").out, R"("reason":{"code":"off_network")"));
}

TEST_CASE("profiles are listed with every number")
{
    auto const outcome = run("calc reach profiles", {}, {});
    REQUIRE(outcome.status);
    for (auto const* word : {R"("id":"adult")", R"("id":"rollator")", R"("speed_mean":)", R"("kerb":{"flush":)",
                             "raised", "longest_leg_m", "assumptions", "source"})
        CHECK_MESSAGE(has(outcome.out, word), word);
}

TEST_CASE("walks agree with one another: nearest, count and matrix; bounds keep their order; threads change nothing")
{
    auto const network = grid(9);
    reach::Locator const locator{network};
    auto const& priors = walking::WalkPriors::built_in().priors;
    for (auto const& [profile, seed] : {Case{"adult", 1}, Case{"rollator", 2}, Case{"rollator_no_seat", 3}}) {
        auto const* const walker = walking::Profiles::built_in().find(profile);
        REQUIRE(walker != nullptr);
        Random random{seed};
        auto const any_foothold = [&] {
            return locator.find({5.9 + random.uniform() * 0.0118, 52.5 + random.uniform() * 0.00719});
        };
        std::vector<std::optional<reach::Foothold>> homes;
        for (int i = 0; i < 40; ++i) homes.push_back(any_foothold());
        homes[3].reset();
        std::vector<reach::Destination> places_there(6);
        for (auto& place : places_there) place.footholds.push_back(*any_foothold());
        reach::Walks const walks{network, priors, walker->profile, homes, seed, Threads{1}};

        graph::Ticks const limit = 600'000;
        auto const nearest = walks.find(places_there, limit, Threads{1});
        auto const counts = walks.count(places_there, limit, Threads{1});
        std::vector<graph::Ticks> best_certain(homes.size(), graph::unreachable);
        std::vector<graph::Ticks> best_possible(homes.size(), graph::unreachable);
        std::vector<std::uint32_t> within(homes.size(), 0);
        for (std::size_t p = 0; p < places_there.size(); ++p) {
            auto const times = walks.find(std::span{places_there}.subspan(p, 1), limit, Threads{1});
            for (std::size_t h = 0; h < homes.size(); ++h) {
                CHECK(times.possible[h] <= times.expected[h]);
                CHECK(times.expected[h] <= times.certain[h]);
                best_certain[h] = std::min(best_certain[h], times.certain[h]);
                best_possible[h] = std::min(best_possible[h], times.possible[h]);
                if (times.possible[h] == graph::unreachable) continue;
                ++within[h];
                CHECK(times.nearest[h] == 0);
                // Nobody goes faster than the speed; each end of each street rounds once.
                CHECK(times.metres[h] / walks.speed() * 1000 <= times.possible[h] + 40.0);
            }
        }
        CHECK(nearest.certain == best_certain);
        CHECK(nearest.possible == best_possible);
        CHECK(counts.possible == within);
        for (std::size_t h = 0; h < homes.size(); ++h) {
            CHECK(counts.certain[h] <= counts.expected[h]);
            CHECK(counts.expected[h] <= counts.possible[h]);
        }
        CHECK(nearest.possible[3] == graph::unreachable);
        CHECK(std::count(within.begin(), within.end(), 0U) < 40);
        if (profile == std::string{"rollator"}) CHECK(nearest.certain != nearest.possible);

        reach::Walks const again{network, priors, walker->profile, homes, seed, Threads{2}};
        auto const same = again.find(places_there, limit, Threads{2});
        CHECK(same.expected == nearest.expected);
        CHECK(same.metres == nearest.metres);
    }
}

TEST_CASE("rows are written to three decimals, without zeros at the end")
{
    reach::WalkTimes const times{{graph::unreachable}, {61'500}, {60'005}, {0}, {100.25}};
    using reach::WalkStates;
    RowText json;
    WalkRows const of_json{RowFormat::json, WalkStates::all, {"a\"b"}, {"p"}};
    of_json.append(json, std::nullopt, times);
    std::string const row = R"({"from":"a\"b","to":"p","metres":100.25,"seconds_certain":null,"seconds_expected":61.5,)"
                            R"("seconds_possible":60.005})";
    CHECK(json.text() == row);
    of_json.append(json, 0, times);
    CHECK(json.text() == row + "," + row);
    RowText csv;
    WalkRows const of_csv{RowFormat::csv, WalkStates::all, {"a"}, {"p"}};
    of_csv.append(csv, std::nullopt, times);
    CHECK(csv.text() == "a,p,100.25,,61.5,60.005\n");
    CHECK(of_csv.header() == "from,to,metres,seconds_certain,seconds_expected,seconds_possible\n");
    RowText one;
    WalkRows const possible{RowFormat::csv, WalkStates::possible, {"an origin with a long name"}, {"p,q"}};
    possible.append(one, 0, {{}, {}, {12'345'678}, {0}, {16'361.0}});
    CHECK(one.text() == "an origin with a long name,\"p,q\",16361,12345.678\n");
    CHECK(possible.header() == "from,to,metres,seconds_possible\n");
}

TEST_CASE("a matrix comes out in order and the same from any number of threads; a sink that fails ends it")
{
    auto const network = grid(9);
    reach::Locator const locator{network};
    auto const& adult = walking::Profiles::built_in().find("adult")->profile;
    Random random{5};
    std::vector<std::optional<reach::Foothold>> homes;
    std::vector<reach::Destination> places_there;
    std::vector<std::string> home_ids;
    std::vector<std::string> place_ids;
    auto const any_foothold = [&] {
        return locator.find({5.9 + random.uniform() * 0.0118, 52.5 + random.uniform() * 0.00719});
    };
    for (int i = 0; i < 30; ++i) {
        homes.push_back(any_foothold());
        home_ids.push_back("home " + std::to_string(i));
    }
    for (int i = 0; i < 83; ++i) {
        places_there.emplace_back();
        if (i != 17) places_there.back().footholds.push_back(*any_foothold());
        place_ids.push_back("place " + std::to_string(i));
    }
    reach::Walks const walks{network, walking::WalkPriors::built_in().priors, adult, homes, 1, Threads{1}};
    reach::WalkMatrix const matrix{walks, Threads{1}};
    for (auto const format : {RowFormat::csv, RowFormat::json}) {
        WalkRows const rows{format, reach::WalkStates::all, home_ids, place_ids};
        RowText wanted;
        for (std::size_t i = 0; i < places_there.size(); ++i) {
            rows.append(wanted, i, walks.find(std::span{places_there}.subspan(i, 1), reach::longest_walk, Threads{1}));
        }
        for (unsigned const threads : {1U, 2U, 5U, 0U}) {
            std::string text;
            auto const missing = write_matrix(matrix, rows, places_there, reach::longest_walk, Threads{threads},
                                              [&](std::string_view more) {
                                                  text += more;
                                                  return Result<void>{};
                                              });
            REQUIRE(missing);
            CHECK(*missing == homes.size());
            CHECK(text == wanted.text());
        }
        int taken = 0;
        auto const full = write_matrix(matrix, rows, places_there, reach::longest_walk, Threads{3},
                                       [&](std::string_view) -> Result<void> {
                                           if (++taken < 4) return {};
                                           return Error{Trouble::bad_input, "file.unwritable", "x", "full"};
                                       });
        REQUIRE(!full);
        CHECK(full.error().code == "file.unwritable");
        CHECK(taken == 4);
        CHECK_THROWS_AS((void)write_matrix(matrix, rows, places_there, reach::longest_walk, Threads{3},
                                           [](std::string_view) -> Result<void> { throw std::runtime_error{"gone"}; }),
                        std::runtime_error);
    }
}

TEST_CASE("a matrix of possible streets alone has their columns alone")
{
    auto const outcome = ask("matrix", {{"state", "possible"}});
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"("rows":[{"from":"west","to":"b","metres":100,"seconds_possible":)"));
    CHECK(has(outcome.out, R"({"from":"west","to":"far","metres":null,"seconds_possible":null}])"));
    CHECK(has(outcome.out, R"("state":"possible")"));
    CHECK(ask("matrix", {{"state", "all"}}).out == ask("matrix", {}).out);
    CHECK(ask("matrix", {{"state", "certain"}}).status.error().field == "--state");
}
