// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/report.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wf::accounting {
namespace {

template <class T>
double as_count(T number)
{
    return static_cast<double>(number);
}

/// Counts by a key of words, those that are there, in the order of the keys given.
class Tally {
public:
    void add(std::string const& of) { ++m_counts[of]; }
    void write(Section& section, std::string const& key, std::vector<std::string> const& order) const
    {
        for (auto const& of : order) {
            if (auto const found = m_counts.find(of); found != m_counts.end())
                section.counts.push_back({key, of, as_count(found->second)});
        }
    }
    [[nodiscard]] std::vector<std::string> keys() const
    {
        std::vector<std::string> all;
        for (auto const& [of, count] : m_counts) all.push_back(of);
        return all;
    }

private:
    std::map<std::string, std::int64_t> m_counts;
};

template <class List>
std::vector<std::string> keys_of(std::string const& prefix, List const& list)
{
    std::vector<std::string> keys;
    for (auto const one : list) keys.push_back(prefix + std::string{to_word(one)});
    return keys;
}

Section make_issues(Input const& input, Year const& year)
{
    Section section{"issues", {}, {}};
    std::int64_t unread = 0;
    std::int64_t merged = 0;
    std::int64_t without_theme = 0;
    Tally askers;
    Tally themes;
    Tally statuses;
    for (auto const& question : input.questions) {
        if (!year.has(question.asked_on)) continue;
        if (question.status == agenda::Status::merged) {
            ++merged;
            continue;
        }
        if (!question.is_public()) {
            ++unread;
            continue;
        }
        auto const asker = "agenda.asker." + std::string{agenda::to_word(question.asker)};
        auto const status = "agenda.status." + std::string{agenda::to_word(question.status)};
        askers.add(asker);
        statuses.add(status);
        if (question.national_theme.empty()) ++without_theme;
        else themes.add("theme:" + question.national_theme);
        Record record{question.words, "/vragen/" + input.address + "/vraag/" + question.id, {}};
        record.facts = {{"asked_on", Form::day, question.asked_on},
                        {"asked_by", Form::word, asker},
                        {"state", Form::word, status}};
        if (!question.national_theme.empty())
            record.facts.push_back({"theme", Form::word, "theme:" + question.national_theme});
        section.records.push_back(std::move(record));
    }
    if (section.records.empty() && merged == 0 && unread == 0) return section;
    section.counts.push_back({"issues.all", "", as_count(section.records.size())});
    askers.write(section, "issues.asker", keys_of("agenda.asker.", agenda::all_askers));
    themes.write(section, "issues.theme", themes.keys());
    if (without_theme > 0) section.counts.push_back({"issues.no_theme", "", as_count(without_theme)});
    statuses.write(section, "issues.status", keys_of("agenda.status.", agenda::all_statuses));
    if (merged > 0) section.counts.push_back({"issues.merged", "", as_count(merged)});
    if (unread > 0) section.counts.push_back({"issues.unread", "", as_count(unread)});
    return section;
}

bool worked_in(studios::Group const& group, Year const& year)
{
    return group.from <= year.last && (group.until.empty() || group.until >= year.first);
}

bool worked_in(StudioInput const& input, Year const& year)
{
    return std::any_of(input.groups.begin(), input.groups.end(),
                       [&](auto const& group) { return worked_in(group, year); });
}

std::string link_of(Input const& input, studios::Studio const& studio)
{
    return "/werkplaats/" + input.address + "/studios/" + studio.id;
}

std::string link_of(Input const& input, plans::Plan const& plan)
{
    return "/werkplaats/" + input.address + "/plannen/" + plan.id;
}

Section make_forms(Input const& input, Year const& year)
{
    Section section{"forms", {}, {}};
    std::int64_t begun = 0;
    std::int64_t closed = 0;
    std::int64_t decisions = 0;
    for (auto const& one : input.studios) {
        if (!worked_in(one, year)) continue;
        std::int64_t begun_here = 0;
        std::int64_t decisions_here = 0;
        for (auto const& cycle : studios::cycles_of(one.entries)) {
            if (year.has(cycle.entries.front().written_on)) ++begun_here;
            // In the entry that closed it, not in the last one on a later day.
            auto const end = std::find_if(cycle.entries.begin(), cycle.entries.end(),
                                          [](auto const& entry) { return entry.stage == studios::Stage::act; });
            if (end != cycle.entries.end() && year.has(end->written_on)) ++closed;
        }
        for (auto const& entry : one.entries) {
            if (entry.kind == studios::Kind::decision && year.has(entry.written_on)) ++decisions_here;
        }
        begun += begun_here;
        decisions += decisions_here;
        Record record{one.studio.content.title, link_of(input, one.studio), {}};
        record.facts = {{"from", Form::day, one.groups.front().from},
                        {"cycles_begun", Form::number, "", begun_here},
                        {"decisions", Form::number, "", decisions_here}};
        section.records.push_back(std::move(record));
    }
    if (section.records.empty()) return section;
    section.counts = {{"forms.studios", "", as_count(section.records.size())},
                      {"forms.cycles_begun", "", as_count(begun)},
                      {"forms.cycles_closed", "", as_count(closed)},
                      {"forms.decisions", "", as_count(decisions)}};
    return section;
}

bool ended_by(plans::Plan const& plan, std::string const& day)
{
    bool const has_ended = plan.state == plans::State::closed || plan.state == plans::State::stopped;
    return has_ended && plan.changed_on <= day;
}

/// A plan that began and had not ended before the year.
bool counts_in(plans::Plan const& plan, Year const& year)
{
    if (!plan.is_public() || plan.made_on > year.last) return false;
    bool const has_ended = plan.state == plans::State::closed || plan.state == plans::State::stopped;
    return !has_ended || plan.changed_on >= year.first;
}

Section make_products(Input const& input, Year const& year)
{
    Section section{"products", {}, {}};
    std::int64_t materials = 0;
    for (auto const& one : input.studios) {
        for (auto const& entry : one.entries) {
            if (entry.kind != studios::Kind::material || !year.has(entry.written_on)) continue;
            ++materials;
            auto const link = entry.link.empty() ? link_of(input, one.studio) : entry.link;
            section.records.push_back(
                {entry.words,
                 link,
                 {{"kind", Form::word, "accounting.product.material"}, {"of", Form::text, one.studio.content.title}}});
        }
    }
    std::int64_t running = 0;
    std::int64_t closed = 0;
    std::int64_t stopped = 0;
    for (auto const& one : input.plans) {
        if (!counts_in(one.plan, year)) continue;
        bool const has_ended = ended_by(one.plan, year.last);
        auto const state = has_ended ? one.plan.state : plans::State::active;
        ++(state == plans::State::active ? running : state == plans::State::closed ? closed : stopped);
        Record record{one.plan.content.title, link_of(input, one.plan), {}};
        record.facts = {{"kind", Form::word, "accounting.product.plan"},
                        {"state", Form::word, "plans.state." + std::string{plans::to_word(state)}}};
        if (has_ended) record.facts.push_back({"outcome", Form::text, one.plan.outcome});
        section.records.push_back(std::move(record));
    }
    if (section.records.empty()) return section;
    section.counts = {{"products.materials", "", as_count(materials)},
                      {"products.plans_running", "", as_count(running)},
                      {"products.plans_closed", "", as_count(closed)},
                      {"products.plans_stopped", "", as_count(stopped)}};
    return section;
}

Section make_partners(Input const& input)
{
    Section section{"partners", {}, {}};
    for (auto const& partner : input.partners) {
        Record record{partner.name, "", {}};
        for (auto const part : partner.parts)
            record.facts.push_back({"part", Form::word, "accounting.part." + std::string{to_word(part)}});
        section.records.push_back(std::move(record));
    }
    if (!section.records.empty()) section.counts = {{"partners.all", "", as_count(section.records.size())}};
    return section;
}

/// Who took part, as numbers of the groups that worked in the year; of groups that did not say, how many there are.
Section make_participants(Input const& input, Year const& year)
{
    struct Sort {
        std::string name;
        std::string studios::Content::*text;
        std::optional<std::int64_t> sum{};
        std::int64_t unknown{0};
    };
    std::vector<Sort> sorts{{"students", &studios::Content::students},
                            {"workers", &studios::Content::workers},
                            {"researchers", &studios::Content::researchers},
                            {"residents", &studios::Content::residents}};
    Section section{"participants", {}, {}};
    for (auto const& one : input.studios) {
        for (auto const& group : one.groups) {
            if (!worked_in(group, year)) continue;
            Record record{one.studio.content.title, link_of(input, one.studio), {}};
            record.facts = {{"group", Form::number, "", group.number}, {"from", Form::day, group.from}};
            if (!group.team.who.empty()) record.facts.push_back({"who", Form::text, group.team.who});
            for (auto& sort : sorts) {
                auto const number = parse_integer(group.team.*sort.text);
                if (number) sort.sum = sort.sum.value_or(0) + *number;
                else ++sort.unknown;
                record.facts.push_back({sort.name, Form::number, "", number});
            }
            section.records.push_back(std::move(record));
        }
    }
    if (section.records.empty()) return section;
    section.counts.push_back({"participants.groups", "", as_count(section.records.size())});
    for (auto const& sort : sorts) {
        auto const of = "accounting.fact." + sort.name;
        section.counts.push_back(
            {"participants.sum", of, sort.sum ? std::optional{as_count(*sort.sum)} : std::nullopt});
        if (sort.unknown > 0) section.counts.push_back({"participants.unknown", of, as_count(sort.unknown)});
    }
    return section;
}

Section make_beneficiaries(Input const& input, Year const& year)
{
    Section section{"beneficiaries", {}, {}};
    std::int64_t unknown = 0;
    for (auto const& one : input.plans) {
        if (!counts_in(one.plan, year)) continue;
        auto const& content = one.plan.content;
        if (content.for_whom.empty()) ++unknown;
        Record record{content.title, link_of(input, one.plan), {{"for_whom", Form::text, content.for_whom}}};
        if (!content.gains.empty()) record.facts.push_back({"gains", Form::text, content.gains});
        if (!content.loses.empty()) record.facts.push_back({"loses", Form::text, content.loses});
        section.records.push_back(std::move(record));
    }
    if (section.records.empty()) return section;
    section.counts.push_back({"beneficiaries.said", "", as_count(section.records.size()) - as_count(unknown)});
    if (unknown > 0) section.counts.push_back({"beneficiaries.unknown", "", as_count(unknown)});
    return section;
}

Section make_publications(Input const& input, Year const& year)
{
    Section section{"publications", {}, {}};
    Tally media;
    for (auto const& one : input.publications) {
        if (!year.has(one.on)) continue;
        auto const medium = "programme.medium." + std::string{programme::to_word(one.medium)};
        media.add(medium);
        section.records.push_back(
            {one.title,
             one.link,
             {{"kind", Form::word, medium}, {"where", Form::text, one.place}, {"on", Form::day, one.on}}});
    }
    if (section.records.empty()) return section;
    section.counts.push_back({"publications.all", "", as_count(section.records.size())});
    media.write(section, "publications.medium", keys_of("programme.medium.", programme::all_media));
    return section;
}

Section make_uptake(Input const& input, Year const& year)
{
    Section section{"uptake", {}, {}};
    Tally kinds;
    std::int64_t confirmed = 0;
    std::int64_t waiting = 0;
    for (auto const& claim : input.claims) {
        bool const counts = claim.state == uptake::State::confirmed || claim.state == uptake::State::waiting;
        if (!counts || !year.has(claim.taken_on)) continue;
        auto const kind = "uptake.kind." + std::string{uptake::to_word(claim.kind)};
        if (claim.state == uptake::State::confirmed) {
            ++confirmed;
            kinds.add(kind);
        } else {
            ++waiting;
        }
        section.records.push_back(
            {claim.what,
             "/werkplaats/" + input.address + "/doorwerking/" + claim.id,
             {{"kind", Form::word, kind},
              {"taker", Form::text, claim.taker},
              {"where", Form::text, claim.region},
              {"on", Form::day, claim.taken_on},
              {"proof", Form::text, claim.proof},
              {"state", Form::word, "uptake.state." + std::string{uptake::to_word(claim.state)}}}});
    }
    if (section.records.empty()) return section;
    section.counts.push_back({"uptake.confirmed", "", as_count(confirmed)});
    kinds.write(section, "uptake.kind", keys_of("uptake.kind.", uptake::all_kinds));
    section.counts.push_back({"uptake.waiting", "", as_count(waiting)});
    return section;
}

} // namespace

Year::Year(int year) : first{std::to_string(year) + "-01-01"}, last{std::to_string(year) + "-12-31"} {}

Report make_report(Input const& input)
{
    Year const year{input.year};
    return {input.year,
            {make_issues(input, year), make_forms(input, year), make_products(input, year), make_partners(input),
             make_participants(input, year), make_beneficiaries(input, year), make_publications(input, year),
             make_uptake(input, year), make_activities(input, year), make_budget(input, year)}};
}

} // namespace wf::accounting
