// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/text.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "feature/admin/trail_views.hpp"
#include "feature/admin/trail_words.hpp"
#include "platform/web/moments.hpp"

#include <array>

namespace wf::admin {

using namespace html;

namespace {

constexpr int on_a_page = 50;

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<trail::SeenEntry> entries;
    Names names;
    ChainAnswer chain;
    std::optional<std::int64_t> next; ///< older ones are below this number
};

Result<Loaded> load(web::Visit const& visit, Office& office, std::optional<std::int64_t> below)
{
    auto const address = visit.request.part("workspace");
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        auto workspace = workspaces::find_by_address(session, address);
        if (!workspace)
            return Error{Trouble::not_found, "admin.no_workspace", std::string{address}, "there is no such workspace"};
        auto const& house = *office.house;
        // One more than is shown, to know whether there are older ones.
        auto entries =
            house.trail().list(session, {.workspace_id = workspace->id, .below = below, .limit = on_a_page + 1});
        std::optional<std::int64_t> next;
        if (entries.size() > static_cast<std::size_t>(on_a_page)) {
            entries.pop_back();
            next = entries.back().number;
        }
        auto names = load_names(session, house, entries);
        auto chain = office.chains.verify(session, workspace->id);
        return Loaded{std::move(*workspace), std::move(entries), std::move(names), std::move(chain), next};
    });
}

web::Table<TrailSummary, TrailRow> make_view(words::Words const& t, Loaded const& loaded)
{
    auto const& verified = loaded.chain.verified;
    web::Table<TrailSummary, TrailRow> view;
    view.summary = {loaded.workspace.address,
                    verified.entries,
                    to_text(verified.head),
                    !verified.first_break,
                    std::nullopt,
                    Timestamp{loaded.chain.at_millis}.to_iso(),
                    loaded.next};
    if (verified.first_break) view.summary.first_break = verified.first_break->number;
    for (auto const& entry : loaded.entries) {
        TrailRow row;
        row.number = entry.number;
        row.at = entry.at;
        row.actor = entry.actor;
        row.actor_name = who(t, entry.actor, loaded.names);
        row.action = entry.action;
        row.kind = entry.kind;
        row.record_id = entry.record_id;
        row.before_state = row.after_state = state_code(trail::SeenValue::State::absent);
        row.hash = entry.hash;
        if (entry.changes.empty()) view.rows.push_back(row);
        for (auto const& change : entry.changes) {
            row.field = change.field;
            row.before = text_of(change.before);
            row.before_state = state_code(change.before.state);
            row.after = text_of(change.after);
            row.after_state = state_code(change.after.state);
            view.rows.push_back(row);
        }
    }
    return view;
}

std::string_view fault_key(trail::Fault fault)
{
    switch (fault) {
    case trail::Fault::missing: return "admin.trail.fault.missing";
    case trail::Fault::does_not_follow: return "admin.trail.fault.does_not_follow";
    case trail::Fault::cut_off: return "admin.trail.fault.cut_off";
    case trail::Fault::changed:
    case trail::Fault::not_expected: break;
    }
    return "admin.trail.fault.changed";
}

void write_chain(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const& verified = loaded.chain.verified;
    if (verified.first_break) {
        web::message(page, web::Message::error, t("admin.trail.broken"), [&] {
            page(tag::p, t("admin.trail.broken_text", {{"number", std::to_string(verified.first_break->number)}}));
            page(tag::p, t(fault_key(verified.first_break->fault)));
        });
    } else {
        web::message(page, web::Message::ok, t("admin.trail.holds"), [&] {
            page(tag::p, t.count("admin.trail.holds_text", verified.entries,
                                 {{"when", web::moment_of(t, loaded.chain.at_millis)}}));
        });
    }
    page(tag::p, t("admin.trail.head_text"));
    page(tag::p, [&] { page(tag::code, attr::cls("breaks"), to_text(verified.head)); });
}

void write_entry(Html& page, web::Visit const& visit, trail::SeenEntry const& entry, Names const& names)
{
    auto const& t = visit.t;
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"), attr::cls("n"), std::to_string(entry.number));
        page(tag::td, [&] { page(tag::span, attr::cls("when"), web::moment_of(t, entry.at)); });
        page(tag::td, who(t, entry.actor, names));
        page(tag::td, [&] {
            page.text(action_words(t, entry.action));
            auto const about = about_words(t, entry, names);
            if (!about.empty()) page(tag::span, attr::cls("small soft blk"), about);
        });
        page(tag::td, [&] { write_changes(page, t, entry.changes); });
    });
}

void write_entries(Html& page, web::Visit const& visit, Loaded const& loaded, std::string const& base)
{
    auto const& t = visit.t;
    if (loaded.entries.empty()) {
        web::empty(page, t("admin.trail.none"), [&] { page(tag::p, t("admin.trail.none_text")); });
        return;
    }
    std::array const columns{web::Column{"", std::string{t("admin.trail.number")}, web::Align::number, false},
                             web::Column{"", std::string{t("admin.trail.at")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.trail.who")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.trail.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.trail.changes")}, web::Align::start, false}};
    web::table(page, visit, t("admin.trail.caption", {{"workspace", loaded.workspace.name}}), columns, "", [&] {
        for (auto const& entry : loaded.entries) write_entry(page, visit, entry, loaded.names);
    });
    page(tag::p, attr::cls("row"), [&] {
        if (visit.request.parameter("onder")) page(tag::a, attr::href(base), t("admin.trail.newest"));
        if (loaded.next)
            page(tag::a, attr::href(base + "?onder=" + std::to_string(*loaded.next)), t("admin.trail.older"));
    });
}

} // namespace

Result<http::Response> trail_page(web::Visit const& visit, Office& office)
{
    std::optional<std::int64_t> below;
    if (auto const asked = visit.request.parameter("onder")) {
        below = parse_integer(*asked);
        if (!below || *below < 1) return Error{Trouble::bad_input, "admin.bad_number", "onder", std::string{*asked}};
    }
    WF_TRY(auto const loaded, load(visit, office, below));
    return web::answer_fresh(
        visit, [&] { return make_view(visit.t, loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto const base = visit.link("/werkplaats/" + loaded.workspace.address);
            auto const part = below ? "?onder=" + std::to_string(*below) : std::string{};
            web::Frame frame;
            frame.title = t("admin.trail");
            frame.crumbs = {{loaded.workspace.name, base}, {frame.title, ""}};
            frame.formats = {{"JSON", base + "/spoor.json" + part}, {"CSV", base + "/spoor.csv" + part}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, t("admin.trail"));
                page(tag::p, attr::cls("lead"), t("admin.trail.lead", {{"workspace", loaded.workspace.name}}));
                page(tag::div, attr::cls("chain"), [&] { write_chain(page, visit, loaded); });
                page(tag::section, [&] {
                    page(tag::h2, t("admin.trail.entries"));
                    write_entries(page, visit, loaded, base + "/spoor");
                });
            });
        });
}

} // namespace wf::admin
