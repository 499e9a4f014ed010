// SPDX-License-Identifier: EUPL-1.2
#include "feature/map/pages.hpp"

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>

namespace wf::map_pages {
namespace {

/// A program asks, whatever it says that it accepts.
Result<http::Response> explain(web::Visit const& visit, Error const& error)
{
    http::Request request = visit.request;
    request.format = http::Format::json;
    return web::error_page({request, visit.t, visit.context, visit.letters}, error);
}

Error no_square(web::Visit const& visit)
{
    return {Trouble::not_found, "map.no_square", visit.request.path,
            "there is no square with these numbers in this map"};
}

std::optional<std::uint32_t> read_number(std::string_view text)
{
    constexpr std::size_t most_digits = 9;
    bool const plain = !text.empty() && text.size() <= most_digits &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                       (text == "0" || text.front() != '0'); // one address for one square
    if (!plain) return std::nullopt;
    return static_cast<std::uint32_t>(*parse_integer(text));
}

} // namespace

std::optional<tile::Address> read_square(std::string_view zoom, std::string_view column, std::string_view row)
{
    constexpr std::uint32_t deepest = 30;
    auto const z = read_number(zoom);
    auto const x = read_number(column);
    auto const y = read_number(row);
    if (!z || !x || !y || *z > deepest || *x >> *z != 0 || *y >> *z != 0) return std::nullopt;
    return tile::Address{static_cast<std::uint8_t>(*z), *x, *y};
}

std::string make_tile_json(map::Known const& known, std::string_view address)
{
    auto const& sheet = known.sheet;
    auto const& box = sheet.extent;
    JsonWriter json;
    json.begin_object().member("tilejson", "3.0.0").member("name", known.title).member("scheme", "xyz");
    json.key("tiles").begin_array().value(address).end_array();
    json.member("minzoom", int{sheet.zoom_from}).member("maxzoom", int{sheet.zoom_to});
    json.key("bounds").begin_array().value(box.west).value(box.south).value(box.east).value(box.north).end_array();
    auto const opening = map::opening_of(sheet);
    json.key("center").begin_array().value(opening.at.lon).value(opening.at.lat).value(opening.zoom).end_array();
    json.member("attribution", known.attribution + " (" + known.licence + ")");
    json.key("vector_layers").raw(sheet.layers).end_object();
    return std::move(json).finish();
}

Result<http::Response> layers_page(web::Visit const& visit)
{
    auto const known = visit.store().read([](store::Session& session) { return map::list(session); });
    if (known.empty())
        return explain(visit, {Trouble::not_found, "map.none", "", "import a map first: weefsel import osm FILE"});
    http::Response response;
    response.content_type = "application/json; charset=utf-8";
    // Beside this address, with or without a language before it.
    auto const& path = visit.request.path;
    auto const address = path.substr(0, path.rfind('/')) + "/tegel/" + known.front().dataset_id + "/{z}/{x}/{y}";
    response.body = make_tile_json(known.front(), address);
    response.cache = http::Cache::until_change;
    return response;
}

Result<http::Response> tile_page(web::Visit const& visit)
{
    auto const& request = visit.request;
    auto const dataset = request.part("dataset");
    auto const at = read_square(request.part("z"), request.part("x"), request.part("y"));
    if (!at) return explain(visit, no_square(visit));

    http::Response response;
    response.cache = http::Cache::forever;
    response.content_type = "application/vnd.mapbox-vector-tile";
    bool const found = visit.store().read([&](store::Session& session) {
        if (auto content = map::load_tile(session, dataset, *at)) {
            response.body = std::move(*content);
            response.body_coding = http::Coding::gzip;
            return true;
        }
        auto const known = map::find(session, dataset);
        response.status = 204;
        return known && at->zoom >= known->sheet.zoom_from && at->zoom <= known->sheet.zoom_to;
    });
    if (!found) return explain(visit, no_square(visit));
    return response;
}

} // namespace wf::map_pages
