// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/reach.hpp"

#include "base/check.hpp"
#include "kernel/reach/stages.hpp"
#include "kernel/reach/walker.hpp"

namespace wf::reach {
namespace {

void check_options(Town const& town, Options const& options)
{
    for (std::uint32_t const limit : options.limits_seconds) {
        WF_CHECK(limit > 0 && limit % 60 == 0 && limit <= options.horizon_seconds);
    }
    WF_CHECK(options.horizon_seconds % 60 == 0 && options.horizon_seconds <= 240 * 60);
    WF_CHECK(options.quantiles > 0);
    WF_CHECK(options.draws > 0 && options.draws <= 255 && options.draws <= town.drawn.size());
    WF_CHECK(options.count_draws > 0 && options.count_draws <= town.drawn.size());
}

/// As it is for a home without a foothold.
CategoryAnswer make_answer(std::size_t homes, Counts counts)
{
    CategoryAnswer answer;
    for (ThreeShares& share : answer.share) {
        for (auto* state : {&share.certain, &share.expected, &share.possible}) state->assign(homes, no_answer);
    }
    for (auto* state : {&answer.seconds.certain, &answer.seconds.expected, &answer.seconds.possible}) {
        state->assign(homes, beyond);
    }
    if (counts == Counts::yes) {
        for (ThreeCounts& count : answer.count) {
            for (auto* state : {&count.certain, &count.expected, &count.possible}) state->assign(homes, 0);
        }
    }
    answer.nearest.assign(homes, graph::none);
    answer.metres.assign(homes, beyond);
    return answer;
}

} // namespace

std::vector<CategoryAnswer> compute_reach(Town const& town, Profile const& profile,
                                          std::span<std::vector<Destination> const> categories, Options const& options,
                                          Counts counts)
{
    WF_CHECK(town.network != nullptr);
    check_options(town, options);
    Doors const doors = make_doors(town);
    Question question{town, doors, profile, categories, options};
    if (!profile.longest_leg_m) question.chains = make_chains_for(town, profile, town.possible);
    std::vector<CategoryAnswer> answers(categories.size(), make_answer(town.homes.size(), counts));
    answer_bounds(question, answers);
    answer_nearest(question, answers);
    answer_expected(question, answers);
    if (counts == Counts::yes) answer_counts(question, answers);
    return answers;
}

std::vector<graph::Ticks> times_to_nearest(Town const& town, Profile const& profile, DrawnStreets const& streets,
                                           double speed, std::span<Destination const> destinations, graph::Ticks limit,
                                           graph::LegLimit leg_limit)
{
    WF_CHECK(town.network != nullptr);
    Doors const doors = make_doors(town);
    ArcCosts const costs = make_arc_costs(*town.network, town.graph, profile, streets);
    Pace const pace{town, profile, costs, streets, make_chains_for(town, profile, streets), speed, leg_limit};
    Exits const exits = make_exits(doors, pace);
    Walker walker{doors};
    walker.enter(pace, exits);
    std::vector<graph::Ticks> at_doors;
    walker.find_times(destinations, std::min(limit, far_away - 1), at_doors);
    std::vector<graph::Ticks> times(town.homes.size(), graph::unreachable);
    for (std::size_t door = 0; door < doors.size(); ++door) times[doors.home[door]] = at_doors[door];
    return times;
}

} // namespace wf::reach
