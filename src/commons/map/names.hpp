// SPDX-License-Identifier: EUPL-1.2
// Names of streets along their lines, once each, where there is room. Inside the module only.
#pragma once

#include "commons/map/ground.hpp"
#include "commons/map/lettering.hpp"

#include <string>

namespace wf::map {

/// <text> elements: the longest streets first, of class "large" where large letters fit as well. What is written is taken.
[[nodiscard]] std::string write_names(Named const& named, Lettering& lettering);

} // namespace wf::map
