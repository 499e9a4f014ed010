// SPDX-License-Identifier: EUPL-1.2
#include "kernel/access/inequality.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <vector>

namespace wf::access {
namespace {

struct Zone {
    double value;
    double people;
    double income;
};

InequalityResult refuse(char const* reason)
{
    InequalityResult result;
    result.reason = reason;
    return result;
}

bool is_amount(double value)
{
    return std::isfinite(value) && value >= 0;
}

char const* find_fault(InequalityInput const& input)
{
    auto const zones = input.value.size();
    if (input.population.size() != zones || (!input.income.empty() && input.income.size() != zones))
        return "different_sizes";
    for (std::size_t i = 0; i < zones; ++i) {
        if (!is_amount(input.population[i])) return "bad_population";
        if (input.population[i] == 0) continue;
        if (!is_amount(input.value[i])) return "bad_value";
        if (!input.income.empty() && !std::isfinite(input.income[i])) return "bad_income";
    }
    return nullptr;
}

/// In one order whatever the order of the input, so that sums come out equal to the last bit.
std::vector<Zone> inhabited(InequalityInput const& input)
{
    std::vector<Zone> zones;
    for (std::size_t i = 0; i < input.value.size(); ++i) {
        if (input.population[i] == 0) continue;
        zones.push_back({input.value[i], input.population[i], input.income.empty() ? 0 : input.income[i]});
    }
    std::sort(zones.begin(), zones.end(), [](Zone const& a, Zone const& b) {
        return std::tie(a.value, a.people, a.income) < std::tie(b.value, b.people, b.income);
    });
    return zones;
}

/// Twice the area between the diagonal and the curve of shares, with people in the order that `key` gives: equal keys share
/// their mean rank. `zones` are in that order.
double curve_index(std::vector<Zone> const& zones, double people, double mean, double Zone::*key)
{
    double below = 0; // part of the people with a smaller key
    double sum = 0;
    for (std::size_t begin = 0; begin < zones.size();) {
        std::size_t end = begin;
        double here = 0;
        double amount = 0;
        for (; end < zones.size() && zones[end].*key == zones[begin].*key; ++end) {
            double const part = zones[end].people / people;
            here += part;
            amount += part * (zones[end].value / mean);
        }
        sum += amount * (2 * below + here - 1);
        below += here;
        begin = end;
    }
    return sum;
}

struct Group {
    double people{0};
    double amount{0};
    [[nodiscard]] double mean() const { return amount / people; }
};

/// The income of the person at this part (in tenths) of all people, poorest first. Tenths, since 0.4 is no binary number.
double income_at(std::vector<Zone> const& by_income, double people, double tenths)
{
    double so_far = 0;
    for (auto const& zone : by_income) {
        so_far += zone.people;
        if (10 * so_far >= tenths * people) return zone.income;
    }
    return by_income.back().income;
}

void add_palma(std::vector<Zone> const& by_income, double people, InequalityResult& result)
{
    double const poorest_up_to = income_at(by_income, people, 4);
    double const richest_above = income_at(by_income, people, 9);
    Group poorest;
    Group richest;
    for (auto const& zone : by_income) {
        if (zone.income <= poorest_up_to) {
            poorest.people += zone.people;
            poorest.amount += zone.people * zone.value;
        }
        if (zone.income > richest_above) {
            richest.people += zone.people;
            richest.amount += zone.people * zone.value;
        }
    }
    if (richest.people == 0) result.palma_reason = "nobody_above";
    else if (poorest.amount == 0) result.palma_reason = "poorest_have_none";
    else result.palma = richest.mean() / poorest.mean();
}

} // namespace

InequalityResult compute_inequality(InequalityInput const& input)
{
    if (auto const* fault = find_fault(input)) return refuse(fault);
    auto zones = inhabited(input);
    if (zones.empty()) return refuse("no_people");

    InequalityResult result;
    double amount = 0;
    for (auto const& zone : zones) {
        result.people += zone.people;
        amount += zone.people * zone.value;
    }
    if (!std::isfinite(result.people)) return refuse("bad_population");
    if (!std::isfinite(amount)) return refuse("bad_value");
    result.mean = amount / result.people;
    if (result.mean <= 0) return refuse("mean_zero");

    // Rounding must not make an equal distribution a little less than equal.
    result.gini = std::max(0.0, curve_index(zones, result.people, result.mean, &Zone::value));
    for (auto const& zone : zones) {
        double const ratio = zone.value / result.mean;
        if (ratio > 0) result.theil += zone.people / result.people * ratio * std::log(ratio);
    }
    result.theil = std::max(0.0, result.theil);

    if (!input.income.empty()) {
        std::stable_sort(zones.begin(), zones.end(), [](Zone const& a, Zone const& b) { return a.income < b.income; });
        result.concentration = curve_index(zones, result.people, result.mean, &Zone::income);
        add_palma(zones, result.people, result);
    }
    result.status = Status::answered;
    return result;
}

} // namespace wf::access
