// SPDX-License-Identifier: EUPL-1.2
// Three walks through a file, each with what the one before found: relations (whose members matter), ways (whose nodes
// matter), nodes. Only what matters is kept.
// Errors       those of scan; osm.empty (nothing to walk on), osm.no_locations, osm.too_large.
#pragma once

#include "import/osm/gathered.hpp"
#include "import/osm/place_rules.hpp"
#include "import/osm/scan.hpp"

namespace wf::osm {

/// More nodes than this (a country) take more memory than is promised.
inline constexpr std::uint64_t most_nodes = 60'000'000;

struct GatheredFile {
    Gathered things;
    Header header;
};
Result<GatheredFile> gather(Source const& source, PlaceRules const& rules,
                            std::function<void(double part)> const& progress);

} // namespace wf::osm
