// SPDX-License-Identifier: EUPL-1.2
// Saying that something was taken up, reading such a claim as a second reader, withdrawing it.
#include "feature/uptake/forms.hpp"
#include "feature/uptake/pages.hpp"
#include "feature/uptake/parts.hpp"

namespace wf::uptake_pages {

using namespace html;
using uptake::State;

namespace {

struct Beginning {
    workspaces::Workspace workspace;
    ClaimForm form;
};

Result<Beginning> load_beginning(web::Visit const& visit)
{
    auto const& t = visit.t;
    return visit.store().read([&](store::Session& session) -> Result<Beginning> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        ClaimForm form;
        for (auto const kind : uptake::all_kinds) {
            auto const word = std::string{uptake::to_word(kind)};
            form.kinds.push_back({word, std::string{t("uptake.kind." + word)}});
        }
        for (auto const& named : work::list(session, workspace.id))
            form.works.push_back({named.work.to_text(), named.title});
        form.about = visit.request.parameter("over").value_or("");
        return Beginning{std::move(workspace), std::move(form)};
    });
}

Result<http::Response> write_claim(web::Visit const& visit, Beginning const& beginning,
                                   web::Filled<ClaimForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("uptake.claim")}, beginning.workspace,
                                          {{std::string{t("uptake.title")}, uptake_link(visit, beginning.workspace)}});
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("uptake.claim"));
        page(tag::p, attr::cls("lead"), t("uptake.claim.lead"));
        web::write_form(page, visit,
                        {.action = uptake_link(visit, beginning.workspace, "/meld"),
                         .prefix = "uptake.claim",
                         .submit_key = "uptake.claim.submit"},
                        filled);
    });
}

struct Here {
    workspaces::Workspace workspace;
    uptake::Claim claim;
    std::optional<work::Named> work;
};

Result<Here> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Here> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto const id = visit.request.part("claim");
        auto claim = uptake::find(session, workspace.id, id);
        if (!claim) return Error{Trouble::not_found, "uptake.unknown", std::string{id}, ""};
        auto named = work::find(session, workspace.id, claim->work);
        return Here{std::move(workspace), std::move(*claim), std::move(named)};
    });
}

struct Forms {
    web::Filled<ReadForm> read;
    web::Filled<WithdrawForm> withdraw;
    [[nodiscard]] std::vector<web::Fault> const& faults() const
    {
        return read.faults.empty() ? withdraw.faults : read.faults;
    }
};

Forms empty_forms(words::Words const& t)
{
    return {{{"",
              "",
              {{"confirm", std::string{t("uptake.read.confirm")}, std::string{t("uptake.read.confirm.hint")}},
               {"refuse", std::string{t("uptake.read.refuse")}, std::string{t("uptake.read.refuse.hint")}}}},
             {}},
            {}};
}

void write_facts(Html& page, web::Visit const& visit, Here const& here)
{
    auto const& t = visit.t;
    auto const& claim = here.claim;
    std::vector<web::Fact> facts;
    auto const add = [&](std::string_view key, std::string words, std::string url = {}) {
        if (!words.empty()) facts.push_back({std::string{t(key)}, std::move(words), std::move(url)});
    };
    add("uptake.claim.soort", std::string{t("uptake.kind." + std::string{uptake::to_word(claim.kind)})});
    if (here.work)
        add("uptake.claim.over", here.work->title, workspaces::inside(visit, here.workspace, here.work->below));
    add("uptake.claim.door", claim.taker);
    add("uptake.claim.waar", claim.region);
    add("uptake.claim.dag", web::day_of(t, claim.taken_on));
    add("uptake.claim.bewijs", claim.proof, claim.proof_link);
    add("uptake.claimed_on", web::day_of(t, claim.claimed_on));
    if (!claim.read_on.empty()) add("uptake.was_read_on", web::day_of(t, claim.read_on));
    add("uptake.said", claim.said);
    web::facts(page, facts);
}

void write_reading(Html& page, web::Visit const& visit, Here const& here, Forms const& forms)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("lezen"), [&] {
        page(tag::h2, t("uptake.read"));
        bool const is_own = here.claim.claimed_by == visit.actor.person_id;
        if (is_own && forms.read.faults.empty()) {
            page(tag::p, t("uptake.read.own"));
            return;
        }
        page(tag::p, t("uptake.read.lead"));
        web::write_form(page, visit,
                        {.action = uptake_link(visit, here.workspace, "/" + here.claim.id + "/lees"),
                         .prefix = "uptake.read",
                         .submit_key = "uptake.read.submit",
                         .id = "lees"},
                        forms.read);
    });
}

Result<http::Response> write_page(web::Visit const& visit, Here const& here, Forms const& forms)
{
    if (auto const refused = web::refuse_form(visit, forms.faults())) return *refused;
    auto const& t = visit.t;
    auto frame = workspaces::frame_inside(visit, std::string{t("uptake.one")}, here.workspace,
                                          {{std::string{t("uptake.title")}, uptake_link(visit, here.workspace)}});
    if (!forms.faults().empty()) frame.status = 400;
    bool const may_change = visit.may(access::Action::change, "uptake_work", here.workspace.address);
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("uptake.one"));
        page(tag::p, [&] { write_state(page, t, here.claim); });
        page(tag::blockquote, attr::cls("said"), here.claim.what);
        write_facts(page, visit, here);
        if (!may_change) return;
        if (here.claim.state == State::waiting) write_reading(page, visit, here, forms);
        if (here.claim.state == State::withdrawn) return;
        page(tag::details, attr::cls("pane"), attr::when(!forms.withdraw.faults.empty(), attr::bare("open")), [&] {
            page(tag::summary, t("uptake.withdraw"));
            web::write_form(page, visit,
                            {.action = uptake_link(visit, here.workspace, "/" + here.claim.id + "/trek-in"),
                             .prefix = "uptake.withdraw",
                             .submit_key = "uptake.withdraw.submit",
                             .id = "trek-in",
                             .is_quiet = true},
                            forms.withdraw);
        });
    });
}

} // namespace

Result<http::Response> claim_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const beginning, load_beginning(visit));
    return write_claim(visit, beginning, {beginning.form, {}});
}

Result<http::Response> claim_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const beginning, load_beginning(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(beginning.form, sent);
    if (!filled.faults.empty()) return write_claim(visit, beginning, filled);
    auto const& form = filled.form;
    auto const added = visit.store().write([&](store::Session& session) -> Result<uptake::Claim> {
        uptake::Claim claim;
        claim.workspace_id = beginning.workspace.id;
        claim.kind = uptake::read_kind(form.kind).value_or(uptake::Kind::education); // the form offers no other
        claim.what = form.what;
        WF_TRY(claim.work, work::read(form.about));
        claim.taker = form.taker;
        claim.region = form.region;
        claim.taken_on = form.day;
        claim.proof = form.proof;
        claim.proof_link = form.link;
        return uptake::claim(session, {house.trail(), visit.actor.person_id}, claim);
    });
    if (added) return web::done(visit, uptake_link(visit, beginning.workspace, "/" + added->id));
    filled.faults.push_back(web::fault_of(added.error(), "wat"));
    return write_claim(visit, beginning, filled);
}

Result<http::Response> read_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const here, load(visit));
    return write_page(visit, here, empty_forms(visit.t));
}

Result<http::Response> read_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit.t);
    forms.read = web::fill_in(forms.read.form, sent);
    if (forms.read.faults.empty()) {
        auto const verdict = forms.read.form.verdict == "confirm" ? uptake::Verdict::confirm : uptake::Verdict::refuse;
        auto const judged = visit.store().write([&](store::Session& session) {
            return uptake::judge(session, {house.trail(), visit.actor.person_id}, here.workspace.id, here.claim.id,
                                 verdict, forms.read.form.said);
        });
        if (judged) return web::done(visit, uptake_link(visit, here.workspace, "/" + here.claim.id));
        // One's own claim, or one that was read meanwhile: the page has no form in which to say it.
        if (judged.error().kind != Trouble::bad_input) return judged.error();
        forms.read.faults.push_back(web::fault_of(judged.error()));
    }
    return write_page(visit, here, forms);
}

Result<http::Response> withdraw_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit.t);
    forms.withdraw = web::fill_in(WithdrawForm{}, sent);
    if (forms.withdraw.faults.empty()) {
        auto const done = visit.store().write([&](store::Session& session) {
            return uptake::withdraw(session, {house.trail(), visit.actor.person_id}, here.workspace.id, here.claim.id,
                                    forms.withdraw.form.why);
        });
        if (done) return web::done(visit, uptake_link(visit, here.workspace, "/" + here.claim.id));
        if (done.error().kind != Trouble::bad_input) return done.error();
        forms.withdraw.faults.push_back(web::fault_of(done.error()));
    }
    return write_page(visit, here, forms);
}

} // namespace wf::uptake_pages
