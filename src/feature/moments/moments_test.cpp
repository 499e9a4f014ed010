// SPDX-License-Identifier: EUPL-1.2
#include "feature/moments/moments.hpp"

#include "commons/agenda/test_werkplaats.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace wf::moment_pages {
namespace {

struct Werkplaats : agenda::TestWerkplaats {
    plans::By by{trail, worker};
    studios::By studio_by{trail, worker};
    Werkplaats() : TestWerkplaats{plans::migrations(), studios::migrations()} {}

    plans::Plan plan(std::string const& title, std::string const& due)
    {
        return write([&](store::Session& s) {
            plans::Plan plan;
            plan.workspace_id = id;
            plan.content.title = title;
            plan.content.due = due;
            plan.content.owner = "Gemeente";
            plan.content.indicator = "Er staat een bank";
            return plans::add(s, by, plan, {});
        });
    }
    plans::Step promise(plans::Plan const& plan, std::string const& words, std::string const& due)
    {
        return write([&](store::Session& s) { return plans::promise(s, by, plan, words, due); });
    }
    std::vector<std::string> lines(std::string_view today)
    {
        std::vector<std::string> all;
        for (auto const& moment : read([&](store::Session& s) { return list_moments(s, id, today).moments; }))
            all.push_back(moment.day + " " + std::string{to_word(moment.kind)} + " " + moment.words + "|" +
                          moment.title);
        return all;
    }
};

using Lines = std::vector<std::string>;

TEST_CASE("what is promised and when plans are ready, by day; what is done or ended is no moment")
{
    Werkplaats here;
    auto const bench = here.plan("Een bank", "2027-04-01");
    auto const order = here.promise(bench, "Bestellen", "2027-01-15");
    here.promise(bench, "Ooit", "");
    here.promise(bench, "Plaatsen", "2026-03-01");
    auto const table = here.plan("Een tafel", "2027-01-15");
    CHECK(here.lines("2026-11-22") == Lines{"2026-03-01 promise Plaatsen|Een bank", "2027-01-15 plan_end |Een tafel",
                                            "2027-01-15 promise Bestellen|Een bank", "2027-04-01 plan_end |Een bank"});

    here.write([&](store::Session& s) { return plans::start(s, here.by, bench); });
    here.write([&](store::Session& s) {
        return plans::end_step(s, here.by, bench, order.id, plans::StepState::done, "Besteld");
    });
    here.write([&](store::Session& s) { return plans::stop(s, here.by, table, "Geen plek"); });
    CHECK(here.lines("2026-11-22") == Lines{"2026-03-01 promise Plaatsen|Een bank", "2027-04-01 plan_end |Een bank"});
}

TEST_CASE("a group begins and ends once; its beginning is past when it has been")
{
    Werkplaats here;
    auto const studio = here.write([&](store::Session& s) {
        studios::Studio begun;
        begun.workspace_id = here.id;
        begun.content.title = "Samen eten";
        begun.content.from = "2026-09-01";
        begun.content.until = "2027-06-30";
        begun.content.who = "Tweede jaar";
        return studios::add(s, here.studio_by, begun, {});
    });
    CHECK(here.lines("2026-08-01") ==
          Lines{"2026-09-01 group_begin Tweede jaar|Samen eten", "2027-06-30 studio_end |Samen eten"});
    CHECK(here.lines("2026-11-22") == Lines{"2027-06-30 studio_end |Samen eten"});
    here.write([&](store::Session& s) {
        studios::Content team;
        team.who = "Derde jaar";
        return studios::hand_over(s, here.studio_by, studio, {"2027-02-01", team, ""});
    });
    CHECK(here.lines("2026-11-22") ==
          Lines{"2027-02-01 group_begin Derde jaar|Samen eten", "2027-06-30 studio_end |Samen eten"});
    here.write([&](store::Session& s) { return studios::end(s, here.studio_by, studio, "Het werkt"); });
    CHECK(here.lines("2026-11-22").empty());
}

TEST_CASE("each moment has an id of its own, and keeps it when its day changes")
{
    Werkplaats here;
    auto plan = here.plan("Een bank", "2027-04-01");
    here.promise(plan, "Bestellen", "2027-01-15");
    auto const ids = [&] {
        Lines all;
        for (auto const& moment :
             here.read([&](store::Session& s) { return list_moments(s, here.id, "2026-11-22").moments; }))
            all.push_back(moment.id);
        std::sort(all.begin(), all.end());
        return all;
    };
    auto const before = ids();
    REQUIRE(before.size() == 2);
    CHECK(before[0] != before[1]);
    plan.content.due = "2027-05-01";
    here.write(
        [&](store::Session& s) { return plans::save(s, here.by, here.id, plan.id, plan.version, plan.content); });
    CHECK(ids() == before);
    CHECK(here.lines("2026-11-22").back() == "2027-05-01 plan_end |Een bank");
}

TEST_CASE("the first ones are the first of all kinds together; all are counted")
{
    Werkplaats here;
    auto const bench = here.plan("Een bank", "2027-01-20");
    here.promise(bench, "Plaatsen", "2026-03-01");
    here.promise(bench, "Bestellen", "2027-01-15");
    here.promise(bench, "Vieren", "2027-06-01");
    here.write([&](store::Session& s) {
        studios::Studio begun;
        begun.workspace_id = here.id;
        begun.content.title = "Samen eten";
        begun.content.from = "2026-09-01";
        begun.content.until = "2027-01-10";
        return studios::add(s, here.studio_by, begun, {});
    });
    auto const coming = here.read([&](store::Session& s) { return list_moments(s, here.id, "2026-11-22", 3); });
    Lines days;
    for (auto const& moment : coming.moments) days.push_back(moment.day);
    CHECK(days == Lines{"2026-03-01", "2027-01-10", "2027-01-15"});
    CHECK(coming.all == 5);
    CHECK(coming.late == 1);
}

TEST_CASE("of another werkplaats nothing is seen")
{
    Werkplaats here;
    here.promise(here.plan("Een bank", "2027-04-01"), "Bestellen", "2027-01-15");
    auto const other =
        here.write([](store::Session& s) { return workspaces::add(s, "Zuid", workspaces::Kind::werkplaats, ""); });
    CHECK(here.read([&](store::Session& s) { return list_moments(s, other.id, "2026-11-22").moments; }).empty());
}

} // namespace
} // namespace wf::moment_pages
