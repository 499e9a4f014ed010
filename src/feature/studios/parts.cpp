// SPDX-License-Identifier: EUPL-1.2
#include "feature/studios/parts.hpp"

#include "base/text.hpp"
#include "commons/partners/partners.hpp"

namespace wf::studio_pages {

using namespace html;

Result<Here> find_studio(store::Session& session, web::Visit const& visit)
{
    WF_TRY(auto workspace, workspaces::find_here(session, visit));
    auto const id = visit.request.part("studio");
    auto studio = studios::find(session, workspace.id, id);
    if (!studio) return Error{Trouble::not_found, "studio.unknown", std::string{id}, ""};
    auto title = studios_title(session, visit.t, workspace);
    return Here{std::move(workspace), std::move(*studio), std::move(title)};
}

std::string studios_title(store::Session& session, words::Words const& t, workspaces::Workspace const& workspace)
{
    auto const own = partners::local_word(session, workspace.id, partners::Term::studio);
    return own ? own->title() : std::string{t("studios.title")};
}

std::string studios_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/studios") + std::string{below};
}

std::string studio_link(web::Visit const& visit, Here const& here, std::string_view below)
{
    return studios_link(visit, here.workspace, "/" + here.studio.id) + std::string{below};
}

bool may_change(web::Visit const& visit, Here const& here)
{
    return here.studio.state == studios::State::open &&
           visit.may(access::Action::change, "studio", here.workspace.address);
}

web::Frame studio_frame(web::Visit const& visit, Here const& here, std::string title)
{
    std::vector<web::Crumb> between{{here.title, studios_link(visit, here.workspace)}};
    if (title.empty()) {
        title = here.studio.content.title;
    } else {
        between.push_back({here.studio.content.title, studio_link(visit, here)});
    }
    return workspaces::frame_inside(visit, std::move(title), here.workspace, std::move(between));
}

void write_state(Html& page, words::Words const& t, studios::Studio const& studio)
{
    web::tag_label(page, studio.state == studios::State::ended ? "ok" : "",
                   t("studios.state." + std::string{studios::to_word(studio.state)}));
    if (studio.is_invented) {
        page.text(" ");
        web::tag_label(page, "made", t("studios.invented"));
    }
}

std::string period_words(words::Words const& t, std::string const& from, std::string const& until)
{
    if (until.empty()) return t("studios.since", {{"from", web::day_of(t, from)}});
    return t("studios.period", {{"from", web::day_of(t, from)}, {"until", web::day_of(t, until)}});
}

std::string team_words(words::Words const& t, studios::Content const& team)
{
    std::string counts;
    for (auto const& part : studios::team_parts) {
        if (part.text == &studios::Content::who) continue;
        auto const number = parse_integer(team.*part.text);
        if (!number) continue;
        if (!counts.empty()) counts += ", ";
        counts += t.count("studios.count." + std::string{part.name}, *number);
    }
    if (counts.empty()) return team.who;
    return team.who.empty() ? counts : team.who + " (" + counts + ")";
}

web::Fault fault_of(Error const& error, std::string_view otherwise)
{
    return {error.field.empty() ? std::string{otherwise} : error.field, error};
}

} // namespace wf::studio_pages
