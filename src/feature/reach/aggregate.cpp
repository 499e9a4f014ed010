// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/aggregate.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

/// The middle of whole numbers, each weighing as much as its people; nothing when the middle one is `last`.
std::optional<double> weighted_median(std::vector<double>& weight_of, double total)
{
    double seen = 0;
    for (std::size_t value = 0; value + 1 < weight_of.size(); ++value) {
        seen += weight_of[value];
        if (seen * 2 >= total) return static_cast<double>(value);
    }
    return std::nullopt;
}

template <class Value>
std::optional<double> median_of(std::span<std::uint32_t const> homes, std::span<double const> people, double total,
                                std::vector<Value> const& values, std::size_t most)
{
    if (values.empty()) return std::nullopt;
    std::vector<double> weight_of(most + 2, 0.0);
    for (auto const home : homes) weight_of[std::min<std::size_t>(values[home], most + 1)] += people[home];
    return weighted_median(weight_of, total);
}

/// Which of four things keeps a home's people away; nothing when they certainly come in time.
double* obstacle_of(Obstacles& obstacles, HomeAnswers const& answers, std::uint32_t home, std::uint32_t limit_seconds)
{
    auto const& seconds = answers.answer->seconds;
    auto const limit = limit_seconds * 1000;
    if (seconds.certain[home] <= limit_seconds) return nullptr;
    if (seconds.possible[home] <= limit_seconds) return &obstacles.unknown;
    if (answers.ideal[home] <= limit) return &obstacles.streets;
    return answers.adult[home] <= limit ? &obstacles.pace : &obstacles.distance;
}

} // namespace

std::size_t limit_index(reach::Options const& options, int minutes)
{
    auto const& limits = options.limits_seconds;
    auto const found = std::find(limits.begin(), limits.end(), static_cast<std::uint32_t>(minutes) * 60);
    WF_CHECK(found != limits.end());
    return static_cast<std::size_t>(found - limits.begin());
}

std::vector<std::vector<std::uint32_t>> homes_by_area(PreparedTown const& town)
{
    std::vector<std::vector<std::uint32_t>> homes(town.areas.size());
    for (std::uint32_t home = 0; home < town.homes.size(); ++home) {
        auto const area = town.area_of_home[home];
        // A home without a way onto the network has no answer, and its people count in none.
        if (town.areas[area].coverage == Coverage::answered && town.footholds[home]) homes[area].push_back(home);
    }
    for (std::size_t area = 0; area < town.areas.size(); ++area) {
        if (town.areas[area].area.level == AreaLevel::neighbourhood) continue;
        for (auto const part : town.areas[area].neighbourhoods)
            homes[area].insert(homes[area].end(), homes[part].begin(), homes[part].end());
    }
    return homes;
}

AreaReach aggregate(std::span<std::uint32_t const> homes, std::span<double const> people, HomeAnswers const& answers,
                    reach::Options const& options, std::size_t limit)
{
    AreaReach result;
    auto const& answer = *answers.answer;
    for (auto const home : homes) {
        double const weight = people[home];
        result.people += weight;
        for (std::size_t at = 0; at < reach::limit_count; ++at) {
            result.share[at].certain += weight * answer.share[at].certain[home];
            result.share[at].expected += weight * answer.share[at].expected[home];
            result.share[at].possible += weight * answer.share[at].possible[home];
        }
        if (auto* obstacle = obstacle_of(result.obstacles, answers, home, options.limits_seconds[limit]))
            *obstacle += weight;
    }
    if (!(result.people > 0)) return result;
    for (auto& share : result.share) {
        double const whole = result.people * reach::share_whole;
        share = {share.certain / whole, share.expected / whole, share.possible / whole};
    }
    auto const horizon = options.horizon_seconds;
    auto const& seconds = answer.seconds;
    result.median_seconds = {median_of(homes, people, result.people, seconds.certain, horizon),
                             median_of(homes, people, result.people, seconds.expected, horizon),
                             median_of(homes, people, result.people, seconds.possible, horizon)};
    auto const& count = answer.count[limit];
    result.median_count = {median_of(homes, people, result.people, count.certain, 255),
                           median_of(homes, people, result.people, count.expected, 255),
                           median_of(homes, people, result.people, count.possible, 255)};
    return result;
}

} // namespace wf::reach_pages
