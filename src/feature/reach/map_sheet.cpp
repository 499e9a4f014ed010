// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/map_sheet.hpp"

#include "base/json_writer.hpp"
#include "platform/web/assets.hpp"

#include <array>
#include <cmath>

namespace wf::reach_pages {
namespace {

void write_words(JsonWriter& json, web::Visit const& visit, SheetWords words)
{
    auto const& t = visit.t;
    std::string const keys = "reach.map.sheet.";
    for (std::string_view const word :
         {"loading", "zoom_in", "zoom_out", "close", "attribution", "scroll", "scroll_mac", "two_fingers"})
        json.member(word, t(keys + std::string{word}));
    if (words == SheetWords::picking) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 5> own{{{"show", "pick"},
                                                                                    {"hide", "pick_hide"},
                                                                                    {"shown", "pick_shown"},
                                                                                    {"failed", "pick_none"},
                                                                                    {"title", "pick_title"}}};
        for (auto const& [word, key] : own) json.member(word, t(keys + std::string{key}));
        for (std::string_view const word :
             {"pick_here", "pick_help", "pick_second", "pick_failed", "working", "gains", "maybe", "stays"})
            json.member(word, t(keys + std::string{word}));
        return;
    }
    for (std::string_view const word : {"title", "share", "more"}) json.member(word, t(keys + std::string{word}));
    std::string const own = words == SheetWords::areas    ? keys
                            : words == SheetWords::places ? "reach.places.sheet."
                                                          : "reach.sketch.sheet.";
    for (std::string_view const word : {"show", "shown", "failed"}) json.member(word, t(own + std::string{word}));
    json.member("hide", t(keys + (words == SheetWords::places ? "pick_hide" : "hide")));
    json.member("unknown", t("reach.map.unknown")).member("link", visit.link("/buurt/"));
    json.member("place_link", visit.link("/plek/")).member("open", t("reach.map.sheet.open"));
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
    if (!sheet.marks.empty()) json.member("marks", sheet.marks).member("marks_worker", assets.path("marks_worker.js"));
    if (!sheet.dots.empty()) json.member("dots", sheet.dots);
    if (sheet.box) {
        json.key("box").begin_array();
        for (double const side : {sheet.box->west, sheet.box->south, sheet.box->east, sheet.box->north})
            json.value(six_decimals(side));
        json.end_array();
    }
    if (!sheet.points.empty()) json.key("points").raw(sheet.points);
    if (!sheet.pick.empty()) json.member("pick", sheet.pick);
    if (!sheet.pick_two_when.empty()) json.key("pick_two_when").raw(sheet.pick_two_when);
    json.key("words").begin_object();
    write_words(json, visit, sheet.words);
    json.end_object().end_object();
    return std::move(json).finish();
}

} // namespace wf::reach_pages
