// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::glossary_pages {

/// `house` may be missing where nothing is asked (documents, help).
[[nodiscard]] web::Feature make_feature(std::shared_ptr<people::House> house);

} // namespace wf::glossary_pages
