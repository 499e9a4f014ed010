// SPDX-License-Identifier: EUPL-1.2
#include "feature/search/feature.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/search/search.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/search/views.hpp"
#include "platform/web/components.hpp"
#include "platform/web/links.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/paging.hpp"
#include "platform/web/shell.hpp"

namespace wf::embedded::feature_search {
std::string_view find(std::string_view name);
}

namespace wf::search_pages {

using namespace html;

namespace {

constexpr search::Limits limits;

struct Shelf {
    workspaces::Workspace workspace;
    search::Answer answer;

    [[nodiscard]] std::int64_t all() const
    {
        if (answer.has_more) return limits.counted;
        std::int64_t sum = 0;
        for (auto const& [kind, many] : answer.all) sum += many;
        return sum;
    }
};

/// A link has {} where the address of the workspace stands.
std::string page_of(search::Found const& found, workspaces::Workspace const& workspace)
{
    auto link = found.link;
    auto const mark = link.find("{}");
    if (mark != std::string::npos) link.replace(mark, 2, workspace.address);
    return link;
}

/// `only`: the address of one workspace; empty: all. Error: workspace.unknown.
Result<std::vector<Shelf>> look(web::Visit const& visit, std::string_view sought, std::string_view only)
{
    return visit.store().read([&](store::Session& session) -> Result<std::vector<Shelf>> {
        std::vector<Shelf> found;
        bool is_known = only.empty();
        for (auto& workspace : workspaces::list(session)) {
            if (!only.empty() && workspace.address != only) continue;
            is_known = true;
            auto const may_read = [&](std::string_view needs) {
                return visit.may(access::Action::read, needs, workspace.address);
            };
            auto answer = search::find(session, workspace.id, sought, may_read, limits);
            if (!answer.found.empty()) found.push_back({std::move(workspace), std::move(answer)});
        }
        if (!is_known) return Error{Trouble::not_found, "workspace.unknown", std::string{only}, ""};
        return found;
    });
}

web::Table<FoundSummary, FoundRow> make_view(web::Visit const& visit, std::string const& sought,
                                             std::vector<Shelf> const& shelves)
{
    web::Table<FoundSummary, FoundRow> view;
    view.summary.sought = sought;
    for (auto const& shelf : shelves) {
        view.summary.found += shelf.all();
        view.summary.has_more = view.summary.has_more || shelf.answer.has_more;
        for (auto const& found : shelf.answer.found)
            view.rows.push_back({shelf.workspace.name, found.kind, found.title,
                                 visit.link(page_of(found, shelf.workspace)), found.day});
    }
    return view;
}

void write_shelf(Html& page, web::Visit const& visit, Shelf const& shelf)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, shelf.workspace.name);
        page(tag::p, attr::cls("soft"), [&] {
            if (shelf.answer.has_more) {
                page.text(t("search.more_than", {{"most", t.number(limits.counted)}}));
                return;
            }
            std::string_view before;
            for (auto const& [kind, many] : shelf.answer.all) {
                page.text(std::string{before} + t.count("search.many." + kind, many));
                before = ", ";
            }
            page.text(".");
        });
        page(tag::ul, attr::cls("plain ways"), [&] {
            for (auto const& found : shelf.answer.found) {
                page(tag::li, [&] {
                    page(tag::a, attr::href(visit.link(page_of(found, shelf.workspace))), found.title);
                    page.text(" ");
                    web::tag_label(page, "", t("search.kind." + found.kind));
                    page.text(" ");
                    page(tag::span, attr::cls("soft"), web::day_of(t, found.day));
                });
            }
        });
        if (shelf.answer.has_more) page(tag::p, attr::cls("soft"), t("search.many_left"));
        else if (auto const left = shelf.all() - static_cast<std::int64_t>(shelf.answer.found.size()); left > 0)
            page(tag::p, attr::cls("soft"), t.count("search.left", left));
    });
}

void write_found(Html& page, web::Visit const& visit, std::string const& sought, std::vector<Shelf> const& shelves)
{
    auto const& t = visit.t;
    if (auto const also = search::also_found(sought); !also.empty()) {
        std::string words;
        for (auto const& word : also) words += (words.empty() ? "" : ", ") + word;
        page(tag::p, attr::cls("soft"), t("search.also", {{"words", words}}));
    }
    if (shelves.empty()) {
        web::empty(page, t("search.none"), [&] { page(tag::p, t("search.none.text")); });
        return;
    }
    for (auto const& shelf : shelves) write_shelf(page, visit, shelf);
}

Result<http::Response> search_page(web::Visit const& visit)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    auto const only = std::string{trim(visit.request.parameter("werkplaats").value_or(""))};
    std::vector<Shelf> shelves;
    if (!looked.sought.empty()) {
        WF_TRY(shelves, look(visit, looked.sought, only));
    }
    return web::answer_fresh(
        visit, [&] { return make_view(visit, looked.sought, shelves); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            web::Frame frame;
            frame.title = t("search.title");
            frame.crumbs.push_back({frame.title, ""});
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, t("search.title"));
                page(tag::p, attr::cls("lead"), t("search.lead"));
                web::write_seek(page, visit, "search", visit.link("/zoeken"), looked.sought, [&] {
                    if (only.empty()) return;
                    page(tag::input, attr::named("type", "hidden"), attr::named("name", "werkplaats"),
                         attr::named("value", only));
                    page(tag::p, [&] {
                        page.text(t("search.only_here"));
                        page.text(" ");
                        page(tag::a, attr::href(web::link_with(visit, "werkplaats", "")), t("search.everywhere"));
                    });
                });
                if (!looked.sought.empty()) write_found(page, visit, looked.sought, shelves);
            });
        });
}

} // namespace

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "search";
    feature.routes = {{http::Method::get, "/zoeken", {access::Action::read, "page"}, search_page}};
    feature.views = {web::describe<FoundSummary, FoundRow>("search", "/zoeken")};
    feature.words_nl = embedded::feature_search::find("nl.po");
    feature.words_en = embedded::feature_search::find("en.po");
    return feature;
}

} // namespace wf::search_pages
