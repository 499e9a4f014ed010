// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/admin_test_site.hpp"

using namespace wf;
using namespace wf::admin;

namespace {

std::string location(http::Response const& response)
{
    for (auto const& [name, value] : response.headers) {
        if (name == "Location") return value;
    }
    return "";
}

http::Pairs good_form()
{
    return {{"naam", "Wmo-werkplaats Zwolle"},
            {"soort", "werkplaats"},
            {"gemeente", "GM0193"},
            {"mail", "eerste@voorbeeld.example"}};
}

} // namespace

TEST_CASE("workspaces: all of them with how many people")
{
    AdminSite site;
    auto const page = site.get("/beheer/werkplaatsen");
    CHECK(has(page, "Werkplaats Kampen"));
    CHECK(has(page, "<td class=\"n\">1</td>"));
    CHECK(has(page, "href=\"/nl/beheer/werkplaatsen/werkplaats-kampen\""));
    CHECK_FALSE(has(page, "href=\"/nl/beheer/werkplaatsen/beheer\"")); // somebody is there
    CHECK_FALSE(has(page, "name=\"gemeente\""));                       // none was imported, none is asked
}

TEST_CASE("a workspace is added with its first administrator, and the trail says so")
{
    AdminSite site;
    site.add_municipality("GM0193", "Zwolle");
    CHECK(has(site.get("/beheer/werkplaatsen"), "name=\"gemeente\""));
    auto const answer = site.post("/beheer/werkplaatsen", good_form());
    CHECK(answer.status == 303);
    CHECK(location(answer) == "/nl/beheer/werkplaatsen");

    auto const made =
        site.read([](store::Session& s) { return workspaces::find_by_address(s, "wmo-werkplaats-zwolle"); });
    REQUIRE(made.has_value());
    CHECK(made->kind == workspaces::Kind::werkplaats);
    CHECK(made->area_code == "GM0193");
    CHECK(made->parent_id == site.top);

    auto const told = site.last_entry(site.top);
    CHECK(told.action == "workspace.add");
    CHECK(told.kind == "workspace");
    CHECK(told.record_id == made->id);
    REQUIRE(told.changes.size() == 3);
    CHECK(told.changes[0].after.text == "Wmo-werkplaats Zwolle");
    CHECK(told.changes[2].after.text == "GM0193");
    CHECK(site.last_entry(made->id).action == "invitation.add");

    REQUIRE(site.letters.size() == 1);
    auto const& letter = site.letters.front();
    CHECK(letter.to == "eerste@voorbeeld.example");
    auto const at = letter.text.find("https://weefsel.example/nl/uitnodiging/");
    REQUIRE(at != std::string::npos);
    auto const start = letter.text.find("uitnodiging/", at) + 12;
    auto const token = letter.text.substr(start, letter.text.find('\n', start) - start);
    auto const invitation =
        site.read([&](store::Session& s) { return people::find_invitation(s, *site.house, token); });
    REQUIRE(invitation.has_value());
    CHECK(invitation->workspace_id == made->id);
    CHECK(invitation->roles == access::Roles{access::Role::administrator});
}

TEST_CASE("all faults of the form are told at once, and what was typed is still there")
{
    AdminSite site;
    site.add_municipality("GM0193", "Zwolle");
    auto const page = site.post("/beheer/werkplaatsen", {{"naam", "werkplaats kampen"},
                                                         {"soort", "association"},
                                                         {"gemeente", "GM9999"},
                                                         {"mail", "geen-adres"}});
    CHECK(page.status == 400);
    CHECK(has(page, "Er is al een werkplaats met deze naam."));
    for (auto const* field : {"naam", "soort", "gemeente", "mail"}) {
        CAPTURE(field);
        CHECK(has(page, std::string{"href=\"#formulier-"} + field + "\""));
    }
    CHECK(has(page, "value=\"geen-adres\""));
    CHECK(has(site.post("/beheer/werkplaatsen", {{"naam", "!!!"}}), "Gebruik letters of cijfers"));
    CHECK(site.letters.empty());
    CHECK(site.read([](store::Session& s) { return workspaces::list(s).size(); }) == 2);
}

TEST_CASE("without the letter there is no workspace either")
{
    AdminSite site;
    site.add_municipality("GM0193", "Zwolle");
    site.post_fails = true;
    auto const before = site.count_entries(site.top);
    CHECK(site.post("/beheer/werkplaatsen", good_form()).status == 422);
    CHECK(site.read([](store::Session& s) { return workspaces::list(s).size(); }) == 2);
    CHECK(site.count_entries(site.top) == before);
}

TEST_CASE("where nobody is yet an administrator is invited again; where people are, they do it themselves")
{
    AdminSite site;
    CHECK(has(site.get("/beheer/werkplaatsen/werkplaats-kampen"), "In Werkplaats Kampen is nog niemand."));
    CHECK(site.post("/beheer/werkplaatsen/werkplaats-kampen", {{"mail", "geen-adres"}}).status == 400);
    CHECK(site.letters.empty());
    CHECK(site.post("/beheer/werkplaatsen/werkplaats-kampen", {{"mail", "eerste@voorbeeld.example"}}).status == 303);
    REQUIRE(site.letters.size() == 1);
    CHECK(site.letters.front().to == "eerste@voorbeeld.example");
    CHECK(site.last_entry(site.werkplaats).action == "invitation.add");

    CHECK(site.get("/beheer/werkplaatsen/beheer").status == 409);
    CHECK(site.post("/beheer/werkplaatsen/beheer", {{"mail", "eerste@voorbeeld.example"}}).status == 409);
    CHECK(site.get("/beheer/werkplaatsen/nergens").status == 404);
    CHECK(site.letters.size() == 1);
}

TEST_CASE("settings: all of them, with help and where they come from")
{
    AdminSite site;
    auto const page = site.get("/beheer/instellingen");
    CHECK(has(page, "Hoe post weggaat"));
    CHECK(has(page, "standaard"));
    CHECK(has(page, "name=\"plaats\""));
    CHECK_FALSE(has(page, "name=\"gemeente\"")); // none was imported
    CHECK(has(site.ask(http::Method::get, "/beheer/instellingen", {}, words::Language::en), "How mail goes out"));
}

TEST_CASE("a setting that is chosen counts at once, and the trail has what it was and what it became")
{
    AdminSite site;
    site.add_municipality("GM0166", "Kampen");
    site.add_municipality("GM0193", "Zwolle");
    auto const generation = site.store->generation();
    CHECK(site.post("/beheer/instellingen", {{"plaats", "Zwolle"}, {"gemeente", "GM0193"}}).status == 303);
    CHECK(site.settings->text("site.place") == "Zwolle");
    CHECK(site.settings->text("site.municipality") == "GM0193");
    CHECK(site.store->generation() > generation);
    auto const told = site.last_entry(site.top);
    CHECK(told.action == "setting.choose");
    CHECK(told.kind == "setting");
    CHECK(told.record_id == "site.municipality");
    REQUIRE(told.changes.size() == 1);
    CHECK(told.changes[0].before.text == "GM0166");
    CHECK(told.changes[0].after.text == "GM0193");
    CHECK(has(site.get("/beheer/instellingen"), "gekozen op deze pagina"));

    // The same again changes nothing, and is not told.
    auto const before = site.count_entries(site.top);
    CHECK(site.post("/beheer/instellingen", {{"plaats", "Zwolle"}, {"gemeente", "GM0193"}}).status == 303);
    CHECK(site.count_entries(site.top) == before);
}

TEST_CASE("a municipality that was not imported cannot be chosen")
{
    AdminSite site;
    site.add_municipality("GM0166", "Kampen");
    auto const page = site.post("/beheer/instellingen", {{"plaats", std::string(61, 'x')}, {"gemeente", "GM9999"}});
    CHECK(page.status == 400);
    CHECK(has(page, "href=\"#formulier-plaats\""));
    CHECK(has(page, "href=\"#formulier-gemeente\""));
    CHECK(site.settings->text("site.municipality") == "GM0166");
}

TEST_CASE("what was chosen is applied at the next start, and gives way to what was set elsewhere")
{
    AdminSite site;
    site.write([](store::Session& s) -> Result<void> {
        keep_choice(s, {"site.place", "Zwolle", "2026-11-22T10:00:00.000Z"});
        keep_choice(s, {"site.municipality", "GM0193", "2026-11-22T10:00:00.000Z"});
        keep_choice(s, {"site.gone", "x", "2026-11-22T10:00:00.000Z"});
        return {};
    });
    std::array const definitions{settings::Definition{"site.place", settings::Kind::text, "Kampen", "naam", "name"},
                                 settings::Definition{"site.municipality", settings::Kind::text, "GM0166", "gemeente",
                                                      "municipality"}};
    auto const next = settings::Settings::load(definitions, "", {{"site.place", "Deventer"}}).value();
    REQUIRE(apply_choices(*site.store, next).has_value());
    CHECK(next.text("site.place") == "Deventer");
    CHECK(next.text("site.municipality") == "GM0193");

    // And the page says that it is fixed, and where.
    site.site.context.settings = &next;
    auto const page = site.get("/beheer/instellingen");
    CHECK(has(page, "site.place staat vast: van de opdrachtregel."));
    CHECK_FALSE(has(page, "name=\"plaats\""));
}
