// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/what_if.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {
namespace {

constexpr std::array<std::pair<Addition, std::string_view>, 5> words{{{Addition::place, "place"},
                                                                      {Addition::bench, "bench"},
                                                                      {Addition::dropped_kerb, "kerb"},
                                                                      {Addition::crossing, "crossing"},
                                                                      {Addition::path, "path"}}};

reach::ChangeKind kind_of(Addition addition)
{
    switch (addition) {
    case Addition::bench: return reach::ChangeKind::bench;
    case Addition::dropped_kerb: return reach::ChangeKind::dropped_kerb;
    case Addition::crossing: return reach::ChangeKind::crossing;
    case Addition::place:
    case Addition::path: break;
    }
    return reach::ChangeKind::path;
}

reach::CategoryAnswer answer_one(reach::Town const& town, reach::Profile const& profile,
                                 std::vector<reach::Destination> destinations, reach::Options const& options)
{
    std::vector<std::vector<reach::Destination>> const categories{std::move(destinations)};
    auto answers = reach::compute_reach(town, profile, categories, options, reach::Counts::no);
    return std::move(answers.front());
}

/// People of the homes who come within the limit.
Three count_people(std::span<std::uint32_t const> homes, std::span<double const> people,
                   reach::ThreeShares const& share)
{
    Three within;
    for (auto const home : homes) {
        if (share.expected[home] > reach::share_whole) continue; // a change that took its street away
        double const weight = people[home] / reach::share_whole;
        within.certain += weight * share.certain[home];
        within.expected += weight * share.expected[home];
        within.possible += weight * share.possible[home];
    }
    return within;
}

/// The town with another network: its homes and places find their footing anew.
struct Changed {
    reach::Network network;
    reach::Town town;
    std::vector<reach::Destination> destinations;
};

Result<std::shared_ptr<Changed>> change_town(ReadyTown const& ready, Rules const& rules, std::size_t category,
                                             reach::Change const& change)
{
    auto const& prepared = *ready.prepared;
    auto changed = std::make_shared<Changed>();
    WF_TRY(changed->network, reach::with_change(prepared.network, change));
    reach::Locator const locator{changed->network};
    for (auto const place : prepared.places_of[category])
        changed->destinations.push_back(find_destination(prepared.places[place], locator));
    changed->town =
        reach::make_town(changed->network, rules.priors.priors, find_homes(prepared, locator), ready.options);
    return changed;
}

double gained(Gain const& gain)
{
    return gain.after.expected - gain.before.expected;
}

/// A change of less than one in twenty is rounding of draws, not somebody who gains.
constexpr int least_gain = reach::share_whole / 20;

std::vector<Outcome> find_outcomes(reach::ThreeShares const& before, reach::ThreeShares const& after)
{
    std::vector<Outcome> outcomes(before.expected.size(), Outcome::none);
    auto const shares = [](reach::ThreeShares const& all, std::size_t home) {
        return HomeShares{all.certain[home], all.expected[home], all.possible[home]};
    };
    for (std::size_t home = 0; home < outcomes.size(); ++home)
        outcomes[home] = outcome_of(shares(before, home), shares(after, home));
    return outcomes;
}

/// What a question names, looked up.
struct Terms {
    walking::WalkerProfile const* walker{nullptr};
    walking::Category const* category{nullptr};
    std::size_t category_index{0};
    reach::Options options;
};

Result<Terms> read_terms(ReadyTown const& ready, Rules const& rules, WhatIf const& question)
{
    Terms terms;
    terms.walker = rules.profiles.find(question.profile);
    if (terms.walker == nullptr)
        return Error{Trouble::bad_input, "reach.unknown_profile", question.profile,
                     "weefsel calc reach profiles lists the profiles"};
    terms.category = rules.categories.find(question.category);
    if (terms.category == nullptr)
        return Error{Trouble::bad_input, "reach.unknown_category", question.category,
                     "data/categories.json lists the kinds of places"};
    terms.category_index = static_cast<std::size_t>(terms.category - rules.categories.all().data());
    terms.options = ready.options;
    terms.options.leg_limit = question.leg_limit;
    return terms;
}

} // namespace

std::string_view to_word(Addition addition)
{
    return std::find_if(words.begin(), words.end(), [&](auto const& pair) { return pair.first == addition; })->second;
}

std::optional<Addition> parse_addition(std::string_view word)
{
    for (auto const& [addition, name] : words) {
        if (name == word) return addition;
    }
    return std::nullopt;
}

Outcome outcome_of(HomeShares const& before, HomeShares const& after)
{
    int least = reach::share_whole;
    int most = 0;
    for (std::size_t at = 0; at < before.size(); ++at) {
        if (before[at] > reach::share_whole || after[at] > reach::share_whole) return Outcome::none;
        least = std::min(least, after[at] - before[at]);
        most = std::max(most, after[at] - before[at]);
    }
    if (least >= least_gain) return Outcome::gains;
    if (most >= least_gain) return Outcome::maybe;
    return 2 * after[1] < reach::share_whole ? Outcome::stays : Outcome::none;
}

Result<reach::CategoryAnswer> answer_now(ReadyTown const& ready, Rules const& rules, WhatIf const& question)
{
    WF_TRY(auto const terms, read_terms(ready, rules, question));
    return answer_one(ready.town, terms.walker->profile, ready.prepared->destinations[terms.category_index],
                      terms.options);
}

Result<WhatIfAnswer> answer_what_if(ReadyTown const& ready, Rules const& rules, WhatIf const& question)
{
    WF_TRY(auto const now, answer_now(ready, rules, question));
    return answer_what_if(ready, rules, question, now);
}

Result<WhatIfAnswer> answer_what_if(ReadyTown const& ready, Rules const& rules, WhatIf const& question,
                                    reach::CategoryAnswer const& now)
{
    WF_TRY(auto const terms, read_terms(ready, rules, question));
    auto const& [walker, category, at, options] = terms;
    auto const& prepared = *ready.prepared;
    auto const limit = limit_index(ready.options, category->limit_minutes);
    reach::CategoryAnswer after;
    if (question.addition == Addition::place) {
        auto const foothold = prepared.locator->find(question.at);
        if (!foothold)
            return Error{Trouble::bad_input, "reach.off_network", "at", "there is no street or path near this point"};
        auto destinations = prepared.destinations[at];
        destinations.push_back({{*foothold}});
        after = answer_one(ready.town, walker->profile, std::move(destinations), options);
    } else {
        WF_TRY(auto const changed,
               change_town(ready, rules, at, {kind_of(question.addition), question.at, question.to}));
        after = answer_one(changed->town, walker->profile, changed->destinations, options);
    }

    auto const people = prepared.people_of_homes(group_of(*walker));
    auto const homes = homes_by_area(prepared);
    WhatIfAnswer answer;
    answer.question = question;
    answer.limit_minutes = category->limit_minutes;
    answer.homes = find_outcomes(now.share[limit], after.share[limit]);
    for (std::size_t area = 0; area < prepared.areas.size(); ++area) {
        auto const level = prepared.areas[area].area.level;
        if (level == AreaLevel::district || homes[area].empty()) continue;
        Gain gain{area, 0, count_people(homes[area], people, now.share[limit]),
                  count_people(homes[area], people, after.share[limit])};
        for (auto const home : homes[area]) gain.people += people[home];
        if (level == AreaLevel::municipality) answer.whole = gain;
        else if (gained(gain) >= 0.5 || gain.after.possible - gain.before.possible >= 0.5)
            answer.places.push_back(gain);
        else if (gain.people - gain.after.expected >= 0.5) answer.without.push_back(gain);
    }
    std::stable_sort(answer.places.begin(), answer.places.end(),
                     [](Gain const& a, Gain const& b) { return gained(a) > gained(b); });
    std::stable_sort(answer.without.begin(), answer.without.end(), [](Gain const& a, Gain const& b) {
        return a.people - a.after.expected > b.people - b.after.expected;
    });
    return answer;
}

} // namespace wf::reach_pages
