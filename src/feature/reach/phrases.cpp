// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/phrases.hpp"

#include "base/text.hpp"
#include "feature/reach/parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::reach_pages {

std::string_view people_in_words(words::Words const& t, Group group)
{
    switch (group) {
    case Group::everybody: return t("reach.people.everybody");
    case Group::age_0_14: return t("reach.people.age_0_14");
    case Group::age_65: return t("reach.people.age_65");
    case Group::age_80: return t("reach.people.age_80");
    }
    return {};
}

std::string_view people_in_short(words::Words const& t, Group group)
{
    switch (group) {
    case Group::everybody: return t("reach.short.everybody");
    case Group::age_0_14: return t("reach.short.age_0_14");
    case Group::age_65: return t("reach.short.age_65");
    case Group::age_80: return t("reach.short.age_80");
    }
    return {};
}

std::string_view people_heading(words::Words const& t, Group group)
{
    switch (group) {
    case Group::everybody: return t("reach.heading.everybody");
    case Group::age_0_14: return t("reach.heading.age_0_14");
    case Group::age_65: return t("reach.heading.age_65");
    case Group::age_80: return t("reach.heading.age_80");
    }
    return {};
}

std::string write_answer(words::Words const& t, walking::WalkerProfile const& profile,
                         walking::Category const& category, int minutes, Three const& share)
{
    auto const hundred = in_hundred(share.expected);
    auto const language = t.language();
    auto const say = [&](std::string_view key) {
        return t(key, {{"with", std::string{with_of(profile, language)}},
                       {"n", std::to_string(hundred)},
                       {"people", std::string{people_in_words(t, group_of(profile))}},
                       {"minutes", std::to_string(minutes)},
                       {"place", std::string{with_article(category, language)}}});
    };
    if (hundred == 1) return say("reach.say.one");
    if (hundred == 0) return say(share.expected > 0 ? "reach.say.few" : "reach.say.none");
    return say("reach.say.many");
}

std::string write_sureness(words::Words const& t, Three const& share)
{
    auto const certain = in_hundred(share.certain);
    auto const possible = in_hundred(share.possible);
    if (certain == possible) return std::string{t("reach.sure.same")};
    return t("reach.sure.between", {{"certain", std::to_string(certain)}, {"possible", std::to_string(possible)}});
}

std::string write_obstacles(words::Words const& t, Obstacles const& obstacles)
{
    struct Part {
        double people;
        std::string_view words;
    };
    std::array parts{Part{obstacles.distance, t("reach.obstacle.distance")},
                     Part{obstacles.pace, t("reach.obstacle.pace")},
                     Part{obstacles.streets, t("reach.obstacle.streets")},
                     Part{obstacles.unknown, t("reach.obstacle.unknown")}};
    std::stable_sort(parts.begin(), parts.end(), [](Part const& a, Part const& b) { return a.people > b.people; });
    std::string text;
    for (auto const& part : parts) {
        auto const people = round_people(part.people);
        if (people < 5) continue;
        if (!text.empty()) text += ' ';
        text += std::string{part.words} + ": " + t.number(people) + ".";
    }
    return text;
}

std::string_view why_no_answer(words::Words const& t, Coverage coverage)
{
    switch (coverage) {
    case Coverage::answered: return t("reach.why_not.no_group");
    case Coverage::no_network: return t("reach.why_not.no_network");
    case Coverage::no_people_known: return t("reach.why_not.no_people_known");
    case Coverage::too_few_people: return t("reach.why_not.too_few_people");
    case Coverage::no_homes: return t("reach.why_not.no_homes");
    }
    return {};
}

std::string write_median(words::Words const& t, std::optional<double> seconds)
{
    return write_minutes(t, seconds.value_or(HUGE_VAL));
}

std::string write_day(words::Words const& t, std::string_view day)
{
    auto const parts = split(day, '-');
    if (parts.size() != 3) return std::string{day};
    auto const month = parse_integer(parts[1].starts_with('0') ? parts[1].substr(1) : parts[1]);
    auto const date = parse_integer(parts[2].starts_with('0') ? parts[2].substr(1) : parts[2]);
    if (!month || !date || *month < 1 || *month > 12) return std::string{day};
    auto const names = t("reach.months");
    auto const list = split(names, ' ');
    if (list.size() != 12) return std::string{day};
    return std::to_string(*date) + " " + std::string{list[static_cast<std::size_t>(*month) - 1]} + " " +
           std::string{parts[0]};
}

std::string write_more(words::Words const& t, double people)
{
    auto const rounded = round_people(people);
    return (rounded < 0 ? "" : "+") + t.number(rounded);
}

std::string write_percent(words::Words const& t, double share)
{
    return t("reach.percent", {{"n", std::to_string(in_hundred(share))}});
}

std::string lower_first(std::string_view text)
{
    std::string out{text};
    if (!out.empty() && out.front() >= 'A' && out.front() <= 'Z') out.front() = static_cast<char>(out.front() + 32);
    return out;
}

} // namespace wf::reach_pages
