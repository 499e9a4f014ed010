// SPDX-License-Identifier: EUPL-1.2
// http_test DATA_FOLDER SCENARIO_FOLDER [WORD]: asks all scenarios (or those with WORD in their name) of a server with the
// demonstration in it, walks over all areas and links, and checks that every route was asked for.
#include "base/date.hpp"
#include "base/text.hpp"
#include "page_text.hpp"
#include "platform/clock/clock.hpp"
#include "platform/file/file.hpp"
#include "platform/json/json.hpp"
#include "roles.hpp"
#include "scenario.hpp"
#include "scenario_run.hpp"
#include "site_server.hpp"
#include "visit.hpp"
#include "walk.hpp"

#include <algorithm>
#include <iostream>
#include <set>
#include <stdexcept>

namespace {

using namespace wf;
using namespace wf::http_scenarios;

struct Tally {
    int passed{0};
    int failed{0};
    void add(std::string const& name, std::vector<std::string> const& faults)
    {
        ++(faults.empty() ? passed : failed);
        std::cout << (faults.empty() ? "so      " : "FAILED  ") << name << '\n';
        for (auto const& fault : faults) std::cout << "          " << fault << '\n';
    }
};

std::string find_address(std::vector<std::string> const& addresses, std::string_view ending)
{
    for (auto const& address : addresses) {
        if (address.ends_with(ending)) return address;
    }
    throw std::runtime_error{"the first page names no file " + std::string{ending}};
}

/// The id of a what-if that is kept as a browser keeps it.
std::string keep_proposal(app::Site const& site)
{
    http::Request request;
    request.method = http::Method::post;
    request.target = request.path = "/nl/voorstellen";
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    request.body = "wat=place&wie=rollator&waar=library&plek=Noordweg+158&bank=tijd&naam=Voorbeeld+(verzonnen)";
    auto const answer = site.handle(request);
    constexpr std::string_view path = "/nl/voorstel/";
    for (auto const& [name, value] : answer.headers) {
        if (name == "Location" && value.starts_with(path)) return value.substr(path.size());
    }
    throw std::runtime_error{"a proposal is not kept"};
}

/// Addresses that are not the same twice: ids of datasets and runs, names of files with their hash.
Pairs find_names(app::Site const& site)
{
    Pairs names;
    auto const read = [&](std::string const& target) {
        auto document = json::read(site.ask(target).body);
        if (!document) throw std::runtime_error{target + " is no JSON"};
        return std::move(*document);
    };
    auto const sources = read("/nl/bronnen.json");
    for (auto const& row : *sources.find("rows")->array()) {
        auto const id = *row.find("id")->text();
        if (*row.find("kind")->text() == "modelled") names.emplace_back("modelled_dataset", id);
    }
    names.emplace_back("dataset", *read("/nl/buurten.json").find("rows")->array()->front().find("dataset")->text());
    names.emplace_back("run", *read("/nl/gemeente/GM0166.json").find("run")->text());
    names.emplace_back("today", Timestamp{now_millis()}.utc_date().to_iso());
    names.emplace_back("place",
                       *read("/nl/plekken.json?waar=library").find("rows")->array()->front().find("id")->text());
    auto const streets = read("/nl/straten.json?wie=rollator");
    for (auto const& row : *streets.find("rows")->array()) {
        if (*row.find("osm_type")->text() != "w") continue;
        names.emplace_back("street", to_text(*row.find("osm_id")->number()));
        break;
    }
    names.emplace_back("proposal", keep_proposal(site));
    auto const squares = *read("/kaart/lagen.json").find("tiles")->array()->front().text();
    names.emplace_back("squares", squares.substr(0, squares.find("/{z}")));
    auto const page = site.ask("/nl").body;
    auto const css = find_address(page_text::attribute_values(page, "href"), ".css");
    names.emplace_back("css", css);
    names.emplace_back("js", find_address(page_text::attribute_values(page, "src"), ".js"));
    names.emplace_back("logo", find_address(page_text::attribute_values(page, "href"), ".svg"));
    auto const style = site.ask(css).body;
    auto const font = style.find(".woff2");
    auto const begin = style.rfind('/', font);
    if (font == std::string::npos || begin == std::string::npos) throw std::runtime_error{"the style names no font"};
    names.emplace_back("font", "/assets/" + style.substr(begin + 1, font + 6 - begin - 1));
    return names;
}

/// Which of the site's routes answers this; nothing when none does.
http::Handler const* find_route(app::Site const& site, Scenario const& scenario)
{
    auto path = http::read_path(scenario.target.substr(0, scenario.target.find('?')));
    if (!path) return nullptr;
    (void)http::choose_format(*path, std::nullopt);
    for (auto const method : {http::Method::get, http::Method::head, http::Method::post, http::Method::put,
                              http::Method::patch, http::Method::delete_}) {
        if (http::to_word(method) == scenario.method) return site.router().match(method, *path).handler;
    }
    return nullptr;
}

/// The same in English, and (for a page) at the address without a language.
std::vector<Scenario> in_other_addresses(Scenario const& scenario)
{
    if (!scenario.target.starts_with("/nl")) return {};
    auto english = scenario;
    english.target.replace(0, 3, "/en");
    if (scenario.method != "GET") return {english};
    Scenario bare;
    bare.name = scenario.name;
    bare.method = "GET";
    bare.target = scenario.target.substr(3).empty() ? "/" : scenario.target.substr(3);
    bare.headers = {{"Accept-Language", "nl"}};
    bare.status = 302;
    bare.answer_headers = {{"location", scenario.target}};
    return {english, bare};
}

/// As the first of the cast who may; words are those of the Dutch page and are not looked for.
std::vector<std::string> run_as_first(Cast const& cast, RoleCase one, Scenario const& scenario, std::uint16_t port)
{
    one.scenario = scenario;
    one.contains.clear();
    for (auto const& player : cast.players) {
        if (player.name == one.may.front()) return run_as(player, one, port);
    }
    return {"nobody of the cast may"};
}

/// Asks every route as everybody; a route that no case names is a fault.
void run_roles(SiteServer& server, std::string const& folder, Cast const& cast, Pairs names,
               std::set<http::Handler const*>& asked, Tally& tally)
{
    names.insert(names.end(), cast.names.begin(), cast.names.end());
    auto const bytes = file::load(folder + "/all.roles.json");
    auto cases = bytes ? read_role_cases(*bytes, cast) : Result<std::vector<RoleCase>>{bytes.error()};
    if (!cases) throw std::runtime_error{to_line(cases.error())};
    std::set<std::string> named;
    for (auto& one : *cases) {
        named.insert(one.route);
        one.scenario = fill_in(std::move(one.scenario), names);
        std::vector<std::string> faults;
        for (auto const& player : cast.players) {
            for (auto const& fault : run_as(player, one, server.port())) faults.push_back(player.name + ": " + fault);
        }
        if (auto const* route = find_route(server.site(), one.scenario)) asked.insert(route);
        for (auto const& other : in_other_addresses(one.scenario)) {
            if (auto const* route = find_route(server.site(), other)) asked.insert(route);
            for (auto const& fault : run_as_first(cast, one, other, server.port())) faults.push_back(fault);
        }
        tally.add("as each role: " + one.route, faults);
    }
    std::vector<std::string> missing;
    for (auto const* route : server.site().all_routes()) {
        auto const name = std::string{http::to_word(route->method)} + " " + route->pattern;
        if (!named.contains(name)) missing.push_back(name + " is in no case of all.roles.json");
    }
    tally.add("every route was asked as every role", missing);
}

/// Those that need people: each with a visitor of its own, from an address of its own.
void run_visits(SiteServer& server, std::vector<Scenario> const& visits, Cast const& cast, Pairs names,
                std::set<http::Handler const*>& asked, Tally& tally)
{
    names.insert(names.end(), cast.names.begin(), cast.names.end());
    int number = 0;
    for (auto const& written : visits) {
        auto const visitor = make_visitor(server.store(), server.house(), ++number);
        auto const visit = fill_in(written, names);
        tally.add(visit.name, run_steps(visit, cast, visitor, server.port()));
        for (auto const& step : visit.steps) {
            if (auto const* route = find_route(server.site(), step); route != nullptr && step.status < 400)
                asked.insert(route);
        }
    }
}

std::vector<Scenario> load_all(std::string const& folder)
{
    auto const names = file::list(folder);
    if (!names) throw std::runtime_error{to_line(names.error())};
    std::vector<Scenario> all;
    for (auto const& name : *names) {
        if (!name.ends_with(".http.json")) continue;
        auto const bytes = file::load(folder + "/" + name);
        auto scenarios = bytes ? read_scenarios(*bytes) : Result<std::vector<Scenario>>{bytes.error()};
        if (!scenarios) throw std::runtime_error{name + ": " + to_line(scenarios.error())};
        std::move(scenarios->begin(), scenarios->end(), std::back_inserter(all));
    }
    return all;
}

void run_everything(std::string const& data, std::string const& folder, std::string_view word, Tally& tally)
{
    SiteServer server{data};
    auto const& site = server.site();
    auto const names = find_names(site);
    std::set<http::Handler const*> asked;
    std::vector<Scenario> visits;
    for (auto const& written : load_all(folder)) {
        auto const scenario = fill_in(written, names);
        if (scenario.name.find(word) == std::string::npos) continue;
        if (!scenario.steps.empty()) {
            visits.push_back(scenario);
            continue;
        }
        tally.add(scenario.name, run(scenario, server.port()));
        if (auto const* route = find_route(site, scenario); route != nullptr && scenario.status < 400)
            asked.insert(route);
    }
    auto const cast = make_cast(server.store(), server.house());
    run_visits(server, visits, cast, names, asked, tally);
    if (!word.empty() && word != "role") return;
    run_roles(server, folder, cast, names, asked, tally);
    if (!word.empty()) return;

    std::vector<std::string> never;
    for (auto const& route : site.router().routes()) {
        if (!asked.contains(&route.handler))
            never.push_back(std::string{http::to_word(route.method)} + " " + route.pattern + " is in no scenario");
    }
    tally.add("every route of the site occurs in a scenario that goes well", never);

    auto areas = walk_areas(site);
    if (areas.areas != 44) areas.faults.push_back("Kampen has 44 areas, not " + std::to_string(areas.areas));
    tally.add(std::to_string(areas.areas) + " areas in two languages and four formats (" + std::to_string(areas.pages) +
                  " answers)",
              areas.faults);
    auto const links = follow_all_links(site);
    tally.add("every link on " + std::to_string(links.pages) + " pages and files leads somewhere", links.faults);
    tally.add("nothing went wrong inside the server", server.log());
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3 || count > 4) {
        std::cerr << "http_test DATA_FOLDER SCENARIO_FOLDER [WORD]\n";
        return 2;
    }
    Tally tally;
    try {
        run_everything(arguments[1], arguments[2], count == 4 ? arguments[3] : "", tally);
    } catch (std::exception const& trouble) {
        tally.add("http_test", {trouble.what()});
    }
    std::cout << tally.passed << " passed, " << tally.failed << " failed, 0 skipped" << std::endl;
    return tally.failed > 0 ? 1 : 0;
}
