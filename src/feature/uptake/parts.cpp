// SPDX-License-Identifier: EUPL-1.2
#include "feature/uptake/parts.hpp"

namespace wf::uptake_pages {

using namespace html;

std::string uptake_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/doorwerking") + std::string{below};
}

void write_state(Html& page, words::Words const& t, uptake::Claim const& claim)
{
    auto const modifier = claim.state == uptake::State::confirmed ? "ok"
                          : claim.state == uptake::State::waiting ? "run"
                                                                  : "";
    web::tag_label(page, modifier, t("uptake.state." + std::string{uptake::to_word(claim.state)}));
    if (!claim.is_invented) return;
    page.text(" ");
    web::tag_label(page, "made", t("uptake.invented"));
}

void write_proof(Html& page, uptake::Claim const& claim)
{
    if (claim.proof_link.empty()) page.text(claim.proof);
    else page(tag::a, attr::href(claim.proof_link), claim.proof);
}

} // namespace wf::uptake_pages
