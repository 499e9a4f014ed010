// SPDX-License-Identifier: EUPL-1.2
// What the demonstration has of a programme: an invented subsidy, budget, activities, publications and uptake, marked as invented.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "platform/store/store.hpp"

#include <string>

namespace wf::app {

/// Once, after fill_agenda: a werkplaats that has a programme is left as it is. No file, or no such werkplaats: nothing happens. What is
/// still to come on the day that it is filled is left out. Errors: json.*, demo.bad_programme (field = file, detail = what is wrong), those
/// of programme and uptake.
Result<void> fill_programme(store::Store& store, trail::Trail const& trail, std::string const& file);

} // namespace wf::app
