// SPDX-License-Identifier: EUPL-1.2
// The whole site in memory with the real data of Kampen. Figures are those that CBS and RIVM publish.
#include "app/site.hpp"

#include "app/features.hpp"
#include "app/house.hpp"
#include "app/import_job.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;

namespace {

/// Kampen, imported once for all tests of this file.
struct Kampen {
    std::unique_ptr<store::Store> store;
    std::optional<settings::Settings> settings;
    std::unique_ptr<app::Site> site;

    Kampen()
    {
        store = std::move(store::Store::open("sqlite::memory:").value());
        auto const definitions = app::setting_definitions();
        settings = settings::Settings::load(definitions, "", {{"store.url", "sqlite::memory:"}}).value();
        auto features = app::make_features(walking::Rules::built_in(), app::make_house(*settings).value());
        CHECK(store->migrate(app::all_migrations(features)).has_value());
        job::NoProgress progress;
        for (auto const* file : {"gemeente", "wijk", "buurten"}) {
            auto const path = "data/kampen/" + std::string{file} + "_2015.geojson";
            REQUIRE(app::run_import(*store, {"cbs", path, {{"year", "2015"}}}, progress).has_value());
        }
        REQUIRE(app::run_import(*store, {"cbs", "data/kampen/kwb_2017_selectie.csv", {{"year", "2017"}}}, progress)
                    .has_value());
        REQUIRE(app::run_import(*store, {"rivm", "data/kampen/rivm_gezondheid_2012_2016_2020.csv", {}}, progress)
                    .has_value());
        REQUIRE(app::after_import(*store, *settings, "test", progress).has_value());
        site = std::move(app::Site::make(*store, *settings, std::move(features)).value());
    }
};

app::Site const& site()
{
    static Kampen const kampen;
    return *kampen.site;
}

bool contains(http::Response const& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

std::string header(http::Response const& response, std::string_view name)
{
    for (auto const& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

} // namespace

TEST_CASE("an area page says in words what CBS counted")
{
    auto const page = site().ask("/nl/buurt/BU01660001");
    CHECK(page.status == 200);
    CHECK(contains(page, "3.725 inwoners."));
    CHECK(contains(page, "16 van de 100 zijn 65 jaar of ouder."));
    CHECK(contains(page, "36 van de 100 huishoudens"));
    CHECK(contains(page, "<b>16,4</b> %")); // trouble making ends meet, RIVM 2020
    CHECK(contains(page, "Kampen: 12,1 %"));
    CHECK(!contains(page, "-99997"));
    CHECK(!contains(page, "nan"));
}

TEST_CASE("English on the same address with /en")
{
    auto const page = site().ask("/en/buurt/BU01660001");
    CHECK(page.status == 200);
    CHECK(contains(page, "<html lang=\"en\""));
    CHECK(contains(page, "3,725 inhabitants."));
}

TEST_CASE("the same page as JSON, CSV and GeoJSON, by suffix and by Accept")
{
    CHECK(contains(site().ask("/nl/buurt/BU01660001.json"), R"("indicator":"inhabitants")"));
    CHECK(site().ask("/nl/buurt/BU01660001", {{"accept", "application/json"}}).content_type ==
          "application/json; charset=utf-8");
    CHECK(site().ask("/nl/buurt/BU01660001.csv").body.starts_with("area,indicator,name,"));
    auto const shape = site().ask("/nl/buurt/BU01660001.geojson");
    CHECK(shape.content_type == "application/geo+json");
    CHECK(contains(shape, R"("coordinates":)"));
    CHECK(site().ask("/nl/bronnen.geojson").status == 415);
}

TEST_CASE("every figure leads to its dataset and its run")
{
    auto const page = site().ask("/nl/buurt/BU01660001");
    for (auto const* kind : {"/nl/dataset/", "/nl/run/"}) {
        auto const at = page.body.find(kind);
        REQUIRE(at != std::string::npos);
        auto const end = page.body.find('"', at);
        auto const source = site().ask(page.body.substr(at, end - at));
        CHECK(source.status == 200);
        CHECK(contains(source, "SHA-256") == (std::string_view{kind} == "/nl/dataset/"));
        CHECK(contains(source, "CBS Wijk- en Buurtkaart 2015") == (std::string_view{kind} == "/nl/run/"));
    }
}

TEST_CASE("an unknown area, a wrong level and an unknown page are 404 with a way out")
{
    CHECK(site().ask("/nl/buurt/BU99999999").status == 404);
    CHECK(site().ask("/nl/wijk/BU01660001").status == 404);
    CHECK(site().ask("/nl/nergens").status == 404);
    auto const problem = site().ask("/nl/buurt/BU99999999.json");
    CHECK(problem.status == 404);
    CHECK(problem.content_type.starts_with("application/problem+json"));
    CHECK(contains(problem, "areas.unknown"));
}

TEST_CASE("a bare address goes to the language of the browser, Dutch first")
{
    CHECK(header(site().ask("/"), "Location") == "/nl");
    CHECK(header(site().ask("/", {{"accept-language", "en-GB,en;q=0.9"}}), "Location") == "/en");
    CHECK(header(site().ask("/", {{"accept-language", "nl,en;q=0.9"}}), "Location") == "/nl");
    CHECK(header(site().ask("/", {{"accept-language", "nl;q=0.2, en-US;q=0.9"}}), "Location") == "/en");
    CHECK(header(site().ask("/", {{"accept-language", "en;q=0"}}), "Location") == "/nl");
    CHECK(header(site().ask("/", {{"accept-language", "eno"}}), "Location") == "/nl");
    CHECK(header(site().ask("/?x=y"), "Location") == "/nl?x=y");
    CHECK(header(site().ask("/buurt/BU01660001.csv?x=1"), "Location") == "/nl/buurt/BU01660001.csv?x=1");
}

TEST_CASE("larger letters are remembered in a cookie and the address is clean again")
{
    auto const changed = site().ask("/nl/buurten?sort=name&letters=groot");
    CHECK(changed.status == 303);
    CHECK(header(changed, "Location") == "/nl/buurten?sort=name");
    CHECK(header(changed, "Set-Cookie").starts_with("letters=groot;"));
    CHECK(contains(site().ask("/nl", {{"cookie", "letters=groot"}}), "letters-large"));
    CHECK(header(site().ask("/nl?letters=gewoon"), "Set-Cookie").find("Max-Age=0") != std::string::npos);
}

TEST_CASE("every address answers in both languages, with the headers that keep a visitor safe")
{
    for (auto const& feature : site().features()) {
        for (auto const& route : feature.routes) {
            if (route.method != http::Method::get) continue;
            if (route.pattern.find('{') != std::string::npos || route.addresses == web::Addresses::one) continue;
            for (auto const* language : {"/nl", "/en"}) {
                auto const target = language + (route.pattern == "/" ? std::string{} : route.pattern);
                auto const page = site().ask(target);
                // What is not for everybody leads to the login, and so does a code that nobody owes.
                bool const is_open =
                    access::Rights::built_in().may(access::nobody(), {access::Action::read, route.needs.kind}) &&
                    route.pattern != "/inloggen/code";
                CHECK_MESSAGE(page.status == (is_open ? 200 : 303), target);
                CHECK(header(page, "Content-Security-Policy").starts_with("default-src 'none'"));
                CHECK(header(page, "X-Content-Type-Options") == "nosniff");
            }
        }
    }
}

TEST_CASE("no figure of any area looks like a sentinel, and all 44 areas have a page")
{
    int pages = 0;
    for (auto const* list : {"/nl/gemeenten.csv", "/nl/wijken.csv", "/nl/buurten.csv"}) {
        auto const csv = site().ask(list).body;
        for (std::size_t at = csv.find('\n') + 1; at < csv.size(); at = csv.find('\n', at) + 1) {
            auto const code = csv.substr(at, csv.find(',', at) - at);
            auto const path = code.starts_with("GM")   ? "/nl/gemeente/"
                              : code.starts_with("WK") ? "/nl/wijk/"
                                                       : "/nl/buurt/";
            auto const page = site().ask(path + code);
            CHECK_MESSAGE(page.status == 200, code);
            // Five digits: four can stand in an id by chance.
            CHECK_MESSAGE(!contains(page, "-99997"), code);
            CHECK_MESSAGE(!contains(page, "-99999"), code);
            ++pages;
        }
    }
    CHECK(pages == 44);
}

TEST_CASE("every field of every view has help in both languages")
{
    for (auto const& feature : site().features()) {
        for (auto const& view : feature.views) {
            for (auto const* list : {&view.summary, &view.rows}) {
                for (auto const& field : *list) {
                    CHECK_MESSAGE(!field.nl.empty(), view.name, ".", field.name);
                    CHECK_MESSAGE(!field.en.empty(), view.name, ".", field.name);
                }
            }
        }
    }
}

TEST_CASE("every form that the reference tells of is sent to an address that takes it, and each field has words")
{
    auto const routes = site().all_routes();
    auto const& context = site().context();
    std::size_t forms = 0;
    for (auto const& feature : site().features()) {
        for (auto const& form : feature.forms) {
            ++forms;
            auto const is_its = [&](web::Route const* route) {
                return route->method == http::Method::post && route->pattern == form.pattern;
            };
            CHECK_MESSAGE(std::any_of(routes.begin(), routes.end(), is_its), form.pattern);
            CHECK_MESSAGE(!form.asks.empty(), form.pattern);
            for (auto const& field : form.asks) {
                CHECK_MESSAGE(context.nl->has(form.prefix + "." + field.name), form.prefix, ".", field.name);
                CHECK_MESSAGE(context.en->has(form.prefix + "." + field.name), form.prefix, ".", field.name);
            }
        }
    }
    CHECK(forms > 0);
}
