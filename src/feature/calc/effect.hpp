// SPDX-License-Identifier: EUPL-1.2
// `weefsel calc effect ...`: did it help? What the methods share, and the list of their commands.
#pragma once

#include "feature/calc/options.hpp"
#include "kernel/effect/panel.hpp"
#include "kernel/effect/regression.hpp"
#include "platform/web/feature.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wf::calc {

[[nodiscard]] std::vector<web::Command> effect_commands();
[[nodiscard]] std::vector<web::Command> effect_regression_commands();
[[nodiscard]] std::vector<web::Command> effect_compare_commands();
[[nodiscard]] std::vector<web::Command> effect_change_commands();
[[nodiscard]] std::vector<web::Command> effect_chance_commands();
[[nodiscard]] std::vector<web::Command> staggered_commands();
[[nodiscard]] std::vector<web::Command> decompose_commands();
[[nodiscard]] std::vector<web::Command> power_commands();
[[nodiscard]] std::vector<web::Command> advise_commands();
[[nodiscard]] std::vector<web::Command> mixed_commands();

/// `--se`, held against `--cluster`. Without it: classical, or cr2 where there are clusters. Error: usage.
[[nodiscard]] Result<stat::Spread> spread_of(web::CommandInput const& input, std::size_t clusters, stat::Spread alone);

/// `--planned N`: how many rows were said to be enough. Error: usage.
[[nodiscard]] Result<std::optional<std::int64_t>> planned_of(web::CommandInput const& input);
/// Before so many have come in, p and ci are those that hold however often somebody looks (kernel/effect/planned.hpp); basis and warnings
/// say so. Nothing changes from the planned number on, or without one. Answers whether it is before.
bool hold_to_plan(std::optional<std::int64_t> planned, double level, std::span<effect::Estimate> estimates,
                  Basis& basis, std::vector<Warning>& warnings);

/// Members estimate, se, statistic, df, p and ci of the object that is open; null where the data do not say.
void write_estimate(JsonWriter& json, effect::Estimate const& estimate);
/// An error where a unit stands twice at one moment; `unit` is its column.
[[nodiscard]] Result<void> check_once(Columns const& columns, std::size_t unit, effect::PanelRows const& rows);
void warn_of_dropped(std::vector<Warning>& warnings, effect::Panel const& panel);
/// What the reader of these standard errors should know.
void warn_of_spread(std::vector<Warning>& warnings, std::vector<effect::Estimate> const& estimates,
                    std::vector<std::size_t> const& clusters, stat::Spread spread);

} // namespace wf::calc
