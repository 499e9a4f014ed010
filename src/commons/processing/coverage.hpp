// SPDX-License-Identifier: EUPL-1.2
// Does the register tell of every column of the database, and of none that is not there?
#pragma once

#include "commons/processing/catalogue.hpp"
#include "commons/processing/processing.hpp"

#include <span>
#include <string>
#include <vector>

namespace wf::processing {

/// One line for each fault, with the column and what to do. None: all is told of, once.
[[nodiscard]] std::vector<std::string> check_coverage(Processing const& processing, std::span<Column const> columns);

} // namespace wf::processing
