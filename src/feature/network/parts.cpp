// SPDX-License-Identifier: EUPL-1.2
#include "feature/network/parts.hpp"

#include "base/check.hpp"
#include "base/web_address.hpp"

#include <algorithm>

namespace wf::network_pages {

using namespace html;

std::int64_t Network::count_walls(partners::Wall::State state) const
{
    return std::count_if(walls.begin(), walls.end(), [&](partners::Wall const& wall) { return wall.state == state; });
}

std::size_t Network::number_of(std::string_view partner) const
{
    auto const found =
        std::find_if(partners.begin(), partners.end(), [&](partners::Partner const& one) { return one.id == partner; });
    return found == partners.end() ? 0 : static_cast<std::size_t>(found - partners.begin()) + 1;
}

Network load_network(store::Session& session, workspaces::Workspace workspace)
{
    Network network;
    network.facts = partners::list_facts(session, workspace.id);
    network.themes = partners::list_themes(session, workspace.id);
    network.partners = partners::list_partners(session, workspace.id);
    network.ties = partners::list_ties(session, workspace.id);
    for (auto const& tie : network.ties)
        WF_CHECK(network.number_of(tie.one_id) > 0 && network.number_of(tie.other_id) > 0);
    network.walls = partners::walls_of(network.partners, network.ties);
    network.workspace = std::move(workspace);
    return network;
}

Result<Network> load_here(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Network> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        return load_network(session, std::move(workspace));
    });
}

Result<workspaces::Workspace> find_workspace(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) { return workspaces::find_here(session, visit); });
}

std::string network_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/netwerk") + std::string{below};
}

web::Frame public_frame(web::Visit const& visit, workspaces::Workspace const& workspace, std::string title)
{
    web::Frame frame;
    frame.cache = http::Cache::never;
    frame.crumbs.push_back({std::string{visit.t("network.werkplaatsen")}, visit.link("/werkplaatsen")});
    if (title.empty()) {
        title = visit.t("network.of", {{"werkplaats", workspace.name}});
        frame.crumbs.push_back({workspace.name, ""});
    } else {
        frame.crumbs.push_back({workspace.name, network_link(visit, workspace)});
        frame.crumbs.push_back({title, ""});
    }
    frame.title = std::move(title);
    return frame;
}

web::Frame writing_frame(web::Visit const& visit, workspaces::Workspace const& workspace, std::string title, int status)
{
    auto frame = workspaces::frame_inside(visit, std::move(title), workspace,
                                          {{std::string{visit.t("network.title")}, network_link(visit, workspace)}});
    frame.status = status;
    return frame;
}

bool may_write(web::Visit const& visit, workspaces::Workspace const& workspace)
{
    return visit.may(access::Action::change, "partner", workspace.address);
}

std::string kind_words(words::Words const& t, partners::Kind kind)
{
    return std::string{t("network.kind." + std::string{partners::to_word(kind)})};
}

std::string field_words(words::Words const& t, partners::Field field)
{
    return std::string{t("network.field." + std::string{partners::to_word(field)})};
}

std::string when_words(words::Words const& t, std::string const& when)
{
    constexpr std::size_t month = 7;
    return when.size() == month ? web::month_of(t, when) : web::day_of(t, when);
}

void write_proof(Html& page, words::Words const& t, partners::Proof const& proof)
{
    bool const is_link = is_web_address(proof.source);
    page(tag::span, attr::cls("proof"), [&] {
        if (proof.source.empty()) {
            page.text(t("network.proof.memory"));
        } else {
            page.text(std::string{t("network.proof")} + " ");
            if (is_link) page(tag::a, attr::cls("breaks"), attr::href(proof.source), proof.source);
            else page.text(proof.source);
        }
        if (!proof.looked_on.empty()) page.text(", " + when_words(t, proof.looked_on));
        if (!proof.is_checked) {
            page.text(" ");
            web::tag_label(page, "", t("network.unchecked"));
        }
    });
}

bool is_for_form(Error const& error)
{
    return error.kind == Trouble::bad_input;
}

} // namespace wf::network_pages
