// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "commons/watch/events.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "feature/account/parts.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/roles.hpp"

namespace wf::account {

using namespace html;

namespace {

constexpr int events_shown = 10;

struct Mine {
    people::Account account;
    std::vector<people::Login> logins;
    int recovery_codes{0};
    bool is_linked{false};
    std::vector<watch::Event> events;
};

void write_person(Html& page, web::Visit const& visit, Mine const& mine)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h2, t("account.my.who"));
        std::vector<web::Fact> facts{{std::string{t("account.my.name")}, mine.account.name, ""},
                                     {std::string{t("account.my.mail")}, mine.account.mail, ""}};
        web::facts(page, facts);
        page(tag::p, attr::cls("row"), [&] { web::link_button(page, visit.link("/mijn/naam"), t("account.name")); });
    });
}

void write_workspaces(Html& page, web::Visit const& visit)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("pane"), [&] {
        page(tag::h2, t("account.my.workspaces"));
        if (visit.actor.memberships.empty()) page(tag::p, t("account.my.no_workspace"));
        page(tag::ul, attr::cls("plain"), [&] {
            for (auto const& membership : visit.actor.memberships) {
                page(tag::li, [&] {
                    page(tag::a, attr::href(visit.link("/werkplaats/" + membership.address)), membership.name);
                    page.text(": " + web::role_list(t, membership.roles));
                });
            }
        });
    });
}

void write_password(Html& page, web::Visit const& visit, Mine const& mine)
{
    auto const& t = visit.t;
    if (!mine.account.has_password) page(tag::p, t("account.my.no_password"));
    page(tag::p, attr::cls("row"), [&] {
        if (mine.account.has_password) web::link_button(page, visit.link("/mijn/wachtwoord"), t("account.password"));
        else web::link_button(page, visit.link("/wachtwoord-vergeten"), t("account.my.choose_password"));
    });
}

void write_outside(Html& page, web::Visit const& visit, Outside const* outside, Mine const& mine)
{
    if (outside == nullptr) return;
    auto const& t = visit.t;
    auto const name = name_of_outside(visit);
    page(tag::h3, t("account.outside"));
    if (!mine.is_linked) {
        page(tag::p, t("account.outside.not_linked", {{"name", name}}));
        write_outside_button(page, visit, outside, Errand::link);
        return;
    }
    page(tag::p, [&] {
        web::tag_label(page, "ok", t("account.my.code_on"));
        page.text(" " + t("account.outside.linked", {{"name", name}}));
    });
    // Who has no password would have no way in any more: first choose one.
    if (mine.account.has_password)
        page(tag::p, attr::cls("row"),
             [&] { web::link_button(page, visit.link("/mijn/organisatie"), t("account.unlink")); });
}

void write_safety(Html& page, web::Visit const& visit, Outside const* outside, Mine const& mine)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("pane"), attr::id("veiligheid"), [&] {
        page(tag::h2, t("account.my.safety"));
        write_password(page, visit, mine);
        write_outside(page, visit, outside, mine);
        page(tag::h3, t("account.code"));
        if (mine.account.has_code) {
            page(tag::p, [&] {
                web::tag_label(page, "ok", t("account.my.code_on"));
                page.text(" " + t.count("account.my.recovery_left", mine.recovery_codes));
            });
            page(tag::p, attr::cls("row"),
                 [&] { web::link_button(page, visit.link("/mijn/code/uit"), t("account.code_off")); });
        } else {
            page(tag::p, t("account.my.code_off"));
            page(tag::p, attr::cls("row"),
                 [&] { web::link_button(page, visit.link("/mijn/code"), t("account.my.code_begin")); });
        }
    });
}

void write_logins(Html& page, web::Visit const& visit, Mine const& mine)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("ingelogd"), [&] {
        page(tag::h2, t("account.my.logins"));
        std::vector<web::Column> const columns{{"", std::string{t("account.my.device")}, web::Align::start, false},
                                               {"", std::string{t("account.my.since")}, web::Align::start, true},
                                               {"", std::string{t("account.my.seen")}, web::Align::start, false}};
        web::table(page, visit, t("account.my.logins.caption"), columns, "", [&] {
            for (auto const& login : mine.logins) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), [&] {
                        page.text(login.device.empty() ? std::string{t("account.my.unknown_device")} : login.device);
                        if (login.id != visit.actor.session_id) return;
                        page.text(" ");
                        page(tag::span, attr::cls("soft"), t("account.my.this_one"));
                    });
                    page(tag::td, attr::cls("wide"), web::moment_of(t, login.started_at));
                    page(tag::td, web::moment_of(t, login.seen_at));
                });
            }
        });
        if (mine.logins.size() > 1)
            page(tag::div, attr::cls("buttonform"),
                 [&] { web::link_button(page, visit.link("/mijn/ingelogd"), t("account.logins")); });
    });
}

void write_events(Html& page, web::Visit const& visit, std::vector<watch::Event> const& events)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("gebeurd"), [&] {
        page(tag::h2, t("account.my.events"));
        if (events.empty()) {
            page(tag::p, t("account.my.events.none"));
            return;
        }
        page(tag::p, t("account.my.events.text"));
        std::vector<web::Column> const columns{{"", std::string{t("account.my.events.at")}, web::Align::start, false},
                                               {"", std::string{t("account.my.events.what")}, web::Align::start, false},
                                               {"", std::string{t("account.my.events.count")}, web::Align::number,
                                                false}};
        web::table(page, visit, t("account.my.events.caption"), columns, "", [&] {
            for (auto const& event : events) {
                auto const key = "account.my.event." + std::string{watch::to_word(event.kind)};
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), web::moment_of(t, event.at));
                    page(tag::td, t.has(key) ? t(key) : watch::to_word(event.kind));
                    page(tag::td, attr::cls("n"), t.number(static_cast<double>(event.count)));
                });
            }
        });
    });
}

void write_data(Html& page, web::Visit const& visit)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("account.my.data"));
        page(tag::p, t("account.my.data.text"));
        page(tag::p, attr::cls("row"), [&] {
            web::link_button(page, visit.link("/mijn/gegevens"), t("account.my.export"));
            web::link_button(page, visit.link("/mijn/verwijderen"), t("account.leave"));
        });
    });
}

} // namespace

Result<http::Response> my_page(web::Visit const& visit, people::House& house, Outside* outside)
{
    auto const mine = visit.store().read([&](store::Session& session) -> std::optional<Mine> {
        auto account = people::find_account(session, house, visit.actor.person_id);
        if (!account) return std::nullopt;
        return Mine{std::move(*account), people::list_logins(session, house, visit.actor.person_id),
                    people::count_recovery_codes(session, visit.actor.person_id),
                    people::has_identity(session, visit.actor.person_id, visit.context.settings->text("oidc.issuer")),
                    watch::list(session, {.person = visit.actor.person_id, .limit = events_shown})};
    });
    if (!mine) return Error{Trouble::not_found, "people.unknown", "", ""};
    auto frame = frame_of(visit, "account.my");
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, visit.t("account.my"));
        page(tag::p, attr::cls("lead"), visit.t("account.my.lead", {{"name", mine->account.name}}));
        page(tag::div, attr::cls("cols cols--even"), [&] {
            page(tag::div, [&] {
                write_workspaces(page, visit);
                write_person(page, visit, *mine);
            });
            page(tag::div, [&] { write_safety(page, visit, outside, *mine); });
        });
        write_logins(page, visit, *mine);
        write_events(page, visit, mine->events);
        write_data(page, visit);
        page(tag::div,
             [&] { web::write_button_form(page, visit, visit.link("/uitloggen"), visit.t("account.logout")); });
    });
}

} // namespace wf::account
