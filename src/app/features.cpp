// SPDX-License-Identifier: EUPL-1.2
#include "app/features.hpp"

#include "commons/agenda/agenda.hpp"
#include "commons/areas/areas.hpp"
#include "commons/codesign/codesign.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/glossary/glossary.hpp"
#include "commons/map/map.hpp"
#include "commons/network/network.hpp"
#include "commons/partners/partners.hpp"
#include "commons/people/accounts.hpp"
#include "commons/places/places.hpp"
#include "commons/plans/plans.hpp"
#include "commons/priorities/priorities.hpp"
#include "commons/processing/log.hpp"
#include "commons/programme/programme.hpp"
#include "commons/reflections/reflections.hpp"
#include "commons/runs/runs.hpp"
#include "commons/search/search.hpp"
#include "commons/statistics/statistics.hpp"
#include "commons/studios/studios.hpp"
#include "commons/trail/trail.hpp"
#include "commons/uptake/uptake.hpp"
#include "commons/watch/events.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/about/feature.hpp"
#include "feature/account/feature.hpp"
#include "feature/accounting/feature.hpp"
#include "feature/admin/feature.hpp"
#include "feature/agenda/feature.hpp"
#include "feature/areas/feature.hpp"
#include "feature/areas/profile.hpp"
#include "feature/calc/feature.hpp"
#include "feature/codesign/feature.hpp"
#include "feature/glossary/feature.hpp"
#include "feature/map/feature.hpp"
#include "feature/moments/feature.hpp"
#include "feature/network/feature.hpp"
#include "feature/plans/feature.hpp"
#include "feature/programme/feature.hpp"
#include "feature/reach/feature.hpp"
#include "feature/reach/run.hpp"
#include "feature/search/feature.hpp"
#include "feature/sources/feature.hpp"
#include "feature/studios/feature.hpp"
#include "feature/uptake/feature.hpp"
#include "feature/workspace/feature.hpp"
#include "import/osm/read.hpp"
#include "platform/mail/outbox.hpp"
// wf new: include

#include "base/check.hpp"

#include <iterator>

namespace wf::app {

namespace {

/// A network straight from a file, for commands that need no store.
Result<reach::Network> read_network(std::string const& path)
{
    WF_TRY(auto extract, osm::read_extract(path, walking::Categories::built_in()));
    return std::move(extract.network);
}

} // namespace

Result<std::shared_ptr<walking::Rules const>> rules_of(settings::Settings const& settings)
{
    return walking::load_rules(settings.text("walking.folder"));
}

std::vector<web::Feature> make_features(std::shared_ptr<walking::Rules const> const& rules,
                                        std::shared_ptr<people::House> const& house, admin::Examine const& examine,
                                        std::shared_ptr<oidc::Provider> const& provider)
{
    std::vector<web::Feature> features;
    features.push_back(area_pages::make_feature());
    features.push_back(sources::make_feature());
    features.push_back(about::make_feature());
    features.push_back(reach_pages::make_feature(rules));
    features.push_back(calc::make_feature(read_network));
    features.push_back(map_pages::make_feature());
    features.push_back(account::make_feature(house, provider));
    features.push_back(workspace_pages::make_feature(house));
    features.push_back(agenda_pages::make_feature(house));
    features.push_back(studio_pages::make_feature(house));
    features.push_back(codesign_pages::make_feature(house));
    features.push_back(plan_pages::make_feature(house));
    features.push_back(moment_pages::make_feature());
    features.push_back(glossary_pages::make_feature(house));
    features.push_back(search_pages::make_feature());
    features.push_back(network_pages::make_feature(house));
    features.push_back(uptake_pages::make_feature(house));
    features.push_back(programme_pages::make_feature(house));
    features.push_back(accounting::make_feature());
    features.push_back(admin::make_feature(house, examine));
    // wf new: feature
    return features;
}

std::vector<store::Migration> all_migrations(std::vector<web::Feature> const& features)
{
    std::vector<store::Migration> all;
    auto const add = [&](std::vector<store::Migration> more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    add(job::migrations());
    add(datasets::migrations());
    add(areas::migrations());
    add(statistics::migrations());
    add(network::migrations());
    add(places::migrations());
    add(map::migrations());
    add(runs::migrations());
    add(workspaces::migrations());
    add(mail::migrations());
    add(trail::migrations());
    add(people::migrations());
    add(watch::migrations());
    add(processing::migrations());
    add(search::migrations());
    add(agenda::migrations());
    add(priorities::migrations());
    add(plans::migrations());
    add(studios::migrations());
    add(partners::migrations());
    add(uptake::migrations());
    add(programme::migrations());
    add(codesign::migrations());
    add(reflections::migrations());
    add(glossary::migrations());
    for (auto const& feature : features) add(feature.migrations);
    return all;
}

void keep_search_index(store::Store& store)
{
    auto const all = store.read([](store::Session& session) { return workspaces::list(session); });
    for (auto const& workspace : all) {
        if (store.read([&](store::Session& session) { return search::is_made(session, workspace.id); })) continue;
        auto const made = store.write([&](store::Session& session) -> Result<void> {
            search::begin_anew(session, workspace.id);
            agenda::index_all(session, workspace.id);
            studios::index_all(session, workspace.id);
            plans::index_all(session, workspace.id);
            partners::index_all(session, workspace.id);
            uptake::index_all(session, workspace.id);
            return {};
        });
        WF_CHECK(made.has_value());
    }
}

Result<std::string> after_import(store::Store& store, settings::Settings const& settings, std::string const& version,
                                 job::Progress& progress)
{
    WF_TRY(auto const runs, area_pages::compute_profiles(store, version));
    WF_TRY(auto const rules, rules_of(settings));
    WF_TRY(auto const reach,
           reach_pages::compute_reach_runs(store, *rules, reach_pages::options_of(settings), version, progress));
    std::string said = runs.empty() ? std::string{} : "run " + runs.back().run_id;
    if (!reach.empty()) said += (said.empty() ? "run " : " and run ") + reach.back().run_id;
    return said;
}

std::vector<settings::Definition> setting_definitions()
{
    using settings::Kind;
    return {
        {"store.url", Kind::text, "sqlite:var/weefsel.db", "Waar de gegevens staan: sqlite:PAD",
         "Where the data are: sqlite:PATH"},
        {"secret.key_file", Kind::path, "",
         "Bestand met de sleutel van deze installatie, die wordt gemaakt als hij er niet is; leeg: naast de database, als "
         "<database>.key. Bewaar een kopie, niet bij de reservekopie van de database",
         "File with the key of this installation, made when it is not there; empty: beside the database, as <database>.key. Keep "
         "a copy, not with the backup of the database"},
        {"http.address", Kind::text, "127.0.0.1", "Adres waarop de server luistert; standaard alleen deze machine",
         "Address that the server listens on; by default this machine alone"},
        {"http.port", Kind::integer, "8080", "Poort waarop de server luistert; 0 kiest een vrije",
         "Port that the server listens on; 0 picks a free one", 0, 65535},
        {"http.workers", Kind::integer, "2", "Aantal pagina's dat tegelijk gemaakt wordt",
         "Number of pages made at the same time", 1, 64},
        {"http.cache_megabytes", Kind::integer, "32", "Geheugen voor pagina's die al gemaakt zijn; 0 is geen",
         "Memory for pages that were made already; 0 is none", 0, 4096},
        {"http.proxy", Kind::text, "",
         "Adres van de proxy die ervoor staat (met TLS): dan telt wie X-Forwarded-For noemt; leeg: geen proxy",
         "Address of the proxy in front (with TLS): then who X-Forwarded-For names counts; empty: no proxy"},
        {"site.url", Kind::text, "",
         "Adres waarop mensen de site vinden, zoals https://weefsel.kampen.nl: voor links in e-mail; leeg: van deze machine",
         "Address where people find the site, such as https://weefsel.kampen.nl: for links in mail; empty: of this machine"},
        {"site.tls_below", Kind::boolean, "false",
         "Ook alle namen onder die van site.url werken alleen met https: browsers onthouden dat een jaar",
         "All names below that of site.url work with https alone, too: browsers remember that for a year"},
        {"login.idle_minutes", Kind::integer, "30", "Na zoveel minuten zonder bezoek moet iemand opnieuw inloggen",
         "After so many minutes without a visit somebody has to log in again", 1, 1440},
        {"login.hours", Kind::integer, "12", "Na zoveel uur moet iemand altijd opnieuw inloggen",
         "After so many hours somebody always has to log in again", 1, 168},
        {"login.alarm", Kind::boolean, "true",
         "Beheerders krijgen een brief als inloggen opvallend vaak mislukt of opvallend vaak iets wordt geweigerd",
         "Administrators get a letter when logins fail or things are refused strikingly often"},
        {"visitors.per_hour", Kind::integer, "240",
         "Zoveel voorstellen en antwoorden over straten mag één plek op het net per uur sturen, een kwart daarvan in één keer; 0: geen grens",
         "So many proposals and answers about streets may one place on the net send in an hour, a quarter of them at once; 0: no limit",
         0, 1'000'000},
        {"oidc.issuer", Kind::text, "",
         "Adres van de inlog van uw organisatie (OpenID Connect), precies zoals die het schrijft; leeg: alleen met wachtwoord",
         "Address of the sign-in provider of your organisation (OpenID Connect), exactly as it writes it; empty: by password alone"},
        {"oidc.client_id", Kind::text, "", "Naam waaronder deze installatie daar is aangemeld",
         "Name under which this installation is registered there"},
        {"oidc.key_file", Kind::path, "",
         "Bestand met onze sleutel daarvoor (PEM, RSA van ten minste 2048 bits); `weefsel oidc keys` toont de openbare helft",
         "File with our key for it (PEM, RSA of at least 2048 bits); `weefsel oidc keys` shows the public half"},
        {"oidc.name", Kind::text, "", "Naam van die organisatie op de knop; leeg: uw organisatie",
         "Name of that organisation on the button; empty: your organisation"},
        {"oidc.scope", Kind::text, "openid email profile",
         "Wat we daar vragen, met een spatie ertussen; openid hoort erbij",
         "What we ask for there, with a blank in between; openid is one of them"},
        {"oidc.certificates", Kind::path, "", "Bestand met vertrouwde certificaten daarvoor; leeg: die van het systeem",
         "File with trusted certificates for it; empty: those of the system"},
        {"mail.server", Kind::text, "",
         "Hoe post weggaat: smtp://HOST, smtps://HOST of folder:PAD (om te bekijken); leeg: alle post wacht",
         "How mail goes out: smtp://HOST, smtps://HOST or folder:PATH (to look at); empty: all mail waits"},
        {"mail.user", Kind::text, "", "Naam waarmee we bij de mailserver inloggen; leeg: zonder",
         "Name to log in with at the mail server; empty: none"},
        {"mail.password_file", Kind::path, "", "Bestand met het wachtwoord bij die naam",
         "File with the password that goes with that name"},
        {"mail.certificates", Kind::path, "", "Bestand met vertrouwde certificaten; leeg: die van het systeem",
         "File with trusted certificates; empty: those of the system"},
        {"mail.sender", Kind::text, "weefsel@example.org", "Mailadres van de afzender", "Address of the sender"},
        {"mail.sender_name", Kind::text, "Weefsel", "Naam van de afzender", "Name of the sender"},
        {"site.place", Kind::text, "Kampen", "Naam van de gemeente boven aan de pagina",
         "Name of the municipality at the top of the page"},
        {"site.municipality", Kind::text, "GM0166", "CBS-code van de gemeente van deze site",
         "CBS code of the municipality of this site"},
        {"reach.draws", Kind::integer, "200", "Aantal trekkingen van straten en mensen bij de berekening van bereik",
         "Number of draws of streets and people when reach is worked out", 1, 200},
        {"reach.hard_legs", Kind::boolean, "false",
         "Wie moet rusten en te lang geen bank vindt, komt er niet; anders duurt het langer",
         "Who must rest and finds no bench for too long does not get there; otherwise it takes longer"},
        {"walking.folder", Kind::path, "",
         "Map met eigen categories.json, profiles.json, priors_walk.json of provision_norms.json; leeg: de ingebouwde",
         "Folder with files of your own called categories.json, profiles.json, priors_walk.json or provision_norms.json; "
         "empty: the built-in ones"},
    };
}

std::string code_version()
{
    return WF_VERSION;
}

} // namespace wf::app
