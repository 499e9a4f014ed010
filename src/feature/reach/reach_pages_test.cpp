// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/parts.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/store.hpp"
#include "feature/reach/test_store_site.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

constexpr std::size_t everybody = static_cast<std::size_t>(Group::everybody);

TownArea make_area(std::string code, std::string name, AreaLevel level, double people, Coverage coverage)
{
    TownArea area;
    area.area.code = std::move(code);
    area.area.name = std::move(name);
    area.area.level = level;
    area.area.municipality = "GM0166";
    area.coverage = coverage;
    area.people[everybody] = people;
    area.people[static_cast<std::size_t>(Group::age_65)] = people * 0.2;
    area.people[static_cast<std::size_t>(Group::age_80)] = people * 0.05;
    area.people[static_cast<std::size_t>(Group::age_0_14)] = people * 0.18;
    area.age_65_percent = 20;
    area.income = 21.5;
    area.homes = static_cast<std::size_t>(people / 2);
    return area;
}

std::vector<TownArea> make_areas()
{
    auto whole = make_area("GM0166", "Kampen", AreaLevel::municipality, 9000, Coverage::answered);
    whole.limited_in_moving_percent = 16;
    return {whole,
            make_area("WK016600", "Wijk 00", AreaLevel::district, 9000, Coverage::answered),
            make_area("BU01660001", "Brunnepe", AreaLevel::neighbourhood, 3725, Coverage::answered),
            make_area("BU01660008", "Cellesbroek", AreaLevel::neighbourhood, 4938, Coverage::answered),
            make_area("BU01660600", "Grafhorst", AreaLevel::neighbourhood, 1020, Coverage::no_network),
            make_area("BU01660501", "Wilsum <buiten>", AreaLevel::neighbourhood, 20, Coverage::too_few_people)};
}

/// Shares that differ by area and kind, so that a page cannot mix them up; Brunnepe hangs on what is unknown.
AreaReach make_share(TownArea const& area, walking::WalkerProfile const& profile, walking::Category const& kind,
                     std::size_t at)
{
    AreaReach reach;
    reach.area_code = area.area.code;
    reach.profile = profile.profile.id;
    reach.category = kind.id;
    reach.people = *area.people[static_cast<std::size_t>(group_of(profile))];
    double const step = static_cast<double>(at % 10) * 0.02;
    double const wide = area.area.code == "BU01660001" ? 0.4 : 0.06;
    for (std::size_t limit = 0; limit < reach.share.size(); ++limit) {
        double const low = 0.1 * static_cast<double>(limit) + step;
        reach.share[limit] = {low, low + wide * 0.5, low + wide};
    }
    reach.median_seconds = {1200.0, 700.0 + 100 * static_cast<double>(at % 5), 600.0};
    reach.obstacles = {reach.people * 0.3, reach.people * 0.4, reach.people * 0.05, reach.people * 0.1};
    return reach;
}

/// A store with one run, of all kinds but "market", of which no place is known.
class ReachSite : public StoreSite {
public:
    void fill()
    {
        m_store
            ->write([&](store::Session& session) -> Result<void> {
                datasets::Origin origin;
                origin.slot = "osm.kampen";
                origin.importer = "osm";
                origin.title = "OpenStreetMap, Kampen";
                origin.period = "2023-01-30";
                origin.attribution = "© OpenStreetMap-bijdragers";
                auto const dataset = datasets::begin(session, origin);
                std::vector<places::Place> some;
                for (auto const& kind : walking::Categories::built_in().all()) {
                    if (kind.id == "market") continue;
                    places::Place place;
                    place.id = "osm-n" + std::to_string(some.size() + 1);
                    place.dataset_id = dataset;
                    place.category = kind.id;
                    place.at = {5.91, 52.55};
                    some.push_back(place);
                }
                places::add(session, some);
                WF_TRY_VOID(datasets::publish(session, dataset, {}));
                runs::Run run;
                run.kind = run_kind;
                run.subject = "GM0166";
                run.method = "reach";
                run.inputs = {dataset};
                auto const id = runs::publish(session, run);
                auto const areas = make_areas();
                add_areas(session, id, areas);
                std::vector<AreaReach> shares;
                std::size_t at = 0;
                for (auto const& profile : walking::Profiles::built_in().all()) {
                    for (auto const& kind : walking::Categories::built_in().all()) {
                        ++at;
                        for (auto const& area : areas) {
                            if (area.coverage == Coverage::answered)
                                shares.push_back(make_share(area, profile, kind, at));
                        }
                    }
                }
                add_shares(session, id, shares);
                return {};
            })
            .value();
    }

    std::string ask(Result<http::Response> (*page)(web::Visit const&, Desk&), std::string const& path,
                    http::Pairs query = {}, http::Format format = http::Format::html,
                    words::Language language = words::Language::nl)
    {
        site.request.path = path;
        site.request.target = path;
        for (char separator = '?'; auto const& [name, value] : query) {
            site.request.target += separator + name + "=" + value;
            separator = '&';
        }
        site.request.query = std::move(query);
        site.request.format = format;
        auto const answer = page(site.visit(language), desk);
        if (!answer) return "error " + answer.error().code;
        last = *answer;
        return answer->body;
    }

    Desk desk{Rules::built_in()};
    http::Response last;
};

bool has(std::string const& text, std::string_view piece)
{
    return text.find(piece) != std::string::npos;
}

std::string group_of_rollator(ReachSite const& site)
{
    auto const group = group_of(*walking::Profiles::built_in().find("rollator"));
    return std::string{people_in_words(site.site.visit().t, group)};
}

std::size_t count(std::string_view text, std::string_view piece)
{
    std::size_t n = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++n;
    return n;
}

} // namespace

TEST_CASE("reach: the sentence comes first, with its margin, source and the reason why some have no answer")
{
    ReachSite site;
    site.fill();
    auto const body = site.ask(reach_page, "/nl/bereik");
    CHECK(site.last.status == 200);
    CHECK(site.last.cache == http::Cache::until_change);
    CHECK(has(body, "Wie komt waar, lopend, in Kampen?"));
    CHECK(has(body, "van de 100</b> " + group_of_rollator(site) + " binnen 10 minuten bij een supermarkt."));
    CHECK(has(body, "geen wegennet bekend"));
    CHECK(has(body, "te weinig inwoners voor een getal"));
    CHECK(has(body, "Wilsum &lt;buiten&gt;"));
    CHECK(has(body, "© OpenStreetMap-bijdragers</a>, ODbL, stand van 30 januari 2023."));
    CHECK(has(body, "30 januari 2023"));
    CHECK(count(body, "<h1>") == 1);
    CHECK_FALSE(has(body, "reach.")); // no key without a word
    // Most people first, those without an answer last, whatever the order.
    CHECK(body.find("Cellesbroek") < body.find("Brunnepe"));
    CHECK(body.find("Brunnepe") < body.find("Grafhorst"));
    auto const by_name = site.ask(reach_page, "/nl/bereik", {{"sort", "-name"}});
    CHECK(by_name.find("Cellesbroek") < by_name.find("Brunnepe"));
    CHECK(by_name.find("Brunnepe") < by_name.find("Grafhorst"));
}

TEST_CASE("reach: a kind without any known place is not told as nobody")
{
    ReachSite site;
    site.fill();
    auto const body = site.ask(reach_page, "/nl/bereik", {{"waar", "market"}});
    CHECK(has(body, "Van de soort <b>Markt</b> kennen we hier geen enkele plek."));
    CHECK_FALSE(has(body, "id=\"buurten\""));
}

TEST_CASE("reach: CSV has every neighbourhood, with empty cells where there is no answer")
{
    ReachSite site;
    site.fill();
    auto const csv = site.ask(reach_page, "/nl/bereik", {{"wie", "adult"}, {"minuten", "5"}}, http::Format::csv);
    CHECK(has(csv, "code,name,coverage,people,certain_percent,expected_percent,possible_percent,median_minutes"));
    CHECK(has(csv, "BU01660001,Brunnepe,answered,3725,"));
    CHECK(has(csv, "BU01660600,Grafhorst,no_network,1020,,,,"));
    auto const json = site.ask(reach_page, "/nl/bereik", {{"wie", "adult"}}, http::Format::json);
    CHECK(has(json, "\"group\":\"all\""));
    CHECK(has(json, "\"attribution\":\"© OpenStreetMap-bijdragers\""));
}

TEST_CASE("before anything was worked out, each page says what the keeper does")
{
    ReachSite site;
    for (auto* page : {reach_page, gaps_page, what_if_page}) {
        auto const body = site.ask(page, "/nl/bereik");
        CHECK(has(body, "weefsel reach run"));
        CHECK(site.ask(page, "/nl/bereik", {}, http::Format::json).find("reach.not_computed") != std::string::npos);
        CHECK(site.last.status == 404);
    }
    html::Html panel;
    CHECK(write_area_panel(panel, site.site.visit(), site.desk, "BU01660001").has_value());
    CHECK(panel.view().empty());
}

TEST_CASE("gaps: people first, at most two of a kind, and kinds without a place apart")
{
    ReachSite site;
    site.fill();
    auto const body = site.ask(gaps_page, "/nl/kansen");
    CHECK(has(body, " in <a href=\"/nl/buurt/BU01660008\">Cellesbroek</a> komen niet binnen "));
    CHECK(count(body, "<li class=\"gap\">") == 6);
    CHECK(has(body, "In dit tempo te ver: "));
    CHECK(has(body, "geen enkele plek van deze soort: markt."));
    CHECK(has(body, "/nl/kansen/wat-als?wie=rollator&amp;waar="));
    CHECK_FALSE(has(body, "reach."));
    CHECK(count(body, "/nl/buurt/BU01660008\">") == 3); // not one neighbourhood alone
    auto const one = site.ask(gaps_page, "/nl/kansen", {{"waar", "bench"}});
    CHECK(count(one, "<li class=\"gap\">") == 2);
    auto const all = site.ask(gaps_page, "/nl/kansen", {{"alles", "1"}});
    CHECK(count(all, "<th scope=\"row\">") == 2 * (walking::Categories::built_in().all().size() - 1));
    auto const csv = site.ask(gaps_page, "/nl/kansen", {}, http::Format::csv);
    CHECK(count(csv, "\nBU0166") == 2 * (walking::Categories::built_in().all().size() - 1));
    CHECK(has(csv, "too_far,too_slow,streets,unknown,age_65_percent,income"));
}

TEST_CASE("panel: each kind with its own limit, and the reason where there is no answer")
{
    ReachSite site;
    site.fill();
    html::Html panel;
    REQUIRE(write_area_panel(panel, site.site.visit(), site.desk, "BU01660001").has_value());
    std::string const body{panel.view()};
    CHECK(count(body, "<th scope=\"row\">") == walking::Categories::built_in().all().size() - 1);
    CHECK(has(body, "binnen 5 min"));
    CHECK(has(body, "binnen 15 min"));
    CHECK(has(body, "geen plek: markt."));
    CHECK_FALSE(has(body, "reach."));
    html::Html none;
    REQUIRE(write_area_panel(none, site.site.visit(), site.desk, "BU01660600").has_value());
    CHECK(has(std::string{none.view()}, "geen wegennet bekend"));
}

TEST_CASE("both languages say the same pages")
{
    ReachSite site;
    site.fill();
    auto const body = site.ask(reach_page, "/en/bereik", {{"wie", "adult"}}, http::Format::html, words::Language::en);
    CHECK(has(body, "in 100</b> residents get to a supermarket within 10 minutes."));
    auto const gaps = site.ask(gaps_page, "/en/kansen", {}, http::Format::html, words::Language::en);
    CHECK(has(gaps, " in <a href=\"/en/buurt/BU01660008\">Cellesbroek</a> do not get to "));
}
