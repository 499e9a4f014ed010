// SPDX-License-Identifier: EUPL-1.2
// Whatever a file holds: it is refused with a reason, or squares are made of it that lie where they were asked for, each once.
#include "base/check.hpp"
#include "import/osm/map_read.hpp"
#include "import/osm/map_tiles.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf;
    auto const things = osm::read_map_bytes({reinterpret_cast<char const*>(data), size});
    if (!things) {
        WF_CHECK(!things.error().code.empty());
        return 0;
    }
    std::set<tile::Address> seen;
    geo::Box const extent{5.9, 52.5, 5.901, 52.501};
    auto const drawn = osm::draw_map(*things, extent, Threads{1}, [&](map::Tile tile) -> Result<void> {
        WF_CHECK(tile.at.zoom >= osm::map_zoom_from && tile.at.zoom <= osm::map_zoom_to);
        WF_CHECK(seen.insert(tile.at).second && !tile.content.empty());
        return {};
    });
    WF_CHECK(drawn.has_value());
    WF_CHECK(seen.size() <= 40);
    return 0;
}
