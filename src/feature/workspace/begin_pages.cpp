// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/logins.hpp"
#include "feature/workspace/forms.hpp"
#include "feature/workspace/pages.hpp"
#include "feature/workspace/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/token.hpp"

namespace wf::workspace_pages {

using namespace html;

namespace {

Result<http::Response> write_begin(web::Visit const& visit, web::Filled<BeginForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = frame_of(visit, std::string{t("workspace.begin")}, nullptr);
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("workspace.begin"));
        page(tag::p, attr::cls("lead"), t("workspace.begin.lead"));
        web::write_form(page, visit,
                        {.action = visit.link("/begin"),
                         .prefix = "workspace.begin",
                         .submit_key = "workspace.begin.submit",
                         .keeps_draft = false},
                        filled);
    });
}

Error already_done()
{
    return {Trouble::conflict, "workspace.begun", "", "log in as an administrator"};
}

bool has_begun(web::Visit const& visit)
{
    return visit.store().read([](store::Session& session) { return people::is_kept(session); });
}

/// The code counts as a password: who guesses is slowed down.
Result<void> check_setup_code(web::Visit const& visit, people::House& house, std::string_view typed)
{
    auto const now = now_millis();
    if (auto const may = house.check_pace("", visit.request.peer, now); !may) {
        house.note(watch::Kind::login_slowed, "", visit.request.peer);
        return may;
    }
    if (secret::same(typed, house.setup_code())) return {};
    house.note_failure("", visit.request.peer, now);
    house.note(watch::Kind::setup_wrong, "", visit.request.peer);
    return Error{Trouble::bad_input, "workspace.wrong_setup_code", "code", ""};
}

Result<std::string> begin(store::Session& session, web::Visit const& visit, people::House const& house,
                          BeginForm const& form, std::string const& hash)
{
    if (people::is_kept(session)) return already_done();
    auto top = workspaces::find_top(session);
    if (!top) {
        WF_TRY(auto made, workspaces::add(session, visit.t("workspace.begin.top"), workspaces::Kind::association, ""));
        top = std::move(made);
    }
    WF_TRY(auto person, people::add_account(session, house, form.mail, form.name, words::to_code(visit.language())));
    WF_TRY_VOID(people::set_password(session, house, person, hash, person, ""));
    WF_TRY_VOID(people::set_roles(session, house, top->id, person, {access::Role::administrator}, person));
    return person;
}

struct Step {
    std::string_view key;
    std::string url;
    bool is_done;
};

} // namespace

Result<http::Response> begin_page(web::Visit const& visit, people::House&)
{
    if (has_begun(visit)) return already_done();
    BeginForm form;
    form.code = visit.request.parameter("code").value_or("");
    return write_begin(visit, {form, {}});
}

Result<http::Response> begin_answer(web::Visit const& visit, people::House& house)
{
    if (has_begun(visit)) return already_done();
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    BeginForm empty;
    empty.place = visit.context.settings->text("site.place");
    auto filled = web::fill_in(empty, sent);
    if (filled.faults.empty()) {
        if (auto const right = check_setup_code(visit, house, filled.form.code); !right)
            filled.faults.push_back({"code", right.error()});
    }
    if (!filled.faults.empty()) return write_begin(visit, filled);
    auto const hash = secret::hash_password(filled.form.password, house.password_key());
    std::string person;
    WF_TRY(auto const token, visit.store().write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(person, begin(session, visit, house, filled.form, hash));
        return people::begin_login(session, house, person, people::Proof::password,
                                   people::name_device(visit.request.header("user-agent").value_or("")));
    }));
    house.memory().forget();
    house.note(watch::Kind::login_right, person, visit.request.peer);
    // Who keeps an installation needs a second proof: that comes first.
    auto response = web::done(visit, visit.link("/mijn/code") + "?naar=" + visit.link("/begin/verder"));
    response.headers.emplace_back("Set-Cookie", web::login_cookie(token));
    return response;
}

Result<http::Response> next_steps_page(web::Visit const& visit, people::House& house)
{
    struct Loaded {
        std::vector<workspaces::Workspace> all;
        std::int64_t people{0};
        std::size_t invited{0};
    };
    auto const loaded = visit.store().read([&](store::Session& session) {
        Loaded found{workspaces::list(session), 0, 0};
        for (auto const& [workspace, count] : people::count_members(session)) found.people += count;
        for (auto const& workspace : found.all)
            found.invited += people::list_invitations(session, house, workspace.id).size();
        return found;
    });
    bool const has_workspace = loaded.all.size() > 1;
    std::vector<Step> const steps{
        {"workspace.next.administrator", visit.link("/mijn"), true},
        {"workspace.next.municipality", visit.link("/beheer/instellingen"), false},
        {"workspace.next.workspace", visit.link("/beheer/werkplaatsen"), has_workspace},
        {"workspace.next.people",
         visit.link("/werkplaats/" + (has_workspace ? loaded.all[1] : loaded.all[0]).address + "/mensen"),
         loaded.people > 1 || loaded.invited > 0},
        {"workspace.next.backup", visit.link("/beheer/opslag"), false},
    };
    auto const& t = visit.t;
    return web::page(visit, frame_of(visit, std::string{t("workspace.next")}, nullptr), [&](Html& page) {
        page(tag::h1, t("workspace.next"));
        page(tag::p, attr::cls("lead"), t("workspace.next.lead"));
        page(tag::ol, attr::cls("steps"), [&] {
            for (auto const& step : steps) {
                page(tag::li, [&] {
                    page(tag::a, attr::href(step.url), t(step.key));
                    page.text(" ");
                    if (step.is_done) web::tag_label(page, "ok", t("workspace.next.done"));
                    page(tag::span, attr::cls("hint"), t(std::string{step.key} + ".why"));
                });
            }
        });
    });
}

} // namespace wf::workspace_pages
