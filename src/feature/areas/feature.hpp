// SPDX-License-Identifier: EUPL-1.2
// Areas: the lists and pages of municipalities, districts and neighbourhoods. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::area_pages {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::area_pages
