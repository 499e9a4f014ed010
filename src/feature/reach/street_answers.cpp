// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/street_answers.hpp"

#include "base/text.hpp"
#include "feature/reach/street_words.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

constexpr std::int64_t longest_ago_days = 731;

std::string_view value_of(http::Pairs const& form, std::string_view name)
{
    auto const found = std::find_if(form.begin(), form.end(), [&](auto const& pair) { return pair.first == name; });
    return found == form.end() ? std::string_view{} : trim(found->second);
}

Error fault(std::string_view field, std::string detail)
{
    return {Trouble::bad_input, "reach.bad_observation", std::string{field}, std::move(detail)};
}

} // namespace

StreetAnswers read_street_answers(http::Pairs const& form, Observation const& street, Date const& today)
{
    StreetAnswers answers;
    auto const said = value_of(form, day_field);
    auto const day = Date::parse(said);
    if (!day || *day > today.plus_days(1) || *day < today.plus_days(-longest_ago_days))
        answers.faults.push_back(fault(day_field, "give the day of the last two years as 2026-11-21"));
    for (auto const attribute : visible_attributes(street.osm_type)) {
        auto const word = walking::to_word(attribute);
        auto const value = value_of(form, word);
        if (value.empty()) continue;
        auto seen = street;
        seen.attribute = attribute;
        seen.value = value;
        seen.review = Review::waiting;
        seen.seen_on = day ? day->to_iso() : today.to_iso();
        if (auto const checked = check(seen); !checked) answers.faults.push_back(fault(word, checked.error().detail));
        else answers.observations.push_back(std::move(seen));
    }
    if (answers.observations.empty() && answers.faults.empty())
        answers.faults.push_back(fault("", "give at least one answer"));
    return answers;
}

} // namespace wf::reach_pages
