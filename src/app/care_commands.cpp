// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"
#include "app/features.hpp"
#include "app/reference_docs.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/runs/runs.hpp"
#include "platform/file/file.hpp"

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

/// What an administrator asks first: does the store open, is the schema there, what is in it.
Result<int> examine(web::CommandInput const& input)
{
    input.context.store->read([&](store::Session& session) {
        auto const all = datasets::list(session, true);
        std::size_t published = 0;
        for (auto const& dataset : all) published += dataset.state == datasets::State::published ? 1 : 0;
        input.out << "store: " << input.context.settings->text("store.url")
                  << " opens and has the schema of this version\n"
                  << "datasets: " << published << " published, " << all.size() - published << " replaced\n"
                  << "runs: " << runs::list(session, 1'000'000).size() << '\n'
                  << "unfinished imports: " << datasets::find_unpublished(session).size() << '\n';
    });
    return 0;
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
        {"doctor", "", "Examine the store: does it open, what is in it, is it sound", {}, examine},
        {"docs",
         "[FOLDER] [--check]",
         "Write docs/reference from what the program knows of itself, or check that it is up to date",
         {"check"},
         write_docs,
         NeedsStore::no},
    };
}

} // namespace wf::app
