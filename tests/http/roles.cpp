// SPDX-License-Identifier: EUPL-1.2
#include "roles.hpp"

#include "cast_agenda.hpp"
#include "cast_network.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/password.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/refuse.hpp"
#include "scenario_run.hpp"

#include <algorithm>
#include <stdexcept>

namespace wf::http_scenarios {
namespace {

using access::Role;

template <class T>
T need(Result<T> result)
{
    if (!result) throw std::runtime_error{to_line(result.error())};
    return std::move(*result);
}

struct Part {
    std::string workspace;
    access::Roles roles;
};

/// A person with an account, a part and a browser that is logged in.
Player add_player(store::Store& store, people::House& house, std::string const& name, Part const& part,
                  people::Proof proof)
{
    auto const token = need(store.write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(auto const id,
               people::add_account(session, house, name + "@voorbeeld.example", name + " (verzonnen)", "nl"));
        WF_TRY_VOID(people::set_password(session, house, id,
                                         secret::hash_password("vier paarse fietsen zingen", house.password_key()), id,
                                         ""));
        WF_TRY_VOID(people::set_roles(session, house, part.workspace, id, part.roles, id));
        return people::begin_login(session, house, id, proof, "Test");
    }));
    auto const actor = *people::identify(store, house, token);
    return {name, token, actor.form_word};
}

Error bad(std::string field, std::string detail)
{
    return {Trouble::bad_input, "scenario.bad_role_case", std::move(field), std::move(detail)};
}

Result<std::vector<std::string>> read_may(json::Value const* value, Cast const& cast, std::string const& route)
{
    std::vector<std::string> may;
    if (value != nullptr && value->text() != nullptr &&
        (*value->text() == "everyone" || *value->text() == "accounts")) {
        for (auto const& player : cast.players) {
            if (player.has_account() || *value->text() == "everyone") may.push_back(player.name);
        }
        return may;
    }
    if (value == nullptr || value->array() == nullptr) return bad(route, "\"may\" is everyone, accounts or a list");
    for (auto const& entry : *value->array()) {
        if (entry.text() == nullptr) return bad(route, "\"may\" lists names");
        bool const is_known = std::any_of(cast.players.begin(), cast.players.end(),
                                          [&](Player const& player) { return player.name == *entry.text(); });
        if (!is_known) return bad(route, "nobody plays " + *entry.text());
        may.push_back(*entry.text());
    }
    return may;
}

Result<RoleCase> read_case(json::Value const& value, Cast const& cast)
{
    auto const text = [&](std::string_view name) {
        auto const* member = value.find(name);
        return member != nullptr && member->text() != nullptr ? *member->text() : std::string{};
    };
    RoleCase one;
    one.route = text("route");
    auto const request = text("request");
    auto const space = request.find(' ');
    if (one.route.empty() || space == std::string::npos) return bad(one.route, "a route and a request are wanted");
    auto& scenario = one.scenario;
    scenario.name = one.route;
    scenario.method = request.substr(0, space);
    scenario.target = request.substr(space + 1);
    scenario.body = text("body");
    if (scenario.method == "POST") scenario.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    auto const* status = value.find("status");
    scenario.status = status != nullptr && status->number() ? static_cast<int>(*status->number()) : 200;
    auto const* sent_on = value.find("status_with_account");
    if (sent_on != nullptr && sent_on->number()) one.status_with_account = static_cast<int>(*sent_on->number());
    WF_TRY(one.may, read_may(value.find("may"), cast, one.route));
    auto const* contains = value.find("contains");
    if (contains == nullptr || contains->array() == nullptr) return bad(one.route, "say what the answer contains");
    for (auto const& entry : *contains->array()) {
        if (entry.text() != nullptr) one.contains.push_back(*entry.text());
    }
    return one;
}

} // namespace

Cast make_cast(store::Store& store, people::House& house)
{
    struct Places {
        std::string top, north, south;
    };
    auto const places = need(store.write([&](store::Session& session) -> Result<Places> {
        auto top = workspaces::find_top(session); // the demonstration made it
        if (!top) return Error{Trouble::not_found, "workspace.unknown", "", "the demonstration has one above all"};
        WF_TRY(auto const north,
               workspaces::add(session, "Werkplaats Noord (verzonnen)", workspaces::Kind::werkplaats, ""));
        WF_TRY(auto const south,
               workspaces::add(session, "Werkplaats Zuid (verzonnen)", workspaces::Kind::werkplaats, ""));
        return Places{top->id, north.id, south.id};
    }));
    using people::Proof;
    Cast cast;
    cast.players.push_back({"guest", "", ""});
    for (auto const role : access::all_roles) {
        if (access::everybody.has(role)) continue;
        cast.players.push_back(
            add_player(store, house, std::string{access::to_word(role)}, {places.north, {role}}, Proof::two_factors));
    }
    cast.players.push_back(
        add_player(store, house, "other", {places.south, {Role::administrator}}, Proof::two_factors));
    cast.players.push_back(add_player(store, house, "top", {places.top, {Role::administrator}}, Proof::two_factors));
    cast.players.push_back(add_player(store, house, "hasty", {places.north, {Role::administrator}}, Proof::password));

    auto const invited = need(store.write([&](store::Session& session) {
        return people::invite(session, house, places.north, "nieuw@voorbeeld.example", {Role::worker},
                              trail::program_actor);
    }));
    auto const reset = need(store.write([&](store::Session& session) -> Result<std::string> {
        return people::begin_reset(session, house, "worker@voorbeeld.example").value().token;
    }));
    store.read([&](store::Session& session) {
        cast.names = {{"workspace", workspaces::find(session, places.north)->address},
                      {"other_workspace", workspaces::find(session, places.south)->address},
                      {"member", people::find_by_mail(session, house, "volunteer@voorbeeld.example")->id},
                      {"invitation", invited.token},
                      {"reset", reset}};
    });
    for (auto& name : add_agenda(store, house, places.north)) cast.names.push_back(std::move(name));
    for (auto& name : add_network(store, house, places.north)) cast.names.push_back(std::move(name));
    return cast;
}

Result<std::vector<RoleCase>> read_role_cases(std::string_view bytes, Cast const& cast)
{
    WF_TRY(auto const document, json::read(bytes));
    auto const* list = document.find("cases");
    if (list == nullptr || list->array() == nullptr) return bad("", "a list \"cases\" is wanted");
    std::vector<RoleCase> cases;
    for (auto const& value : *list->array()) {
        WF_TRY(auto one, read_case(value, cast));
        cases.push_back(std::move(one));
    }
    return cases;
}

std::vector<std::string> run_as(Player const& player, RoleCase const& one, std::uint16_t port)
{
    bool const may = std::find(one.may.begin(), one.may.end(), player.name) != one.may.end();
    auto scenario = one.scenario;
    if (player.has_account()) {
        scenario.headers.emplace_back("Cookie", std::string{web::session_cookie} + "=" + player.token);
        if (scenario.method == "POST") {
            // In front: the place where a body may be cut off is never that of the word.
            scenario.body = std::string{web::form_word_field} + "=" + player.form_word +
                            (scenario.body.empty() ? "" : "&") + scenario.body;
        }
    }
    if (may && player.has_account() && one.status_with_account != 0) {
        scenario.status = one.status_with_account;
    } else if (may) {
        scenario.contains = one.contains;
    } else {
        scenario.absent = one.contains;
        bool const is_page = scenario.method == "GET" && scenario.target.find(".json") == std::string::npos &&
                             scenario.target.find(".csv") == std::string::npos;
        bool const is_hasty =
            player.name == "hasty" && std::find(one.may.begin(), one.may.end(), "administrator") != one.may.end();
        if (!player.has_account()) {
            scenario.status = is_page ? 303 : 401;
            if (is_page) scenario.answer_headers = {{"location", "~/inloggen?naar="}};
        } else if (is_hasty) {
            scenario.status = is_page ? 303 : 403;
            if (is_page) scenario.answer_headers = {{"location", "~/mijn/code?naar="}};
        } else {
            scenario.status = 403;
        }
    }
    // What was made for somebody is kept by nobody.
    bool const is_square = scenario.target.starts_with("/kaart/tegel/"); // public, and never another under that address
    if (player.has_account() && scenario.status == 200 && !is_square)
        scenario.answer_headers.emplace_back("cache-control", "no-store");
    return run(scenario, port);
}

} // namespace wf::http_scenarios
