// SPDX-License-Identifier: EUPL-1.2
// Table `job`: the only SQL of this module.
#pragma once

#include "platform/job/job.hpp"

#include <span>

namespace wf::job {

void insert(store::Store& store, Record const& record);
/// Writes what can change (state, how far, stage, outcome, end) of all these in one transaction.
void update(store::Store& store, std::span<Record const> records);
/// Marks what an earlier life of the program left waiting or running.
void mark_interrupted(store::Store& store, std::int64_t now);

} // namespace wf::job
