// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/reach.hpp"

#include "base/text.hpp"
#include "feature/calc/frame.hpp"
#include "feature/calc/matrix_rows.hpp"
#include "feature/calc/reach_profiles.hpp"

#include "commons/walking/walking.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <system_error>

namespace wf::calc {
namespace {

/// More rows than this are not put into one JSON answer.
constexpr std::size_t most_json_rows = 2'000'000;

struct Points {
    std::vector<std::string> ids;
    std::vector<std::optional<reach::Foothold>> footholds;
    [[nodiscard]] std::size_t off_network() const
    {
        return static_cast<std::size_t>(std::count(footholds.begin(), footholds.end(), std::nullopt));
    }
};

/// All that a command needs to begin.
struct Start {
    reach::Network network;
    walking::WalkerProfile const* walker{nullptr};
    Points from;
    Points to;
    std::vector<reach::Destination> destinations; ///< one a point of `to`
    graph::Ticks limit{reach::longest_walk};
    std::uint64_t seed{1};
    unsigned threads{0};
};

Result<double> coordinate(Question const& file, std::size_t row, std::size_t column, double most)
{
    WF_TRY(auto const degrees, file.cell(row, column));
    if (!degrees || std::abs(*degrees) > most)
        return file.error_at(row, column, "reach.not_a_place", "degrees of WGS 84 are wanted");
    return *degrees;
}

Result<Points> read_points(Question const& file, reach::Locator const& locator)
{
    WF_TRY(auto const id, file.column("id", "id"));
    WF_TRY(auto const lon_at, file.column("lon", "lon"));
    WF_TRY(auto const lat_at, file.column("lat", "lat"));
    Points points;
    for (std::size_t row = 0; row < file.table().rows(); ++row) {
        WF_TRY(auto const lon, coordinate(file, row, lon_at, 180));
        WF_TRY(auto const lat, coordinate(file, row, lat_at, 90));
        points.ids.emplace_back(file.table().cell(row, id));
        points.footholds.push_back(locator.find({lon, lat}));
    }
    return points;
}

Result<walking::WalkerProfile const*> find_profile(web::CommandInput const& input)
{
    auto const& profiles = walking::Profiles::built_in();
    std::string known;
    for (auto const& walker : profiles.all()) known += (known.empty() ? "" : ", ") + walker.profile.id;
    auto const name = input.option("profile");
    if (!name) return usage("--profile", "one of: " + known);
    auto const* const walker = profiles.find(*name);
    if (walker == nullptr) return Error{Trouble::bad_input, "reach.unknown_profile", "--profile", "one of: " + known};
    return walker;
}

Result<graph::Ticks> read_limit(web::CommandInput const& input, Question const& any_file)
{
    if (!input.option("within")) return reach::longest_walk;
    WF_TRY(auto const seconds, any_file.number("within", 0));
    if (seconds < 0 || seconds * 1000 >= reach::longest_walk) return usage("--within", "seconds, from 0 to 1,000,000");
    return static_cast<graph::Ticks>(std::llround(seconds * 1000));
}

Result<reach::WalkStates> read_states(web::CommandInput const& input)
{
    auto const state = input.option("state");
    if (!state || *state == "all") return reach::WalkStates::all;
    if (*state == "possible") return reach::WalkStates::possible;
    return usage("--state", "one of: all, possible");
}

Result<Start> read_start(web::CommandInput const& input, ReadNetwork const& read)
{
    if (!input.arguments.empty()) return usage(input.arguments.front(), "name files with --osm, --from and --to");
    auto const osm = input.option("osm");
    if (!osm) return usage("--osm", "name an OpenStreetMap file (.osm.pbf or .osm)");
    if (!read) return Error{Trouble::unsupported, "reach.no_reader", "--osm", "this program cannot read OpenStreetMap"};
    Start start;
    WF_TRY(start.walker, find_profile(input));
    WF_TRY(auto const from, Question::read_option(input, "from"));
    WF_TRY(auto const to, Question::read_option(input, "to"));
    WF_TRY(start.limit, read_limit(input, from));
    WF_TRY(start.seed, seed_of(input));
    WF_TRY(start.threads, thread_count(input));
    WF_TRY(start.network, read(*osm));
    WF_TRY_VOID(reach::check(start.network));
    reach::Locator const locator{start.network};
    WF_TRY(start.from, read_points(from, locator));
    WF_TRY(start.to, read_points(to, locator));
    for (auto const& foothold : start.to.footholds) {
        start.destinations.emplace_back();
        if (foothold) start.destinations.back().footholds.push_back(*foothold);
    }
    return start;
}

reach::Walks make_walks(Start const& start, reach::WalkStates states = reach::WalkStates::all)
{
    return reach::Walks{start.network,
                        walking::WalkPriors::built_in().priors,
                        start.walker->profile,
                        start.from.footholds,
                        start.seed,
                        Threads{start.threads},
                        states};
}

Basis make_basis(Start const& start)
{
    Basis basis{start.from.ids.size(), 0, "reach", reach::reach_version, start.seed, {}};
    auto& settings = basis.settings;
    settings.emplace_back("profile", json_string(start.walker->profile.id));
    settings.emplace_back("speed", to_text(reach::speed_at(start.walker->profile, 0.5)));
    settings.emplace_back("within", start.limit == reach::longest_walk ? "null" : to_text(start.limit / 1000.0));
    settings.emplace_back("draws", std::to_string(reach::walk_draws));
    settings.emplace_back("profiles_version", json_string(walking::Profiles::built_in().version()));
    settings.emplace_back("priors_version", json_string(walking::WalkPriors::built_in().version));
    settings.emplace_back("streets", json_string("© OpenStreetMap contributors, ODbL 1.0"));
    return basis;
}

std::vector<Warning> make_warnings(Start const& start)
{
    std::vector<Warning> warnings;
    auto const warn = [&](std::size_t count, char const* code, char const* whose) {
        if (count == 0) return;
        warnings.push_back({code, std::to_string(count) + " points of " + whose +
                                      " have no street within 150 metres; nothing is reachable from or to them"});
    };
    warn(start.from.off_network(), "from_off_network", "--from");
    warn(start.to.off_network(), "to_off_network", "--to");
    return warnings;
}

/// Refused when there is nobody, nothing to go to, or all of either lie off the network.
std::optional<std::pair<char const*, char const*>> find_refusal(Start const& start)
{
    if (start.from.ids.empty() || start.to.ids.empty())
        return {{"no_points", "--from and --to need at least one point"}};
    if (start.from.off_network() == start.from.ids.size() || start.to.off_network() == start.to.ids.size())
        return {{"off_network", "no point of --from, or none of --to, has a street within 150 metres"}};
    return std::nullopt;
}

/// A file that appears when it is whole.
class RowFile {
public:
    explicit RowFile(std::string path)
        : m_path{std::move(path)}, m_part{m_path + ".part"}, m_out{m_part, std::ios::binary}
    {
    }
    ~RowFile()
    {
        std::error_code ignored; // after finish() there is none
        if (!m_finished) std::filesystem::remove(m_part, ignored);
    }
    RowFile(RowFile const&) = delete;
    RowFile& operator=(RowFile const&) = delete;

    [[nodiscard]] Result<void> write(std::string_view text)
    {
        if (!m_out.write(text.data(), static_cast<std::streamsize>(text.size()))) return unwritable();
        return {};
    }
    [[nodiscard]] Result<void> finish()
    {
        m_out.close();
        if (!m_out) return unwritable();
        std::error_code trouble;
        std::filesystem::rename(m_part, m_path, trouble);
        if (trouble) return unwritable();
        m_finished = true;
        return {};
    }

private:
    [[nodiscard]] Error unwritable() const
    {
        return {Trouble::bad_input, "file.unwritable", m_path, "cannot be written"};
    }

    std::string m_path;
    std::string m_part;
    std::ofstream m_out;
    bool m_finished{false};
};

std::size_t count_unreached(reach::WalkTimes const& times)
{
    return static_cast<std::size_t>(std::count(times.possible.begin(), times.possible.end(), graph::unreachable));
}

Result<int> run_matrix(web::CommandInput const& input, ReadNetwork const& read)
{
    WF_TRY(auto const states, read_states(input));
    WF_TRY(auto const start, read_start(input, read));
    auto basis = make_basis(start);
    if (states == reach::WalkStates::possible) basis.settings.emplace_back("state", json_string("possible"));
    if (auto const refusal = find_refusal(start))
        return print_refusal(input.out, refusal->first, refusal->second, basis);
    basis.n = start.from.ids.size() * start.to.ids.size();

    auto const out = input.option("out");
    auto const write = [&](RowFormat format, auto const& header, auto const& take) -> Result<std::size_t> {
        WalkRows const rows{format, states, start.from.ids, start.to.ids};
        WF_TRY_VOID(header(rows));
        auto const walks = make_walks(start, states);
        reach::WalkMatrix const matrix{walks, Threads{start.threads}};
        return write_matrix(matrix, rows, start.destinations, start.limit, Threads{start.threads}, take);
    };
    JsonWriter json;
    json.begin_object();
    if (out) {
        RowFile file{*out};
        WF_TRY(basis.missing, write(
                                  RowFormat::csv, [&](WalkRows const& rows) { return file.write(rows.header()); },
                                  [&](std::string_view more) { return file.write(more); }));
        WF_TRY_VOID(file.finish());
        json.member("file", *out).member("rows", basis.n);
    } else {
        if (basis.n > most_json_rows) {
            return Error{Trouble::too_large, "reach.too_many_rows", "--out",
                         std::to_string(basis.n) + " rows: name a file for them"};
        }
        std::string rows = "[";
        auto const nothing = [](WalkRows const&) { return Result<void>{}; };
        WF_TRY(basis.missing, write(RowFormat::json, nothing, [&](std::string_view more) {
                   rows += more;
                   return Result<void>{};
               }));
        json.key("rows").raw(rows + "]");
    }
    json.end_object();
    return print_answer(input.out, std::move(json).finish(), basis, make_warnings(start));
}

Result<int> run_nearest(web::CommandInput const& input, ReadNetwork const& read)
{
    WF_TRY(auto const start, read_start(input, read));
    auto basis = make_basis(start);
    if (auto const refusal = find_refusal(start))
        return print_refusal(input.out, refusal->first, refusal->second, basis);

    auto const times = make_walks(start).find(start.destinations, start.limit, Threads{start.threads});
    basis.missing = count_unreached(times);
    auto const out = input.option("out");
    auto const format = out ? RowFormat::csv : RowFormat::json;
    WalkRows const rows{format, reach::WalkStates::all, start.from.ids, start.to.ids};
    RowText text;
    rows.append(text, std::nullopt, times);
    JsonWriter json;
    json.begin_object();
    if (out) {
        RowFile file{*out};
        WF_TRY_VOID(file.write(rows.header()));
        WF_TRY_VOID(file.write(text.text()));
        WF_TRY_VOID(file.finish());
        json.member("file", *out).member("rows", basis.n);
    } else {
        json.key("rows").raw("[" + std::string{text.text()} + "]");
    }
    json.end_object();
    return print_answer(input.out, std::move(json).finish(), basis, make_warnings(start));
}

Result<int> run_count(web::CommandInput const& input, ReadNetwork const& read)
{
    if (!input.option("within")) return usage("--within", "say how many seconds");
    WF_TRY(auto const start, read_start(input, read));
    auto basis = make_basis(start);
    if (auto const refusal = find_refusal(start))
        return print_refusal(input.out, refusal->first, refusal->second, basis);

    auto const counts = make_walks(start).count(start.destinations, start.limit, Threads{start.threads});
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t i = 0; i < start.from.ids.size(); ++i) {
        json.begin_object().member("from", start.from.ids[i]);
        if (start.from.footholds[i]) {
            json.member("count_certain", counts.certain[i]).member("count_expected", counts.expected[i]);
            json.member("count_possible", counts.possible[i]);
        } else {
            ++basis.missing;
            json.key("count_certain").null().key("count_expected").null().key("count_possible").null();
        }
        json.end_object();
    }
    json.end_array().end_object();
    return print_answer(input.out, std::move(json).finish(), basis, make_warnings(start));
}

} // namespace

std::vector<web::Command> reach_commands(ReadNetwork read)
{
    using web::NeedsStore;
    auto const with = [&](auto const& run) {
        return [read, run](web::CommandInput const& input) { return run(input, read); };
    };
    std::vector<std::string> const files{"osm", "profile", "from", "to", "within"};
    std::vector<std::string> const files_and_out{"osm", "profile", "from", "to", "within", "out"};
    auto of_matrix = files_and_out;
    of_matrix.emplace_back("state");
    return {
        {"calc reach matrix",
         "--osm FILE --profile NAME --from FILE --to FILE [--within SECONDS] [--state all|possible] [--out FILE.csv]",
         "Metres and seconds on foot between all points of two CSV files (id,lon,lat): certain, expected (median of 25 "
         "draws) and possible, or possible alone; grouped by destination; null is not reachable",
         with_common_options(of_matrix), with(run_matrix), NeedsStore::no},
        {"calc reach nearest", "--osm FILE --profile NAME --from FILE --to FILE [--within SECONDS] [--out FILE.csv]",
         "The nearest destination of each point, with metres and seconds on foot", with_common_options(files_and_out),
         with(run_nearest), NeedsStore::no},
        {"calc reach count", "--osm FILE --profile NAME --from FILE --to FILE --within SECONDS",
         "How many destinations lie within so many seconds on foot of each point: certain, expected (mean of 25 draws) "
         "and possible",
         with_common_options(files), with(run_count), NeedsStore::no},
        {"calc reach profiles", "", "Who walks: the profiles that --profile knows, with every number and its source",
         with_common_options({}), run_profiles, NeedsStore::no},
    };
}

} // namespace wf::calc
