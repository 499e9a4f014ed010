// SPDX-License-Identifier: EUPL-1.2
// Sources: where every number comes from. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::sources {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::sources
