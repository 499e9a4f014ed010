// SPDX-License-Identifier: EUPL-1.2
// What the demonstration knows of werkplaatsen: those that there are, and invented partners of the invented one.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "platform/store/store.hpp"

#include <string>

namespace wf::app {

/// The werkplaatsen as `weefsel werkplaatsen add` adds them; and, once, the partners in `file` of the werkplaats that it names, which is
/// left as it is when it has any. No file: only the first. Errors: json.*, demo.bad_network (field = file, detail = what is wrong),
/// those of partners.
Result<void> fill_network(store::Store& store, trail::Trail const& trail, std::string const& file);

} // namespace wf::app
