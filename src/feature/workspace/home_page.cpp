// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/partners.hpp"
#include "feature/workspace/pages.hpp"
#include "feature/workspace/parts.hpp"
#include "platform/web/roles.hpp"

namespace wf::workspace_pages {

using namespace html;

Result<http::Response> home_page(web::Visit const& visit, people::House&)
{
    struct Loaded {
        workspaces::Workspace workspace;
        std::int64_t members{0};
        std::optional<partners::OwnWord> studio;
    };
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const members = people::count_members(session)[workspace.id];
        auto studio = partners::local_word(session, workspace.id, partners::Term::studio);
        return Loaded{std::move(workspace), members, std::move(studio)};
    }));
    auto const& t = visit.t;
    auto const& workspace = loaded.workspace;
    auto const* mine = visit.actor.in(workspace.address);
    return web::page(visit, frame_of(visit, workspace.name, &workspace), [&](Html& page) {
        page(tag::h1, workspace.name);
        page(tag::p, attr::cls("lead"), [&] {
            page.text(t("workspace.kind." + std::string{workspaces::to_word(workspace.kind)}));
            if (mine != nullptr) page.text(". " + t("workspace.my_roles", {{"roles", web::role_list(t, mine->roles)}}));
        });
        auto const base = visit.link("/werkplaats/" + workspace.address);
        page(tag::ul, attr::cls("plain ways"), [&] {
            if (visit.may(access::Action::read, "membership", workspace.address))
                page(tag::li, [&] {
                    page(tag::a, attr::href(base + "/mensen"), t.count("workspace.people.count", loaded.members));
                });
            if (visit.may(access::Action::read, "agenda", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/agenda"), t("workspace.agenda")); });
            if (visit.may(access::Action::read, "studio", workspace.address))
                page(tag::li, [&] {
                    page(tag::a, attr::href(base + "/studios"),
                         loaded.studio ? loaded.studio->title() : std::string{t("workspace.studios")});
                });
            if (visit.may(access::Action::read, "plan_work", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/plannen"), t("workspace.plans")); });
            if (workspace.kind == workspaces::Kind::werkplaats)
                page(tag::li, [&] { page(tag::a, attr::href(base + "/netwerk"), t("workspace.network")); });
            if (visit.may(access::Action::change, "own_word", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/netwerk/woorden"), t("workspace.words")); });
            if (visit.may(access::Action::read, "uptake_work", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/doorwerking"), t("workspace.uptake")); });
            if (visit.may(access::Action::read, "programme", workspace.address)) {
                page(tag::li, [&] { page(tag::a, attr::href(base + "/programma"), t("workspace.programme")); });
                page(tag::li, [&] { page(tag::a, attr::href(base + "/verantwoording"), t("workspace.accounting")); });
            }
            if (visit.may(access::Action::read, "moment", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/momenten"), t("workspace.moments")); });
            if (visit.may(access::Action::read, "local_term", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/begrippen"), t("workspace.glossary")); });
            if (visit.may(access::Action::read, "trail", workspace.address))
                page(tag::li, [&] { page(tag::a, attr::href(base + "/spoor"), t("workspace.trail")); });
            if (workspace.is_top() && visit.may(access::Action::read, "installation"))
                page(tag::li, [&] { page(tag::a, attr::href(visit.link("/beheer")), t("workspace.installation")); });
        });
        if (!workspace.area_code.empty())
            page(tag::p, [&] {
                page(tag::a, attr::href(visit.link("/gemeente/" + workspace.area_code)), t("workspace.area"));
            });
    });
}

} // namespace wf::workspace_pages
