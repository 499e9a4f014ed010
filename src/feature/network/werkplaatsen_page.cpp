// SPDX-License-Identifier: EUPL-1.2
// All werkplaatsen, with what is known of each and where that was read.
#include "feature/network/pages.hpp"
#include "feature/network/sections.hpp"
#include "feature/network/views.hpp"

#include <algorithm>

namespace wf::network_pages {

using namespace html;

namespace {

std::vector<Network> load_all(web::Visit const& visit)
{
    return visit.store().read([](store::Session& session) {
        std::vector<Network> all;
        for (auto& workspace : workspaces::list(session)) {
            if (workspace.kind == workspaces::Kind::werkplaats)
                all.push_back(load_network(session, std::move(workspace)));
        }
        return all;
    });
}

std::int64_t count_unchecked(Network const& network)
{
    auto const facts = std::count_if(network.facts.begin(), network.facts.end(), [](partners::Fact const& fact) {
        return fact.is_known() && !fact.proof().is_checked;
    });
    auto const themes = std::count_if(network.themes.begin(), network.themes.end(),
                                      [](partners::Theme const& theme) { return !theme.proof.is_checked; });
    return facts + themes;
}

Maybe fact_of(Network const& network, std::string_view name)
{
    auto const found = std::find_if(network.facts.begin(), network.facts.end(),
                                    [&](partners::Fact const& fact) { return fact.name == name; });
    return found == network.facts.end() ? std::nullopt : web::maybe(found->content.text);
}

web::Table<WerkplaatsenSummary, WerkplaatsRow> make_view(std::vector<Network> const& all)
{
    web::Table<WerkplaatsenSummary, WerkplaatsRow> view;
    view.summary.werkplaatsen = static_cast<std::int64_t>(all.size());
    for (auto const& network : all) {
        std::string themes;
        for (auto const& theme : network.themes) themes += (themes.empty() ? "" : "; ") + theme.words;
        view.rows.push_back({network.workspace.address, network.workspace.name, fact_of(network, "region"),
                             fact_of(network, "hogeschool"), fact_of(network, "lectoraat"), fact_of(network, "site"),
                             fact_of(network, "more"), web::maybe(themes), count_unchecked(network),
                             static_cast<std::int64_t>(network.partners.size()),
                             static_cast<std::int64_t>(network.ties.size())});
    }
    return view;
}

/// What most of it stands on: said once, and only what stands on something else says so itself.
std::optional<partners::Proof> shared_proof(Network const& network)
{
    std::vector<std::pair<partners::Proof, int>> counts;
    auto const add = [&](partners::Proof const& proof) {
        auto const found =
            std::find_if(counts.begin(), counts.end(), [&](auto const& one) { return one.first == proof; });
        if (found == counts.end()) counts.emplace_back(proof, 1);
        else found->second += 1;
    };
    for (auto const& fact : network.facts) {
        if (fact.is_known()) add(fact.proof());
    }
    for (auto const& theme : network.themes) add(theme.proof);
    auto const most = std::max_element(counts.begin(), counts.end(),
                                       [](auto const& a, auto const& b) { return a.second < b.second; });
    if (most == counts.end()) return std::nullopt;
    return most->first;
}

void write_werkplaats(Html& page, web::Visit const& visit, Network const& network)
{
    auto const& t = visit.t;
    auto const shared = shared_proof(network);
    page(tag::li, attr::cls("werkplaats"), [&] {
        page(tag::h2,
             [&] { page(tag::a, attr::href(network_link(visit, network.workspace)), network.workspace.name); });
        if (!shared) {
            page(tag::p, attr::cls("soft"), t("network.facts.none"));
        } else {
            write_facts(page, visit, network, shared);
            if (!network.themes.empty()) {
                page(tag::h3, t("network.themes"));
                write_themes(page, visit, network, shared);
            }
            page(tag::p, [&] { write_proof(page, t, *shared); });
        }
        if (!network.partners.empty())
            page(tag::p, t.count("network.partners.count", static_cast<std::int64_t>(network.partners.size())) + ", " +
                             t.count("network.ties.count", static_cast<std::int64_t>(network.ties.size())));
    });
}

} // namespace

Result<http::Response> werkplaatsen_page(web::Visit const& visit, people::House&)
{
    auto const all = load_all(visit);
    return web::answer_fresh(
        visit, [&] { return make_view(all); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            web::Frame frame;
            frame.title = t("network.werkplaatsen");
            frame.crumbs = {{frame.title, ""}};
            auto const here = visit.link("/werkplaatsen");
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, t("network.werkplaatsen"));
                if (all.empty()) {
                    web::empty(page, t("network.werkplaatsen.none"),
                               [&] { page(tag::p, t("network.werkplaatsen.none.text")); });
                    return;
                }
                page(tag::p, attr::cls("lead"),
                     t.count("network.werkplaatsen.sentence", static_cast<std::int64_t>(all.size())));
                page(tag::p, t("network.werkplaatsen.text"));
                page(tag::ul, attr::cls("plain werkplaatsen"), [&] {
                    for (auto const& network : all) write_werkplaats(page, visit, network);
                });
            });
        });
}

} // namespace wf::network_pages
