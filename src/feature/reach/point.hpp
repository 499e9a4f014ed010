// SPDX-License-Identifier: EUPL-1.2
// Where is that? An address, the id of a place, or coordinates, as a person types them.
#pragma once

#include "feature/reach/town.hpp"

namespace wf::reach_pages {

/// "52.5557,5.9108": latitude first, as maps give it.
[[nodiscard]] std::optional<geo::Point> read_coordinates(std::string_view text);
/// By its id; nullptr when this town does not have it.
[[nodiscard]] places::Place const* find_place(PreparedTown const& town, std::string_view id);
/// "Noordweg 158", "osm-n123456" or "52.5557,5.9108" (latitude first, as maps give it). Errors: reach.unknown_spot (field as
/// given).
Result<geo::Point> resolve_point(PreparedTown const& town, std::string_view text, std::string_view field);

} // namespace wf::reach_pages
