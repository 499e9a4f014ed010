// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/admin_test_site.hpp"

#include <cstdlib>

using namespace wf;
using namespace wf::admin;

namespace {

class Clock {
public:
    explicit Clock(std::int64_t millis) { set(millis); }
    ~Clock() { ::unsetenv("WEEFSEL_NOW"); }
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    void set(std::int64_t millis) { ::setenv("WEEFSEL_NOW", std::to_string(millis).c_str(), 1); }
};

constexpr std::int64_t noon = 1'790'000'000'000;

} // namespace

TEST_CASE("the overview says what needs attention, with what to do, and leaves out what is well")
{
    AdminSite site;
    site.checked.findings = {{"store", Health::ok, "it opens", ""},
                             {"backup", Health::warn, "none was made yet", "`weefsel backup FILE`"},
                             {"disk", Health::wrong, "1 MB free", "make room"},
                             {"new_thing", Health::warn, "odd", "look"}};
    auto const page = site.get("/beheer");
    CHECK(page.status == 200);
    CHECK(page.cache == http::Cache::never);
    CHECK(has(page, "Er is geen verse reservekopie."));
    CHECK(has(page, "make room"));
    CHECK_FALSE(has(page, "it opens"));
    CHECK(has(page, "new_thing")); // a check that has no words yet is still told
    // What is wrong stands above what asks for care.
    CHECK(page.body.find("1 MB free") < page.body.find("none was made yet"));
}

TEST_CASE("the overview names what was imported, with what was refused and a way to its report")
{
    AdminSite site;
    CHECK(has(site.get("/beheer"), "Er zijn nog geen gegevens"));
    site.add_municipality("GM0166", "Kampen");
    auto const page = site.get("/beheer");
    CHECK(has(page, "Grenzen van Kampen"));
    CHECK(has(page, "<b>1</b>"));
    CHECK(has(page, "href=\"/nl/dataset/"));
    CHECK(has(page, "Er loopt nu geen taak."));
}

TEST_CASE("work that runs is shown with how far it is")
{
    AdminSite site;
    site.write([&](store::Session& s) -> Result<void> {
        s.exec("INSERT INTO job (id, kind, state, done, total, stage, outcome, created_millis, ended_millis) VALUES "
               "('01900000-0000-7000-8000-0000000000aa', 'import cbs', 'running', 16, 25, 'rows', '', 1, 0)");
        return {};
    });
    auto const page = site.get("/beheer");
    CHECK(has(page, "import cbs"));
    CHECK(has(page, "<progress value=\"64\" max=\"100\""));
    CHECK(has(page, "64 %"));
}

TEST_CASE("the installation is looked at once a minute, however many pages ask")
{
    Clock clock{noon};
    AdminSite site;
    static_cast<void>(site.get("/beheer"));
    static_cast<void>(site.get("/beheer/opslag"));
    clock.set(noon + Checkup::lasts - 1);
    static_cast<void>(site.get("/beheer"));
    CHECK(site.looks == 1);
    clock.set(noon + Checkup::lasts);
    static_cast<void>(site.get("/beheer"));
    CHECK(site.looks == 2);
    clock.set(noon); // set back
    static_cast<void>(site.get("/beheer"));
    CHECK(site.looks == 3);
}

TEST_CASE("storage: sizes, the last backup, and every finding")
{
    AdminSite site;
    site.checked.findings = {{"store", Health::ok, "it opens", ""}};
    CHECK(has(site.get("/beheer/opslag"), "Er is nog geen reservekopie gemaakt."));
    CHECK(has(site.get("/beheer/opslag"), "onbekend"));

    AdminSite full;
    full.checked.findings = {{"store", Health::ok, "it opens", ""}};
    full.checked.database_bytes = 118'000'000;
    full.checked.log_bytes = 400'000;
    full.checked.free_bytes = 23'400'000'000;
    full.checked.last_backup = {noon, "/elders/weefsel.backup", 40'000'000, "ab12"};
    auto const page = full.get("/beheer/opslag");
    CHECK(has(page, "118 MB"));
    CHECK(has(page, "0,4 MB"));
    CHECK(has(page, "23,4 GB"));
    CHECK(has(page, "21 september 2026, 14:13 UTC")); // date -u -d @1790000000
    CHECK(has(page, "ab12"));
    CHECK(has(page, "it opens"));
    CHECK(has(page, "weefsel restore"));
}

TEST_CASE("mail: how it stands and never to whom, and sending again")
{
    AdminSite site;
    auto const enqueue = [&] {
        return site.write([&](store::Session& s) {
            return mail::enqueue(s, site.key, {"fatma@voorbeeld.example", "Een onderwerp", "Een brief", ""});
        });
    };
    auto const failed = enqueue();
    auto const waiting = enqueue();
    site.write([&](store::Session& s) -> Result<void> {
        s.exec("UPDATE mail_outbox SET state = 'failed', attempts = 3, last_error = 'mail.too_late', ended_at = "
               "created_at WHERE id = $1",
               {failed});
        return {};
    });
    auto const page = site.get("/beheer/post");
    CHECK(has(page, "Bleef langer dan een week liggen."));
    CHECK(has(page, "Er is geen mailserver"));
    CHECK_FALSE(has(page, "fatma"));
    CHECK_FALSE(has(page, "Een onderwerp"));
    CHECK(has(page, "value=\"" + failed + "\""));
    CHECK_FALSE(has(page, "value=\"" + waiting + "\"")); // it goes by itself

    CHECK(site.post("/beheer/post", {{"id", failed}}).status == 303);
    auto const now = site.read([](store::Session& s) { return mail::recent(s, 10); });
    for (auto const& entry : now) CHECK(entry.state == mail::State::waiting);
    auto const told = site.last_entry(site.top);
    CHECK(told.action == "mail.resend");
    CHECK(told.record_id == failed);
    CHECK(told.actor == site.actor.person_id);

    auto const before = site.count_entries(site.top);
    CHECK(site.post("/beheer/post", {{"id", "01900000-0000-7000-8000-0000000000ff"}}).status == 404);
    CHECK(site.count_entries(site.top) == before);
}

TEST_CASE("the table of rights in words")
{
    AdminSite site;
    auto const page = site.get("/beheer/rechten");
    CHECK(has(page, "coördinator, beheerder"));
    for (auto const& kind : access::Rights::built_in().kinds()) CHECK(has(page, html::escape(kind.nl)));
    CHECK(has(page, "iedereen met een rol in de werkplaats"));
    CHECK_FALSE(has(page, "admin.rights."));
    CHECK(has(site.ask(http::Method::get, "/beheer/rechten", {}, words::Language::en), "look at"));
}

TEST_CASE("every route needs what only an administrator has, with two proofs")
{
    AdminSite const site;
    auto const& rights = access::Rights::built_in();
    access::Actor worker = site.actor;
    worker.memberships = {{site.top, "beheer", "Beheer", {access::Role::worker, access::Role::coordinator}, true}};
    access::Actor hasty = site.actor;
    hasty.two_factors = false;
    access::Actor elsewhere = site.actor; // keeps another workspace than the one above, and than the one asked for
    elsewhere.memberships = {{site.werkplaats, "werkplaats-kampen", "W", {access::Role::administrator}, false}};
    for (auto const& route : site.feature.routes) {
        CAPTURE(route.pattern);
        CHECK(rights.knows(route.needs));
        CHECK(rights.judge(access::nobody(), route.needs, "beheer") == access::Verdict::needs_login);
        CHECK(rights.judge(worker, route.needs, "beheer") == access::Verdict::refused);
        CHECK(rights.judge(hasty, route.needs, "beheer") == access::Verdict::needs_factor);
        CHECK(rights.judge(elsewhere, route.needs, "beheer") == access::Verdict::refused);
        CHECK(rights.judge(site.actor, route.needs, "beheer") == access::Verdict::allowed);
    }
}
