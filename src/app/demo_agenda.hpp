// SPDX-License-Identifier: EUPL-1.2
// What the demonstration has on its agenda: invented people, questions and outcomes on real gaps, marked as invented on every page.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "platform/store/store.hpp"

#include <string>

namespace wf::app {

/// Once: a werkplaats of that name that is there already is left as it is. No file: nothing happens. Errors: json.*, demo.bad_agenda
/// (field = file, detail = what is wrong), those of agenda and plans.
Result<void> fill_agenda(store::Store& store, trail::Trail const& trail, std::string const& file);

} // namespace wf::app
