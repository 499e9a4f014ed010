// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/web/feature.hpp"

namespace wf::moment_pages {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::moment_pages
