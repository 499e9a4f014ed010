// SPDX-License-Identifier: EUPL-1.2
// A new studio, and its texts: what one changed alone is kept, and where two wrote the same text the second sees both and decides.
#include "base/characters.hpp"
#include "commons/writing/pages.hpp"
#include "feature/studios/forms.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/parts.hpp"
#include "platform/clock/today.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

void write_studio_form(Html& page, web::Visit const& visit, std::string const& action,
                       web::Filled<StudioForm> const& filled, std::int64_t seen, std::string const& submit_key)
{
    web::write_form(page, visit, {.action = action, .prefix = "studios.form", .submit_key = submit_key}, filled,
                    [&] { writing::write_seen(page, seen); });
}

constexpr std::size_t longest_title = 150;

struct Beginning {
    workspaces::Workspace workspace;
    std::vector<agenda::Question> questions;
    StudioForm form;
    std::string title; ///< what this werkplaats calls studios
};

/// From a question of the agenda ("?vraag="), or from nothing.
Result<Beginning> load_beginning(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Beginning> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto title = studios::title_of_all(session, visit.t, workspace);
        Beginning beginning{std::move(workspace), {}, {}, std::move(title)};
        beginning.form.content.from = today_iso();
        auto const id = visit.request.parameter("vraag");
        if (!id) return beginning;
        WF_TRY(auto question, agenda::find_public(session, beginning.workspace.id, *id));
        beginning.form.content.title = first_characters(question.words, longest_title);
        beginning.questions.push_back(std::move(question));
        return beginning;
    });
}

Result<http::Response> write_new(web::Visit const& visit, Beginning const& beginning,
                                 web::Filled<StudioForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("studios.new")}, beginning.workspace,
                                          {{beginning.title, studios::link_to_all(visit, beginning.workspace)}});
    if (!filled.faults.empty()) frame.status = 400;
    auto action = studios::link_to_all(visit, beginning.workspace, "/nieuw");
    if (!beginning.questions.empty()) action += "?vraag=" + beginning.questions.front().id;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("studios.new"));
        page(tag::p, attr::cls("lead"), t(beginning.questions.empty() ? "studios.new.alone" : "studios.new.lead"));
        for (auto const& question : beginning.questions) page(tag::blockquote, attr::cls("said"), question.words);
        write_studio_form(page, visit, action, filled, 0, "studios.form.begin");
    });
}

Result<Here> load_here(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) { return studios::find_here(session, visit); });
}

Result<http::Response> write_writing(web::Visit const& visit, Here const& here, web::Filled<StudioForm> const& filled,
                                     std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = studio_frame(visit, here, std::string{t("studios.write")});
    if (!clashes.empty()) frame.status = 409;
    else if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("studios.write"));
        writing::write_clashes(page, t, "studios", studios::parts, clashes, here.studio.content);
        write_studio_form(page, visit, studios::link_to(visit, here, "/schrijf"), filled, here.studio.version,
                          "studios.form.submit");
    });
}

} // namespace

Result<http::Response> new_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const beginning, load_beginning(visit));
    return write_new(visit, beginning, {beginning.form, {}});
}

Result<http::Response> new_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const beginning, load_beginning(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(StudioForm{}, sent);
    if (!filled.faults.empty()) return write_new(visit, beginning, filled);
    std::vector<std::string> questions;
    for (auto const& question : beginning.questions) questions.push_back(question.id);
    studios::Studio studio;
    studio.workspace_id = beginning.workspace.id;
    studio.content = filled.form.content;
    auto const added = visit.store().write([&](store::Session& session) {
        return studios::add(session, {house.trail(), visit.actor.person_id}, studio, questions);
    });
    if (added) return web::done(visit, studios::link_to_all(visit, beginning.workspace, "/" + added->id));
    if (added.error().kind != Trouble::bad_input) return added.error();
    filled.faults.push_back(web::fault_of(added.error(), "titel"));
    return write_new(visit, beginning, filled);
}

Result<http::Response> write_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load_here(visit));
    return write_writing(visit, here, {StudioForm{here.studio.content}, {}}, {});
}

Result<http::Response> write_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto here, load_here(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(StudioForm{}, sent);
    if (!filled.faults.empty()) return write_writing(visit, here, filled, {});
    auto const seen = writing::read_seen(sent, here.studio.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return studios::save(session, {house.trail(), visit.actor.person_id}, here.workspace.id, here.studio.id, seen,
                             filled.form.content);
    });
    if (!saved) {
        filled.faults.push_back(web::fault_of(saved.error(), "titel"));
        return write_writing(visit, here, filled, {});
    }
    if (saved->clashes.empty())
        return web::done(visit, studios::link_to(visit, here, saved->theirs.empty() ? "" : "?samen=ja"));
    here.studio = saved->studio;
    // What the other changed alone is taken over, so that saving now loses nothing of it.
    writing::take_over(studios::parts, saved->theirs, here.studio.content, filled.form.content);
    return write_writing(visit, here, filled, saved->clashes);
}

} // namespace wf::studio_pages
