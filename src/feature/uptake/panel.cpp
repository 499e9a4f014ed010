// SPDX-License-Identifier: EUPL-1.2
// On the page of a plan or studio: where it was taken up, and the way to say so.
#include "base/percent.hpp"
#include "feature/uptake/pages.hpp"
#include "feature/uptake/parts.hpp"

namespace wf::uptake_pages {

using namespace html;

Result<void> write_panel(Html& page, web::Visit const& visit, std::string_view subject)
{
    struct Loaded {
        workspaces::Workspace workspace;
        std::vector<uptake::Claim> claims;
    };
    WF_TRY(auto const work, work::read(subject));
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto claims = uptake::list(session, {workspace.id, std::nullopt, work, "", ""});
        return Loaded{std::move(workspace), std::move(claims)};
    }));
    auto const& t = visit.t;
    if (!visit.may(access::Action::read, "uptake_work", loaded.workspace.address)) return {};
    if (loaded.claims.empty()) page(tag::p, t("uptake.panel.none"));
    else
        page(tag::ul, attr::cls("plain ways"), [&] {
            for (auto const& claim : loaded.claims)
                page(tag::li, [&] {
                    page(tag::a, attr::href(uptake_link(visit, loaded.workspace, "/" + claim.id)),
                         claim.taker + ", " + claim.region);
                    page.text(", " + web::day_of(t, claim.taken_on) + " ");
                    write_state(page, t, claim);
                });
        });
    if (visit.may(access::Action::add, "uptake_work", loaded.workspace.address))
        page(tag::p, attr::cls("row noprint"), [&] {
            web::link_button(page, uptake_link(visit, loaded.workspace, "/meld?over=" + percent_encode(subject)),
                             t("uptake.claim"));
        });
    return {};
}

} // namespace wf::uptake_pages
