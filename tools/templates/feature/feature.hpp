// SPDX-License-Identifier: EUPL-1.2
// What @name@ adds to the program. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::@name@ {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::@name@
