// SPDX-License-Identifier: EUPL-1.2
// What was taken up, for everybody: confirmed claims, how they add up, and where. Who works here sees what waits, too.
#include "feature/uptake/curve_drawing.hpp"
#include "feature/uptake/pages.hpp"
#include "feature/uptake/parts.hpp"
#include "feature/uptake/views.hpp"

#include <algorithm>

namespace wf::uptake_pages {

using namespace html;
using uptake::State;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<uptake::Claim> confirmed;
    std::vector<uptake::Claim> others; ///< for who works here
    std::int64_t waiting{0};
    bool is_member{false};
    bool may_add{false};
};

Result<Loaded> load(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        Loaded loaded;
        loaded.is_member = visit.may(access::Action::read, "uptake_work", workspace.address);
        loaded.may_add = visit.may(access::Action::add, "uptake_work", workspace.address);
        for (auto& claim : uptake::list(session, {workspace.id, std::nullopt, std::nullopt, "", ""})) {
            if (claim.state == State::waiting) ++loaded.waiting;
            if (claim.state == State::confirmed) loaded.confirmed.push_back(std::move(claim));
            else if (loaded.is_member) loaded.others.push_back(std::move(claim));
        }
        // What waits is what to do next.
        std::stable_sort(loaded.others.begin(), loaded.others.end(),
                         [](auto const& a, auto const& b) { return a.state < b.state; });
        loaded.workspace = std::move(workspace);
        return loaded;
    });
}

web::Table<UptakeSummary, ClaimRow> make_view(Loaded const& loaded)
{
    web::Table<UptakeSummary, ClaimRow> view;
    view.summary = {loaded.workspace.name, static_cast<std::int64_t>(loaded.confirmed.size()), loaded.waiting};
    for (auto const& claim : loaded.confirmed) {
        view.rows.push_back({claim.id, std::string{uptake::to_word(claim.kind)}, claim.what,
                             web::maybe(claim.work.to_text()), claim.taker, web::maybe(claim.region_code), claim.region,
                             claim.taken_on, claim.proof, web::maybe(claim.proof_link), claim.read_on,
                             claim.is_invented});
    }
    return view;
}

std::string kind_word(words::Words const& t, uptake::Kind kind)
{
    return std::string{t("uptake.kind." + std::string{uptake::to_word(kind)})};
}

/// One table for what counts, one for what does not: the same columns.
void write_claims(Html& page, web::Visit const& visit, Loaded const& loaded, std::string_view caption,
                  std::vector<uptake::Claim> const& claims)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"", std::string{t("uptake.column.what")}, web::Align::start, false},
                             web::Column{"", std::string{t("uptake.column.kind")}, web::Align::start, true},
                             web::Column{"", std::string{t("uptake.column.taker")}, web::Align::start, false},
                             web::Column{"", std::string{t("uptake.column.day")}, web::Align::start, false},
                             web::Column{"", std::string{t("uptake.column.proof")}, web::Align::start, false},
                             web::Column{"", std::string{t("uptake.column.state")}, web::Align::start, false}};
    web::table(page, visit, caption, columns, "", [&] {
        for (auto const& claim : claims) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    if (loaded.is_member)
                        page(tag::a, attr::href(uptake_link(visit, loaded.workspace, "/" + claim.id)), claim.what);
                    else page.text(claim.what);
                });
                page(tag::td, attr::cls("wide"), kind_word(t, claim.kind));
                page(tag::td, claim.taker + ", " + claim.region);
                page(tag::td, web::day_of(t, claim.taken_on));
                page(tag::td, [&] { write_proof(page, claim); });
                page(tag::td, [&] {
                    write_state(page, t, claim);
                    if (claim.state == State::confirmed)
                        page.text(" " + t("uptake.read_on", {{"day", web::day_of(t, claim.read_on)}}));
                });
            });
        }
    });
}

std::vector<web::Column> kind_columns(words::Words const& t, std::string_view first)
{
    std::vector<web::Column> columns{{"", std::string{t(first)}, web::Align::start, false}};
    for (auto const kind : uptake::all_kinds) columns.push_back({"", kind_word(t, kind), web::Align::number, false});
    columns.push_back({"", std::string{t("uptake.column.all")}, web::Align::number, false});
    return columns;
}

void write_counts(Html& page, words::Words const& t, KindCounts const& counts)
{
    auto const cell = [&](std::int64_t count) {
        page(tag::td, attr::cls("n"), attr::named("data-v", std::to_string(count)),
             t.number(static_cast<double>(count)));
    };
    for (auto const count : counts) cell(count);
    cell(sum_of(counts));
}

void write_curve(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    auto const points = curve_of(loaded.confirmed);
    page(tag::section, attr::id("verloop"), [&] {
        page(tag::h2, t("uptake.curve"));
        draw_curve(page, t, points);
        web::table(page, visit, t("uptake.curve.caption"), kind_columns(t, "uptake.column.month"), "", [&] {
            for (auto const& point : points)
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), web::month_of(t, point.month));
                    write_counts(page, t, point.total);
                });
        });
    });
    page(tag::section, attr::id("streken"), [&] {
        page(tag::h2, t("uptake.regions"));
        web::table(page, visit, t("uptake.regions.caption"), kind_columns(t, "uptake.column.region"), "", [&] {
            for (auto const& region : regions_of(loaded.confirmed))
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), region.name);
                    write_counts(page, t, region.count);
                });
        });
    });
}

web::Frame frame_of(web::Visit const& visit, Loaded const& loaded)
{
    auto frame = workspaces::frame_inside(visit, std::string{visit.t("uptake.title")}, loaded.workspace);
    // Who does not work here has no home above this page.
    if (!loaded.is_member)
        frame.crumbs = {{loaded.workspace.name, visit.link("/vragen/" + loaded.workspace.address)},
                        {std::string{visit.t("uptake.title")}, ""}};
    auto const here = uptake_link(visit, loaded.workspace);
    frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
    return frame;
}

} // namespace

Result<http::Response> uptake_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            return web::page(visit, frame_of(visit, loaded), [&](Html& page) {
                page(tag::h1, t("uptake.title"));
                page(tag::p, attr::cls("lead"), [&] {
                    page.text(t.count("uptake.sentence", static_cast<std::int64_t>(loaded.confirmed.size())));
                    page.text(" " + t.count("uptake.sentence.waiting", loaded.waiting));
                });
                page(tag::p, t("uptake.explain"));
                if (loaded.may_add)
                    page(tag::p, attr::cls("row noprint"), [&] {
                        web::link_button(page, uptake_link(visit, loaded.workspace, "/meld"), t("uptake.claim"),
                                         web::Button::primary);
                    });
                if (loaded.confirmed.empty()) {
                    web::empty(page, t("uptake.none"), [&] { page(tag::p, t("uptake.none.text")); });
                } else {
                    write_claims(page, visit, loaded, t("uptake.caption"), loaded.confirmed);
                    write_curve(page, visit, loaded);
                }
                if (loaded.others.empty()) return;
                page(tag::section, attr::id("wacht"), [&] {
                    page(tag::h2, t("uptake.others"));
                    page(tag::p, t("uptake.others.text"));
                    write_claims(page, visit, loaded, t("uptake.others.caption"), loaded.others);
                });
            });
        });
}

} // namespace wf::uptake_pages
