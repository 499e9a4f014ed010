// SPDX-License-Identifier: EUPL-1.2
// The network of one werkplaats for everybody; and its facts, lines and walls each on a page that is also a file.
#include "commons/agenda/agenda.hpp"
#include "commons/people/memberships.hpp"
#include "feature/network/drawing.hpp"
#include "feature/network/pages.hpp"
#include "feature/network/sections.hpp"
#include "feature/network/views.hpp"

namespace wf::network_pages {

using namespace html;

namespace {

using partners::Wall;

web::Table<NetworkSummary, PartnerRow> make_view(Network const& network)
{
    web::Table<NetworkSummary, PartnerRow> view;
    view.summary = {network.workspace.name, static_cast<std::int64_t>(network.partners.size()),
                    static_cast<std::int64_t>(network.ties.size()), network.count_walls(Wall::State::no_line),
                    network.count_walls(Wall::State::unknown)};
    for (auto const& partner : network.partners) {
        auto const& c = partner.content;
        view.rows.push_back({static_cast<std::int64_t>(view.rows.size()) + 1, partner.id, c.name, c.kind, c.field,
                             web::maybe(c.site), web::maybe(c.since), web::maybe(c.source), web::maybe(c.looked_on),
                             partner.proof().is_checked, partner.is_invented});
    }
    return view;
}

web::Table<OfWerkplaats, FactRow> make_facts_view(Network const& network)
{
    web::Table<OfWerkplaats, FactRow> view;
    view.summary = {network.workspace.name};
    auto const add = [&](std::string fact, std::string const& text, partners::Proof const& proof) {
        view.rows.push_back({std::move(fact), web::maybe(text), web::maybe(proof.source), web::maybe(proof.looked_on),
                             proof.is_checked});
    };
    for (auto const& fact : network.facts) add(fact.name, fact.content.text, fact.proof());
    for (auto const& theme : network.themes) add("theme", theme.words, theme.proof);
    return view;
}

web::Table<OfWerkplaats, TieRow> make_ties_view(Network const& network)
{
    web::Table<OfWerkplaats, TieRow> view;
    view.summary = {network.workspace.name};
    auto const name = [&](std::string const& id) { return network.partners[network.number_of(id) - 1].content.name; };
    for (auto const& tie : network.ties)
        view.rows.push_back({tie.id, tie.one_id, name(tie.one_id), tie.other_id, name(tie.other_id), tie.about,
                             web::maybe(tie.since), tie.said_by});
    return view;
}

web::Table<OfWerkplaats, WallRow> make_walls_view(Network const& network)
{
    web::Table<OfWerkplaats, WallRow> view;
    view.summary = {network.workspace.name};
    for (auto const& wall : network.walls) {
        bool const is_known = wall.state != Wall::State::unknown;
        view.rows.push_back({std::string{partners::to_word(wall.one)}, std::string{partners::to_word(wall.other)},
                             is_known ? std::optional{wall.ties} : std::nullopt,
                             std::string{partners::to_word(wall.state)}});
    }
    return view;
}

void name_formats(web::Frame& frame, std::string const& here)
{
    frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
}

/// One part of the network, as a page and as a file.
template <class View, class F>
Result<http::Response> part_page(web::Visit const& visit, std::string_view below, std::string_view title,
                                 View (*view)(Network const&), F const& write)
{
    WF_TRY(auto const network, load_here(visit));
    return web::answer_fresh(
        visit, [&] { return view(network); },
        [&]() -> Result<http::Response> {
            auto frame = public_frame(visit, network.workspace, std::string{visit.t(title)});
            name_formats(frame, network_link(visit, network.workspace, below));
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, visit.t(title));
                page(tag::p, attr::cls("lead"), network.workspace.name);
                write(page, network);
            });
        });
}

void write_lead(Html& page, words::Words const& t, Network const& network)
{
    page(tag::p, attr::cls("lead"), [&] {
        page.text(t.count("network.sentence.partners", static_cast<std::int64_t>(network.partners.size())));
        if (network.partners.empty()) return;
        page.text(" " + t.count("network.sentence.ties", static_cast<std::int64_t>(network.ties.size())));
        page.text(" " + t.count("network.sentence.walls", network.count_walls(Wall::State::no_line)));
    });
}

struct Button {
    std::string_view below;
    std::string_view key;
};

void write_buttons(Html& page, web::Visit const& visit, Network const& network, std::span<Button const> buttons)
{
    if (!may_write(visit, network.workspace)) return;
    page(tag::p, attr::cls("row noprint"), [&] {
        for (auto const& button : buttons)
            web::link_button(page, network_link(visit, network.workspace, button.below), visit.t(button.key));
    });
}

/// The same facts as a table, once for people and once as a file.
void write_as_file(Html& page, web::Visit const& visit, Network const& network, std::string_view below,
                   std::string_view key)
{
    page(tag::p, attr::cls("noprint"),
         [&] { page(tag::a, attr::href(network_link(visit, network.workspace, below)), visit.t(key)); });
}

/// What is read beside the network, for one visitor.
struct Around {
    bool has_agenda{false};
    bool is_member{false};
    std::map<access::Role, std::int64_t> roles; ///< for a member
};

Around load_around(web::Visit const& visit, workspaces::Workspace const& workspace)
{
    return visit.store().read([&](store::Session& session) {
        Around around;
        // As the list of agendas has it: where nobody reads, nobody is sent to ask.
        around.has_agenda = people::count_members(session).contains(workspace.id) ||
                            !agenda::tally(session, workspace.id).by_status.empty();
        around.is_member = visit.actor.in(workspace.address) != nullptr;
        if (around.is_member) around.roles = people::count_roles(session, workspace.id);
        return around;
    });
}

void write_ways(Html& page, web::Visit const& visit, Network const& network, Around const& around)
{
    auto const& t = visit.t;
    auto const& workspace = network.workspace;
    page(tag::ul, attr::cls("plain ways noprint"), [&] {
        auto const way = [&](std::string const& url, std::string_view words) {
            page(tag::li, [&] { page(tag::a, attr::href(url), words); });
        };
        way(visit.link("/werkplaatsen"), t("network.werkplaatsen.all"));
        if (around.has_agenda) way(visit.link("/vragen/" + workspace.address), t("network.to_agenda"));
        if (visit.may(access::Action::read, "workspace", workspace.address))
            way(workspaces::inside(visit, workspace), t("network.to_workspace"));
        if (visit.may(access::Action::change, "own_word", workspace.address))
            way(network_link(visit, workspace, "/woorden"), t("network.words"));
    });
}

} // namespace

Result<http::Response> network_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const network, load_here(visit));
    auto const around = load_around(visit, network.workspace);
    return web::answer_fresh(
        visit, [&] { return make_view(network); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto frame = public_frame(visit, network.workspace);
            name_formats(frame, network_link(visit, network.workspace));
            return web::page(visit, frame, [&](Html& page) {
                auto const section = [&](std::string_view id, std::string_view heading,
                                         std::function<void()> const& body) {
                    page(tag::section, attr::id(id), [&] {
                        page(tag::h2, t(heading));
                        body();
                    });
                };
                page(tag::h1, t("network.of", {{"werkplaats", network.workspace.name}}));
                write_lead(page, t, network);
                section("partners", "network.partners", [&] {
                    write_drawing(page, visit, network);
                    std::array const buttons{Button{"/partners/nieuw", "network.partner.new"},
                                             Button{"/lijnen/nieuw", "network.tie.new"}};
                    write_buttons(page, visit, network, buttons);
                    write_partners(page, visit, network);
                });
                section("lijnen", "network.ties", [&] {
                    write_ties(page, visit, network);
                    write_as_file(page, visit, network, "/lijnen", "network.ties.file");
                });
                section("schotten", "network.walls", [&] {
                    page(tag::p, t("network.walls.text"));
                    write_walls(page, visit, network);
                    write_as_file(page, visit, network, "/schotten", "network.walls.file");
                });
                section("feiten", "network.facts", [&] {
                    write_facts(page, visit, network);
                    page(tag::h3, t("network.themes"));
                    write_themes(page, visit, network);
                    std::array const buttons{Button{"/themas", "network.themes.change"}};
                    write_buttons(page, visit, network, buttons);
                    write_as_file(page, visit, network, "/feiten", "network.facts.file");
                });
                if (around.is_member)
                    section("mensen", "network.roles", [&] { write_roles(page, visit, around.roles); });
                write_ways(page, visit, network, around);
            });
        });
}

Result<http::Response> facts_page(web::Visit const& visit, people::House&)
{
    return part_page(visit, "/feiten", "network.facts", make_facts_view, [&](Html& page, Network const& network) {
        write_facts(page, visit, network);
        page(tag::h2, visit.t("network.themes"));
        write_themes(page, visit, network);
    });
}

Result<http::Response> ties_page(web::Visit const& visit, people::House&)
{
    return part_page(visit, "/lijnen", "network.ties", make_ties_view,
                     [&](Html& page, Network const& network) { write_ties(page, visit, network); });
}

Result<http::Response> walls_page(web::Visit const& visit, people::House&)
{
    return part_page(visit, "/schotten", "network.walls", make_walls_view, [&](Html& page, Network const& network) {
        page(tag::p, visit.t("network.walls.text"));
        write_walls(page, visit, network);
    });
}

} // namespace wf::network_pages
