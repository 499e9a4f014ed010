// SPDX-License-Identifier: EUPL-1.2
// About: what Weefsel is, how accessible it is, what it keeps about visitors. See README.md beside this file.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::about {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::about
