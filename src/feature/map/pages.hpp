// SPDX-License-Identifier: EUPL-1.2
// What /kaart answers: data for a map that a page draws, never HTML. Errors are problem+json, whatever was asked for.
#pragma once

#include "commons/map/map.hpp"
#include "platform/web/feature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wf::map_pages {

/// /kaart/lagen.json
Result<http::Response> layers_page(web::Visit const& visit);
/// /kaart/tegel/{dataset}/{z}/{x}/{y}
Result<http::Response> tile_page(web::Visit const& visit);

/// TileJSON 3.0. `address` holds {z}, {x} and {y}.
[[nodiscard]] std::string make_tile_json(map::Known const& known, std::string_view address);
/// Plain decimal numbers of a square that exists; nothing for anything else.
[[nodiscard]] std::optional<tile::Address> read_square(std::string_view zoom, std::string_view column,
                                                       std::string_view row);

} // namespace wf::map_pages
