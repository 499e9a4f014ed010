// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/import.hpp"

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "import/osm/map_maker.hpp"
#include "import/osm/map_tiles.hpp"
#include "import/osm/read.hpp"
#include "platform/file/file.hpp"

#include <utility>

namespace wf::osm {
namespace {

constexpr std::uint64_t largest_file = 2ULL << 30;
/// Extracts are cut somewhere, so that many things at the border are not complete: what is left out is told, and a file
/// is refused only when nothing can be walked.
constexpr double refused_share = 1;

constexpr std::string_view note =
    "Gemaakt door vrijwilligers: wat niet op de kaart staat kan er toch zijn. Van stoepranden, breedte en helling is "
    "weinig ingevuld; dat heet onbekend en wordt niet ingevuld. / Made by volunteers: what is not on the map can be there "
    "all the same. Little is known of kerbs, width and slope; it is called unknown and not filled in.";

/// Letters and digits of the name of the place: "osm.kampen".
std::string make_slot(Request const& request)
{
    std::string slot = "osm.";
    for (char const c : fold_case(request.place.empty() ? request.file_name : request.place)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (plain) slot += c;
        else if (slot.back() != '-' && slot.back() != '.') slot += '-';
    }
    return slot;
}

datasets::Origin make_origin(Request const& request, walking::Categories const& categories, std::string checksum)
{
    datasets::Origin origin;
    origin.slot = make_slot(request);
    origin.importer = "osm";
    origin.title = "OpenStreetMap, " + (request.place.empty() ? request.file_name : request.place);
    origin.source = "OpenStreetMap";
    origin.source_url = "https://www.openstreetmap.org/copyright";
    origin.licence = "ODbL 1.0";
    origin.attribution = "© OpenStreetMap-bijdragers";
    origin.kind = datasets::Kind::counted;
    origin.note = note;
    JsonWriter options;
    options.begin_object();
    if (!request.place.empty()) options.member("place", request.place);
    options.member("categories", categories.version());
    if (request.map == WithMap::yes) options.member("map", map_version);
    options.end_object();
    origin.options = std::move(options).finish();
    origin.file_name = request.file_name;
    origin.checksum = std::move(checksum);
    origin.code_version = request.code_version;
    return origin;
}

} // namespace

Result<intake::Outcome> import_osm(store::Store& store, Request const& request, job::Progress& progress)
{
    progress.report(0, 100, "reading");
    walking::Categories const& categories = request.categories;
    std::string checksum;
    {
        WF_TRY(std::string const bytes, file::load(request.path, largest_file));
        checksum = file::checksum(bytes);
    }
    datasets::Origin origin = make_origin(request, categories, std::move(checksum));
    auto extract =
        read_extract(request.path, categories, [&](int percent) { progress.report(percent, 100, "reading"); });
    if (!extract) {
        Error error = std::move(extract.error());
        error.field = request.file_name;
        return error;
    }
    if (progress.cancelled()) return Error{Trouble::refused, "job.cancelled", {}, "stopped when asked to"};
    origin.period = extract->timestamp;
    intake::Batch batch;
    if (request.map == WithMap::yes) {
        if (fits_map(extract->network.extent))
            batch.map = make_map_maker(request.path, extract->network.extent, progress);
        else
            batch.warnings.push_back(
                {"osm.map_too_large", "this is too large a place for a map of it; the rest was kept"});
    }
    batch.network = std::move(extract->network);
    batch.homes = std::move(extract->homes);
    batch.places = std::move(extract->places);
    batch.report = std::move(extract->report);
    batch.set_aside = extract->set_aside;
    return intake::take_in(store, origin, std::move(batch), refused_share, progress);
}

} // namespace wf::osm
