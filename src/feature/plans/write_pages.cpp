// SPDX-License-Identifier: EUPL-1.2
// Writing a plan, alone or at the same time as somebody else: what one changed alone is kept, and where both wrote the same text the
// second sees both and decides.
#include "base/characters.hpp"
#include "commons/writing/pages.hpp"
#include "feature/plans/forms.hpp"
#include "feature/plans/pages.hpp"
#include "feature/plans/parts.hpp"

namespace wf::plan_pages {

using namespace html;

namespace {

void write_plan_form(Html& page, web::Visit const& visit, std::string const& action,
                     web::Filled<PlanForm> const& filled, std::int64_t seen)
{
    web::write_form(page, visit, {.action = action, .prefix = "plans.form", .submit_key = "plans.form.submit"}, filled,
                    [&] { writing::write_seen(page, seen); });
}

constexpr std::size_t longest_title = 150;

struct Beginning {
    workspaces::Workspace workspace;
    std::vector<agenda::Question> questions;
    PlanForm form;
};

Result<Beginning> load_beginning(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Beginning> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        Beginning beginning{std::move(workspace), {}, {}};
        if (auto const id = visit.request.parameter("vraag")) {
            WF_TRY(auto question, agenda::find_public(session, beginning.workspace.id, *id));
            beginning.form.content.title = first_characters(question.words, longest_title);
            beginning.form.content.areas = question.area_code;
            beginning.form.content.place = question.origin.page;
            beginning.questions.push_back(std::move(question));
        }
        beginning.form.areas = workspaces::area_options(session, beginning.workspace);
        return beginning;
    });
}

Result<http::Response> write_new(web::Visit const& visit, Beginning const& beginning,
                                 web::Filled<PlanForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("plans.new")}, beginning.workspace,
                                          {{std::string{t("plans.title")}, plans_link(visit, beginning.workspace)}});
    if (!filled.faults.empty()) frame.status = 400;
    auto action = plans_link(visit, beginning.workspace, "/nieuw");
    if (!beginning.questions.empty()) action += "?vraag=" + beginning.questions.front().id;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("plans.new"));
        page(tag::p, attr::cls("lead"), t("plans.new.lead"));
        for (auto const& question : beginning.questions) page(tag::blockquote, attr::cls("said"), question.words);
        write_plan_form(page, visit, action, filled, 0);
    });
}

struct Writing {
    Here here;
    std::vector<web::Option> areas;
};

Result<Writing> load_writing(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Writing> {
        WF_TRY(auto here, find_plan(session, visit));
        auto options = workspaces::area_options(session, here.workspace);
        return Writing{std::move(here), std::move(options)};
    });
}

/// `theirs`: what somebody else wrote meanwhile where this writer did too; shown beside, nothing is lost of either.
Result<http::Response> write_writing(web::Visit const& visit, Writing const& loaded,
                                     web::Filled<PlanForm> const& filled, std::vector<std::string_view> const& clashes)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const& here = loaded.here;
    auto frame = plan_frame(visit, here, std::string{t("plans.write")});
    if (!clashes.empty()) frame.status = 409;
    else if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("plans.write"));
        writing::write_clashes(page, t, "plans", plans::parts, clashes, here.plan.content);
        write_plan_form(page, visit, plans_link(visit, here.workspace, "/" + here.plan.id + "/schrijf"), filled,
                        here.plan.version);
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
    auto filled = web::fill_in(beginning.form, sent);
    if (!filled.faults.empty()) return write_new(visit, beginning, filled);
    std::vector<std::string> questions;
    for (auto const& question : beginning.questions) questions.push_back(question.id);
    plans::Plan plan;
    plan.workspace_id = beginning.workspace.id;
    plan.content = filled.form.content;
    WF_TRY(auto const added, visit.store().write([&](store::Session& session) {
        return plans::add(session, {house.trail(), visit.actor.person_id}, plan, questions);
    }));
    return web::done(visit, plans_link(visit, beginning.workspace, "/" + added.id));
}

Result<http::Response> write_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load_writing(visit));
    return write_writing(visit, loaded, {PlanForm{loaded.here.plan.content, loaded.areas}, {}}, {});
}

Result<http::Response> write_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto loaded, load_writing(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(PlanForm{{}, loaded.areas}, sent);
    auto& here = loaded.here;
    auto const link = plans_link(visit, here.workspace, "/" + here.plan.id);
    if (!filled.faults.empty()) return write_writing(visit, loaded, filled, {});
    auto const seen = writing::read_seen(sent, here.plan.version);
    auto const saved = visit.store().write([&](store::Session& session) {
        return plans::save(session, {house.trail(), visit.actor.person_id}, here.workspace.id, here.plan.id, seen,
                           filled.form.content);
    });
    if (!saved) {
        filled.faults.push_back(web::fault_of(saved.error()));
        return write_writing(visit, loaded, filled, {});
    }
    if (saved->clashes.empty()) return web::done(visit, link + (saved->theirs.empty() ? "" : "?samen=ja"));
    here.plan = saved->plan;
    // What the other changed alone is taken over, so that saving now loses nothing of it.
    writing::take_over(plans::parts, saved->theirs, here.plan.content, filled.form.content);
    return write_writing(visit, loaded, filled, saved->clashes);
}

} // namespace wf::plan_pages
