// SPDX-License-Identifier: EUPL-1.2
// The days that come, as a list and as a file for one's own calendar.
#include "feature/moments/pages.hpp"

#include "commons/workspaces/pages.hpp"
#include "feature/moments/moments.hpp"
#include "feature/moments/views.hpp"
#include "platform/clock/today.hpp"
#include "platform/web/calendar.hpp"
#include "platform/web/components.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/paging.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace wf::moment_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    Coming coming;
    std::string today;
};

Result<Loaded> load(web::Visit const& visit, std::int64_t most)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        auto today = today_iso();
        auto coming = list_moments(session, workspace.id, today, most);
        return Loaded{std::move(workspace), std::move(coming), std::move(today)};
    });
}

std::string_view kind_words(words::Words const& t, Kind kind)
{
    return t("moments.kind." + std::string{to_word(kind)});
}

/// What it says, without its kind: what was promised, or whose day it is.
std::string const& name_of(Moment const& moment)
{
    return moment.kind == Kind::promise ? moment.words : moment.title;
}

web::Table<MomentsSummary, MomentRow> make_view(web::Visit const& visit, Loaded const& loaded)
{
    web::Table<MomentsSummary, MomentRow> view;
    view.summary = {loaded.workspace.name, loaded.coming.all};
    for (auto const& moment : loaded.coming.moments)
        view.rows.push_back({moment.id, moment.day, std::string{to_word(moment.kind)}, moment.words, moment.title,
                             workspaces::inside(visit, loaded.workspace, moment.below), moment.day < loaded.today});
    return view;
}

/// From this one on, as many as a page holds; the files have all.
void write_moments(Html& page, web::Visit const& visit, Loaded const& loaded, std::int64_t from)
{
    auto const& t = visit.t;
    auto const& moments = loaded.coming.moments;
    auto const first = std::min(from, static_cast<std::int64_t>(moments.size()));
    auto const shown = std::span{moments}.subspan(static_cast<std::size_t>(first));
    std::array const columns{web::Column{"", std::string{t("moments.column.day")}, web::Align::start, false},
                             web::Column{"", std::string{t("moments.column.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("moments.column.of")}, web::Align::start, false}};
    web::table(page, visit, t("moments.caption"), columns, "", [&] {
        for (auto const& moment : shown) {
            page(tag::tr, [&] {
                page(tag::td, [&] {
                    page.text(web::day_of(t, moment.day));
                    if (moment.day < loaded.today) {
                        page.text(" ");
                        web::tag_label(page, "bad", t("moments.late"));
                    }
                });
                page(tag::td, [&] {
                    web::tag_label(page, "", kind_words(t, moment.kind));
                    if (!moment.words.empty()) page.text(" " + moment.words);
                });
                page(tag::td, [&] {
                    page(tag::a, attr::href(workspaces::inside(visit, loaded.workspace, moment.below)), moment.title);
                });
            });
        }
    });
    web::write_turns(page, visit, "moments", first, loaded.coming.all);
}

} // namespace

Result<http::Response> moments_page(web::Visit const& visit)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    // The files have all of them.
    bool const is_page = visit.request.format == http::Format::html;
    auto const most = is_page ? std::min(looked.from, store::no_limit) + web::rows_on_a_page : store::no_limit;
    WF_TRY(auto const loaded, load(visit, most));
    return web::answer_fresh(
        visit, [&] { return make_view(visit, loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto frame = workspaces::frame_inside(visit, std::string{t("moments.title")}, loaded.workspace);
            auto const here = workspaces::inside(visit, loaded.workspace, "/momenten");
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, t("moments.title"));
                page(tag::p, attr::cls("lead"), [&] {
                    page.text(t.count("moments.sentence", loaded.coming.all));
                    if (loaded.coming.late > 0) page.text(" " + t.count("moments.sentence.late", loaded.coming.late));
                });
                if (loaded.coming.all == 0) {
                    web::empty(page, t("moments.none"), [&] { page(tag::p, t("moments.none.text")); });
                    return;
                }
                page(tag::p, attr::cls("row noprint"),
                     [&] { web::link_button(page, here + ".ics", t("moments.download"), web::Button::primary); });
                page(tag::p, attr::cls("soft noprint"), t("moments.download.text"));
                write_moments(page, visit, loaded, looked.from);
            });
        });
}

Result<http::Response> calendar_file(web::Visit const& visit)
{
    WF_TRY(auto const loaded, load(visit, store::no_limit));
    auto const& t = visit.t;
    std::vector<web::CalendarEvent> events;
    for (auto const& moment : loaded.coming.moments) {
        auto const day = Date::parse(moment.day);
        auto const changed = Date::parse(moment.changed_on);
        if (!day || !changed) continue; // of the demonstration anything may be written; a form lets no other day in
        auto const page = web::absolute_link(visit, workspaces::inside(visit, loaded.workspace, moment.below));
        web::CalendarEvent event{moment.id, *changed, *day, std::nullopt,
                                 std::string{kind_words(t, moment.kind)} + ": " + name_of(moment)};
        event.description = moment.kind == Kind::promise ? moment.title : moment.words;
        event.description +=
            (event.description.empty() ? "" : "\n") + page; // many calendars show no address of an event
        event.link = page;
        events.push_back(std::move(event));
    }
    http::Response response;
    response.content_type = web::calendar_type;
    response.body = web::write_calendar(t("moments.calendar", {{"werkplaats", loaded.workspace.name}}), events);
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"weefsel-" + loaded.workspace.address + ".ics\"");
    response.headers.emplace_back("Content-Language", words::to_code(visit.language()));
    response.cache = http::Cache::never;
    web::add_security_headers(response);
    return response;
}

} // namespace wf::moment_pages
