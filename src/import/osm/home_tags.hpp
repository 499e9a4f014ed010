// SPDX-License-Identifier: EUPL-1.2
// Question     is this an address, or a building in which people may live?
#pragma once

#include "commons/network/network.hpp"
#include "import/osm/tags.hpp"

#include <cstdint>

namespace wf::osm {

/// A house number with a street or the name of a hamlet.
[[nodiscard]] bool is_home(Tags tags);
[[nodiscard]] bool is_residential(Tags tags);
/// Without a point.
[[nodiscard]] network::Home make_home(char type, std::int64_t id, Tags tags);

} // namespace wf::osm
