// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_maker.hpp"

#include "import/osm/map_read.hpp"
#include "import/osm/map_tiles.hpp"

#include <algorithm>

namespace wf::osm {

intake::MapMaker make_map_maker(std::string const& path, geo::Box const& extent, job::Progress& progress)
{
    intake::MapMaker maker;
    maker.sheet = {extent, map_zoom_from, map_zoom_to, describe_map_layers()};
    maker.make = [path, extent, &progress](intake::MapMaker::Take const& take) -> Result<void> {
        auto const tell = [&progress](char const* stage) {
            return [&progress, stage](double part) {
                progress.report(std::clamp<std::int64_t>(static_cast<std::int64_t>(part * 100), 0, 100), 100, stage);
            };
        };
        WF_TRY(MapThings const things, read_map(path, tell("reading the map")));
        if (progress.cancelled()) return Error{Trouble::refused, "job.cancelled", {}, "stopped when asked to"};
        return draw_map(things, extent, Threads{0}, take, tell("drawing the map"));
    };
    return maker;
}

} // namespace wf::osm
