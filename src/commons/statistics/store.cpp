// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/statistics/statistics.hpp"

#include <cmath>

namespace wf::embedded::commons_statistics {
std::string_view find(std::string_view name);
}

namespace wf::statistics {
namespace {

std::vector<Figure> load(store::Session& session, std::string_view condition,
                         std::initializer_list<store::Value> parameters)
{
    std::vector<Figure> figures;
    session.query(
        std::string{
            "SELECT f.area_code, f.measure, f.year, f.grp, f.value, f.boundary_year, f.dataset_id FROM figure f "
            "JOIN dataset d ON d.id = f.dataset_id AND d.state = 'published' WHERE "}
            .append(condition),
        parameters, [&](store::Row const& row) {
            figures.push_back({row.string(0), row.string(1), static_cast<int>(row.integer(2)), row.string(3),
                               row.real(4), static_cast<int>(row.integer(5)), row.string(6)});
        });
    return figures;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0003_statistics", std::string{embedded::commons_statistics::find("schema.sql")}}};
}

void add(store::Session& session, std::span<Figure const> figures)
{
    std::vector<store::Value> rows;
    rows.reserve(figures.size() * 7);
    for (auto const& figure : figures) {
        WF_CHECK(std::isfinite(figure.value));
        WF_CHECK(!figure.dataset_id.empty() && !figure.area_code.empty() && !figure.measure.empty());
        rows.emplace_back(figure.area_code);
        rows.emplace_back(figure.measure);
        rows.emplace_back(figure.group);
        rows.emplace_back(figure.year);
        rows.emplace_back(figure.dataset_id);
        rows.emplace_back(figure.value);
        rows.emplace_back(figure.boundary_year);
    }
    session.batch("INSERT INTO figure (area_code, measure, grp, year, dataset_id, value, boundary_year)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (area_code, measure, grp, year, dataset_id)"
                  " DO UPDATE SET value = excluded.value, boundary_year = excluded.boundary_year",
                  7, rows);
}

void sweep(store::Session& session, std::string_view dataset_id)
{
    session.exec("DELETE FROM figure WHERE dataset_id = $1", {dataset_id});
}

std::vector<Figure> load_of_area(store::Session& session, std::string_view area_code)
{
    return load(session, "f.area_code = $1 ORDER BY f.measure, f.grp, f.year, f.dataset_id", {area_code});
}

std::vector<Figure> load_of_measure(store::Session& session, std::string_view measure, int year, std::string_view group)
{
    return load(session, "f.measure = $1 AND f.year = $2 AND f.grp = $3 ORDER BY f.area_code, f.dataset_id",
                {measure, year, group});
}

} // namespace wf::statistics
