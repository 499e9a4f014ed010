// SPDX-License-Identifier: EUPL-1.2
// The plans of a workspace: what runs, by its date, before what is prepared and what ended.
#include "feature/plans/pages.hpp"
#include "feature/plans/parts.hpp"
#include "feature/plans/views.hpp"
#include "platform/clock/today.hpp"
#include "platform/web/paging.hpp"

namespace wf::plan_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<plans::Plan> plans;
    std::map<plans::State, std::int64_t> tally;
    std::int64_t found{0};
    plans::Choice choice;
};

web::Table<PlansSummary, PlanRow> make_view(Loaded const& loaded)
{
    web::Table<PlansSummary, PlanRow> view;
    view.summary = {loaded.workspace.name, loaded.found, web::next_row(loaded.choice.skip, loaded.found)};
    for (auto const& plan : loaded.plans) {
        auto const& content = plan.content;
        view.rows.push_back({plan.id, content.title, std::string{plans::to_word(plan.state)}, content.owner,
                             content.due, content.indicator, content.cost, content.payer, plan.outcome, plan.made_on,
                             plan.changed_on, plan.is_invented});
    }
    return view;
}

void write_plans(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.plans.empty()) {
        web::empty(page, t("plans.none"), [&] { page(tag::p, t("plans.none.text")); });
        return;
    }
    auto const today = today_iso();
    std::array const columns{web::Column{"", std::string{t("plans.column.title")}, web::Align::start, false},
                             web::Column{"", std::string{t("plans.column.state")}, web::Align::start, false},
                             web::Column{"", std::string{t("plans.column.owner")}, web::Align::start, true},
                             web::Column{"", std::string{t("plans.column.due")}, web::Align::start, false}};
    web::table(page, visit, t("plans.caption"), columns, "", [&] {
        for (auto const& plan : loaded.plans) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(plans_link(visit, loaded.workspace, "/" + plan.id)), plan.content.title);
                });
                page(tag::td, [&] { write_state(page, t, plan); });
                page(tag::td, attr::cls("wide"), plan.content.owner);
                page(tag::td, [&] {
                    page.text(web::day_of(t, plan.content.due));
                    if (plan.state == plans::State::active && !plan.content.due.empty() && plan.content.due < today) {
                        page.text(" ");
                        web::tag_label(page, "bad", t("plans.late"));
                    }
                });
            });
        }
    });
    web::write_turns(page, visit, "plans", loaded.choice.skip, loaded.found);
}

} // namespace

Result<http::Response> plans_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    WF_TRY(auto const loaded, visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        plans::Choice const choice{workspace.id, std::nullopt, looked.sought, looked.from, web::rows_on_a_page};
        auto all = plans::list(session, choice);
        auto tally = plans::tally(session, workspace.id);
        auto const found = plans::count(session, choice);
        return Loaded{std::move(workspace), std::move(all), std::move(tally), found, choice};
    }));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto frame = workspaces::frame_inside(visit, std::string{t("plans.title")}, loaded.workspace);
            auto const here = plans_link(visit, loaded.workspace);
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                auto const many = [&](plans::State state) {
                    auto const found = loaded.tally.find(state);
                    return found == loaded.tally.end() ? std::int64_t{0} : found->second;
                };
                page(tag::h1, t("plans.title"));
                page(tag::p, attr::cls("lead"), [&] {
                    page.text(t.count("plans.sentence", many(plans::State::active)));
                    page.text(" " + t.count("plans.sentence.closed", many(plans::State::closed)));
                    page.text(" " + t.count("plans.sentence.stopped", many(plans::State::stopped)));
                });
                if (visit.may(access::Action::add, "plan_work", loaded.workspace.address))
                    page(tag::p, attr::cls("row noprint"),
                         [&] { web::link_button(page, here + "/nieuw", t("plans.new"), web::Button::primary); });
                web::write_seek(page, visit, "plans", here, looked.sought);
                write_plans(page, visit, loaded);
            });
        });
}

} // namespace wf::plan_pages
