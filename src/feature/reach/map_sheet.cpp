// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/map_sheet.hpp"

#include "base/json_writer.hpp"
#include "platform/web/assets.hpp"

#include <cmath>

namespace wf::reach_pages {
namespace {

void write_words(JsonWriter& json, web::Visit const& visit, bool with_areas)
{
    auto const& t = visit.t;
    for (std::string_view const word : {"hide", "loading", "title", "zoom_in", "zoom_out", "close", "attribution",
                                        "scroll", "scroll_mac", "two_fingers", "share", "more"})
        json.member(word, t("reach.map.sheet." + std::string{word}));
    // A drawing of areas has a table beside it; another one has a list.
    std::string const own = with_areas ? "reach.map.sheet." : "reach.sketch.sheet.";
    for (std::string_view const word : {"show", "shown", "failed"}) json.member(word, t(own + std::string{word}));
    json.member("unknown", t("reach.map.unknown")).member("link", visit.link("/buurt/"));
}

} // namespace

double six_decimals(double degrees)
{
    return std::round(degrees * 1e6) / 1e6;
}

std::string write_map_sheet(web::Visit const& visit, MapSheet const& sheet)
{
    auto const& assets = *visit.context.assets;
    JsonWriter json;
    json.begin_object().member("script", assets.path("map.js")).member("style", assets.path("map_sheet.css"));
    json.member("worker", assets.path("map_worker.js")).member("tiles", "/kaart/lagen.json");
    if (!sheet.areas.empty()) json.member("areas", sheet.areas);
    if (!sheet.marks.empty()) json.member("marks", sheet.marks);
    if (sheet.box) {
        json.key("box").begin_array();
        for (double const side : {sheet.box->west, sheet.box->south, sheet.box->east, sheet.box->north})
            json.value(six_decimals(side));
        json.end_array();
    }
    if (!sheet.points.empty()) json.key("points").raw(sheet.points);
    if (!sheet.pick.empty()) json.member("pick", sheet.pick);
    json.key("words").begin_object();
    write_words(json, visit, !sheet.areas.empty());
    json.end_object().end_object();
    return std::move(json).finish();
}

} // namespace wf::reach_pages
