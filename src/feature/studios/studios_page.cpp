// SPDX-License-Identifier: EUPL-1.2
// The studios of a workspace: what is open before what ended.
#include "base/text.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/parts.hpp"
#include "feature/studios/views.hpp"
#include "platform/web/paging.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

struct Loaded {
    workspaces::Workspace workspace;
    std::vector<studios::Studio> studios;
    std::map<studios::State, std::int64_t> tally;
    std::int64_t found{0};
    studios::Choice choice;
    std::string title;
};

web::Table<StudiosSummary, StudioRow> make_view(Loaded const& loaded)
{
    web::Table<StudiosSummary, StudioRow> view;
    view.summary = {loaded.workspace.name, loaded.found, web::next_row(loaded.choice.skip, loaded.found)};
    for (auto const& studio : loaded.studios) {
        auto const& content = studio.content;
        view.rows.push_back({studio.id, content.title, std::string{studios::to_word(studio.state)}, content.from,
                             content.until, content.who, parse_integer(content.students),
                             parse_integer(content.researchers), parse_integer(content.workers),
                             parse_integer(content.residents), studio.outcome, studio.made_on, studio.changed_on,
                             studio.is_invented});
    }
    return view;
}

void write_studios(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (loaded.studios.empty()) {
        web::empty(page, t("studios.none"), [&] { page(tag::p, t("studios.none.text")); });
        return;
    }
    std::array const columns{web::Column{"", std::string{t("studios.column.title")}, web::Align::start, false},
                             web::Column{"", std::string{t("studios.column.state")}, web::Align::start, false},
                             web::Column{"", std::string{t("studios.column.who")}, web::Align::start, true},
                             web::Column{"", std::string{t("studios.column.period")}, web::Align::start, true}};
    web::table(page, visit, t("studios.caption"), columns, "", [&] {
        for (auto const& studio : loaded.studios) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a, attr::href(studios::link_to_all(visit, loaded.workspace, "/" + studio.id)),
                         studio.content.title);
                });
                page(tag::td, [&] { write_state(page, t, studio); });
                page(tag::td, attr::cls("wide"), team_words(t, studio.content));
                page(tag::td, attr::cls("wide"), period_words(t, studio.content.from, studio.content.until));
            });
        }
    });
    web::write_turns(page, visit, "studios", loaded.choice.skip, loaded.found);
}

Result<Loaded> load(web::Visit const& visit)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto workspace, workspaces::find_here(session, visit));
        studios::Choice const choice{workspace.id, std::nullopt, looked.sought, looked.from, web::rows_on_a_page};
        auto all = studios::list(session, choice);
        auto tally = studios::tally(session, workspace.id);
        auto const found = studios::count(session, choice);
        auto title = studios::title_of_all(session, visit.t, workspace);
        return Loaded{std::move(workspace), std::move(all), std::move(tally), found, choice, std::move(title)};
    });
}

} // namespace

Result<http::Response> studios_page(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const loaded, load(visit));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            auto frame = workspaces::frame_inside(visit, loaded.title, loaded.workspace);
            auto const here = studios::link_to_all(visit, loaded.workspace);
            frame.formats = {{"JSON", here + ".json"}, {"CSV", here + ".csv"}};
            return web::page(visit, frame, [&](Html& page) {
                auto const many = [&](studios::State state) {
                    auto const found = loaded.tally.find(state);
                    return found == loaded.tally.end() ? std::int64_t{0} : found->second;
                };
                page(tag::h1, loaded.title);
                page(tag::p, attr::cls("lead"), [&] {
                    page.text(t.count("studios.sentence", many(studios::State::open)));
                    page.text(" " + t.count("studios.sentence.ended", many(studios::State::ended)));
                });
                if (visit.may(access::Action::add, "studio", loaded.workspace.address))
                    page(tag::p, attr::cls("row noprint"),
                         [&] { web::link_button(page, here + "/nieuw", t("studios.new"), web::Button::primary); });
                web::write_seek(page, visit, "studios", here, loaded.choice.sought);
                write_studios(page, visit, loaded);
            });
        });
}

} // namespace wf::studio_pages
