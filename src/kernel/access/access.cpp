// SPDX-License-Identifier: EUPL-1.2
#include "kernel/access/access.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace wf::access {
namespace {

constexpr std::array<std::pair<Measure, std::string_view>, 7> measure_words{{
    {Measure::cumulative, "cumulative"},
    {Measure::closest, "closest"},
    {Measure::gravity_exponential, "gravity-exponential"},
    {Measure::gravity_linear, "gravity-linear"},
    {Measure::gravity_logistic, "gravity-logistic"},
    {Measure::fca_2sfca, "fca-2sfca"},
    {Measure::fca_bfca, "fca-bfca"},
}};

struct Trip {
    std::uint32_t to;
    double cost;
};

/// Pairs by origin, and within an origin by destination.
struct Matrix {
    std::vector<std::size_t> first; // one more than there are zones
    std::vector<Trip> trips;
};

bool is_amount(double value)
{
    return std::isfinite(value) && value >= 0;
}

bool is_rate(double value)
{
    return std::isfinite(value) && value > 0;
}

char const* find_fault(Settings const& settings)
{
    auto const& [measure, cutoff, decay, sd] = settings;
    bool const divides = measure == Measure::gravity_linear || measure == Measure::gravity_logistic;
    if (needs_cutoff(measure) && !(divides ? is_rate(cutoff) : is_amount(cutoff))) return "bad_parameter";
    if (needs_decay(measure) && !is_rate(decay)) return "bad_parameter";
    if (measure == Measure::gravity_logistic && !is_rate(sd)) return "bad_parameter";
    return nullptr;
}

char const* find_fault(AccessInput const& input)
{
    if (auto const* fault = find_fault(input.settings)) return fault;
    auto const zones = input.opportunity.size();
    if (zones == 0) return "no_zones";
    if (!std::all_of(input.opportunity.begin(), input.opportunity.end(), is_amount)) return "bad_opportunity";
    if (needs_demand(input.settings.measure)) {
        if (input.demand.size() != zones) return "bad_demand";
        if (!std::all_of(input.demand.begin(), input.demand.end(), is_amount)) return "bad_demand";
    }
    for (auto const& pair : input.pairs) {
        if (pair.from >= zones || pair.to >= zones) return "unknown_zone";
        if (!is_amount(pair.cost)) return "bad_cost";
    }
    return nullptr;
}

/// Where the pairs of each zone begin, by one of their two ends.
std::vector<std::size_t> count_starts(std::span<Pair const> pairs, std::size_t zones, std::uint32_t Pair::*end)
{
    std::vector<std::size_t> first(zones + 1, 0);
    for (auto const& pair : pairs) ++first[pair.*end + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    return first;
}

/// Two counting sorts: first by destination, then, keeping that order, by origin.
Matrix make_matrix(std::span<Pair const> pairs, std::size_t zones)
{
    std::vector<std::size_t> by_destination(pairs.size());
    auto place = count_starts(pairs, zones, &Pair::to);
    for (std::size_t i = 0; i < pairs.size(); ++i) by_destination[place[pairs[i].to]++] = i;

    Matrix matrix{count_starts(pairs, zones, &Pair::from), std::vector<Trip>(pairs.size())};
    place = matrix.first;
    for (auto const i : by_destination) matrix.trips[place[pairs[i].from]++] = {pairs[i].to, pairs[i].cost};
    return matrix;
}

std::span<Trip const> trips_from(Matrix const& matrix, std::size_t zone)
{
    return std::span{matrix.trips}.subspan(matrix.first[zone], matrix.first[zone + 1] - matrix.first[zone]);
}

bool any_twice(Matrix const& matrix)
{
    for (std::size_t zone = 0; zone + 1 < matrix.first.size(); ++zone) {
        auto const trips = trips_from(matrix, zone);
        if (std::adjacent_find(trips.begin(), trips.end(), [](Trip a, Trip b) { return a.to == b.to; }) != trips.end())
            return true;
    }
    return false;
}

double weigh(Settings const& settings, double cost)
{
    switch (settings.measure) {
    case Measure::gravity_exponential:
    case Measure::fca_bfca: return std::exp(-settings.decay * cost);
    case Measure::gravity_linear: return cost <= settings.cutoff ? 1 - cost / settings.cutoff : 0;
    case Measure::gravity_logistic: {
        double const steepness = std::numbers::pi / (settings.sd * std::numbers::sqrt3);
        return (1 + std::exp(-settings.cutoff * steepness)) / (1 + std::exp((cost - settings.cutoff) * steepness));
    }
    case Measure::cumulative:
    case Measure::closest:
    case Measure::fca_2sfca: break;
    }
    return cost <= settings.cutoff ? 1 : 0;
}

std::optional<double> closest(std::span<Trip const> trips, std::span<double const> opportunity)
{
    std::optional<double> least;
    for (auto const& trip : trips) {
        if (opportunity[trip.to] > 0 && (!least || trip.cost < *least)) least = trip.cost;
    }
    return least;
}

/// Both floating catchment measures: demand meets supply, then supply per head comes back to the zones. `share` says whether
/// weights are divided by their sum (the balanced form), so that nobody and nothing is counted more than once.
enum class Share { whole, divided };

void float_catchments(AccessInput const& input, Matrix const& matrix, Share share, AccessResult& result)
{
    auto const zones = input.opportunity.size();
    std::vector<double> weight(matrix.trips.size());
    std::vector<double> from_sum(zones, share == Share::divided ? 0 : 1);
    std::vector<double> to_sum(zones, share == Share::divided ? 0 : 1);
    for (std::size_t zone = 0; zone < zones; ++zone) {
        for (auto i = matrix.first[zone]; i < matrix.first[zone + 1]; ++i) {
            weight[i] = weigh(input.settings, matrix.trips[i].cost);
            if (share == Share::whole) continue;
            from_sum[zone] += weight[i];
            to_sum[matrix.trips[i].to] += weight[i];
        }
    }
    // A weight above zero has sums above zero, so that nothing here divides by nothing.
    std::vector<double> demand(zones, 0);
    for (std::size_t zone = 0; zone < zones; ++zone) {
        for (auto i = matrix.first[zone]; i < matrix.first[zone + 1]; ++i) {
            if (weight[i] > 0) demand[matrix.trips[i].to] += input.demand[zone] * (weight[i] / from_sum[zone]);
        }
    }
    for (std::size_t zone = 0; zone < zones; ++zone) {
        if (input.opportunity[zone] > 0 && demand[zone] <= 0) ++result.without_demand;
        double sum = 0;
        for (auto i = matrix.first[zone]; i < matrix.first[zone + 1]; ++i) {
            auto const to = matrix.trips[i].to;
            if (weight[i] > 0 && demand[to] > 0) sum += input.opportunity[to] / demand[to] * (weight[i] / to_sum[to]);
        }
        result.values[zone] = sum;
    }
}

AccessResult refuse(char const* reason)
{
    AccessResult result;
    result.reason = reason;
    return result;
}

} // namespace

std::string_view to_word(Measure measure)
{
    for (auto const& [known, word] : measure_words) {
        if (known == measure) return word;
    }
    return "";
}

std::optional<Measure> find_measure(std::string_view word)
{
    for (auto const& [measure, known] : measure_words) {
        if (known == word) return measure;
    }
    return std::nullopt;
}

bool needs_cutoff(Measure measure)
{
    return measure != Measure::closest && !needs_decay(measure);
}

bool needs_decay(Measure measure)
{
    return measure == Measure::gravity_exponential || measure == Measure::fca_bfca;
}

bool needs_demand(Measure measure)
{
    return measure == Measure::fca_2sfca || measure == Measure::fca_bfca;
}

AccessResult compute_access(AccessInput const& input)
{
    if (auto const* fault = find_fault(input)) return refuse(fault);
    auto const zones = input.opportunity.size();
    auto const matrix = make_matrix(input.pairs, zones);
    if (any_twice(matrix)) return refuse("pair_twice");

    AccessResult result;
    result.values.resize(zones);
    auto const measure = input.settings.measure;
    if (needs_demand(measure)) {
        float_catchments(input, matrix, measure == Measure::fca_bfca ? Share::divided : Share::whole, result);
    } else {
        for (std::size_t zone = 0; zone < zones; ++zone) {
            auto const trips = trips_from(matrix, zone);
            if (measure == Measure::closest) {
                result.values[zone] = closest(trips, input.opportunity);
                continue;
            }
            double sum = 0;
            for (auto const& trip : trips) sum += input.opportunity[trip.to] * weigh(input.settings, trip.cost);
            result.values[zone] = sum;
        }
    }
    // Amounts near the largest number can add up to infinity.
    for (auto const& value : result.values) {
        if (value && !std::isfinite(*value)) return refuse("bad_opportunity");
    }
    result.status = Status::answered;
    return result;
}

} // namespace wf::access
