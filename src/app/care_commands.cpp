// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"
#include "app/doctor.hpp"
#include "app/doctor_look.hpp"
#include "app/features.hpp"
#include "app/reference_docs.hpp"
#include "app/renew_runs.hpp"
#include "platform/file/file.hpp"

#include <algorithm>

namespace wf::app {
namespace {

Result<int> print_version(web::CommandInput const& input)
{
    input.out << "weefsel " << input.context.code_version << '\n';
    return 0;
}

Result<int> print_settings(web::CommandInput const& input)
{
    for (auto const& shown : input.context.settings->all()) {
        input.out << shown.definition.name << " = " << shown.value << "  (" << shown.from << ")\n    "
                  << shown.definition.help_en << '\n';
    }
    return 0;
}

Result<int> examine(web::CommandInput const& input)
{
    constexpr std::size_t width = 13;
    auto const findings = diagnose(look_at_installation(*input.context.settings, all_migrations(make_features())));
    int worst = 0;
    for (auto const& finding : findings) {
        std::string const word{to_word(finding.health)};
        input.out << word << std::string(7 - word.size(), ' ') << finding.subject
                  << std::string(width - std::min(width - 1, finding.subject.size()), ' ') << finding.what << '\n';
        if (!finding.remedy.empty()) input.out << std::string(7 + width, ' ') << "-> " << finding.remedy << '\n';
        if (finding.health == Health::wrong) worst = 1;
    }
    return worst;
}

Result<int> renew(web::CommandInput const& input)
{
    job::NoProgress progress;
    WF_TRY(auto const renewed,
           renew_runs(*input.context.store, *input.context.settings, input.context.code_version, progress));
    input.out << renewed.made << " runs made anew\n";
    for (auto const& one : renewed.left)
        input.err << one.kind << ' ' << one.subject << ": cannot be made from what there still is\n";
    return renewed.left.empty() ? 0 : 3;
}

Result<int> write_docs(web::CommandInput const& input)
{
    auto const folder = input.arguments.empty() ? std::string{"docs/reference"} : input.arguments.front();
    auto const features = make_features();
    bool stale = false;
    for (auto const& [name, text] : make_reference_docs(features, all_commands(features))) {
        auto const path = folder + "/" + name;
        if (input.option("check")) {
            auto const there = file::load(path);
            if (there && *there == text) continue;
            input.err << path << " is not what the program says; run `weefsel docs " << folder << "`\n";
            stale = true;
        } else {
            WF_TRY_VOID(file::make_folder(folder));
            WF_TRY_VOID(file::save(path, text));
            input.out << path << '\n';
        }
    }
    return stale ? 1 : 0;
}

} // namespace

std::vector<web::Command> care_commands()
{
    using web::NeedsStore;
    return {
        {"version", "", "The version of this program", {}, print_version, NeedsStore::no},
        {"settings",
         "",
         "All settings, what they are now and where that comes from",
         {},
         print_settings,
         NeedsStore::no},
        {"doctor",
         "",
         "Is this installation well? One line for each thing with what to do; exit 1 when something is wrong",
         {},
         examine,
         NeedsStore::no},
        {"runs renew",
         "",
         "Make anew the runs that were taken off the pages because somebody withdrew; a running server does it by itself",
         {},
         renew},
        {"docs",
         "[FOLDER] [--check]",
         "Write docs/reference from what the program knows of itself, or check that it is up to date",
         {"check"},
         write_docs,
         NeedsStore::no},
    };
}

} // namespace wf::app
