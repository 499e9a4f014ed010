// SPDX-License-Identifier: EUPL-1.2
#include "feature/sources/pages.hpp"
#include "feature/sources/views.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

namespace wf::sources {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

std::string kind_word(words::Words const& t, datasets::Kind kind)
{
    return std::string{t("sources.kind." + std::string{datasets::to_word(kind)})};
}

std::string day_of(std::string const& instant)
{
    return instant.substr(0, 10);
}

void write_dataset_table(html::Html& page, web::Visit const& visit, std::vector<datasets::Dataset> const& list)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("sources.column.title")}, web::Align::start, false},
                                           {"", std::string{t("sources.column.period")}, web::Align::start, false},
                                           {"", std::string{t("sources.column.kind")}, web::Align::start, false},
                                           {"", std::string{t("sources.column.kept")}, web::Align::number, true},
                                           {"", std::string{t("sources.column.refused")}, web::Align::number, true},
                                           {"", std::string{t("sources.column.licence")}, web::Align::start, true}};
    web::table(page, visit, t("sources.list.caption"), columns, "", [&] {
        for (auto const& dataset : list) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     [&] { page(tag::a, attr::href(visit.link("/dataset/" + dataset.id)), dataset.origin.title); });
                page(tag::td, dataset.origin.period);
                page(tag::td, kind_word(t, dataset.origin.kind));
                page(tag::td, attr::cls("n wide"), t.number(static_cast<double>(dataset.kept)));
                page(tag::td, attr::cls("n wide"), t.number(static_cast<double>(dataset.refused)));
                page(tag::td, attr::cls("wide"), dataset.origin.licence);
            });
        }
    });
}

std::vector<web::Fact> describe(web::Visit const& visit, datasets::Dataset const& dataset)
{
    auto const& t = visit.t;
    auto const& origin = dataset.origin;
    auto const fact = [&](std::string_view key, std::string value) {
        return web::Fact{std::string{t(key)}, std::move(value), ""};
    };
    std::vector<web::Fact> facts{
        {std::string{t("sources.fact.source")}, origin.source, origin.source_url},
        fact("sources.fact.licence", origin.licence),
        fact("sources.fact.attribution", origin.attribution),
        fact("sources.fact.period", origin.period),
        fact("sources.fact.kind", kind_word(t, origin.kind)),
    };
    if (!origin.note.empty()) facts.push_back(fact("sources.fact.note", origin.note));
    facts.push_back(fact("sources.fact.imported", t("sources.imported", {{"date", day_of(dataset.imported_at)},
                                                                         {"importer", origin.importer}})));
    facts.push_back(fact("sources.fact.file", origin.file_name));
    facts.push_back(fact("sources.fact.options", origin.options));
    facts.push_back(fact("sources.fact.checksum", origin.checksum));
    facts.push_back(fact("sources.fact.version", origin.code_version));
    return facts;
}

void write_refusals(html::Html& page, web::Visit const& visit,
                    std::vector<datasets::ImportReport::Refusal> const& refusals)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("sources.column.line")}, web::Align::number, false},
                                           {"", std::string{t("sources.column.reason")}, web::Align::start, false}};
    web::table(page, visit, t("sources.refusals.caption"), columns, "", [&] {
        for (auto const& refusal : refusals) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), attr::cls("n"), t.number(static_cast<double>(refusal.line)));
                page(tag::td, [&] {
                    page.text(refusal.detail);
                    page.text(" ");
                    page(tag::code, attr::cls("soft"), refusal.code);
                });
            });
        }
    });
}

} // namespace

Result<http::Response> dataset_list_page(web::Visit const& visit)
{
    auto const list = visit.store().read([](store::Session& session) { return datasets::list(session, false); });
    web::Table<web::Nothing, DatasetRow> view;
    for (auto const& dataset : list) view.rows.push_back(make_row(dataset));
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t("sources.title");
        frame.section = "sources";
        frame.crumbs = {{std::string{t("sources.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        frame.formats = {{"CSV", visit.link("/bronnen.csv")}, {"JSON", visit.link("/bronnen.json")}};
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("sources.title"));
            page(tag::p, attr::cls("lead"), t("sources.lead"));
            if (list.empty()) {
                web::empty(page, t("sources.none"), [&] { page(tag::p, t("sources.none_help")); });
                return;
            }
            write_dataset_table(page, visit, list);
            page(tag::p, attr::cls("small"),
                 [&] { page(tag::a, attr::href(visit.link("/taken")), t("sources.jobs")); });
        });
    });
}

Result<http::Response> dataset_page(web::Visit const& visit)
{
    struct Loaded {
        std::optional<datasets::Dataset> dataset;
        std::vector<datasets::ImportReport::Refusal> refusals;
        std::vector<runs::Run> used_by;
    };
    auto const id = visit.request.part("id");
    auto const loaded = visit.store().read([&](store::Session& session) {
        return Loaded{datasets::find(session, id), datasets::load_refusals(session, id), runs::list_using(session, id)};
    });
    if (!loaded.dataset || loaded.dataset->state == datasets::State::loading)
        return Error{Trouble::not_found, "sources.unknown_dataset", std::string{id}, "there is no such dataset here"};
    auto const& dataset = *loaded.dataset;
    web::Table<DatasetRow, RefusalRow> view{make_row(dataset), {}};
    for (auto const& refusal : loaded.refusals) view.rows.push_back({refusal.line, refusal.code, refusal.detail});
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = dataset.origin.title;
        frame.section = "sources";
        frame.crumbs = {{std::string{t("sources.title")}, visit.link("/bronnen")}, {dataset.origin.title, ""}};
        auto const base = visit.link("/dataset/" + dataset.id);
        frame.formats = {{"JSON", base + ".json"}, {"CSV", base + ".csv"}};
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, dataset.origin.title);
            page(tag::p, attr::cls("lead"),
                 t("sources.report", {{"read", t.number(static_cast<double>(dataset.read))},
                                      {"kept", t.number(static_cast<double>(dataset.kept))},
                                      {"refused", t.number(static_cast<double>(dataset.refused))}}));
            if (dataset.state == datasets::State::superseded) {
                web::message(page, web::Message::info, t("sources.superseded"),
                             [&] { page(tag::p, t("sources.superseded_help")); });
            }
            if (dataset.origin.kind == datasets::Kind::modelled) {
                web::message(page, web::Message::warn, t("sources.modelled"),
                             [&] { page(tag::p, t("sources.modelled_help")); });
            }
            page(tag::section, [&] {
                page(tag::h2, t("sources.about"));
                web::facts(page, describe(visit, dataset));
            });
            page(tag::section, [&] {
                page(tag::h2, t("sources.refusals"));
                if (loaded.refusals.empty()) page(tag::p, t("sources.refusals.none"));
                else write_refusals(page, visit, loaded.refusals);
            });
            page(tag::section, [&] {
                page(tag::h2, t("sources.used_by"));
                if (loaded.used_by.empty()) page(tag::p, t("sources.used_by.none"));
                page(tag::ul, [&] {
                    for (auto const& run : loaded.used_by) {
                        page(tag::li, [&] {
                            page(tag::a, attr::href(visit.link("/run/" + run.id)), run.kind + " " + run.subject);
                            page.text(" (" + day_of(run.created_at) + ")");
                        });
                    }
                });
            });
        });
    });
}

} // namespace wf::sources
