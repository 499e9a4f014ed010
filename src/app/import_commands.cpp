// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"
#include "app/features.hpp"
#include "app/import_job.hpp"

namespace wf::app {
namespace {

constexpr std::size_t refusals_shown = 20;

/// Tells on one line how far the import is, only when a person can have noticed a change.
Watch print_progress(std::ostream& err)
{
    return [&err, last = std::int64_t{-1}](std::int64_t done, std::int64_t total, std::string_view stage) mutable {
        auto const percent = total > 0 ? 100 * done / total : 0;
        if (percent == last) return;
        last = percent;
        err << "\r" << stage << ' ' << percent << " %   " << std::flush;
    };
}

void print_report(intake::Outcome const& outcome, std::ostream& out, std::ostream& err)
{
    if (outcome.already_there) {
        out << "already there: dataset " << outcome.dataset_id << ", nothing was changed\n";
        return;
    }
    auto const& report = outcome.report;
    out << "dataset " << outcome.dataset_id << ": " << report.read << " read, " << report.kept << " kept, "
        << report.refused << " refused\n";
    for (std::size_t at = 0; at < report.refusals.size() && at < refusals_shown; ++at) {
        auto const& refusal = report.refusals[at];
        err << "  line " << refusal.line << ": " << refusal.detail << " [" << refusal.code << "]\n";
    }
    if (report.refusals.size() > refusals_shown) err << "  ... see the page of the dataset for all of them\n";
    for (auto const& warning : outcome.warnings)
        err << "  warning: " << warning.detail << " [" << warning.code << "]\n";
}

Result<int> import_files(web::CommandInput const& input, std::string const& importer)
{
    if (input.arguments.empty()) return Error{Trouble::bad_input, "usage", "FILE", "name the file to import"};
    auto& store = *input.context.store;
    WF_TRY(auto const rules, rules_of(*input.context.settings));
    intake::sweep_unpublished(store);
    job::Runner runner{store, 1};
    for (auto const& path : input.arguments) {
        ImportOrder order{importer, path, {input.options.begin(), input.options.end()}, rules};
        auto const outcome = run_import_job(runner, store, order, print_progress(input.err));
        input.err << '\r';
        if (!outcome) return outcome.error();
        print_report(*outcome, input.out, input.err);
    }
    job::NoProgress no_progress;
    WF_TRY(auto const after, after_import(store, *input.context.settings, input.context.code_version, no_progress));
    if (!after.empty()) input.out << "pages show " << after << '\n';
    return 0;
}

} // namespace

std::vector<web::Command> import_commands()
{
    return {
        {"import cbs",
         "FILE... [--year YEAR] [--boundary-year YEAR] [--place NAME] [--refused-share 0.2]",
         "Import areas and figures of Statistics Netherlands: map (GeoJSON), key figures, household positions, crimes, names",
         {"year", "boundary-year", "place", "refused-share"},
         [](web::CommandInput const& input) { return import_files(input, "cbs"); }},
        {"import osm",
         "FILE... [--place NAME] [--no-map]",
         "Import streets, addresses, places and a map of OpenStreetMap (.osm.pbf or .osm); who reaches what is worked out after it",
         {"place", "no-map"},
         [](web::CommandInput const& input) { return import_files(input, "osm"); }},
        {"import rivm",
         "FILE... [--place NAME] [--refused-share 0.2]",
         "Import health figures per neighbourhood of RIVM: a modelled baseline, never the outcome of a local action",
         {"place", "refused-share"},
         [](web::CommandInput const& input) { return import_files(input, "rivm"); }},
    };
}

} // namespace wf::app
