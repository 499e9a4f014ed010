// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/read.hpp"

#include "import/osm/gather.hpp"
#include "import/osm/shapes.hpp"
#include "import/osm/walk_network.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

Result<Extract> read_source(Source const& source, walking::Categories const& categories,
                            std::function<void(int percent)> const& progress)
{
    int told = -1;
    auto const tell = [&](double part) {
        int const percent = std::clamp(static_cast<int>(part * 100), 0, 100);
        if (progress && percent > told) progress(told = percent);
    };
    PlaceRules const rules{categories};
    WF_TRY(GatheredFile file, gather(source, rules, [&](double part) { tell(part * 0.8); }));
    Gathered& things = file.things;
    settle_areas(things);
    add_homes_of_buildings(things);
    tell(0.85);
    Extract extract;
    extract.network = make_network(things);
    if (extract.network.edges.empty()) {
        return Error{Trouble::bad_input, "osm.empty", source.path,
                     "no street or path has two points in this file; export a place with its streets"};
    }
    if (file.header.box) extract.network.extent = *file.header.box;
    else if (things.box) extract.network.extent = *things.box;
    WF_TRY_VOID(reach::check(extract.network));
    extract.homes = std::move(things.homes);
    extract.places = std::move(things.places);
    extract.timestamp = std::move(file.header.timestamp);
    extract.report = std::move(things.report);
    extract.report.kept = extract.report.read - extract.report.refused;
    extract.set_aside = things.set_aside;
    tell(1);
    return extract;
}

} // namespace

Result<Extract> read_extract(std::string const& path, walking::Categories const& categories,
                             std::function<void(int percent)> const& progress)
{
    return read_source({path, {}, false}, categories, progress);
}

Result<Extract> read_extract_bytes(std::string_view bytes, walking::Categories const& categories)
{
    return read_source({{}, bytes, true}, categories, {});
}

} // namespace wf::osm
