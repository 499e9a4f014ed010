// SPDX-License-Identifier: EUPL-1.2
// One place to seek in all that stands in workspaces: what everybody may read, and of one's own workspaces what one may read there.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::search_pages {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::search_pages
