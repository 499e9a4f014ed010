// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/street_views.hpp"

#include <cmath>

namespace wf::reach_pages {

std::vector<web::ViewHelp> list_street_views()
{
    return {web::describe<TownSummary, PlaceRow>("places", "/plekken"),
            web::describe<TownSummary, PlaceReachRow>("place", "/plek/{id}"),
            web::describe<web::Nothing, WalkerRow>("walkers", "/lopers"),
            web::describe<WalkerSummary, AssumptionRow>("walker", "/loper/{id}"),
            web::describe<TownSummary, SpotRow>("streets", "/straten"),
            web::describe<TownSummary, NormRow>("norm", "/basisvoorzieningen")};
}

web::Geometry point_geometry(double lon, double lat)
{
    JsonWriter json;
    json.begin_object().member("type", "Point").key("coordinates").begin_array().value(lon).value(lat).end_array();
    json.end_object();
    return {std::move(json).finish()};
}

int round_metres(double metres)
{
    return static_cast<int>(std::lround(metres / 10)) * 10;
}

} // namespace wf::reach_pages
