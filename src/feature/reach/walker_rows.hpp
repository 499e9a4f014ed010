// SPDX-License-Identifier: EUPL-1.2
// The numbers of one profile, each with its unit and reason: what the page of a walker and its other formats carry. Pure.
#pragma once

#include "commons/walking/walking.hpp"
#include "feature/reach/street_views.hpp"

#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// In the order of the profile's own list; a kerb or surface has a row for each level.
[[nodiscard]] std::vector<AssumptionRow> list_assumption_rows(walking::WalkerProfile const& walker,
                                                              words::Language language);
/// How far the middle one comes in so many minutes on a street without obstacles.
[[nodiscard]] double metres_in(reach::Profile const& profile, int minutes);
/// How many of its numbers have no source.
[[nodiscard]] std::size_t count_assumed(walking::WalkerProfile const& walker);

} // namespace wf::reach_pages
