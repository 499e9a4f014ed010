// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/rules_compared.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

using walking::Difference;

std::string_view to_word(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::added: return "added";
    case Difference::Kind::removed: return "removed";
    case Difference::Kind::changed: break;
    }
    return "changed";
}

} // namespace

std::vector<DifferenceRow> compare_with_built_in(Rules const& rules)
{
    std::vector<DifferenceRow> rows;
    for (auto const& file : walking::rules_files()) {
        auto const own = std::find_if(rules.own.begin(), rules.own.end(),
                                      [&](Rules::OwnFile const& one) { return one.name == file.name; });
        if (own == rules.own.end()) continue;
        // Both were read before: they are JSON.
        auto differences = walking::list_differences(file.text, own->text).value();
        for (auto& difference : differences) {
            rows.push_back({own->name, std::string{to_word(difference.kind)}, std::move(difference.path),
                            std::move(difference.before), std::move(difference.after)});
        }
    }
    return rows;
}

} // namespace wf::reach_pages
