// SPDX-License-Identifier: EUPL-1.2
// The pages of walkers, streets and the norm, asked as a visitor asks them.
#include "feature/reach/observations.hpp"
#include "feature/reach/store.hpp"
#include "feature/reach/test_store_site.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

TownArea make_area(std::string code, std::string name, AreaLevel level, Coverage coverage)
{
    TownArea area;
    area.area.code = std::move(code);
    area.area.name = std::move(name);
    area.area.level = level;
    area.coverage = coverage;
    area.people = {1000.0, 180.0, 200.0, 50.0};
    return area;
}

std::vector<TownArea> const areas{make_area("GM0166", "Kampen", AreaLevel::municipality, Coverage::answered),
                                  make_area("BU01660001", "Brunnepe", AreaLevel::neighbourhood, Coverage::answered),
                                  make_area("BU01660600", "Grafhorst", AreaLevel::neighbourhood, Coverage::no_network)};

SurveySpot make_spot(char type, std::int64_t id, std::uint16_t attributes)
{
    SurveySpot spot;
    spot.profile = "rollator";
    spot.position = type == 'w' ? 0 : 1;
    spot.osm_type = type;
    spot.osm_id = id;
    spot.name = "Lange <Weg>";
    spot.near = "Brunnepe";
    spot.at = {5.91, 52.55};
    spot.metres = type == 'w' ? 243 : 0;
    spot.attributes = attributes;
    spot.worth = 41;
    return spot;
}

/// A store with one run: a street and a crossing are worth a look, and half of the people are in time.
class StreetSite : public StoreSite {
public:
    StreetSite()
    {
        m_store->write([&](store::Session& session) -> Result<void> { return fill(session); }).value();
    }

    std::string ask(Result<http::Response> (*page)(web::Visit const&, Desk&), std::string const& path,
                    http::Format format = http::Format::html)
    {
        site.request.path = path;
        site.request.target = path;
        site.request.format = format;
        auto const answer = page(site.visit(), desk);
        if (!answer) return "error " + answer.error().code;
        last = *answer;
        return answer->body;
    }
    std::string ask_street(std::string type, std::string id)
    {
        site.request.path_parts = {{"type", std::move(type)}, {"id", std::move(id)}};
        return ask(street_page, "/nl/straten");
    }
    std::string send(std::string type, std::string id, std::string body, http::Pairs headers)
    {
        site.request.path_parts = {{"type", std::move(type)}, {"id", std::move(id)}};
        site.request.method = http::Method::post;
        site.request.body = std::move(body);
        site.request.headers = std::move(headers);
        return ask(street_answer, "/nl/straten");
    }
    [[nodiscard]] std::vector<Observation> waiting() const
    {
        return m_store->read([](store::Session& session) { return load_observations(session, Review::waiting); });
    }

    Desk desk{Rules::built_in()};
    http::Response last;
    std::string run_id;

private:
    Result<void> fill(store::Session& session)
    {
        runs::Run run;
        run.kind = run_kind;
        run.subject = "GM0166";
        run.method = "reach";
        run.settings = R"({"draws":200,"seed":1,"leg_limit":"soft"})";
        run.basis = R"({"known":{"metres":528000,"smoothness":0.36,"kerb":0.01,"benches":110}})";
        run_id = runs::publish(session, run);
        add_areas(session, run_id, areas);
        std::vector<AreaReach> shares;
        for (auto const& norm : walking::built_in_norms().at("*")) {
            for (auto const& area : areas) {
                if (area.coverage != Coverage::answered) continue;
                AreaReach reach;
                reach.area_code = area.area.code;
                reach.profile = norm.profile;
                reach.category = norm.category;
                reach.people = 50;
                reach.share.fill({0.2, 0.4, 0.6});
                shares.push_back(reach);
            }
        }
        add_shares(session, run_id, shares);
        auto const street =
            static_cast<std::uint16_t>(reach::bit(reach::Attribute::surface) | reach::bit(reach::Attribute::incline));
        std::vector const spots{make_spot('w', 42, street), make_spot('n', 7, reach::bit(reach::Attribute::kerb))};
        add_survey(session, run_id, spots);
        return {};
    }
};

bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

http::Pairs const from_our_page{{"content-type", "application/x-www-form-urlencoded"},
                                {"sec-fetch-site", "same-origin"}};

} // namespace

TEST_CASE("streets: how much is known first, then where a look yields most")
{
    StreetSite site;
    auto const body = site.ask(streets_page, "/nl/straten");
    CHECK(site.last.cache == http::Cache::until_change);
    CHECK(has(body, "<b>36 van de 100 meter</b>"));
    CHECK(has(body, "href=\"/nl/straten/w/42\""));
    CHECK(has(body, "Lange &lt;Weg&gt;"));
    CHECK(has(body, "Brunnepe, 240 meter"));
    CHECK(has(body, "https://www.openstreetmap.org/node/7"));
    CHECK(has(body, "class=\"print-only walk\""));
    CHECK_FALSE(has(body, "reach.")); // no key without a word
    auto const csv = site.ask(streets_page, "/nl/straten", http::Format::csv);
    CHECK(has(csv, "1,w,42,Lange <Weg>,Brunnepe,surface incline,243,40,https://www.openstreetmap.org/way/42"));
    CHECK(has(site.ask(streets_page, "/nl/straten", http::Format::geojson), R"("coordinates":[5.91,52.55])"));
}

TEST_CASE("the form asks what is not known and can be seen, and is never kept")
{
    StreetSite site;
    auto const street = site.ask_street("w", "42");
    CHECK(site.last.cache == http::Cache::never);
    CHECK(has(street, "name=\"surface\""));
    CHECK_FALSE(has(street, "name=\"width\""));
    CHECK_FALSE(has(street, "name=\"incline\""));
    CHECK_FALSE(has(street, "reach."));
    CHECK(has(site.ask_street("n", "7"), "name=\"kerb\""));
    CHECK(site.ask_street("w", "43") == "error reach.unknown_street");
    CHECK(site.ask_street("r", "42") == "error reach.unknown_street");
    CHECK(site.ask_street("w", "-1") == "error reach.unknown_street");
    CHECK(site.ask_street("w", "een") == "error reach.unknown_street");
}

TEST_CASE("what somebody saw waits until it was looked at")
{
    StreetSite site;
    // The clock of the test is the real one: a form of today is asked for first.
    auto const form = site.ask_street("w", "42");
    auto const at = form.find("type=\"date\" value=\"");
    REQUIRE(at != std::string::npos);
    auto const day = form.substr(at + 19, 10);
    auto const body = site.send("w", "42", "surface=paving&dag=" + day + "&naam=Jan", from_our_page);
    CHECK(site.last.status == 200);
    CHECK(site.last.cache == http::Cache::never);
    CHECK_FALSE(has(body, "reach."));
    auto const kept = site.waiting();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].municipality == "GM0166");
    CHECK(kept[0].osm_id == 42);
    CHECK(kept[0].value == "paving");
    CHECK(kept[0].seen_on == day);
}

TEST_CASE("a form with a fault comes back with what was typed, and keeps nothing")
{
    StreetSite site;
    auto const body = site.send("w", "42", "surface=paving&dag=1999-01-01", from_our_page);
    CHECK(site.last.status == 400);
    CHECK(has(body, "id=\"fout-dag\""));
    CHECK(has(body, "value=\"1999-01-01\""));
    CHECK(has(body, "value=\"paving\" checked"));
    CHECK_FALSE(has(body, "reach."));
    CHECK(site.waiting().empty());
    CHECK(has(site.send("w", "42", "", from_our_page), "msg--error"));
    CHECK(site.waiting().empty());
}

TEST_CASE("forms of other sites and other kinds of bodies are refused")
{
    StreetSite site;
    CHECK(site.send("w", "42", "surface=paving", {{"sec-fetch-site", "cross-site"}}) == "error web.other_site");
    CHECK(site.send("w", "42", "surface=paving", {{"content-type", "text/plain"}}) == "error web.bad_form");
    CHECK(site.send("w", "42", "a=" + std::string(5000, 'x'), from_our_page) == "error web.bad_form");
    CHECK(site.send("w", "42", "surface=%zz", from_our_page) == "error http.bad_encoding");
    CHECK(site.waiting().empty());
}

TEST_CASE("the norm: an example says so, and each neighbourhood counts people or says why not")
{
    StreetSite site;
    auto const body = site.ask(norm_page, "/nl/basisvoorzieningen");
    CHECK(has(body, "Voorbeeld, geen besluit"));
    CHECK(has(body, "40 van de 100"));
    CHECK(has(body, "geen wegennet bekend"));
    CHECK(has(body, "data-v=\"30\"")); // 60 in 100 of 50 people
    CHECK_FALSE(has(body, "reach."));
    auto const csv = site.ask(norm_page, "/nl/basisvoorzieningen", http::Format::csv);
    CHECK(has(csv, "BU01660001,Brunnepe,neighbourhood,answered,supermarket,age_80,80+,10,,50,20,40,60,30,"));
    CHECK(has(csv, "BU01660600,Grafhorst,neighbourhood,no_network,supermarket,age_80,80+,10,,,,,,,"));
}

TEST_CASE("every walker has a page in words")
{
    StreetSite site;
    CHECK_FALSE(has(site.ask(profiles_page, "/nl/lopers"), "reach."));
    for (auto const& walker : walking::Profiles::built_in().all()) {
        site.site.request.path_parts = {{"id", walker.profile.id}};
        auto const body = site.ask(profile_page, "/nl/loper");
        CHECK(has(body, "<h1>" + walker.name_nl));
        CHECK_FALSE(has(body, "reach."));
    }
    site.site.request.path_parts = {{"id", "nobody"}};
    CHECK(site.ask(profile_page, "/nl/loper") == "error reach.unknown_profile");
}

TEST_CASE("a place that is not known is not found")
{
    StreetSite site;
    site.site.request.path_parts = {{"id", "osm-n1"}};
    CHECK(site.ask(place_page, "/nl/plek/osm-n1") == "error reach.unknown_place");
    CHECK_FALSE(has(site.ask(places_page, "/nl/plekken"), "reach."));
    site.site.request.query = {{"waar", "nothing"}};
    CHECK(site.ask(places_page, "/nl/plekken") == "error reach.unknown_category");
}

TEST_CASE("the run says in words how it was worked out")
{
    StreetSite site;
    html::Html page;
    CHECK(write_run_panel(page, site.site.visit(), site.run_id).has_value());
    CHECK(has(page.view(), "200"));
    CHECK(has(page.view(), "Grafhorst"));
    CHECK_FALSE(has(page.view(), "reach."));
    html::Html none;
    CHECK_FALSE(write_run_panel(none, site.site.visit(), "00000000-0000-0000-0000-000000000001").has_value());
}
