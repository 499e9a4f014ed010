// SPDX-License-Identifier: EUPL-1.2
// What is done with personal data on the command line: the register, the log, and removing what is past its time.
#include "app/commands.hpp"
#include "app/daily_care.hpp"
#include "app/keys.hpp"
#include "app/reference_docs.hpp"
#include "base/ids.hpp"
#include "commons/processing/log.hpp"
#include "commons/processing/retention.hpp"
#include "commons/trail/trail.hpp"
#include "platform/clock/clock.hpp"

namespace wf::app {
namespace {

Result<int> print_register(web::CommandInput const& input)
{
    input.out << processing_page();
    return 0;
}

/// Lines of JSON, each a whole request of OTLP: what a collector reads from a file.
Result<int> print_log(web::CommandInput const& input)
{
    processing::LineChoice choice;
    if (auto const since = input.option("since")) {
        WF_TRY(auto const day, Date::parse(*since));
        choice.since = day.to_iso();
    }
    WF_TRY(auto const key, installation_key(*input.context.settings));
    processing::Log const log{key, processing::Processing::built_in()};
    processing::Exporter const exporter{input.context.code_version,
                                        input.option("register").value_or("urn:weefsel:processing:")};
    auto workspaces =
        input.context.store->read([](store::Session& session) { return processing::list_workspaces(session); });
    if (auto const asked = input.option("workspace")) {
        WF_TRY(auto const workspace, Uuid::parse(*asked));
        workspaces = {workspace.to_string()};
    }
    for (auto const& workspace : workspaces) {
        auto page = choice;
        page.workspace_id = workspace;
        for (;;) {
            auto const lines =
                input.context.store->read([&](store::Session& session) { return log.list(session, page); });
            if (lines.empty()) break;
            input.out << processing::to_otlp_json(lines, exporter) << '\n';
            page.after = lines.back().id;
        }
    }
    return 0;
}

Result<int> run_retention(web::CommandInput const& input)
{
    bool const only_counts = input.option("check").has_value();
    WF_TRY(auto const key, installation_key(*input.context.settings));
    auto const removed = only_counts
                             ? processing::apply_retention(*input.context.store, processing::Processing::built_in(),
                                                           Timestamp{now_millis()}, processing::Extent::count_only)
                             : remove_what_is_past(*input.context.store, trail::Trail{key});
    if (!removed) return removed.error();
    for (auto const& line : *removed)
        input.out << line.activity << ": " << line.table << ": " << line.rows << " rows"
                  << (only_counts ? " past their time" : " removed") << '\n';
    return 0;
}

} // namespace

std::vector<web::Command> processing_commands()
{
    return {
        {"processing register",
         "",
         "The register of processing: which personal data are kept, for what, on which ground, how long",
         {},
         print_register,
         web::NeedsStore::no},
        {"processing log",
         "[--since DAY] [--workspace ID] [--register ADDRESS]",
         "The log of processing as lines of OTLP in JSON, in the form of Logboek Dataverwerkingen",
         {"since", "workspace", "register"},
         print_log},
        {"retention run",
         "[--check]",
         "Remove what is past its time by the rules of the register, or count it with --check",
         {"check"},
         run_retention},
    };
}

} // namespace wf::app
