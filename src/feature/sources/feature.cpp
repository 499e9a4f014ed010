// SPDX-License-Identifier: EUPL-1.2
#include "feature/sources/feature.hpp"

#include "feature/sources/pages.hpp"
#include "feature/sources/views.hpp"

namespace wf::embedded::feature_sources {
std::string_view find(std::string_view name);
}

namespace wf::sources {
namespace {

Result<int> list_datasets(web::CommandInput const& input)
{
    input.context.store->read([&](store::Session& session) {
        for (auto const& dataset : datasets::list(session, true)) {
            input.out << dataset.id << '\t' << datasets::to_word(dataset.state) << '\t' << dataset.origin.slot << '\t'
                      << dataset.kept << " kept, " << dataset.refused << " refused\t" << dataset.origin.title << '\n';
        }
    });
    return 0;
}

Result<int> list_runs(web::CommandInput const& input)
{
    constexpr int most = 1000;
    input.context.store->read([&](store::Session& session) {
        for (auto const& run : runs::list(session, most)) {
            input.out << run.id << '\t' << run.created_at << '\t' << run.kind << '\t' << run.subject << '\t'
                      << (run.current ? "current" : "old") << '\n';
        }
    });
    return 0;
}

} // namespace

DatasetRow make_row(datasets::Dataset const& dataset)
{
    auto const& origin = dataset.origin;
    return {dataset.id,          origin.title,
            origin.source,       origin.source_url,
            origin.licence,      origin.attribution,
            origin.period,       std::string{datasets::to_word(origin.kind)},
            origin.note,         std::string{datasets::to_word(dataset.state)},
            dataset.imported_at, origin.importer,
            origin.options,      origin.file_name,
            origin.checksum,     origin.code_version,
            dataset.read,        dataset.kept,
            dataset.refused};
}

RunRow make_row(runs::Run const& run)
{
    return {run.id,         run.kind,    run.subject,  run.method, run.method_version, run.code_version,
            run.created_at, run.current, run.settings, run.answer, run.basis};
}

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "sources";
    feature.routes = {{http::Method::get, "/bronnen", {access::Action::read, "dataset"}, dataset_list_page},
                      {http::Method::get, "/dataset/{id}", {access::Action::read, "dataset"}, dataset_page},
                      {http::Method::get, "/run/{id}", {access::Action::read, "dataset"}, run_page},
                      {http::Method::get, "/taken", {access::Action::read, "dataset"}, job_page}};
    feature.commands = {{"datasets list", "", "All datasets with their state, newest first", {}, list_datasets},
                        {"runs list", "", "All runs, newest first", {}, list_runs}};
    feature.views = {web::describe<web::Nothing, DatasetRow>("datasets", "/bronnen"),
                     web::describe<DatasetRow, RefusalRow>("dataset", "/dataset/{id}"),
                     web::describe<RunRow, InputRow>("run", "/run/{id}"),
                     web::describe<web::Nothing, JobRow>("jobs", "/taken")};
    feature.words_nl = embedded::feature_sources::find("nl.po");
    feature.words_en = embedded::feature_sources::find("en.po");
    return feature;
}

} // namespace wf::sources
