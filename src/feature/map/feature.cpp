// SPDX-License-Identifier: EUPL-1.2
#include "feature/map/feature.hpp"

#include "commons/map/mbtiles.hpp"
#include "feature/map/pages.hpp"

namespace wf::embedded::feature_map {
std::string_view find(std::string_view name);
}

namespace wf::map_pages {
namespace {

Result<int> export_command(web::CommandInput const& input)
{
    if (input.arguments.size() != 1)
        return Error{Trouble::bad_input, "usage", "FILE", "name one file to write, as in kampen.mbtiles"};
    WF_TRY(auto const written, input.context.store->read([&](store::Session& session) -> Result<std::int64_t> {
        auto dataset = input.option("dataset");
        if (!dataset) {
            auto const known = map::list(session);
            if (known.empty()) {
                return Error{Trouble::not_found, "map.none", "", "import a map first: weefsel import osm FILE"};
            }
            dataset = known.front().dataset_id;
        }
        return map::write_mbtiles(session, *dataset, input.arguments.front());
    }));
    input.out << input.arguments.front() << ": " << written << " squares\n";
    return 0;
}

} // namespace

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "map";
    feature.routes = {
        {http::Method::get, "/kaart/lagen", {access::Action::read, "map"}, layers_page, web::Addresses::one},
        {http::Method::get,
         "/kaart/tegel/{dataset}/{z}/{x}/{y}",
         {access::Action::read, "map"},
         tile_page,
         web::Addresses::one}};
    feature.commands = {{"map export",
                         "FILE.mbtiles [--dataset ID]",
                         "Write the newest map, or that of a dataset, as MBTiles 1.3 for QGIS, GDAL and others",
                         {"dataset"},
                         export_command}};
    feature.words_nl = embedded::feature_map::find("nl.po");
    feature.words_en = embedded::feature_map::find("en.po");
    return feature;
}

} // namespace wf::map_pages
