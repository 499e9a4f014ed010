// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/sources/pages.hpp"
#include "feature/sources/views.hpp"
#include "platform/json/json.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

namespace wf::sources {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

struct Loaded {
    runs::Run run;
    std::vector<InputRow> inputs;
    std::vector<runs::Run> used_by;
};

std::optional<Loaded> load(store::Store& store, std::string_view id)
{
    return store.read([&](store::Session& session) -> std::optional<Loaded> {
        auto run = runs::find(session, id);
        if (!run) return std::nullopt;
        Loaded loaded{std::move(*run), {}, runs::list_using(session, id)};
        for (auto const& input : loaded.run.inputs) {
            if (auto const dataset = datasets::find(session, input)) {
                loaded.inputs.push_back({input, "dataset", dataset->origin.title});
            } else if (auto const other = runs::find(session, input)) {
                loaded.inputs.push_back({input, "run", other->kind + " " + other->subject});
            }
        }
        return loaded;
    });
}

/// The members of a small JSON object as facts: what the run says of itself, in its own words.
std::vector<web::Fact> json_facts(std::string const& text)
{
    std::vector<web::Fact> facts;
    auto const read = json::read(text);
    if (!read || read->object() == nullptr) return facts;
    for (auto const& [key, value] : *read->object()) {
        std::string shown;
        if (auto const* words = value.text()) shown = *words;
        else if (auto const number = value.number()) shown = to_text(*number);
        else if (auto const flag = value.boolean()) shown = *flag ? "true" : "false";
        facts.push_back({key, shown, ""});
    }
    return facts;
}

std::vector<web::Fact> describe(web::Visit const& visit, runs::Run const& run)
{
    auto const& t = visit.t;
    return {{std::string{t("sources.run.kind")}, run.kind, ""},
            {std::string{t("sources.run.subject")}, run.subject, ""},
            {std::string{t("sources.run.method")},
             t("sources.run.method_version", {{"method", run.method}, {"version", run.method_version}}), ""},
            {std::string{t("sources.run.created")}, run.created_at, ""},
            {std::string{t("sources.fact.version")}, run.code_version, ""},
            {std::string{t("sources.run.id")}, run.id, ""}};
}

} // namespace

Result<http::Response> run_page(web::Visit const& visit)
{
    auto const id = visit.request.part("id");
    auto const loaded = load(visit.store(), id);
    if (!loaded) return Error{Trouble::not_found, "sources.unknown_run", std::string{id}, "there is no such run here"};
    auto const& run = loaded->run;
    web::Table<RunRow, InputRow> const view{make_row(run), loaded->inputs};
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t("sources.run.title", {{"id", run.id.substr(0, 13)}});
        frame.section = "sources";
        frame.crumbs = {{std::string{t("sources.title")}, visit.link("/bronnen")}, {frame.title, ""}};
        auto const base = visit.link("/run/" + run.id);
        frame.formats = {{"JSON", base + ".json"}, {"CSV", base + ".csv"}};
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("sources.run.heading"));
            page(tag::p, attr::cls("lead"), t("sources.run.lead"));
            if (!run.current) {
                web::message(page, web::Message::info, t("sources.run.old"),
                             [&] { page(tag::p, t("sources.run.old_help")); });
            }
            page(tag::section, [&] {
                page(tag::h2, t("sources.run.about"));
                web::facts(page, describe(visit, run));
            });
            page(tag::section, [&] {
                page(tag::h2, t("sources.run.inputs"));
                page(tag::ul, [&] {
                    for (auto const& input : loaded->inputs) {
                        page(tag::li, [&] {
                            page(tag::a, attr::href(visit.link("/" + input.kind + "/" + input.input)), input.title);
                        });
                    }
                });
            });
            page(tag::section, [&] {
                page(tag::h2, t("sources.run.basis"));
                page(tag::p, t("sources.run.basis_help"));
                web::facts(page, json_facts(run.basis));
                page(tag::h3, t("sources.run.settings"));
                web::facts(page, json_facts(run.settings));
            });
            visit.context.panels->write(page, visit, "run." + run.kind, run.id);
        });
    });
}

} // namespace wf::sources
