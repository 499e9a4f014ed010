// SPDX-License-Identifier: EUPL-1.2
// The administrator's pages above a store in memory, with two workspaces, an administrator and letters that are kept. Only tests of this
// folder include it.
#pragma once

#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/people/memberships.hpp"
#include "commons/processing/log.hpp"
#include "commons/reflections/reflections.hpp"
#include "commons/runs/runs.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/admin/choices.hpp"
#include "feature/admin/feature.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wf::admin {

class AdminSite {
public:
    AdminSite()
    {
        house = std::make_shared<people::House>(key, people::LoginTimes{},
                                                [this](store::Session&, people::Letter const& letter) -> Result<void> {
                                                    letters.push_back(letter);
                                                    if (post_fails)
                                                        return Error{Trouble::refused, "test.no_post", "", ""};
                                                    return {};
                                                });
        feature = make_feature(house, [this] {
            ++looks;
            return checked;
        });
        open_store();
        make_people();
    }

    /// As the site would: the route that fits, its handler, an error as a page. Who may is not asked here.
    http::Response ask(http::Method method, std::string const& path, http::Pairs const& form = {},
                       words::Language language = words::Language::nl)
    {
        site.request = {};
        site.request.method = method;
        auto const mark = path.find('?');
        auto plain = path.substr(0, mark);
        if (mark != std::string::npos) site.request.query = http::read_query(path.substr(mark + 1)).value();
        for (auto const& [suffix, format] :
             {std::pair{".json", http::Format::json}, std::pair{".csv", http::Format::csv}}) {
            if (!plain.ends_with(suffix)) continue;
            plain.resize(plain.size() - std::string_view{suffix}.size());
            site.request.format = format;
        }
        site.request.path = "/nl" + plain;
        site.request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        for (auto const& [name, value] : form)
            site.request.body += (site.request.body.empty() ? "" : "&") + name + "=" + value;
        constexpr std::string_view before = "/werkplaats/";
        auto pattern = plain;
        if (plain.starts_with(before)) {
            auto const rest = plain.substr(before.size());
            site.request.path_parts = {{"workspace", rest.substr(0, rest.find('/'))}};
            pattern = "/werkplaats/{workspace}" + rest.substr(rest.find('/'));
        }
        constexpr std::string_view below = "/beheer/werkplaatsen/";
        if (plain.starts_with(below)) {
            site.request.path_parts = {{"address", plain.substr(below.size())}};
            pattern = "/beheer/werkplaatsen/{address}";
        }
        for (auto const& route : feature.routes) {
            if (route.method != method || route.pattern != pattern) continue;
            web::Visit const visit{site.request, language == words::Language::nl ? *site.context.nl : *site.context.en,
                                   site.context, web::Letters::normal, actor};
            auto answer = route.handler(visit);
            return answer ? std::move(*answer) : web::error_page(visit, answer.error());
        }
        FAIL("no route for " << path);
        return {};
    }
    http::Response get(std::string const& path) { return ask(http::Method::get, path); }
    http::Response post(std::string const& path, http::Pairs const& form)
    {
        return ask(http::Method::post, path, form);
    }

    template <class F>
    auto read(F&& work)
    {
        return store->read(std::forward<F>(work));
    }
    template <class F>
    auto write(F&& work)
    {
        return store->write(std::forward<F>(work)).value();
    }
    /// The newest entry of a workspace.
    trail::SeenEntry last_entry(std::string const& workspace)
    {
        auto entries =
            read([&](store::Session& s) { return house->trail().list(s, {.workspace_id = workspace, .limit = 1}); });
        REQUIRE(entries.size() == 1);
        return entries.front();
    }
    std::size_t count_entries(std::string const& workspace)
    {
        return read([&](store::Session& s) {
                   return house->trail().list(s, {.workspace_id = workspace, .limit = 1000});
               })
            .size();
    }
    void add_municipality(std::string const& code, std::string const& name)
    {
        write([&](store::Session& s) -> Result<void> {
            datasets::Origin origin;
            origin.slot = "test." + code;
            origin.importer = "test";
            origin.title = "Grenzen van " + name;
            origin.source = "verzonnen";
            origin.licence = "CC0";
            origin.period = "2024";
            auto const id = datasets::begin(s, origin);
            areas::Area area;
            area.code = area.municipality = code;
            area.year = 2024;
            area.level = AreaLevel::municipality;
            area.name = name;
            area.dataset_id = id;
            areas::add(s, std::span{&area, 1});
            datasets::ImportReport report;
            report.read = 36;
            report.kept = 35;
            report.refuse(7, "test.bad", "kolom 2");
            return datasets::publish(s, id, report);
        });
    }

    web::TestSite site;
    secret::Key key{secret::Key::make()};
    std::shared_ptr<people::House> house;
    web::Feature feature;
    std::unique_ptr<store::Store> store;
    std::optional<settings::Settings> settings;
    access::Actor actor;
    std::vector<people::Letter> letters;
    bool post_fails{false};
    Checked checked;
    int looks{0};
    std::string top, werkplaats;

private:
    void open_store()
    {
        using settings::Kind;
        std::array const definitions{
            settings::Definition{"site.place", Kind::text, "Kampen", "Naam boven aan de pagina", "Name at the top"},
            settings::Definition{"site.municipality", Kind::text, "GM0166", "De gemeente", "The municipality"},
            settings::Definition{"site.url", Kind::text, "https://weefsel.example", "Adres", "Address"},
            settings::Definition{"store.url", Kind::text, "sqlite::memory:", "Waar", "Where"},
            settings::Definition{"mail.server", Kind::text, "", "Hoe post weggaat", "How mail goes out"}};
        settings.emplace(settings::Settings::load(definitions, "", set_elsewhere()).value());
        std::vector<store::Migration> all;
        for (auto more : {datasets::migrations(), areas::migrations(), runs::migrations(), job::migrations(),
                          workspaces::migrations(), mail::migrations(), trail::migrations(), processing::migrations(),
                          reflections::migrations(), people::migrations(), watch::migrations(), feature.migrations})
            std::move(more.begin(), more.end(), std::back_inserter(all));
        store = store::Store::open("sqlite::memory:").value();
        REQUIRE(store->migrate(all).has_value());
        site.context.store = store.get();
        site.context.settings = &*settings;
        // The site owns its words and is ours.
        REQUIRE(const_cast<words::Words*>(site.context.nl)->add(feature.words_nl).has_value());
        REQUIRE(const_cast<words::Words*>(site.context.en)->add(feature.words_en).has_value());
    }
    void make_people()
    {
        write([&](store::Session& s) -> Result<void> {
            WF_TRY(auto const above, workspaces::add(s, "Beheer", workspaces::Kind::association, ""));
            WF_TRY(auto const below, workspaces::add(s, "Werkplaats Kampen", workspaces::Kind::werkplaats, "GM0166"));
            top = above.id;
            werkplaats = below.id;
            WF_TRY(actor.person_id, people::add_account(s, *house, "bea@voorbeeld.example", "Bea (verzonnen)", "nl"));
            return people::set_roles(s, *house, top, actor.person_id, {access::Role::administrator}, actor.person_id);
        });
        actor.name = "Bea (verzonnen)";
        actor.form_word = "woord";
        actor.two_factors = true;
        actor.memberships = {{top, "beheer", "Beheer", {access::Role::administrator}, true}};
    }
    static std::vector<std::pair<std::string, std::string>> set_elsewhere() { return {}; }
};

inline bool has(http::Response const& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

} // namespace wf::admin
