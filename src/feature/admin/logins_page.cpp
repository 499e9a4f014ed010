// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/ids.hpp"
#include "commons/people/accounts.hpp"
#include "commons/watch/events.hpp"
#include "feature/admin/login_views.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/moments.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace wf::admin {

using namespace html;

namespace {

constexpr std::string_view address = "/beheer/inloggen";
constexpr int on_a_page = 100;
constexpr std::int64_t days_counted = 14;
constexpr std::int64_t day_millis = 86'400'000;

struct Loaded {
    std::vector<watch::Event> events;
    std::vector<watch::DayCount> counts;
    std::vector<watch::Oddity> oddities;
    std::map<std::string, std::string> names; ///< of accounts for which something failed
    std::string yesterday;
    std::optional<std::string> next;
};

/// Who came in and went out is nobody's business but theirs (/mijn); who may be under attack is.
bool may_be_named(watch::Event const& event)
{
    return event.person && watch::is_failure(event.kind);
}

Loaded load(web::Visit const& visit, people::House const& house, std::optional<std::string> const& below)
{
    auto const now = now_millis();
    return visit.store().read([&](store::Session& session) {
        Loaded loaded;
        // One more than is shown, to know whether there are older ones.
        loaded.events = watch::list(session, {.below = below, .limit = on_a_page + 1});
        if (loaded.events.size() > static_cast<std::size_t>(on_a_page)) {
            loaded.events.pop_back();
            loaded.next = loaded.events.back().id;
        }
        auto const today = Timestamp{now}.utc_date();
        loaded.yesterday = today.plus_days(-1).to_iso();
        loaded.counts = watch::count_by_day(session, today.plus_days(1 - days_counted).to_iso());
        loaded.oddities = watch::find_oddities(session, now - day_millis);
        auto const look_up = [&](std::string const& id) {
            if (loaded.names.contains(id)) return;
            auto const account = people::find_account(session, house, id);
            loaded.names[id] = account ? account->name : std::string{};
        };
        for (auto const& event : loaded.events) {
            if (may_be_named(event)) look_up(*event.person);
        }
        for (auto const& oddity : loaded.oddities) {
            if (oddity.what == watch::Oddity::What::failures_of_account) look_up(oddity.subject);
        }
        return loaded;
    });
}

web::Table<LoginSummary, LoginRow> make_view(Loaded const& loaded)
{
    web::Table<LoginSummary, LoginRow> view;
    for (auto const& count : loaded.counts) {
        if (count.day >= loaded.yesterday && watch::is_failure(count.kind)) view.summary.failures += count.count;
    }
    view.summary.oddities = static_cast<std::int64_t>(loaded.oddities.size());
    view.summary.next = loaded.next;
    for (auto const& event : loaded.events) {
        LoginRow row;
        row.id = event.id;
        row.at = event.at;
        row.kind = watch::to_word(event.kind);
        row.is_failure = watch::is_failure(event.kind);
        if (may_be_named(event)) {
            row.account = event.person;
            row.account_name = loaded.names.at(*event.person);
        }
        row.place = event.place;
        row.is_rest = event.is_rest;
        row.count = event.count;
        view.rows.push_back(std::move(row));
    }
    return view;
}

std::string kind_words(words::Words const& t, watch::Kind kind)
{
    return std::string{t("admin.logins.kind." + std::string{watch::to_word(kind)})};
}

std::string oddity_words(words::Words const& t, watch::Oddity const& oddity, Loaded const& loaded)
{
    using What = watch::Oddity::What;
    auto const count = t.number(static_cast<double>(oddity.count));
    switch (oddity.what) {
    case What::failures_of_place: return t("admin.logins.odd.place", {{"place", oddity.subject}, {"count", count}});
    case What::failures_of_account:
        return t("admin.logins.odd.account", {{"name", loaded.names.at(oddity.subject)}, {"count", count}});
    case What::inputs_of_place: return t("admin.logins.odd.inputs", {{"place", oddity.subject}, {"count", count}});
    case What::failures_in_all: break;
    }
    return t("admin.logins.odd.all", {{"count", count}});
}

void write_oddities(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.oddities.empty()) {
        web::message(page, web::Message::ok, t("admin.logins.not_odd"),
                     [&] { page(tag::p, t("admin.logins.not_odd_text")); });
        return;
    }
    web::message(page, web::Message::warn, t("admin.logins.odd"), [&] {
        page(tag::ul, [&] {
            for (auto const& oddity : loaded.oddities) page(tag::li, oddity_words(t, oddity, loaded));
        });
        page(tag::p, t("admin.logins.odd.do"));
    });
}

void write_event(Html& page, web::Visit const& visit, LoginRow const& row, watch::Kind kind)
{
    auto const& t = visit.t;
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"), [&] { page(tag::span, attr::cls("when"), web::moment_of(t, row.at)); });
        page(tag::td, [&] {
            if (row.is_failure) {
                web::tag_label(page, "bad", t("admin.logins.failed"));
                page.text(" ");
            }
            page.text(kind_words(t, kind));
            if (row.is_rest) page(tag::span, attr::cls("small soft blk"), t("admin.logins.rest"));
            if (row.account_name) page(tag::span, attr::cls("small soft blk"), *row.account_name);
        });
        page(tag::td, [&] {
            if (row.place.empty()) page(tag::span, attr::cls("soft"), t("admin.unknown"));
            else page(tag::code, row.place);
        });
        page(tag::td, attr::cls("n"), t.number(static_cast<double>(row.count)));
    });
}

void write_events(Html& page, web::Visit const& visit, Loaded const& loaded,
                  web::Table<LoginSummary, LoginRow> const& view)
{
    auto const& t = visit.t;
    page(tag::h2, t("admin.logins.events"));
    page(tag::p, t("admin.logins.kept"));
    if (view.rows.empty()) {
        web::empty(
            page, t("admin.logins.none"), [&] { page(tag::p, t("admin.logins.none_text")); }, web::Level::h3);
        return;
    }
    std::array const columns{web::Column{"", std::string{t("admin.logins.at")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.logins.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.logins.place")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.logins.count")}, web::Align::number, false}};
    web::table(page, visit, t("admin.logins.caption"), columns, "", [&] {
        for (std::size_t at = 0; at < view.rows.size(); ++at)
            write_event(page, visit, view.rows[at], loaded.events[at].kind);
    });
    page(tag::p, attr::cls("row"), [&] {
        auto const base = visit.link(address);
        if (visit.request.parameter("onder")) page(tag::a, attr::href(base), t("admin.logins.newest"));
        if (loaded.next) page(tag::a, attr::href(base + "?onder=" + *loaded.next), t("admin.logins.older"));
        page(tag::a, attr::href(base + ".csv"), attr::label(t("admin.logins.as", {{"format", "CSV"}})), "CSV");
        page(tag::a, attr::href(base + ".json"), attr::label(t("admin.logins.as", {{"format", "JSON"}})), "JSON");
    });
}

void write_counts(Html& page, web::Visit const& visit, std::vector<watch::DayCount> const& counts)
{
    auto const& t = visit.t;
    page(tag::h2, t("admin.logins.days"));
    std::array const columns{web::Column{"", std::string{t("admin.logins.day")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.logins.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.logins.count")}, web::Align::number, false}};
    web::table(page, visit, t("admin.logins.days.caption"), columns, "", [&] {
        for (auto const& count : counts) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), web::day_of(t, count.day));
                page(tag::td, kind_words(t, count.kind));
                page(tag::td, attr::cls("n"), t.number(static_cast<double>(count.count)));
            });
        }
    });
}

} // namespace

Result<http::Response> logins_page(web::Visit const& visit, Office& office)
{
    std::optional<std::string> below;
    if (auto const asked = visit.request.parameter("onder")) {
        auto const id = Uuid::parse(*asked);
        if (!id) return Error{Trouble::bad_input, "admin.bad_number", "onder", std::string{*asked}};
        below = id->to_string();
    }
    auto const loaded = load(visit, *office.house, below);
    auto const view = make_view(loaded);
    return web::answer_fresh(
        visit, [&] { return view; },
        [&]() -> Result<http::Response> {
            return write_page(visit, address, "admin.logins", [&](Html& page) {
                page(tag::p, attr::cls("lead"), visit.t("admin.logins.lead"));
                write_oddities(page, visit, loaded);
                page(tag::section, [&] { write_events(page, visit, loaded, view); });
                if (!loaded.counts.empty()) page(tag::section, [&] { write_counts(page, visit, loaded.counts); });
            });
        });
}

} // namespace wf::admin
