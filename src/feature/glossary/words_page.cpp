// SPDX-License-Identifier: EUPL-1.2
// What words mean, for everybody; with those of one werkplaats when it is asked
// for.
#include "base/text.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/glossary/entries.hpp"
#include "feature/glossary/pages.hpp"
#include "feature/glossary/views.hpp"
#include "platform/web/components.hpp"
#include "platform/web/paging.hpp"
#include "platform/web/shell.hpp"

namespace wf::glossary_pages {

using namespace html;

namespace {

struct Loaded {
    std::vector<Entry> entries;
    std::vector<workspaces::Workspace> others; ///< whose words can be seen
    std::optional<workspaces::Workspace> chosen;
    std::string sought;
};

Result<Loaded> load(web::Visit const& visit)
{
    WF_TRY(auto const looked, web::read_looked(visit));
    auto const wanted = trim(visit.request.parameter("werkplaats").value_or(""));
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        Loaded loaded;
        loaded.sought = looked.sought;
        std::vector<glossary::LocalTerm> own;
        for (auto& workspace : workspaces::list(session)) {
            if (workspace.is_top()) continue;
            auto its = glossary::list(session, workspace.id, glossary::State::shown);
            if (workspace.address == wanted) {
                own = std::move(its);
                loaded.chosen = std::move(workspace);
            } else if (!its.empty()) {
                loaded.others.push_back(std::move(workspace));
            }
        }
        if (!wanted.empty() && !loaded.chosen)
            return Error{Trouble::not_found, "workspace.unknown", std::string{wanted}, ""};
        loaded.entries = choose(put_together(glossary::shared_terms(), own), looked.sought);
        return loaded;
    });
}

web::Table<WordsSummary, WordRow> make_view(Loaded const& loaded)
{
    web::Table<WordsSummary, WordRow> view;
    view.summary = {loaded.sought, static_cast<std::int64_t>(loaded.entries.size())};
    for (auto const& entry : loaded.entries) {
        std::int64_t number = 0;
        for (auto const& meaning : entry.meanings)
            view.rows.push_back({entry.anchor, entry.word, entry.word_en, ++number, meaning.sense.nl, meaning.sense.en,
                                 meaning.sense.source, meaning.sense.url, meaning.is_local ? loaded.chosen->name : ""});
    }
    return view;
}

void write_meaning(Html& page, web::Visit const& visit, Loaded const& loaded, Meaning const& meaning)
{
    auto const& t = visit.t;
    auto const& sense = meaning.sense;
    bool const in_english = t.language() == words::Language::en && !sense.en.empty();
    if (meaning.is_local) {
        web::tag_label(page, "", loaded.chosen->name);
        page.text(" ");
    }
    page.text(in_english ? sense.en : sense.nl);
    if (sense.source.empty()) return;
    page.text(" ");
    page(tag::span, attr::cls("soft"), [&] {
        page.text(std::string{t("glossary.source")} + " ");
        if (sense.url.empty()) page.text(sense.source);
        else page(tag::a, attr::href(sense.url), sense.source);
    });
}

void write_entry(Html& page, web::Visit const& visit, Loaded const& loaded, Entry const& entry)
{
    auto const& t = visit.t;
    page(tag::section, attr::id(entry.anchor), [&] {
        page(tag::h2, entry.word);
        if (t.language() == words::Language::en && !entry.word_en.empty()) page(tag::p, entry.word_en);
        if (!entry.also.empty()) {
            std::string also;
            for (auto const& other : entry.also) also += (also.empty() ? "" : ", ") + other;
            page(tag::p, attr::cls("soft"), t("glossary.also", {{"words", also}}));
        }
        if (entry.meanings.size() == 1) {
            page(tag::p, [&] { write_meaning(page, visit, loaded, entry.meanings.front()); });
            return;
        }
        page(tag::p, attr::cls("soft"), t.count("glossary.senses", static_cast<std::int64_t>(entry.meanings.size())));
        page(tag::ol, [&] {
            for (auto const& meaning : entry.meanings)
                page(tag::li, [&] { write_meaning(page, visit, loaded, meaning); });
        });
    });
}

void write_choice(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    if (!loaded.chosen && loaded.others.empty()) return;
    page(tag::p, attr::cls("row noprint"), [&] {
        if (loaded.chosen) {
            page(tag::span, t("glossary.with", {{"werkplaats", loaded.chosen->name}}));
            page(tag::a, attr::href(visit.link("/begrippen")), t("glossary.shared_only"));
        }
        for (auto const& other : loaded.others)
            page(tag::a, attr::href(visit.link("/begrippen?werkplaats=" + other.address)),
                 t("glossary.show_of", {{"werkplaats", other.name}}));
    });
}

} // namespace

Result<http::Response> words_page(web::Visit const& visit)
{
    WF_TRY(auto const loaded, load(visit));
    return web::answer_fresh(
        visit, [&] { return make_view(loaded); },
        [&]() -> Result<http::Response> {
            auto const& t = visit.t;
            web::Frame frame;
            frame.title = t("glossary.title");
            frame.section = "about";
            frame.crumbs.push_back({frame.title, ""});
            auto const query = loaded.chosen ? "?werkplaats=" + loaded.chosen->address : std::string{};
            frame.formats = {{"JSON", visit.link("/begrippen") + ".json" + query},
                             {"CSV", visit.link("/begrippen") + ".csv" + query}};
            return web::page(visit, frame, [&](Html& page) {
                page(tag::h1, t("glossary.title"));
                page(tag::p, attr::cls("lead"), t("glossary.lead"));
                write_choice(page, visit, loaded);
                web::write_seek(page, visit, "glossary", visit.link("/begrippen"), loaded.sought, [&] {
                    if (loaded.chosen)
                        page(tag::input, attr::named("type", "hidden"), attr::named("name", "werkplaats"),
                             attr::named("value", loaded.chosen->address));
                });
                page(tag::p, attr::cls("soft"),
                     t.count("glossary.sentence", static_cast<std::int64_t>(loaded.entries.size())));
                if (loaded.entries.empty())
                    web::empty(page, t("glossary.none"), [&] { page(tag::p, t("glossary.none.text")); });
                for (auto const& entry : loaded.entries) write_entry(page, visit, loaded, entry);
            });
        });
}

} // namespace wf::glossary_pages
