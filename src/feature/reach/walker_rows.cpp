// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/walker_rows.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace wf::reach_pages {
namespace {

constexpr std::array<std::string_view, 4> kerbs{"flush", "lowered", "rolled", "raised"};
constexpr std::array<std::string_view, 5> surfaces{"smooth", "paving", "rough", "compacted", "loose"};
constexpr std::array<std::string_view, 4> smoothnesses{"good", "intermediate", "bad", "impassable"};

/// Writes the rows of one field, which share its reason.
class Rows {
public:
    Rows(std::vector<AssumptionRow>& rows, walking::Assumption const& reason, words::Language language) : m_rows{rows}
    {
        m_row.field = reason.field;
        m_row.text = language == words::Language::nl ? reason.text_nl : reason.text_en;
        m_row.source = reason.source;
        m_row.assumed = reason.assumed;
    }
    void number(std::optional<double> value, std::string_view unit, std::string_view level = {})
    {
        auto row = m_row;
        row.level = level;
        row.value = value;
        row.unit = unit;
        m_rows.push_back(std::move(row));
    }
    void cost(reach::Obstacle const& obstacle, std::string_view level = {})
    {
        number(obstacle.forbidden ? std::nullopt : std::optional{obstacle.seconds}, "s", level);
        m_rows.back().forbidden = obstacle.forbidden;
    }
    void cost(reach::Going const& going, std::string_view level = {})
    {
        number(going.forbidden ? std::nullopt : std::optional{going.factor}, "factor", level);
        m_rows.back().forbidden = going.forbidden;
    }
    /// The first entries of `costs` are "none" and "unknown", which have no name here.
    template <class Cost, std::size_t N>
    void costs(std::array<Cost, N> const& costs, std::span<std::string_view const> levels)
    {
        for (std::size_t at = 0; at < levels.size(); ++at) cost(costs[N - levels.size() + at], levels[at]);
    }

private:
    std::vector<AssumptionRow>& m_rows;
    AssumptionRow m_row;
};

void add_rows(Rows rows, reach::Profile const& p, std::string_view field)
{
    if (field == "speed_mean") rows.number(p.speed_mean, "m/s");
    else if (field == "speed_sd") rows.number(p.speed_sd, "m/s");
    else if (field == "kerb") rows.costs(p.kerb, kerbs);
    else if (field == "steps") rows.cost(p.steps);
    else if (field == "stile") rows.cost(p.stile);
    else if (field == "surface") rows.costs(p.surface, surfaces);
    else if (field == "smoothness") rows.costs(p.smoothness, smoothnesses);
    else if (field == "slope_percent") rows.number(p.slope_percent, "percent");
    else if (field == "slope_above") rows.cost(p.slope_above);
    else if (field == "slope_down_factor") rows.number(p.slope_down_factor, "factor");
    else if (field == "width_cm") rows.number(p.width_cm, "cm");
    else if (field == "narrow") rows.cost(p.narrow);
    else if (field == "road_without_sidewalk") rows.cost(p.road_without_sidewalk);
    else if (field == "longest_leg_m") rows.number(p.longest_leg_m, "m");
    else if (field == "rest_seconds") rows.number(p.longest_leg_m ? std::optional{p.rest_seconds} : std::nullopt, "s");
    else WF_CHECK(false && "the reader of profiles knows these fields");
}

} // namespace

std::vector<AssumptionRow> list_assumption_rows(walking::WalkerProfile const& walker, words::Language language)
{
    std::vector<AssumptionRow> rows;
    for (auto const& reason : walker.assumptions) add_rows({rows, reason, language}, walker.profile, reason.field);
    return rows;
}

double metres_in(reach::Profile const& profile, int minutes)
{
    return reach::speed_at(profile, 0.5) * 60 * minutes;
}

std::size_t count_assumed(walking::WalkerProfile const& walker)
{
    return static_cast<std::size_t>(std::count_if(walker.assumptions.begin(), walker.assumptions.end(),
                                                  [](walking::Assumption const& one) { return one.assumed; }));
}

} // namespace wf::reach_pages
