// SPDX-License-Identifier: EUPL-1.2
// Results against plan: what was agreed and promised and what became of it, and what was budgeted and spent.
#include "feature/accounting/report.hpp"

namespace wf::accounting {
namespace {

/// Of something that was to be done: counted as it was on the last day of the year.
struct Results {
    std::int64_t all{0};
    std::int64_t done{0};
    std::int64_t dropped{0};
    std::int64_t open{0};

    void write(Section& section, std::string const& of) const
    {
        auto const add = [&](std::string const& key, std::int64_t count) {
            section.counts.push_back({key, of, static_cast<double>(count)});
        };
        if (all == 0) return;
        add("activities.all", all);
        add("activities.done", done);
        add("activities.dropped", dropped);
        add("activities.open", open);
    }
};

enum class Became { done, dropped, open };

void add(Results& results, Became became)
{
    ++results.all;
    ++(became == Became::done ? results.done : became == Became::dropped ? results.dropped : results.open);
}

std::string word_of(Became became)
{
    return became == Became::done      ? "accounting.became.done"
           : became == Became::dropped ? "accounting.became.dropped"
                                       : "accounting.became.open";
}

bool overlaps(programme::Programme const& programme, Year const& year)
{
    return programme.from <= year.last && programme.until >= year.first;
}

/// Agreed for the year, ended in it, or without a day and open while the programme runs.
bool counts_in(programme::Programme const& programme, programme::Activity const& activity, Year const& year)
{
    if (year.has(activity.planned_on) || year.has(activity.ended_on)) return true;
    return activity.planned_on.empty() && activity.state == programme::State::planned && overlaps(programme, year);
}

void add_activities(Section& section, Input const& input, Year const& year)
{
    Results results;
    std::vector<Record> records;
    for (auto const& one : input.programmes) {
        for (auto const& activity : one.activities) {
            if (!counts_in(one.programme, activity, year)) continue;
            bool const has_ended = activity.state != programme::State::planned && activity.ended_on <= year.last;
            auto const became = !has_ended                                 ? Became::open
                                : activity.state == programme::State::done ? Became::done
                                                                           : Became::dropped;
            add(results, became);
            Record record{activity.name, "/werkplaats/" + input.address + "/programma/" + one.programme.id, {}};
            record.facts = {{"state", Form::word, word_of(became)},
                            {"planned_on", Form::day, activity.planned_on},
                            {"planned_number", Form::number, "", activity.planned_number}};
            if (has_ended) {
                record.facts.push_back({"ended_on", Form::day, activity.ended_on});
                record.facts.push_back({"done_number", Form::number, "", activity.done_number});
                record.facts.push_back({"result", Form::text, activity.result});
            }
            records.push_back(std::move(record));
        }
    }
    results.write(section, "accounting.of.activities");
    for (auto& record : records) section.records.push_back(std::move(record));
}

void add_steps(Section& section, Input const& input, Year const& year)
{
    Results results;
    std::vector<Record> records;
    for (auto const& one : input.plans) {
        if (!one.plan.is_public()) continue;
        for (auto const& step : one.steps) {
            if (!year.has(step.promised_on) && !year.has(step.ended_on)) continue;
            bool const has_ended = step.state != plans::StepState::promised && step.ended_on <= year.last;
            auto const became = !has_ended                             ? Became::open
                                : step.state == plans::StepState::done ? Became::done
                                                                       : Became::dropped;
            add(results, became);
            Record record{step.words, "/werkplaats/" + input.address + "/plannen/" + one.plan.id, {}};
            record.facts = {{"of", Form::text, one.plan.content.title},
                            {"state", Form::word, word_of(became)},
                            {"planned_on", Form::day, step.due}};
            if (has_ended) {
                record.facts.push_back({"ended_on", Form::day, step.ended_on});
                if (!step.said.empty()) record.facts.push_back({"result", Form::text, step.said});
            }
            records.push_back(std::move(record));
        }
    }
    results.write(section, "accounting.of.steps");
    for (auto& record : records) section.records.push_back(std::move(record));
}

struct Sums {
    std::int64_t planned{0};
    std::int64_t in_year{0};
    std::int64_t so_far{0}; ///< up to the last day of the year

    Sums& operator+=(Sums const& other)
    {
        planned += other.planned;
        in_year += other.in_year;
        so_far += other.so_far;
        return *this;
    }
};

Sums sums_of(ProgrammeInput const& input, programme::Line const& line, Year const& year)
{
    Sums sums;
    sums.planned = line.planned;
    for (auto const& spent : input.spent) {
        if (spent.line_id != line.id || spent.on > year.last) continue;
        sums.so_far += spent.amount;
        if (year.has(spent.on)) sums.in_year += spent.amount;
    }
    return sums;
}

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0) return std::nullopt;
    return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

Section make_activities(Input const& input, Year const& year)
{
    Section section{"activities", {}, {}};
    add_activities(section, input, year);
    add_steps(section, input, year);
    return section;
}

Section make_budget(Input const& input, Year const& year)
{
    Section section{"budget", {}, {}};
    Sums all;
    Sums national;
    bool has_national = false;
    std::optional<std::int64_t> subsidy;
    std::int64_t subsidy_unknown = 0;
    for (auto const& one : input.programmes) {
        if (!overlaps(one.programme, year)) continue;
        auto const link = "/werkplaats/" + input.address + "/programma/" + one.programme.id;
        if (one.programme.amount) subsidy = subsidy.value_or(0) + *one.programme.amount;
        else ++subsidy_unknown;
        Record record{one.programme.name, link, {}};
        record.facts = {{"giver", Form::text, one.programme.giver},
                        {"from", Form::day, one.programme.from},
                        {"until", Form::day, one.programme.until},
                        {"amount", Form::euros, "", one.programme.amount}};
        if (!one.programme.source.empty()) record.facts.push_back({"source", Form::text, one.programme.source});
        section.records.push_back(std::move(record));
        for (auto const& line : one.lines) {
            auto const sums = sums_of(one, line, year);
            all += sums;
            if (line.is_national) {
                national += sums;
                has_national = true;
            }
            Record row{line.name, link, {}};
            row.facts = {{"of", Form::text, one.programme.name},
                         {"planned", Form::euros, "", sums.planned},
                         {"spent_in_year", Form::euros, "", sums.in_year},
                         {"spent_so_far", Form::euros, "", sums.so_far}};
            if (line.is_national) row.facts.push_back({"kind", Form::word, "accounting.national"});
            section.records.push_back(std::move(row));
        }
    }
    if (section.records.empty()) return section;
    auto const euros = [&](std::string key, std::optional<std::int64_t> amount) {
        section.counts.push_back(
            {std::move(key), "", amount ? std::optional{static_cast<double>(*amount)} : std::nullopt, Unit::euros});
    };
    euros("budget.subsidy", subsidy);
    if (subsidy_unknown > 0)
        section.counts.push_back({"budget.subsidy_unknown", "", static_cast<double>(subsidy_unknown)});
    euros("budget.planned", all.planned);
    euros("budget.spent_in_year", all.in_year);
    euros("budget.spent_so_far", all.so_far);
    euros("budget.left", all.planned - all.so_far);
    // Lines that nobody marked say nothing of a share.
    section.counts.push_back({"budget.national_planned", "",
                              has_national ? share(national.planned, all.planned) : std::nullopt, Unit::percent});
    section.counts.push_back(
        {"budget.national_spent", "", has_national ? share(national.so_far, all.so_far) : std::nullopt, Unit::percent});
    return section;
}

} // namespace wf::accounting
