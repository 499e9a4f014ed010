// SPDX-License-Identifier: EUPL-1.2
// The small round map beside an area's name: the area filled, its neighbours as lines. Drawn once, in the run.
#pragma once

#include "commons/areas/areas.hpp"
#include "feature/areas/store.hpp"

#include <span>
#include <vector>

namespace wf::area_pages {

/// For each area with an outline; `all` holds every level of one municipality.
[[nodiscard]] std::vector<Locator> draw_locators(std::span<areas::Area const> all);

} // namespace wf::area_pages
