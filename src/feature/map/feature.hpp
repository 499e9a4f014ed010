// SPDX-License-Identifier: EUPL-1.2
// Map: squares of our own map for pages, and as a file. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::map_pages {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::map_pages
