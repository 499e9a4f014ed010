// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share.
#pragma once

#include "commons/plans/plans.hpp"

namespace wf::plans {

inline constexpr std::string_view plan_columns =
    "workspace_id, plan_id, content, state, outcome, version, made_on, changed_on, is_invented";
[[nodiscard]] Plan read_plan(store::Row const& row);

/// What can be sought of it.
void index(store::Session& session, Plan const& plan);
/// A line in the trail about this plan.
Result<void> note(store::Session& session, By const& by, Plan const& plan, std::string_view action,
                  std::vector<trail::Change> changes);
/// Tells who asked the questions of this plan.
Result<void> tell_askers(store::Session& session, By const& by, Plan const& plan, agenda::Word const& word);

} // namespace wf::plans
