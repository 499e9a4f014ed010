// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/walking.hpp"

namespace wf::walking {
namespace {

std::vector<std::string> differing_fields(Category const& a, Category const& b)
{
    std::vector<std::string> fields;
    auto const tell = [&](char const* name, bool same) {
        if (!same) fields.emplace_back(name);
    };
    tell("name_nl", a.name_nl == b.name_nl);
    tell("name_en", a.name_en == b.name_en);
    tell("a_nl", a.a_nl == b.a_nl);
    tell("a_en", a.a_en == b.a_en);
    tell("sphere", a.sphere == b.sphere);
    tell("condition", a.condition == b.condition);
    tell("limit_minutes", a.limit_minutes == b.limit_minutes);
    tell("icon", a.icon == b.icon);
    tell("any_of", a.any_of == b.any_of);
    return fields;
}

} // namespace

std::vector<CategoryChange> compare(Categories const& before, Categories const& after)
{
    std::vector<CategoryChange> changes;
    for (auto const& old : before.all()) {
        auto const* const now = after.find(old.id);
        if (now == nullptr) {
            changes.push_back({CategoryChange::Kind::removed, old.id, {}});
        } else if (auto fields = differing_fields(old, *now); !fields.empty()) {
            changes.push_back({CategoryChange::Kind::changed, old.id, std::move(fields)});
        }
    }
    for (auto const& one : after.all()) {
        if (before.find(one.id) == nullptr) changes.push_back({CategoryChange::Kind::added, one.id, {}});
    }
    return changes;
}

} // namespace wf::walking
