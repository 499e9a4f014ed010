// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/sheet.hpp"

#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

namespace wf::accounting {
namespace {

/// 120 records of questions, and 7 of plans.
Report long_report()
{
    Report report{2026, {{"issues", {{"issues.asked", "", 120.0}}, {}}, {"plans", {}, {}}, {"budget", {}, {}}}};
    for (int i = 1; i <= 120; ++i) report.sections[0].records.push_back({"Vraag " + std::to_string(i), "", {}});
    for (int i = 1; i <= 7; ++i) report.sections[1].records.push_back({"Plan " + std::to_string(i), "", {}});
    return report;
}

TEST_CASE("a page holds a part of the records; all of them stand in the sheet")
{
    web::TestSite site;
    auto const sheet = make_sheet(long_report(), {site.visit().t, "Werkplaats", "2026-11-22", {}});
    auto const& issues = sheet.sections[0];
    CHECK(records_of(issues).size() == 120);
    CHECK(issues.lines.size() == 121); // and a count
    CHECK(records_of(sheet.sections[1]).size() == 7);
    CHECK(records_of(sheet.sections[2]).empty());

    constexpr std::int64_t page = 50;
    CHECK(some_records(issues, 0, page).back().label == "Vraag 50");
    CHECK(some_records(issues, 100, page).front().label == "Vraag 101");
    CHECK(some_records(issues, 100, page).size() == 20);
    CHECK(some_records(issues, 9'000, page).empty());
}

} // namespace
} // namespace wf::accounting
