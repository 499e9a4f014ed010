// SPDX-License-Identifier: EUPL-1.2
// OpenStreetMap (.osm.pbf or .osm) to a walking network, homes and places. libosmium is behind this header only.
// Station 1: what the tags say, nothing guessed. docs: import/osm/README.md.
// Errors       osm.not_osm (neither format), osm.truncated, osm.malformed, osm.empty (nothing to walk on), osm.too_large,
//              osm.no_locations, file.not_found, file.unreadable: one message with what to do.
#pragma once

#include "base/result.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"
#include "commons/walking/walking.hpp"
#include "kernel/reach/network.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::osm {

struct Extract {
    reach::Network network;
    std::vector<network::Home> homes;
    std::vector<places::Place> places;
    std::string timestamp; ///< newest change in the file, or of its header: "2023-01-30"; empty when it says none
    /// Things left out, with reason and how many: relations whose members are not all there, ways without all their nodes ...
    datasets::ImportReport report;
    /// Among the refused: sound, and left out on purpose (mapped twice, a bench at no street).
    std::int64_t set_aside{0};
};

/// Reads a file from disk, three times: relations say which ways matter, ways which nodes. What it holds decides what it is
/// (.osm.pbf or .osm), not its name; compressed .osm, .o5m and .osc are refused. `progress` hears 0..100.
Result<Extract> read_extract(std::string const& path, walking::Categories const& categories,
                             std::function<void(int percent)> const& progress = {});
/// The same from bytes, for small files, tests and fuzzing.
Result<Extract> read_extract_bytes(std::string_view bytes, walking::Categories const& categories);

} // namespace wf::osm
