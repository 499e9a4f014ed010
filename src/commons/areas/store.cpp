// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/areas/areas.hpp"
#include "commons/areas/names.hpp"

namespace wf::embedded::commons_areas {
std::string_view find(std::string_view name);
}

namespace wf::areas {
namespace {

constexpr std::string_view columns = "code, year, level, name, parent, municipality, outline, dataset_id";

Area read_area(store::Row const& row)
{
    Area area;
    area.code = row.string(0);
    area.year = static_cast<int>(row.integer(1));
    area.level = parse_area_level(row.text(2)).value(); // only our own words are stored
    area.name = row.string(3);
    area.parent = row.string(4);
    area.municipality = row.string(5);
    area.outline = row.string(6);
    area.dataset_id = row.string(7);
    return area;
}

/// `$1..$n` in `condition` choose among what is published. Two datasets can bring one area and year: what has an outline
/// goes before what has none, then the newest dataset.
std::string select_published(std::string_view condition)
{
    return std::string{
        "SELECT a.code, a.year, a.level, a.name, a.sort_key, a.parent, a.municipality, a.has_outline, "
        "a.outline, a.dataset_id FROM area a JOIN dataset d ON d.id = a.dataset_id AND d.state = 'published' "
        "WHERE "}
        .append(condition);
}

std::optional<Area> find_best(store::Session& session, std::string_view condition,
                              std::initializer_list<store::Value> parameters)
{
    std::string const sql = std::string{"SELECT "}
                                .append(columns)
                                .append(" FROM (")
                                .append(select_published(condition))
                                .append(") p ORDER BY has_outline DESC, year DESC, dataset_id DESC LIMIT 1");
    std::optional<Area> best;
    session.query(sql, parameters, [&](store::Row const& row) { best = read_area(row); });
    return best;
}

/// One year for each municipality and level, so that a list is a map without holes or doubles.
std::vector<Area> list_best(store::Session& session, std::string_view condition,
                            std::initializer_list<store::Value> parameters)
{
    std::string const sql =
        std::string{"SELECT "}
            .append(columns)
            .append(
                " FROM (SELECT p.*, FIRST_VALUE(year) OVER (PARTITION BY municipality, level "
                "ORDER BY has_outline DESC, year DESC, dataset_id DESC) AS best_year, "
                "ROW_NUMBER() OVER (PARTITION BY code, year ORDER BY has_outline DESC, dataset_id DESC) AS place FROM (")
            .append(select_published(condition))
            .append(") p) q WHERE year = best_year AND place = 1 ORDER BY sort_key, code");
    std::vector<Area> areas;
    session.query(sql, parameters, [&](store::Row const& row) { areas.push_back(read_area(row)); });
    return areas;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0002_areas", std::string{embedded::commons_areas::find("schema.sql")}}};
}

void add(store::Session& session, std::span<Area const> areas)
{
    std::vector<std::string> keys;
    keys.reserve(areas.size());
    std::vector<store::Value> rows;
    rows.reserve(areas.size() * 10);
    for (auto const& area : areas) {
        WF_CHECK(!area.dataset_id.empty() && !area.code.empty());
        rows.emplace_back(area.dataset_id);
        rows.emplace_back(area.code);
        rows.emplace_back(area.year);
        rows.emplace_back(to_word(area.level));
        rows.emplace_back(area.name);
        rows.emplace_back(keys.emplace_back(sort_key(area.name)));
        rows.emplace_back(area.parent);
        rows.emplace_back(area.municipality);
        rows.emplace_back(area.outline.empty() ? 0 : 1);
        rows.emplace_back(area.outline);
    }
    session.batch(
        "INSERT INTO area (dataset_id, code, year, level, name, sort_key, parent, municipality, has_outline, outline)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        " ON CONFLICT (dataset_id, code) DO UPDATE SET year = excluded.year, level = excluded.level,"
        " name = excluded.name, sort_key = excluded.sort_key, parent = excluded.parent,"
        " municipality = excluded.municipality, has_outline = excluded.has_outline, outline = excluded.outline",
        10, rows);
}

void sweep(store::Session& session, std::string_view dataset_id)
{
    session.exec("DELETE FROM area WHERE dataset_id = $1", {dataset_id});
}

std::optional<Area> find(store::Session& session, std::string_view code)
{
    return find_best(session, "a.code = $1", {code});
}

std::optional<Area> find(store::Session& session, std::string_view code, int year)
{
    return find_best(session, "a.code = $1 AND a.year = $2", {code, year});
}

std::vector<Area> list(store::Session& session, AreaLevel level, std::string_view within)
{
    if (within.empty()) return list_best(session, "a.level = $1", {to_word(level)});
    return list_best(session, "a.level = $1 AND (a.municipality = $2 OR a.parent = $2)", {to_word(level), within});
}

std::vector<Area> list_children(store::Session& session, std::string_view parent)
{
    if (parent.empty()) return {};
    return list_best(session, "a.parent = $1", {parent});
}

std::vector<Named> list_names(store::Session& session, AreaLevel level)
{
    std::vector<Named> names;
    session.query("SELECT code, name FROM (SELECT p.code, p.name, p.sort_key, ROW_NUMBER() OVER (PARTITION BY code "
                  "ORDER BY year DESC, dataset_id DESC) AS place FROM (" +
                      select_published("a.level = $1") + ") p) q WHERE place = 1 ORDER BY sort_key, code",
                  {to_word(level)}, [&](store::Row const& row) {
                      names.push_back({row.string(0), row.string(1)});
                  });
    return names;
}

std::vector<KnownYear> known_years(store::Session& session, std::string_view code)
{
    std::vector<KnownYear> years;
    session.query("SELECT year, has_outline, name FROM (SELECT p.*, ROW_NUMBER() OVER "
                  "(PARTITION BY year ORDER BY has_outline DESC, dataset_id DESC) AS place FROM (" +
                      select_published("a.code = $1") + ") p) q WHERE place = 1 ORDER BY year",
                  {code}, [&](store::Row const& row) {
                      years.push_back({static_cast<int>(row.integer(0)), row.integer(1) != 0, row.string(2)});
                  });
    return years;
}

} // namespace wf::areas
