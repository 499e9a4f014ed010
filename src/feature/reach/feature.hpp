// SPDX-License-Identifier: EUPL-1.2
// Reach: see README.md beside this file.
#pragma once

#include "commons/walking/rules.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::reach_pages {

/// With the municipality's own kinds of places, walkers, chances and norm, or the built-in ones.
[[nodiscard]] web::Feature make_feature(std::shared_ptr<walking::Rules const> rules);

} // namespace wf::reach_pages
