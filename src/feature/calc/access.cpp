// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/access.hpp"

#include "base/text.hpp"
#include "feature/calc/frame.hpp"
#include "kernel/access/inequality.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace wf::calc {
namespace {

using access::Measure;

struct Zones {
    std::vector<std::string_view> ids; ///< in the order of the file
    std::vector<std::uint32_t> number; ///< of the zone in each row: zones are numbered in the order of their ids
    std::unordered_map<std::string_view, std::uint32_t> number_of;
    std::vector<double> opportunity; ///< by number
    std::vector<double> demand;
    std::size_t without_opportunity{0}; ///< missing in the file
    std::size_t without_demand{0};
};

struct Pairs {
    std::vector<access::Pair> pairs;
    std::vector<std::size_t> row; ///< of each pair
    std::size_t unknown{0};       ///< rows of a zone that the other file does not have
    std::size_t without_cost{0};
};

/// Numbers follow the ids, so that the order of the rows changes nothing, not even the last bit of a sum.
Result<void> number_zones(Question const& file, std::size_t id, Zones& zones)
{
    auto const rows = file.table().rows();
    for (std::size_t row = 0; row < rows; ++row) {
        auto const text = file.table().text(row, id);
        if (!text) return file.error_at(row, id, "access.id_missing", "each zone needs an id");
        zones.ids.push_back(*text);
    }
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return zones.ids[a] < zones.ids[b]; });
    zones.number.resize(rows);
    for (std::uint32_t place = 0; place < rows; ++place) {
        zones.number[order[place]] = place;
        if (!zones.number_of.emplace(zones.ids[order[place]], place).second)
            return file.error_at(order[place], id, "access.id_twice", "a zone may stand in the file once");
    }
    return {};
}

/// What is missing counts nothing, and is counted.
Result<std::vector<double>> read_amounts(Question const& file, std::size_t column, Zones const& zones,
                                         std::size_t& missing)
{
    std::vector<double> amounts(zones.ids.size(), 0);
    for (std::size_t row = 0; row < amounts.size(); ++row) {
        WF_TRY(auto const amount, file.amount(row, column));
        amounts[zones.number[row]] = amount.value_or(0);
        if (!amount) ++missing;
    }
    return amounts;
}

Result<Zones> read_zones(Question const& file, Measure measure)
{
    Zones zones;
    WF_TRY(auto const id, file.column("id"));
    WF_TRY(auto const opportunity, file.column("opportunity"));
    WF_TRY_VOID(number_zones(file, id, zones));
    WF_TRY(zones.opportunity, read_amounts(file, opportunity, zones, zones.without_opportunity));
    if (access::needs_demand(measure)) {
        WF_TRY(auto const demand, file.column("demand"));
        WF_TRY(zones.demand, read_amounts(file, demand, zones, zones.without_demand));
    }
    return zones;
}

Result<Pairs> read_pairs(Question const& file, Zones const& zones)
{
    WF_TRY(auto const from, file.column("from", "from_id"));
    WF_TRY(auto const to, file.column("to", "to_id"));
    WF_TRY(auto const cost, file.column("cost"));
    Pairs read;
    auto const& table = file.table();
    read.pairs.reserve(table.rows());
    read.row.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const origin = zones.number_of.find(trim(table.cell(row, from)));
        auto const destination = zones.number_of.find(trim(table.cell(row, to)));
        WF_TRY(auto const amount, file.amount(row, cost));
        if (origin == zones.number_of.end() || destination == zones.number_of.end()) {
            ++read.unknown;
        } else if (!amount) {
            ++read.without_cost;
        } else {
            read.pairs.push_back({origin->second, destination->second, *amount});
            read.row.push_back(row);
        }
    }
    return read;
}

/// The option must be there; what it may be follows from the measure.
Result<double> parameter(web::CommandInput const& input, Question const& file, std::string_view option,
                         bool may_be_zero)
{
    auto const name = "--" + std::string{option};
    if (!input.option(option)) return usage(name, "this measure needs it");
    WF_TRY(auto const number, file.number(option, 0));
    if (number < 0 || (number == 0 && !may_be_zero)) {
        return usage(name, may_be_zero ? "a number of at least 0 is wanted" : "a number above 0 is wanted");
    }
    return number;
}

Result<access::Settings> read_settings(web::CommandInput const& input, Question const& file, Basis& basis)
{
    auto const word = input.option("measure");
    auto const measure = word ? access::find_measure(*word) : std::nullopt;
    if (!measure) {
        return usage("--measure", "one of cumulative, closest, gravity-exponential, gravity-linear, gravity-logistic, "
                                  "fca-2sfca, fca-bfca");
    }
    access::Settings settings;
    settings.measure = *measure;
    basis.settings.emplace_back("measure", json_string(*word));
    if (access::needs_cutoff(*measure)) {
        bool const may_be_zero = *measure == Measure::cumulative || *measure == Measure::fca_2sfca;
        WF_TRY(settings.cutoff, parameter(input, file, "cutoff", may_be_zero));
        basis.settings.emplace_back("cutoff", to_text(settings.cutoff));
    }
    if (access::needs_decay(*measure)) {
        WF_TRY(settings.decay, parameter(input, file, "decay", false));
        basis.settings.emplace_back("decay", to_text(settings.decay));
    }
    if (*measure == Measure::gravity_logistic) {
        WF_TRY(settings.sd, parameter(input, file, "sd", false));
        basis.settings.emplace_back("sd", to_text(settings.sd));
    }
    return settings;
}

Error twice(Question const& file, Pairs const& read)
{
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t i = 0; i < read.pairs.size(); ++i) {
        auto const [from, to, cost] = read.pairs[i];
        if (seen.insert(std::uint64_t{from} << 32U | to).second) continue;
        return file.error_at(read.row[i], 0, "access.pair_twice", "a pair of zones may stand in the file once");
    }
    return usage("OD.csv", "a pair of zones may stand in the file once");
}

void warn(std::vector<Warning>& warnings, std::size_t count, std::string code, std::string const& text)
{
    if (count > 0) warnings.push_back({std::move(code), std::to_string(count) + " " + text});
}

Result<int> run_access(web::CommandInput const& input)
{
    if (input.arguments.size() != 2) return usage("OD.csv ZONES.csv", "name two CSV files: the pairs, then the zones");
    WF_TRY(auto const zone_file, Question::read(input, input.arguments[1]));
    Basis basis{0, 0, "access", access::access_version, {}, {}};
    WF_TRY(auto const settings, read_settings(input, zone_file, basis));
    WF_TRY(auto const zones, read_zones(zone_file, settings.measure));
    WF_TRY(auto const pair_file, Question::read(input, input.arguments[0]));
    WF_TRY(auto const read, read_pairs(pair_file, zones));
    basis.n = pair_file.table().rows();
    basis.missing = read.unknown + read.without_cost;
    basis.settings.emplace_back("zones", std::to_string(zones.ids.size()));

    auto const result = access::compute_access({read.pairs, zones.opportunity, zones.demand, settings});
    if (result.status == access::Status::refused) {
        if (result.reason == "pair_twice") return twice(pair_file, read);
        return print_refusal(input.out, result.reason, "these zones have no answer", basis);
    }
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t row = 0; row < zones.ids.size(); ++row) {
        json.begin_object().member("id", zones.ids[row]).member("value", result.values[zones.number[row]]).end_object();
    }
    json.end_array().end_object();
    std::vector<Warning> warnings;
    warn(warnings, read.unknown, "unknown_zone", "rows name a zone that the zones do not have; they count nothing");
    warn(warnings, read.without_cost, "cost_missing", "rows have no cost; they count as no way at all");
    warn(warnings, zones.without_opportunity, "opportunity_missing",
         "zones have no number of opportunities; it counts as 0");
    warn(warnings, zones.without_demand, "demand_missing", "zones have no demand; it counts as 0");
    warn(warnings, result.without_demand, "nobody_comes",
         "zones have opportunities and nobody with demand can come; these opportunities count nothing");
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

struct Spread {
    std::vector<double> value;
    std::vector<double> population;
    std::vector<double> income;
    std::size_t missing{0};
};

/// Rows where nobody lives are left out whatever else they say; rows of people with a cell missing are left out and counted.
Result<Spread> read_spread(Question const& file)
{
    WF_TRY(auto const value_at, file.column("value"));
    WF_TRY(auto const population_at, file.column("population"));
    WF_TRY(auto const income_at, file.optional_column("income"));
    Spread spread;
    for (std::size_t row = 0; row < file.table().rows(); ++row) {
        WF_TRY(auto const population, file.amount(row, population_at));
        WF_TRY(auto const value, file.amount(row, value_at));
        std::optional<double> income{0};
        if (income_at) {
            WF_TRY(income, file.cell(row, *income_at));
        }
        if (population && *population == 0) continue;
        if (!population || !value || !income) {
            ++spread.missing;
            continue;
        }
        spread.value.push_back(*value);
        spread.population.push_back(*population);
        if (income_at) spread.income.push_back(*income);
    }
    return spread;
}

std::string_view refusal_text(std::string_view reason)
{
    if (reason == "no_people") return "no row has people and a value";
    if (reason == "mean_zero") return "nobody has any: there is nothing to be unequal about";
    return "these numbers are too large to calculate with";
}

Result<int> run_inequality(web::CommandInput const& input)
{
    WF_TRY(auto const file, Question::read(input));
    WF_TRY(auto const spread, read_spread(file));
    Basis basis{file.table().rows(), spread.missing, "inequality", access::inequality_version, {}, {}};
    auto const result = access::compute_inequality({spread.value, spread.population, spread.income});
    if (result.status == access::Status::refused)
        return print_refusal(input.out, result.reason, refusal_text(result.reason), basis);

    basis.settings.emplace_back("people", to_text(result.people));
    basis.settings.emplace_back("mean", to_text(result.mean));
    JsonWriter json;
    json.begin_object().member("gini", result.gini).member("theil", result.theil);
    if (result.concentration) json.member("palma", result.palma).member("concentration", result.concentration);
    json.end_object();
    std::vector<Warning> warnings;
    warn(warnings, spread.missing, "row_left_out", "rows with a missing cell are left out");
    if (result.palma_reason == "nobody_above")
        warnings.push_back({"palma_nobody_above", "no palma: more than 10 % of the people share the highest income"});
    if (result.palma_reason == "poorest_have_none")
        warnings.push_back({"palma_poorest_have_none", "no palma: the poorest 40 % have none"});
    return print_answer(input.out, std::move(json).finish(), basis, warnings);
}

} // namespace

std::vector<web::Command> access_commands()
{
    using web::NeedsStore;
    return {
        {"calc reach access",
         "OD.csv ZONES.csv --id C --opportunity C --cost C [--from from_id] [--to to_id] --measure cumulative --cutoff 30 | "
         "closest | gravity-exponential --decay 0.2 | gravity-linear --cutoff 50 | gravity-logistic --cutoff 30 --sd 5 | "
         "fca-2sfca --cutoff 30 --demand C | fca-bfca --decay 0.05 --demand C",
         "What can be reached from each zone, given the cost of each pair of zones; pairs that are absent count nothing",
         with_common_options({"id", "opportunity", "cost", "from", "to", "measure", "cutoff", "decay", "sd", "demand"}),
         run_access, NeedsStore::no},
        {"calc reach inequality", "FILE --value C --population C [--income C]",
         "How unequally something is spread over people: gini and theil; by income also palma and concentration",
         with_common_options({"value", "population", "income"}), run_inequality, NeedsStore::no},
    };
}

} // namespace wf::calc
