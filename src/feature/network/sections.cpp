// SPDX-License-Identifier: EUPL-1.2
#include "feature/network/sections.hpp"

#include "commons/agenda/theme_words.hpp"
#include "platform/web/roles.hpp"

#include <algorithm>
#include <array>

namespace wf::network_pages {

using namespace html;

namespace {

web::Column column(web::Visit const& visit, std::string_view key, bool narrow_hidden = false)
{
    return {"", std::string{visit.t(key)}, web::Align::start, narrow_hidden};
}

void write_text(Html& page, words::Words const& t, partners::Fact const& fact)
{
    if (!fact.is_known()) page(tag::span, attr::cls("soft"), t("network.unknown"));
    else if (fact.name == "site") page(tag::a, attr::cls("breaks"), attr::href(fact.content.text), fact.content.text);
    else page.text(fact.content.text);
}

std::string said_words(words::Words const& t, partners::Tie const& tie)
{
    if (tie.since.empty()) return t("network.tie.said", {{"by", tie.said_by}});
    return t("network.tie.said_since", {{"by", tie.said_by}, {"since", when_words(t, tie.since)}});
}

void write_wall_rows(Html& page, web::Visit const& visit, Network const& network, partners::Wall::State state)
{
    auto const& t = visit.t;
    for (auto const& wall : network.walls) {
        if (wall.state != state) continue;
        page(tag::tr, [&] {
            page(tag::th, attr::scope("row"), field_words(t, wall.one));
            page(tag::td, field_words(t, wall.other));
            page(tag::td, attr::cls("wall-" + std::string{partners::to_word(state)}), [&] {
                if (state == partners::Wall::State::crossed) page.text(t.count("network.ties.count", wall.ties));
                else page.text(t("network.wall." + std::string{partners::to_word(state)}));
            });
        });
    }
}

std::array<web::Column, 3> wall_columns(web::Visit const& visit)
{
    return {column(visit, "network.wall.one"), column(visit, "network.wall.other"), column(visit, "network.wall.ties")};
}

} // namespace

void write_facts(Html& page, web::Visit const& visit, Network const& network,
                 std::optional<partners::Proof> const& shared)
{
    auto const& t = visit.t;
    bool const may = !shared && may_write(visit, network.workspace);
    page(tag::dl, attr::cls("facts"), [&] {
        for (auto const& fact : network.facts) {
            // On a list of many, what nobody knows takes no room where it is no question.
            if (shared && !fact.is_known() && (fact.name == "more" || fact.name == "site")) continue;
            auto const name = std::string{t("network.fact." + fact.name)};
            page(tag::dt, name);
            page(tag::dd, [&] {
                write_text(page, t, fact);
                if (fact.is_known() && shared != fact.proof()) {
                    page(tag::br);
                    write_proof(page, t, fact.proof());
                }
                if (!may) return;
                page.text(" ");
                page(tag::a, attr::cls("noprint"),
                     attr::href(network_link(visit, network.workspace, "/feiten/" + fact.name)),
                     attr::label(t("network.change.of", {{"what", name}})), t("network.change"));
            });
        }
    });
}

void write_themes(Html& page, web::Visit const& visit, Network const& network,
                  std::optional<partners::Proof> const& shared)
{
    auto const& t = visit.t;
    if (network.themes.empty()) {
        page(tag::p, attr::cls("soft"), t("network.themes.none"));
        return;
    }
    page(tag::ul, [&] {
        for (auto const& theme : network.themes) {
            page(tag::li, [&] {
                page.text(theme.words);
                if (!theme.national_theme.empty()) {
                    page.text(" ");
                    page(tag::span, attr::cls("soft"),
                         t("network.theme.national",
                           {{"theme", agenda::national_theme_words(t, theme.national_theme)}}));
                }
                if (shared == theme.proof) return;
                page(tag::br);
                write_proof(page, t, theme.proof);
            });
        }
    });
}

void write_partners(Html& page, web::Visit const& visit, Network const& network)
{
    auto const& t = visit.t;
    if (network.partners.empty()) {
        web::empty(
            page, t("network.partners.none"), [&] { page(tag::p, t("network.partners.none.text")); }, web::Level::h3);
        return;
    }
    std::array const columns{column(visit, "network.partner.number"), column(visit, "network.partner.name"),
                             column(visit, "network.partner.kind"), column(visit, "network.partner.since", true)};
    bool const may = may_write(visit, network.workspace);
    web::table(page, visit, t("network.partners.caption"), columns, "", [&] {
        for (std::size_t i = 0; i < network.partners.size(); ++i) {
            auto const& partner = network.partners[i];
            auto const number = std::to_string(i + 1);
            page(tag::tr, attr::id("partner-" + number), [&] {
                page(tag::td, number);
                page(tag::th, attr::scope("row"), [&] {
                    if (may)
                        page(tag::a, attr::cls("partnername"),
                             attr::href(network_link(visit, network.workspace, "/partners/" + partner.id)),
                             partner.content.name);
                    else if (!partner.content.site.empty())
                        page(tag::a, attr::cls("partnername"), attr::href(partner.content.site), partner.content.name);
                    else page.text(partner.content.name);
                    if (partner.is_invented) {
                        page.text(" ");
                        web::tag_label(page, "made", t("network.invented"));
                    }
                    page(tag::br);
                    write_proof(page, t, partner.proof());
                });
                page(tag::td, kind_words(t, partner.kind()) + ", " + field_words(t, partner.field()));
                page(tag::td, attr::cls("wide"), when_words(t, partner.content.since));
            });
        }
    });
}

void write_ties(Html& page, web::Visit const& visit, Network const& network)
{
    auto const& t = visit.t;
    if (network.ties.empty()) {
        page(tag::p, attr::cls("soft"), t("network.ties.none"));
        return;
    }
    bool const may = may_write(visit, network.workspace);
    std::vector<web::Column> columns{column(visit, "network.tie.one"), column(visit, "network.tie.other"),
                                     column(visit, "network.tie.about")};
    if (may) columns.push_back(column(visit, "network.tie.retire"));
    web::table(page, visit, t("network.ties.caption"), columns, "", [&] {
        for (auto const& tie : network.ties) {
            auto const name = [&](std::string const& id) {
                auto const number = network.number_of(id);
                return std::to_string(number) + ". " + network.partners[number - 1].content.name;
            };
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), name(tie.one_id));
                page(tag::td, name(tie.other_id));
                page(tag::td, [&] {
                    page.text(tie.about);
                    page(tag::br);
                    page(tag::span, attr::cls("proof"), said_words(t, tie));
                });
                if (!may) return;
                page(tag::td, [&] {
                    web::write_button_form(page, visit,
                                           network_link(visit, network.workspace, "/lijnen/" + tie.id + "/weg"),
                                           t("network.tie.retire.of",
                                             {{"one", std::to_string(network.number_of(tie.one_id))},
                                              {"other", std::to_string(network.number_of(tie.other_id))}}));
                });
            });
        }
    });
}

void write_walls(Html& page, web::Visit const& visit, Network const& network)
{
    using State = partners::Wall::State;
    auto const& t = visit.t;
    auto const unknown = network.count_walls(State::unknown);
    auto const columns = wall_columns(visit);
    if (unknown < static_cast<std::int64_t>(network.walls.size()))
        web::table(page, visit, t("network.walls.caption"), columns, "", [&] {
            write_wall_rows(page, visit, network, State::no_line);
            write_wall_rows(page, visit, network, State::crossed);
        });
    if (unknown == 0) return;
    page(tag::details, attr::cls("pane"), [&] {
        page(tag::summary, t.count("network.walls.unknown", unknown));
        page(tag::p, t("network.walls.unknown.text"));
        web::table(page, visit, t("network.walls.unknown.caption"), columns, "",
                   [&] { write_wall_rows(page, visit, network, State::unknown); });
    });
}

void write_roles(Html& page, web::Visit const& visit, std::map<access::Role, std::int64_t> const& roles)
{
    auto const& t = visit.t;
    if (roles.empty()) {
        page(tag::p, attr::cls("soft"), t("network.roles.none"));
        return;
    }
    page(tag::ul, [&] {
        for (auto const& [role, count] : roles)
            page(tag::li, web::role_word(t, role) + ": " + t.count("network.roles.count", count));
    });
}

} // namespace wf::network_pages
