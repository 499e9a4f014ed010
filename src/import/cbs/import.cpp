// SPDX-License-Identifier: EUPL-1.2
#include "import/cbs/import.hpp"

#include "base/json_writer.hpp"
#include "commons/intake/slot.hpp"
#include "commons/intake/source_text.hpp"
#include "import/cbs/read.hpp"
#include "platform/file/file.hpp"

#include <utility>

namespace wf::cbs {
namespace {

/// What the licence asks to say, per kind of file.
struct Source {
    std::string_view title;
    std::string_view source;
    std::string_view url;
};

Source source_of(FileKind kind)
{
    switch (kind) {
    case FileKind::map:
        return {"CBS Wijk- en Buurtkaart", "CBS / Kadaster",
                "https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data"};
    case FileKind::key_figures:
        return {"CBS Kerncijfers wijken en buurten", "CBS",
                "https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten"};
    case FileKind::household_positions:
        return {"CBS Huishoudens naar positie en leeftijd", "CBS", "https://opendata.cbs.nl/statline/"};
    case FileKind::registered_crimes:
        return {"Geregistreerde misdrijven per wijk en buurt", "Politie", "https://data.politie.nl/"};
    case FileKind::names: return {"CBS Namen van wijken en buurten", "CBS", "https://opendata.cbs.nl/statline/"};
    }
    WF_CHECK(false);
    return {};
}

Error year_error(std::string code, std::string field, std::string detail)
{
    return Error{Trouble::bad_input, std::move(code), std::move(field), std::move(detail)};
}

/// The year of a row: what the file says and what was asked must agree.
Result<int> settle_year(Row const& row, int asked)
{
    if (row.year == 0 && asked == 0) {
        return year_error(
            "cbs.year_missing", "year",
            "the file does not say of which year its figures are; give the option year, for example year=2015");
    }
    if (row.year != 0 && asked != 0 && row.year != asked) {
        return year_error("cbs.year_differs", "line " + std::to_string(row.line),
                          "the file says " + std::to_string(row.year) + ", the option year says " +
                              std::to_string(asked) + "; correct the option or leave it out");
    }
    return row.year != 0 ? row.year : asked;
}

Result<void> check_year_option(std::string const& name, int year)
{
    if (year == 0 || (year >= intake::first_year && year <= intake::last_year)) return {};
    return year_error("cbs.year_out_of_range", name, std::to_string(year) + " is not a year between 1900 and 2100");
}

areas::Area make_area(Row& row, int year)
{
    auto const district = row.area.district();
    std::string parent;
    if (row.area.level() == AreaLevel::neighbourhood) parent = district->text();
    if (row.area.level() == AreaLevel::district) parent = row.area.municipality().text();
    return areas::Area{row.area.text(),        year,
                       row.area.level(),       std::move(row.name),
                       std::move(parent),      row.area.municipality().text(),
                       std::move(row.outline), {}};
}

/// The rows of the commons, and what they are about. What a code lies in follows from the code: CBS builds it that way.
Result<std::pair<intake::Batch, intake::Reach>> make_batch(Content& content, Request const& request)
{
    intake::Batch batch;
    intake::Reach reach;
    for (Row& row : content.rows) {
        WF_TRY(int const year, settle_year(row, request.year));
        reach.add(row.area, year);
        for (auto const& [measure, value] : row.figures) {
            batch.figures.push_back({row.area.text(),
                                     measure->code,
                                     year,
                                     row.group,
                                     value,
                                     request.boundary_year != 0 ? request.boundary_year : year,
                                     {}});
        }
        // A table by age names its area in every row: the row about everybody stands for the area.
        bool const describes_area = row.group.empty() && (!row.name.empty() || !row.outline.empty());
        if (describes_area) batch.areas.push_back(make_area(row, year));
    }
    // A dataset holds an area once: names and outlines of the newest year, when there are several.
    if (reach.years.size() > 1) {
        std::erase_if(batch.areas,
                      [newest = *reach.years.rbegin()](areas::Area const& area) { return area.year != newest; });
    }
    batch.report = std::move(content.report);
    batch.set_aside = content.set_aside;
    return std::pair{std::move(batch), std::move(reach)};
}

void add_warning(std::vector<intake::Warning>& warnings, std::string code, std::string_view start,
                 std::vector<std::string> const& columns)
{
    if (columns.empty()) return;
    constexpr std::size_t most_named = 300;
    std::string detail{start};
    for (std::size_t at = 0; at < columns.size() && at < most_named; ++at)
        detail += (at == 0 ? " " : ", ") + columns[at];
    if (columns.size() > most_named) detail += " and " + std::to_string(columns.size() - most_named) + " more";
    warnings.push_back({std::move(code), std::move(detail)});
}

std::vector<intake::Warning> make_warnings(Content const& content)
{
    std::vector<intake::Warning> warnings;
    add_warning(warnings, "cbs.unknown_columns",
                "these columns are no figures that we know and were left out:", content.unknown_columns);
    add_warning(warnings, "cbs.repeated_columns",
                "these columns repeat a figure under another name and were left out:", content.repeated_columns);
    add_warning(warnings, "cbs.outlines_not_read",
                "outlines in this form are not read, use GeoJSON for them:", content.geometry_columns);
    return warnings;
}

std::string level_words(intake::Reach const& reach)
{
    if (reach.levels.size() != 1) return "";
    switch (*reach.levels.begin()) {
    case AreaLevel::municipality: return ", gemeenten";
    case AreaLevel::district: return ", wijken";
    case AreaLevel::neighbourhood: return ", buurten";
    }
    return "";
}

std::string write_options(Request const& request)
{
    JsonWriter json;
    json.begin_object();
    if (request.boundary_year != 0) json.member("boundary_year", request.boundary_year);
    if (!request.place.empty()) json.member("place", request.place);
    if (request.year != 0) json.member("year", request.year);
    json.end_object();
    return std::move(json).finish();
}

datasets::Origin make_origin(FileKind kind, Request const& request, intake::Reach const& reach)
{
    Source const source = source_of(kind);
    datasets::Origin origin;
    origin.slot = intake::make_slot("cbs", to_word(kind), reach);
    origin.importer = "cbs";
    origin.period = intake::make_period(reach);
    origin.title = std::string{source.title} + " " + origin.period + level_words(reach) +
                   (request.place.empty() ? "" : ", " + request.place);
    origin.source = source.source;
    origin.source_url = source.url;
    origin.licence = "CC BY 4.0";
    origin.attribution = origin.title + " (" + origin.source + ", CC BY 4.0)";
    origin.kind = datasets::Kind::counted;
    origin.options = write_options(request);
    origin.file_name = request.file_name;
    origin.checksum = file::checksum(request.bytes);
    origin.code_version = request.code_version;
    return origin;
}

} // namespace

Result<Outcome> import_cbs(store::Store& store, Request const& request, job::Progress& progress)
{
    WF_TRY_VOID(check_year_option("year", request.year));
    WF_TRY_VOID(check_year_option("boundary_year", request.boundary_year));
    progress.report(0, 0, "reading");
    auto read_file = read(request.bytes, statistics::Measures::built_in());
    if (!read_file) {
        Error error = std::move(read_file.error());
        error.field = error.field.empty() ? request.file_name : request.file_name + ", " + error.field;
        return error;
    }
    Content& content = *read_file;
    std::vector<intake::Warning> warnings = make_warnings(content);
    FileKind const kind = content.kind;
    WF_TRY(auto rows, make_batch(content, request));
    auto& [batch, reach] = rows;
    batch.warnings = std::move(warnings);
    return intake::take_in(store, make_origin(kind, request, reach), std::move(batch), request.refused_share, progress);
}

} // namespace wf::cbs
