// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/store.hpp"

#include "commons/areas/areas.hpp"
#include "commons/runs/runs.hpp"
#include "commons/statistics/statistics.hpp"

namespace wf::area_pages {
namespace {

constexpr std::size_t profile_width = 15;

areas::Boundary parse_boundary(std::string_view word)
{
    for (auto const boundary : {areas::Boundary::same, areas::Boundary::changed, areas::Boundary::not_compared}) {
        if (areas::to_word(boundary) == word) return boundary;
    }
    WF_CHECK(false && "only our own words are stored");
    return areas::Boundary::not_compared;
}

/// What `read_figure` reads, in its order; the condition and order follow.
std::string select_figures(std::string_view rest)
{
    return std::string{
        "SELECT area_code, position, indicator, year, status, reason, value, low, high, reference, boundary_year, "
        "boundary, dataset_id FROM area_profile WHERE workspace_id = $1 AND run_id = $2 "}
        .append(rest);
}

ProfileFigure read_figure(store::Row const& row)
{
    ProfileFigure figure;
    figure.area_code = row.string(0);
    figure.position = static_cast<int>(row.integer(1));
    figure.indicator = row.string(2);
    figure.year = static_cast<int>(row.integer(3));
    figure.status = parse_status(row.text(4));
    figure.reason = row.string(5);
    figure.value = row.maybe_real(6);
    figure.low = row.maybe_real(7);
    figure.high = row.maybe_real(8);
    figure.reference = row.maybe_real(9);
    figure.boundary_year = static_cast<int>(row.integer(10));
    figure.boundary = parse_boundary(row.text(11));
    figure.dataset_id = row.string(12);
    return figure;
}

} // namespace

void add_profile(store::Session& session, std::string_view run_id, std::span<ProfileFigure const> figures)
{
    std::vector<store::Value> values;
    values.reserve(figures.size() * profile_width);
    for (auto const& figure : figures) {
        values.insert(values.end(),
                      {runs::public_workspace, run_id, figure.area_code, figure.position, figure.indicator, figure.year,
                       to_word(figure.status), figure.reason, figure.value, figure.low, figure.high, figure.reference,
                       figure.boundary_year, areas::to_word(figure.boundary), figure.dataset_id});
    }
    session.batch(
        "INSERT INTO area_profile (workspace_id, run_id, area_code, position, indicator, year, status, reason, value, "
        "low, high, reference, boundary_year, boundary, dataset_id) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        profile_width, values);
}

void add_locators(store::Session& session, std::string_view run_id, std::span<Locator const> locators)
{
    std::vector<store::Value> values;
    for (auto const& locator : locators) {
        values.insert(values.end(), {runs::public_workspace, run_id, locator.area_code, locator.svg});
    }
    session.batch("INSERT INTO area_locator (workspace_id, run_id, area_code, svg) VALUES ($1, $2, $3, $4)", 4, values);
}

std::vector<ProfileFigure> load_profile(store::Session& session, std::string_view run_id, std::string_view area_code)
{
    std::vector<ProfileFigure> figures;
    figures.reserve(96);
    session.query(select_figures("AND area_code = $3 ORDER BY position"), {runs::public_workspace, run_id, area_code},
                  [&](store::Row const& row) { figures.push_back(read_figure(row)); });
    return figures;
}

std::vector<ProfileFigure> load_profiles(store::Session& session, std::string_view run_id)
{
    std::vector<ProfileFigure> figures;
    session.query(select_figures("ORDER BY area_code, position"), {runs::public_workspace, run_id},
                  [&](store::Row const& row) { figures.push_back(read_figure(row)); });
    return figures;
}

std::vector<Locator> load_locators(store::Session& session, std::string_view run_id)
{
    std::vector<Locator> locators;
    session.query("SELECT area_code, svg FROM area_locator WHERE workspace_id = $1 AND run_id = $2 ORDER BY area_code",
                  {runs::public_workspace, run_id}, [&](store::Row const& row) {
                      locators.push_back({row.string(0), row.string(1)});
                  });
    return locators;
}

std::vector<Unanswered> count_unanswered(store::Session& session, std::string_view run_id)
{
    std::vector<Unanswered> counted;
    session.query("SELECT indicator, reason, year, count(*) FROM area_profile "
                  "WHERE workspace_id = $1 AND run_id = $2 AND status <> 'answered' "
                  "GROUP BY indicator, reason, year ORDER BY indicator, year, reason",
                  {runs::public_workspace, run_id}, [&](store::Row const& row) {
                      counted.push_back({row.string(0), row.string(1), static_cast<int>(row.integer(2)),
                                         static_cast<int>(row.integer(3))});
                  });
    return counted;
}

ProfileInput load_input(store::Session& session, std::string_view municipality)
{
    ProfileInput input;
    input.municipality = std::string{municipality};
    auto const add = [&](std::string const& code_text) {
        auto code = parse_area_code(code_text);
        WF_CHECK(code.has_value());
        ProfileInput::AreaFigures area{*code, {}};
        for (auto const& figure : statistics::load_of_area(session, code_text)) {
            area.known[{figure.measure, figure.group, figure.year}] = {figure.value, figure.boundary_year,
                                                                       figure.dataset_id};
        }
        input.areas.push_back(std::move(area));
    };
    if (!areas::find(session, municipality)) return input;
    add(input.municipality);
    for (auto const level : {AreaLevel::district, AreaLevel::neighbourhood}) {
        for (auto const& area : areas::list(session, level, municipality)) add(area.code);
    }
    return input;
}

} // namespace wf::area_pages
