// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/effect.hpp"

#include "base/text.hpp"
#include "kernel/effect/planned.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace wf::calc {

Result<stat::Spread> spread_of(web::CommandInput const& input, std::size_t clusters, stat::Spread alone)
{
    auto const word = input.option("se");
    if (clusters > 2) return usage("--cluster", "one column, or two with a comma between them");
    if (!word && clusters == 0) return alone;
    if (!word) return clusters == 2 ? stat::Spread::cr1 : stat::Spread::cr2;
    WF_TRY(auto const spread, choice(input, "se", stat::spread_words, {}));
    if (stat::is_clustered(spread) && clusters == 0) return usage("--cluster", *word + " needs a column of clusters");
    if (!stat::is_clustered(spread) && clusters > 0)
        return usage("--se", *word + " does not look at --cluster: choose one of cr0, cr1, cr1s, cr2, cr3");
    if (clusters == 2 && (spread == stat::Spread::cr2 || spread == stat::Spread::cr3))
        return usage("--se", "two clusters go with cr0, cr1 and cr1s");
    return spread;
}

Result<std::optional<std::int64_t>> planned_of(web::CommandInput const& input)
{
    auto const text = input.option("planned");
    if (!text) return std::optional<std::int64_t>{};
    auto const number = parse_integer(*text);
    if (!number || *number < 1)
        return usage("--planned", "\"" + *text + "\": a whole number of rows, said before the first look, is wanted");
    return number;
}

bool hold_to_plan(std::optional<std::int64_t> planned, double level, std::span<effect::Estimate> estimates,
                  Basis& basis, std::vector<Warning>& warnings)
{
    if (!planned) return false;
    basis.settings.emplace_back("planned", std::to_string(*planned));
    auto const come_in = static_cast<std::int64_t>(basis.n);
    if (come_in >= *planned) return false;
    for (auto& each : estimates)
        each =
            effect::look_before(std::move(each), static_cast<double>(come_in) / static_cast<double>(*planned), level);
    warnings.push_back(
        {"before_planned",
         std::to_string(come_in) + " of the " + std::to_string(*planned) +
             " that were planned: p and ci are so wide that one may look as often as one wants until then"});
    return true;
}

void write_estimate(JsonWriter& json, effect::Estimate const& estimate)
{
    json.member("estimate", estimate.estimate);
    if (!estimate.se) {
        for (auto const* const name : {"se", "statistic", "p", "ci"}) json.key(name).null();
        return;
    }
    json.member("se", *estimate.se).member("statistic", estimate.statistic);
    if (std::isfinite(estimate.df)) json.member("df", estimate.df);
    json.member("p", estimate.p);
    write_interval(json, "ci", estimate.low, estimate.high);
}

void warn_of_spread(std::vector<Warning>& warnings, std::vector<effect::Estimate> const& estimates,
                    std::vector<std::size_t> const& clusters, stat::Spread spread)
{
    constexpr std::size_t few_clusters = 40;
    constexpr double few_df = 4;
    std::string without;
    std::string few;
    for (auto const& each : estimates) {
        if (!each.se) without += (without.empty() ? "" : ", ") + each.name;
        else if (spread >= stat::Spread::cr2 && each.df < few_df) few += (few.empty() ? "" : ", ") + each.name;
    }
    if (!without.empty())
        warnings.push_back(
            {"no_standard_error", "one cluster alone decides, or nothing varies: no standard error for " + without});
    if (!few.empty())
        warnings.push_back(
            {"few_degrees", "fewer than 4 degrees of freedom: p and ci of " + few + " are rough; see wild-bootstrap"});
    auto const least = std::min_element(clusters.begin(), clusters.end());
    if (least != clusters.end() && *least < few_clusters && spread >= stat::Spread::cr0 && spread <= stat::Spread::cr1s)
        warnings.push_back({"few_clusters", std::to_string(*least) +
                                                " clusters: these standard errors are too small on average; choose "
                                                "cr2, or wild-bootstrap"});
}

Result<void> check_once(Columns const& columns, std::size_t unit, effect::PanelRows const& rows)
{
    auto const row = effect::find_twice(rows);
    if (!row) return {};
    return columns.error_at(*row, unit, "effect.unit_twice",
                            "unit " + columns[unit].levels[rows.unit[*row]] + " at " + to_text(rows.time[*row]) +
                                " stands in the file more than once: keep one row for each");
}

void warn_of_dropped(std::vector<Warning>& warnings, effect::Panel const& panel)
{
    if (panel.dropped > 0)
        warnings.push_back({"units_dropped", std::to_string(panel.dropped) +
                                                 " units are left out: they were not seen in full at every moment"});
}

std::vector<web::Command> effect_commands()
{
    std::vector<web::Command> commands;
    for (auto more :
         {effect_regression_commands(), effect_compare_commands(), effect_change_commands(), effect_chance_commands(),
          staggered_commands(), decompose_commands(), power_commands(), advise_commands(), mixed_commands()})
        std::move(more.begin(), more.end(), std::back_inserter(commands));
    return commands;
}

} // namespace wf::calc
