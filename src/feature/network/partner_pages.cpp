// SPDX-License-Identifier: EUPL-1.2
// Adding, changing and retiring a partner; adding and retiring a line between two.
#include "commons/writing/pages.hpp"
#include "feature/network/forms.hpp"
#include "feature/network/pages.hpp"
#include "feature/network/parts.hpp"

namespace wf::network_pages {

using namespace html;

namespace {

PartnerForm empty_form(words::Words const& t)
{
    PartnerForm form;
    for (auto const kind : partners::all_kinds)
        form.kinds.push_back({std::string{partners::to_word(kind)}, kind_words(t, kind)});
    for (auto const field : partners::all_fields)
        form.fields.push_back({std::string{partners::to_word(field)}, field_words(t, field)});
    return form;
}

PartnerForm form_of(words::Words const& t, partners::Partner const& partner)
{
    auto form = empty_form(t);
    form.content = partner.content;
    form.proof = partner.proof();
    return form;
}

partners::PartnerContent content_of(PartnerForm const& form)
{
    auto content = form.content;
    content.source = form.proof.source;
    content.looked_on = form.proof.looked_on;
    content.checked = form.proof.is_checked ? partners::yes : "";
    return content;
}

struct Here {
    workspaces::Workspace workspace;
    partners::Partner partner;
};

Result<Here> load_partner(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Here> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("partner");
        auto partner = partners::find_partner(session, workspace.id, id);
        if (!partner) return Error{Trouble::not_found, "partners.unknown", std::string{id}, ""};
        if (partner->is_retired) return Error{Trouble::conflict, "partners.retired", "", partner->content.name};
        return Here{std::move(workspace), std::move(*partner)};
    });
}

/// In the words of the page, where the store has a code.
partners::PartnerContent in_words(words::Words const& t, partners::Partner const& partner)
{
    auto content = partner.content;
    content.kind = kind_words(t, partner.kind());
    content.field = field_words(t, partner.field());
    return content;
}

Result<http::Response> write_new(web::Visit const& visit, workspaces::Workspace const& workspace,
                                 web::Filled<PartnerForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const frame =
        writing_frame(visit, workspace, std::string{t("network.partner.new")}, filled.faults.empty() ? 200 : 400);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("network.partner.new"));
        page(tag::p, t("network.no_persons"));
        web::write_form(page, visit,
                        {.action = network_link(visit, workspace, "/partners/nieuw"),
                         .prefix = "network.form",
                         .submit_key = "network.partner.submit"},
                        filled);
    });
}

Result<http::Response> write_partner(web::Visit const& visit, Here const& here, web::Filled<PartnerForm> const& filled,
                                     std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    int const status = !clashes.empty() ? 409 : filled.faults.empty() ? 200 : 400;
    auto const action = network_link(visit, here.workspace, "/partners/" + here.partner.id);
    return web::page(visit, writing_frame(visit, here.workspace, here.partner.content.name, status), [&](Html& page) {
        page(tag::h1, here.partner.content.name);
        page(tag::p, t("network.no_persons"));
        writing::write_clashes(page, t, "network", partners::partner_parts, clashes, in_words(t, here.partner));
        web::write_form(page, visit, {.action = action, .prefix = "network.form", .submit_key = "network.form.submit"},
                        filled, [&] { writing::write_seen(page, here.partner.version); });
        page(tag::h2, t("network.partner.retire"));
        page(tag::p, t("network.partner.retire.text"));
        web::write_button_form(page, visit, action + "/weg", t("network.partner.retire.submit"));
    });
}

struct Lines {
    Network network;
    TieForm form;
};

Result<Lines> load_lines(web::Visit const& visit)
{
    WF_TRY(auto network, load_here(visit));
    TieForm form;
    for (auto const& partner : network.partners) form.partners.push_back({partner.id, partner.content.name});
    return Lines{std::move(network), std::move(form)};
}

Result<http::Response> write_new_tie(web::Visit const& visit, Lines const& lines, web::Filled<TieForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& workspace = lines.network.workspace;
    auto const frame =
        writing_frame(visit, workspace, std::string{t("network.tie.new")}, filled.faults.empty() ? 200 : 400);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("network.tie.new"));
        if (lines.network.partners.size() < 2) {
            web::empty(page, t("network.tie.too_few"), [&] {
                page(tag::p, [&] {
                    page(tag::a, attr::href(network_link(visit, workspace, "/partners/nieuw")),
                         t("network.partner.new"));
                });
            });
            return;
        }
        page(tag::p, t("network.no_persons"));
        web::write_form(page, visit,
                        {.action = network_link(visit, workspace, "/lijnen/nieuw"),
                         .prefix = "network.tie.form",
                         .submit_key = "network.tie.submit"},
                        filled);
    });
}

} // namespace

Result<http::Response> new_partner_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const workspace, find_workspace(visit));
    return write_new(visit, workspace, {empty_form(visit.t), {}});
}

Result<http::Response> new_partner_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const workspace, find_workspace(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(empty_form(visit.t), sent);
    if (!filled.faults.empty()) return write_new(visit, workspace, filled);
    partners::Partner partner;
    partner.workspace_id = workspace.id;
    partner.content = content_of(filled.form);
    auto const added = visit.store().write([&](store::Session& session) {
        return partners::add_partner(session, {house.trail(), visit.actor.person_id}, partner);
    });
    if (added) return web::done(visit, network_link(visit, workspace));
    if (!is_for_form(added.error())) return added.error();
    filled.faults.push_back(web::fault_of(added.error(), "naam"));
    return write_new(visit, workspace, filled);
}

Result<http::Response> partner_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load_partner(visit));
    return write_partner(visit, here, {form_of(visit.t, here.partner), {}}, {});
}

Result<http::Response> partner_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto here, load_partner(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(empty_form(visit.t), sent);
    if (!filled.faults.empty()) return write_partner(visit, here, filled, {});
    auto const seen = writing::read_seen(sent, here.partner.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return partners::save_partner(session, {house.trail(), visit.actor.person_id}, here.workspace.id,
                                      here.partner.id, seen, content_of(filled.form));
    });
    if (!saved) {
        if (!is_for_form(saved.error())) return saved.error();
        filled.faults.push_back(web::fault_of(saved.error(), "naam"));
        return write_partner(visit, here, filled, {});
    }
    if (saved->clashes.empty()) return web::done(visit, network_link(visit, here.workspace));
    here.partner = saved->record;
    return write_partner(visit, here, filled, saved->clashes);
}

Result<http::Response> retire_partner_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const workspace, find_workspace(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return partners::retire_partner(session, {house.trail(), visit.actor.person_id}, workspace.id,
                                        visit.request.part("partner"));
    }));
    return web::done(visit, network_link(visit, workspace));
}

Result<http::Response> new_tie_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const lines, load_lines(visit));
    return write_new_tie(visit, lines, {lines.form, {}});
}

Result<http::Response> new_tie_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const lines, load_lines(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(lines.form, sent);
    if (!filled.faults.empty()) return write_new_tie(visit, lines, filled);
    auto const& workspace = lines.network.workspace;
    auto const added = visit.store().write([&](store::Session& session) {
        return partners::add_tie(session, {house.trail(), visit.actor.person_id}, workspace.id, filled.form.tie);
    });
    if (added) return web::done(visit, network_link(visit, workspace, "#lijnen"));
    if (!is_for_form(added.error())) return added.error();
    filled.faults.push_back(web::fault_of(added.error(), "waarover"));
    return write_new_tie(visit, lines, filled);
}

Result<http::Response> retire_tie_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const workspace, find_workspace(visit));
    WF_TRY_VOID(visit.store().write([&](store::Session& session) {
        return partners::retire_tie(session, {house.trail(), visit.actor.person_id}, workspace.id,
                                    visit.request.part("lijn"));
    }));
    return web::done(visit, network_link(visit, workspace, "#lijnen"));
}

} // namespace wf::network_pages
