// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "commons/people/house.hpp"
#include "feature/admin/checkup.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::admin {

/// `house` may be missing where nothing is asked (documents, help). `examine` looks at the installation as `weefsel doctor` does.
[[nodiscard]] web::Feature make_feature(std::shared_ptr<people::House> house, Examine examine = {});

} // namespace wf::admin
