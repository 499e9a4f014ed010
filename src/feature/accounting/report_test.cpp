// SPDX-License-Identifier: EUPL-1.2
// The pure function alone: which year something belongs to, and what is missing.
#include "feature/accounting/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::accounting;

namespace {

Section const& section(Report const& report, std::string_view key)
{
    auto const found =
        std::find_if(report.sections.begin(), report.sections.end(), [&](auto const& one) { return one.key == key; });
    REQUIRE(found != report.sections.end());
    return *found;
}

/// -1: there is no such count; -2: it is there and not known.
double count(Section const& section, std::string_view key, std::string_view of = "")
{
    for (auto const& one : section.counts) {
        if (one.key == key && one.of == of) return one.value.value_or(-2);
    }
    return -1;
}

Input in(int year, Input input)
{
    input.year = year;
    return input;
}

} // namespace

TEST_CASE("nothing recorded: all headings stand there in their order, without a count")
{
    auto const report = make_report(in(2026, {}));
    std::vector<std::string> keys;
    for (auto const& one : report.sections) {
        keys.push_back(one.key);
        CHECK(one.counts.empty());
        CHECK(one.records.empty());
    }
    CHECK(keys == std::vector<std::string>{"issues", "forms", "products", "partners", "participants", "beneficiaries",
                                           "publications", "uptake", "activities", "budget"});
}

TEST_CASE("an activity that ended after the year is open in it, and done in the year after")
{
    Input input;
    ProgrammeInput one;
    one.programme.from = "2026-01-01";
    one.programme.until = "2027-12-31";
    programme::Activity activity;
    activity.planned_on = "2026-12-01";
    activity.state = programme::State::done;
    activity.ended_on = "2027-02-01";
    activity.result = "Gedaan";
    one.activities.push_back(activity);
    input.programmes.push_back(one);
    auto const of = "accounting.of.activities";
    auto const before = make_report(in(2026, input));
    CHECK(count(section(before, "activities"), "activities.open", of) == 1);
    CHECK(count(section(before, "activities"), "activities.done", of) == 0);
    auto const after = make_report(in(2027, input));
    CHECK(count(section(after, "activities"), "activities.open", of) == 0);
    CHECK(count(section(after, "activities"), "activities.done", of) == 1);
    CHECK(section(make_report(in(2025, input)), "activities").counts.empty());
}

TEST_CASE("a plan that closed after the year ran in it, counts as closed in its last year and no more after that")
{
    Input input;
    PlanInput one;
    one.plan.state = plans::State::closed;
    one.plan.made_on = "2025-03-01";
    one.plan.changed_on = "2027-06-01";
    input.plans.push_back(one);
    for (int const year : {2025, 2026})
        CHECK(count(section(make_report(in(year, input)), "products"), "products.plans_running") == 1);
    CHECK(count(section(make_report(in(2027, input)), "products"), "products.plans_closed") == 1);
    CHECK(section(make_report(in(2024, input)), "products").counts.empty());
    CHECK(section(make_report(in(2028, input)), "products").counts.empty());
}

TEST_CASE(
    "a group counts in each year in which it worked, and of nobody who said a number the sum is missing, not nothing")
{
    Input input;
    StudioInput one;
    one.groups = {{1, "2025-09-01", "2026-02-01", {}}, {2, "2026-02-01", "", {}}};
    one.groups[0].team.students = "8";
    one.groups[1].team.students = "0";
    input.studios.push_back(one);
    auto const of = "accounting.fact.students";
    auto const first = make_report(in(2025, input));
    CHECK(count(section(first, "participants"), "participants.groups") == 1);
    CHECK(count(section(first, "participants"), "participants.sum", of) == 8);
    auto const second = make_report(in(2026, input));
    CHECK(count(section(second, "participants"), "participants.groups") == 2);
    CHECK(count(section(second, "participants"), "participants.sum", of) == 8);
    auto const third = make_report(in(2027, input));
    CHECK(count(section(third, "participants"), "participants.sum", of) == 0); // nobody, and somebody said so
    CHECK(count(section(third, "participants"), "participants.sum", "accounting.fact.residents") == -2);
    CHECK(count(section(third, "participants"), "participants.unknown", "accounting.fact.residents") == 1);
    CHECK(count(section(third, "participants"), "participants.unknown", of) == -1);
}

TEST_CASE("the national share is that of lines marked so; when none is, it is not recorded")
{
    Input input;
    ProgrammeInput one;
    one.programme.from = "2026-01-01";
    one.programme.until = "2026-12-31";
    one.lines = {{"a", "Mensen", 900, false}, {"b", "Landelijk", 100, true}};
    one.spent = {{"a", 300, "2026-03-01", ""}, {"b", 100, "2026-04-01", ""}, {"b", 50, "2027-01-01", ""}};
    input.programmes.push_back(one);
    auto const budget = section(make_report(in(2026, input)), "budget");
    CHECK(count(budget, "budget.national_planned") == doctest::Approx(10));
    CHECK(count(budget, "budget.national_spent") == doctest::Approx(25));
    CHECK(count(budget, "budget.spent_so_far") == 400); // what came after the year is not in it
    CHECK(count(budget, "budget.subsidy") == -2);
    CHECK(count(budget, "budget.subsidy_unknown") == 1);
    input.programmes[0].lines[1].is_national = false;
    CHECK(count(section(make_report(in(2026, input)), "budget"), "budget.national_planned") == -2);
}

TEST_CASE("a cycle that was closed counts as closed in that year alone")
{
    Input input;
    StudioInput one;
    one.groups = {{1, "2025-09-01", "", {}}};
    auto const entry = [](studios::Stage stage, std::string day) {
        studios::Entry made;
        made.kind = studios::Kind::cycle;
        made.cycle = 1;
        made.stage = stage;
        made.words = "Iets";
        made.written_on = std::move(day);
        return made;
    };
    one.entries = {entry(studios::Stage::plan, "2025-10-01"), entry(studios::Stage::carry_out, "2025-11-01"),
                   entry(studios::Stage::study, "2026-01-01"), entry(studios::Stage::act, "2026-02-01")};
    input.studios.push_back(one);
    auto const first = section(make_report(in(2025, input)), "forms");
    CHECK(count(first, "forms.cycles_begun") == 1);
    CHECK(count(first, "forms.cycles_closed") == 0);
    auto const second = section(make_report(in(2026, input)), "forms");
    CHECK(count(second, "forms.cycles_begun") == 0);
    CHECK(count(second, "forms.cycles_closed") == 1);
}
