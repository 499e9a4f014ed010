// SPDX-License-Identifier: EUPL-1.2
#include "commons/watch/writer.hpp"
#include "feature/admin/admin_test_site.hpp"

#include <algorithm>
#include <cstdlib>

using namespace wf;
using namespace wf::admin;
using watch::Kind;

namespace {

/// Notes, and writes down at once.
void note(AdminSite& site, Kind kind, std::string const& person, std::string const& peer, int times = 1)
{
    for (int i = 0; i < times; ++i) site.house->note(kind, person, peer);
    watch::write_down(*site.store, *site.house->notebook());
}

std::size_t count_rows(http::Response const& csv)
{
    return static_cast<std::size_t>(std::count(csv.body.begin(), csv.body.end(), '\n')) - 1;
}

} // namespace

TEST_CASE("nothing happened yet, and nothing is odd")
{
    AdminSite site;
    auto const page = site.get("/beheer/inloggen");
    CHECK(page.status == 200);
    CHECK(page.cache == http::Cache::never);
    CHECK(has(page, "Er staat nog niets"));
    CHECK(has(page, "Er valt niets op"));
    CHECK(count_rows(site.get("/beheer/inloggen.csv")) == 0);
}

TEST_CASE("what happened is listed, with a name only where something failed")
{
    AdminSite site;
    auto const bea = site.actor.person_id;
    note(site, Kind::login_right, bea, "192.0.2.1");
    auto const quiet = site.get("/beheer/inloggen");
    CHECK(has(quiet, "Ingelogd"));
    CHECK_FALSE(has(quiet, "<td>Bea (verzonnen)"));
    CHECK_FALSE(has(site.get("/beheer/inloggen.json"), bea));
    CHECK_FALSE(has(site.get("/beheer/inloggen.csv"), bea));

    note(site, Kind::login_wrong, bea, "192.0.2.1", 3);
    auto const page = site.get("/beheer/inloggen");
    CHECK(has(page, "Adres of wachtwoord klopt niet"));
    CHECK(has(page, "blk\">Bea (verzonnen)"));
    CHECK(has(page, site.house->notebook()->place_of("192.0.2.1")));
    CHECK_FALSE(has(page, "192.0.2.1"));
    CHECK(has(page, "Per dag"));
    auto const json = site.get("/beheer/inloggen.json");
    CHECK(has(json, "\"failures\":3"));
    CHECK(has(json, "\"kind\":\"login_wrong\""));
    CHECK(has(json, "\"account_name\":\"Bea (verzonnen)\""));
    CHECK(count_rows(site.get("/beheer/inloggen.csv")) == 2);
}

TEST_CASE("what is odd stands above the list, with what to do")
{
    AdminSite site;
    note(site, Kind::code_wrong, site.actor.person_id, "192.0.2.1", 21);
    note(site, Kind::page_refused, "", "192.0.2.2", 101);
    auto const page = site.get("/beheer/inloggen");
    CHECK(has(page, "Dit valt op"));
    CHECK(has(page, "Bij het account van Bea (verzonnen) mislukte inloggen de laatste 24 uur 21 keer."));
    CHECK(has(page, "Vanaf plek " + site.house->notebook()->place_of("192.0.2.2")));
    CHECK(has(site.get("/beheer/inloggen.json"), "\"oddities\":2"));
}

TEST_CASE("a long list goes on below, each row once")
{
    AdminSite site;
    for (int i = 0; i < 130; ++i) {
        ::setenv("WEEFSEL_NOW", std::to_string(1'790'000'000'000 + i * 60'000).c_str(), 1);
        note(site, Kind::bad_input, "", "192.0.2.1");
    }
    auto const first = site.get("/beheer/inloggen.csv");
    CHECK(count_rows(first) == 100);
    auto const json = site.get("/beheer/inloggen.json");
    auto const at = json.body.find("\"next\":\"") + 8;
    auto const next = json.body.substr(at, 36);
    CHECK(has(site.get("/beheer/inloggen"), "?onder=" + next));
    auto const rest = site.get("/beheer/inloggen.csv?onder=" + next);
    ::unsetenv("WEEFSEL_NOW");
    CHECK(count_rows(rest) == 30);
    CHECK(rest.body.find(next) == std::string::npos);
    CHECK(site.get("/beheer/inloggen?onder=x").status == 400);
}
