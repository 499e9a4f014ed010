// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/leave.hpp"
#include "commons/trail/chain.hpp"
#include "feature/admin/admin_test_site.hpp"

#include <algorithm>

using namespace wf;
using namespace wf::admin;

namespace {

void add_entries(AdminSite& site, int count)
{
    site.write([&](store::Session& s) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            WF_TRY_VOID(site.house->trail().add(s, {site.werkplaats, site.actor.person_id, "test.step", "test",
                                                    "r" + std::to_string(i)}));
        }
        return {};
    });
}

std::size_t count_rows(http::Response const& csv)
{
    return static_cast<std::size_t>(std::count(csv.body.begin(), csv.body.end(), '\n')) - 1;
}

} // namespace

TEST_CASE("a trail in words: who, what, before and after")
{
    AdminSite site;
    std::string fatma;
    site.write([&](store::Session& s) -> Result<void> {
        WF_TRY(fatma, people::add_account(s, *site.house, "fatma@voorbeeld.example", "Fatma (verzonnen)", "nl"));
        return people::set_roles(s, *site.house, site.werkplaats, fatma,
                                 {access::Role::worker, access::Role::researcher}, site.actor.person_id);
    });
    site.write([&](store::Session& s) -> Result<void> {
        WF_TRY_VOID(site.house->trail().add(s, {site.werkplaats, std::string{trail::program_actor}, "retention.run",
                                                "retention", "x"}));
        return site.house->trail().add(s, {site.werkplaats, std::nullopt, "odd.thing", "test", "x"});
    });
    auto const page = site.get("/werkplaats/werkplaats-kampen/spoor");
    CHECK(page.status == 200);
    CHECK(has(page, "Rollen veranderd"));
    CHECK(has(page, "over Fatma (verzonnen)"));
    CHECK(has(page, "Bea (verzonnen)"));
    CHECK(has(page, "sociaal werker, onderzoeker"));
    CHECK(has(page, "het programma"));
    CHECK(has(page, "zonder account"));
    CHECK(has(page, "odd.thing")); // what has no words is shown as it is
    CHECK(has(page, "De keten klopt"));
    auto const head = site.read([&](store::Session& s) { return trail::head(s, site.werkplaats); });
    CHECK(has(page, trail::to_text(head)));

    // Somebody who goes is not named any more; the entry stays, and the chain holds.
    site.write([&](store::Session& s) -> Result<void> {
        WF_TRY(auto const runs, people::erase_person(s, *site.house, fatma, fatma));
        static_cast<void>(runs);
        return {};
    });
    auto const after = site.get("/werkplaats/werkplaats-kampen/spoor");
    CHECK_FALSE(has(after, "Fatma"));
    CHECK(has(after, "over iemand die weg is"));
    CHECK(has(after, "De keten klopt"));
    auto const above = site.get("/werkplaats/beheer/spoor");
    CHECK_FALSE(has(above, "Fatma"));
    CHECK(has(above, "<em>gewist</em>")); // her name and address, where her account was made
}

TEST_CASE("fifty a page, newest first, and the way to older ones")
{
    AdminSite site;
    add_entries(site, 51);
    auto const first = site.get("/werkplaats/werkplaats-kampen/spoor");
    CHECK(has(first, "spoor?onder=2\""));
    CHECK(count_rows(site.get("/werkplaats/werkplaats-kampen/spoor.csv")) == 50);
    auto const second = site.get("/werkplaats/werkplaats-kampen/spoor.csv?onder=2");
    CHECK(count_rows(second) == 1);
    CHECK(second.body.find("\n1,") != std::string::npos);
    CHECK_FALSE(has(site.get("/werkplaats/werkplaats-kampen/spoor?onder=2"), "Oudere regels"));
    CHECK(site.get("/werkplaats/werkplaats-kampen/spoor?onder=x").status == 400);
    CHECK(site.get("/werkplaats/werkplaats-kampen/spoor?onder=0").status == 400);
    CHECK(site.get("/werkplaats/nergens/spoor").status == 404);
}

TEST_CASE("as JSON: the head, whether it holds, and the newest entry first")
{
    AdminSite site;
    add_entries(site, 2);
    auto const json = site.get("/werkplaats/werkplaats-kampen/spoor.json");
    CHECK(json.content_type == "application/json; charset=utf-8");
    CHECK(json.cache == http::Cache::never);
    CHECK(has(json, R"("holds":true)"));
    CHECK(has(json, R"("entries":2)"));
    CHECK(has(json, R"("next":null)"));
    CHECK(json.body.find(R"("number":2)") < json.body.find(R"("number":1,)"));
    CHECK(has(json, R"("record_id":"r1")"));
}

TEST_CASE("an empty trail says so")
{
    AdminSite site;
    CHECK(has(site.get("/werkplaats/werkplaats-kampen/spoor"), "Hier staat nog niets"));
}

TEST_CASE("a trail that somebody changed is told, with where")
{
    AdminSite site;
    add_entries(site, 3);
    site.write([&](store::Session& s) -> Result<void> {
        s.exec("UPDATE trail_entry SET action = 'test.other' WHERE workspace_id = $1 AND number = 2",
               {site.werkplaats});
        return {};
    });
    auto const page = site.get("/werkplaats/werkplaats-kampen/spoor");
    CHECK(has(page, "De keten klopt niet"));
    CHECK(has(page, "Bij regel 2 "));
    auto const json = site.get("/werkplaats/werkplaats-kampen/spoor.json");
    CHECK(has(json, R"("holds":false)"));
    CHECK(has(json, R"("first_break":2)"));
}
