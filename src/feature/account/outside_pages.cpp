// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/memberships.hpp"
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/problem.hpp"

#include <algorithm>

namespace wf::account {

using namespace html;

namespace {

constexpr std::string_view ask_path = "/inloggen/organisatie";
constexpr std::size_t longest_matter = 1000; // a cookie holds 4096 bytes

Error no_provider()
{
    return {Trouble::not_found, "oidc.not_configured", "", "log in with a mail address and a password"};
}

/// Where the errand began: there it can be tried again.
std::string start_of(web::Visit const& visit, Kept const& kept)
{
    switch (kept.errand) {
    case Errand::link: return visit.link("/mijn");
    case Errand::invitation: return visit.link("/uitnodiging/" + kept.matter);
    case Errand::log_in: break;
    }
    return visit.link("/inloggen");
}

/// The same request as if it were of that page: for the links to the other language, which these addresses do not have.
http::Request as_of(web::Visit const& visit, std::string path)
{
    auto request = visit.request;
    request.target = path;
    request.path = std::move(path);
    request.query.clear();
    return request;
}

Result<Kept> read_question(web::Visit const& visit, people::House const& house, http::Pairs const& sent)
{
    auto const word = visit.request.parameter("waarvoor").value_or(to_word(Errand::log_in));
    auto const errand = read_errand(word);
    if (!errand)
        return Error{Trouble::bad_input, "oidc.bad_errand", "waarvoor", "inloggen, koppelen or uitnodiging is wanted"};
    Kept kept;
    kept.errand = *errand;
    kept.person = visit.actor.person_id;
    kept.language = visit.language();
    kept.ends_at = now_millis() + outside_minutes * 60'000;
    std::string const matter{web::given(sent, "wat")};
    if (kept.errand == Errand::log_in && matter.size() <= longest_matter) kept.matter = web::safe_target(matter, "");
    if (kept.errand == Errand::invitation) {
        auto const known = visit.store().read(
            [&](store::Session& session) { return people::find_invitation(session, house, matter); });
        if (!known) return Error{Trouble::not_found, "people.no_invitation", "", "ask for a new one"};
        kept.matter = matter;
    }
    return kept;
}

/// Who finds a browser open cannot link an organisation of their own: the password again. Nothing: go on.
Result<std::optional<http::Response>> ask_password(web::Visit const& visit, people::House& house,
                                                   http::Pairs const& sent)
{
    auto const hash = visit.store().read(
        [&](store::Session& session) { return people::find_password(session, visit.actor.person_id); });
    if (!hash) return std::optional<http::Response>{};
    bool const is_first =
        std::none_of(sent.begin(), sent.end(), [](auto const& one) { return one.first == "wachtwoord"; });
    auto filled = is_first ? web::Filled<PasswordForm>{} : web::fill_in(PasswordForm{}, sent);
    if (!is_first && filled.faults.empty()) {
        auto const right = check_own_password(visit, house, filled.form.password);
        if (right) return std::optional<http::Response>{};
        filled.faults.push_back(fault_of("wachtwoord", right.error()));
    }
    auto const request = as_of(visit, visit.link("/mijn"));
    WF_TRY(auto page, form_page(visit.asking(request), "account.link",
                                visit.link(ask_path) + "?waarvoor=" + std::string{to_word(Errand::link)}, filled));
    return std::optional{std::move(page)};
}

/// A page and not a redirect: the policy of our forms lets them go nowhere but here, also by way of a redirect.
http::Response send_on(web::Visit const& visit, Kept const& kept)
{
    if (visit.request.format != http::Format::html) return web::done(visit, kept.asked.url);
    auto const request = as_of(visit, start_of(visit, kept));
    auto const name = name_of_outside(visit);
    auto response = web::page(visit.asking(request), frame_of(visit, "account.outside.going"), [&](Html& page) {
        auto const& t = visit.t;
        page(tag::h1, t("account.outside.going"));
        page(tag::p, attr::cls("lead"), t("account.outside.going.lead", {{"name", name}}));
        page(tag::p, [&] {
            web::link_button(page, kept.asked.url, t("account.outside.go", {{"name", name}}), web::Button::primary);
        });
    });
    response.headers.emplace_back("Refresh", "0; url=" + kept.asked.url);
    return response;
}

/// Guessing at states and codes is slowed down; that the provider is away, or that somebody says no, is nobody's guess.
bool is_guess(Error const& error)
{
    for (std::string_view const code : {"oidc.no_question", "oidc.wrong_state", "oidc.bad_callback",
                                        "oidc.code_refused", "oidc.wrong_answer_issuer"}) {
        if (error.code == code) return true;
    }
    return false;
}

Result<http::Response> come_back(web::Visit const& visit, people::House& house, Outside& outside,
                                 std::optional<Kept> const& kept)
{
    auto const now = now_millis();
    if (auto const may = house.check_pace("", visit.request.peer, now); !may) {
        house.note(watch::Kind::login_slowed, "", visit.request.peer);
        return may.error();
    }
    if (!kept || !outside.spent.take(*kept, now))
        return Error{Trouble::bad_input, "oidc.no_question", "", "begin again"};
    WF_TRY(auto const person, outside.provider->finish(visit.request.query, kept->asked));
    return end_errand(visit, house, *kept, person);
}

} // namespace

std::string name_of_outside(web::Visit const& visit)
{
    auto const& name = visit.context.settings->text("oidc.name");
    return name.empty() ? std::string{visit.t("account.outside.name")} : name;
}

void write_outside_button(Html& page, web::Visit const& visit, Outside const* outside, Errand errand,
                          std::string_view matter)
{
    if (outside == nullptr) return;
    auto const words = errand == Errand::link         ? "account.outside.link"
                       : errand == Errand::invitation ? "account.outside.accept"
                                                      : "account.outside.log_in";
    http::Pairs hidden;
    if (!matter.empty()) hidden.emplace_back("wat", matter);
    web::write_button_form(page, visit, visit.link(ask_path) + "?waarvoor=" + std::string{to_word(errand)},
                           visit.t(words, {{"name", name_of_outside(visit)}}), hidden);
}

http::Response write_outside_failure(web::Visit const& visit, Error const& error, Kept const& kept)
{
    auto const& t = visit.t;
    // What is wrong with an answer says something to who looks after the program; to others: it is not to be trusted.
    bool const has_words = t.has("error." + error.code);
    auto shown = error;
    if (!has_words) shown.code = "oidc.mistrusted";
    if (error.code.starts_with("oidc.")) shown.field = name_of_outside(visit);
    if (visit.request.format != http::Format::html) return web::error_page(visit, shown);
    auto const said = web::explain(t, shown);
    auto const start = start_of(visit, kept);
    auto const request = as_of(visit, start);
    auto frame = frame_of(visit, "account.login");
    frame.title = said.title;
    frame.status = http_status(error.kind);
    std::vector<web::Fault> const faults{{"", error}};
    if (error.code == "people.slow_down") set_status(frame, faults);
    auto response = web::page(visit.asking(request), frame, [&](Html& page) {
        page(tag::h1, said.title);
        web::message(page, web::Message::warn, t("web.what_to_do"), [&] {
            page(tag::p, said.remedy);
            page(tag::p, [&] { page(tag::a, attr::href(start), t("account.outside.again")); });
        });
        page(tag::p, attr::cls("soft"), [&] {
            page.text(t("account.outside.for_administrator"));
            page.text(" ");
            page(tag::code, error.code);
        });
    });
    add_retry_after(response, faults);
    return response;
}

Result<http::Response> outside_ask(web::Visit const& visit, people::House& house, Outside* outside)
{
    if (outside == nullptr) return no_provider();
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    WF_TRY(auto kept, read_question(visit, house, sent));
    if (kept.errand == Errand::link) {
        if (!visit.actor.has_account()) return web::refuse(visit, access::Verdict::needs_login);
        WF_TRY(auto page, ask_password(visit, house, sent));
        if (page) return std::move(*page);
    }
    auto asked = outside->provider->ask();
    if (!asked) return write_outside_failure(visit, asked.error(), kept);
    kept.asked = std::move(*asked);
    auto response = send_on(visit, kept);
    response.headers.emplace_back("Set-Cookie", write_outside_cookie(house.outside_key(), kept));
    return response;
}

Result<http::Response> outside_return(web::Visit const& came, people::House& house, Outside* outside)
{
    if (outside == nullptr) return no_provider();
    auto const kept = read_outside_cookie(house.outside_key(), came.request, now_millis());
    // This address has no language: go on in the one in which it began.
    auto const& words = !kept ? came.t : kept->language == words::Language::en ? *came.context.en : *came.context.nl;
    web::Visit const visit{came.request, words, came.context, came.letters, came.actor};
    auto ended = come_back(visit, house, *outside, kept);
    if (!ended && is_guess(ended.error())) {
        house.note_failure("", visit.request.peer, now_millis());
        house.note(watch::Kind::outside_wrong, "", visit.request.peer);
    }
    auto response = ended ? std::move(*ended) : write_outside_failure(visit, ended.error(), kept.value_or(Kept{}));
    response.headers.emplace_back("Set-Cookie", no_outside_cookie());
    return response;
}

} // namespace wf::account
