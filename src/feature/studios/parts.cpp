// SPDX-License-Identifier: EUPL-1.2
#include "feature/studios/parts.hpp"

#include "base/text.hpp"

namespace wf::studio_pages {

using namespace html;

bool may_change(web::Visit const& visit, Here const& here)
{
    return here.studio.state == studios::State::open &&
           visit.may(access::Action::change, "studio", here.workspace.address);
}

web::Frame studio_frame(web::Visit const& visit, Here const& here, std::string title)
{
    auto between = studios::crumbs_to(visit, here);
    if (title.empty()) {
        title = here.studio.content.title;
        between.pop_back();
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

} // namespace wf::studio_pages
