// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/web/feature.hpp"

namespace wf::accounting {

[[nodiscard]] web::Feature make_feature();

} // namespace wf::accounting
