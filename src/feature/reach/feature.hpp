// SPDX-License-Identifier: EUPL-1.2
// Reach: see README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::reach_pages {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::reach_pages
