// SPDX-License-Identifier: EUPL-1.2
// Changing a programme; who was overtaken by somebody else is told, and sees what stands there now.
#include "commons/writing/pages.hpp"
#include "feature/programme/pages.hpp"
#include "feature/programme/parts.hpp"

namespace wf::programme_pages {

using namespace html;

namespace {

Result<Here> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) { return find_programme(session, visit); });
}

Result<http::Response> write_form_page(web::Visit const& visit, Here const& here,
                                       web::Filled<ProgrammeForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto const link = programme_link(visit, here.workspace, "/" + here.programme.id);
    auto frame = workspaces::frame_inside(visit, std::string{t("programme.write")}, here.workspace,
                                          {{std::string{t("programme.title")}, programme_link(visit, here.workspace)},
                                           {here.programme.name, link}});
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("programme.write"));
        web::write_form(page, visit,
                        {.action = link + "/schrijf",
                         .prefix = "programme.form",
                         .submit_key = "programme.form.submit"},
                        filled, [&] { writing::write_seen(page, here.programme.version); });
    });
}

} // namespace

Result<http::Response> write_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load(visit));
    return write_form_page(visit, here, {form_of(here.programme), {}});
}

Result<http::Response> write_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(ProgrammeForm{}, sent);
    if (filled.faults.empty()) {
        auto wanted = programme_of(filled.form, here.programme);
        wanted.version = writing::read_seen(sent, here.programme.version);
        auto const saved = visit.store().write([&](store::Session& session) {
            return programme::save(session, {house.trail(), visit.actor.person_id}, wanted);
        });
        if (saved) return web::done(visit, programme_link(visit, here.workspace, "/" + here.programme.id));
        filled.faults.push_back(web::fault_of(saved.error(), "naam"));
    }
    return write_form_page(visit, here, filled);
}

} // namespace wf::programme_pages
