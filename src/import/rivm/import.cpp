// SPDX-License-Identifier: EUPL-1.2
#include "import/rivm/import.hpp"

#include "base/json_writer.hpp"
#include "commons/intake/slot.hpp"
#include "import/rivm/read.hpp"
#include "platform/file/file.hpp"

#include <utility>

namespace wf::rivm {
namespace {

constexpr std::string_view note =
    "Gemodelleerde uitgangssituatie: geschat uit wie er woont (leeftijd, herkomst, inkomen, huishouden) met "
    "landelijke enquêtes, niet hier gemeten. Nooit de uitkomst van een lokale aanpak. Alle jaren staan op de grenzen "
    "van 2020. / Modelled baseline: estimated from who lives there (age, origin, income, household) with national "
    "surveys, not measured here. Never the outcome of a local action. All years are on the boundaries of 2020.";

datasets::Origin make_origin(Request const& request, intake::Reach const& reach)
{
    datasets::Origin origin;
    origin.slot = intake::make_slot("rivm", "health", reach);
    origin.importer = "rivm";
    origin.period = intake::make_period(reach);
    origin.title =
        "Gezondheid per wijk en buurt " + origin.period + (request.place.empty() ? "" : ", " + request.place);
    origin.source = "RIVM, GGD'en, CBS";
    origin.source_url = "https://statline.rivm.nl/portal.html?_la=nl&_catalog=RIVM&tableId=50090NED";
    origin.licence = "CC BY 4.0";
    origin.attribution = origin.title + " (RIVM, GGD'en en CBS, CC BY 4.0)";
    origin.kind = datasets::Kind::modelled;
    origin.note = note;
    JsonWriter options;
    options.begin_object();
    if (!request.place.empty()) options.member("place", request.place);
    options.end_object();
    origin.options = std::move(options).finish();
    origin.file_name = request.file_name;
    origin.checksum = file::checksum(request.bytes);
    origin.code_version = request.code_version;
    return origin;
}

std::vector<intake::Warning> make_warnings(Content const& content)
{
    if (content.unknown_columns.empty()) return {};
    std::string detail = "these columns are no indicators that we know and were left out:";
    for (std::string const& column : content.unknown_columns) detail += " " + column;
    return {{"rivm.unknown_columns", std::move(detail)}};
}

} // namespace

Result<Outcome> import_rivm(store::Store& store, Request const& request, job::Progress& progress)
{
    progress.report(0, 0, "reading");
    auto content = read(request.bytes, statistics::Measures::built_in());
    if (!content) {
        Error error = std::move(content.error());
        error.field = error.field.empty() ? request.file_name : request.file_name + ", " + error.field;
        return error;
    }
    intake::Batch batch;
    intake::Reach reach;
    for (Row const& row : content->rows) {
        reach.add(row.area, row.year);
        for (auto const& [measure, value] : row.figures) {
            batch.figures.push_back({row.area.text(), measure->code, row.year, row.group, value, boundary_year, {}});
        }
    }
    batch.report = std::move(content->report);
    batch.set_aside = content->set_aside;
    batch.warnings = make_warnings(*content);
    return intake::take_in(store, make_origin(request, reach), std::move(batch), request.refused_share, progress);
}

} // namespace wf::rivm
