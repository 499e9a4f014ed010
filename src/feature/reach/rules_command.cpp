// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"
#include "feature/reach/commands.hpp"
#include "feature/reach/rules_compared.hpp"
#include "platform/file/file.hpp"

namespace wf::reach_pages {
namespace {

/// All four files as they are built in, to begin with; what is there stays.
Result<int> write_files(web::CommandInput const& input, std::string const& folder)
{
    WF_TRY_VOID(file::make_folder(folder));
    for (auto const& file : walking::rules_files()) {
        auto const path = folder + "/" + std::string{file.name};
        if (file::exists(path))
            return Error{Trouble::conflict, "walking.already_there", path,
                         "this file is there and stays as it is; name another folder"};
    }
    for (auto const& file : walking::rules_files()) {
        auto const path = folder + "/" + std::string{file.name};
        WF_TRY_VOID(file::save(path, file.text));
        input.out << path << '\n';
    }
    return 0;
}

} // namespace

Result<int> rules_command(web::CommandInput const& input, Rules const& in_force)
{
    if (auto const folder = input.option("write")) return write_files(input, *folder);
    std::shared_ptr<Rules const> looked_at;
    if (!input.arguments.empty()) {
        WF_TRY(looked_at, walking::load_rules(input.arguments.front()));
    }
    auto const& rules = looked_at ? *looked_at : in_force;
    CsvWriter csv{{"file", "kind", "what", "before", "after"}};
    for (auto const& row : compare_with_built_in(rules)) {
        csv.text(row.file).text(row.kind).text(row.what).text(row.before).text(row.after);
        csv.end_row();
    }
    input.out << std::move(csv).finish();
    return 0;
}

} // namespace wf::reach_pages
