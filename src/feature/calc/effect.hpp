// SPDX-License-Identifier: EUPL-1.2
// `weefsel calc effect ...`: did it help? What the methods share, and the list of their commands.
#pragma once

#include "feature/calc/options.hpp"
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

/// Collects which columns a command wants, so that the file is read once.
class Asking {
public:
    explicit Asking(web::CommandInput const& input) : m_input{&input} {}
    /// The place of the column that `--option` names. Error: usage.
    Result<std::size_t> one(std::string_view option, Kind kind);
    Result<std::optional<std::size_t>> maybe(std::string_view option, Kind kind);
    /// Of `--option a,b,c`; factor(...) counts when `kind` is any.
    Result<std::vector<std::size_t>> list(std::string_view option, Kind kind);
    [[nodiscard]] Result<Columns> read() const;

private:
    std::size_t add(Wanted wanted);

    web::CommandInput const* m_input;
    std::vector<Wanted> m_wanted;
};

[[nodiscard]] std::vector<stat::Column const*> chosen(Columns const& columns, std::vector<std::size_t> const& which);

/// `--se`, held against `--cluster`. Without it: classical, or cr2 where there are clusters. Error: usage.
[[nodiscard]] Result<stat::Spread> spread_of(web::CommandInput const& input, std::size_t clusters, stat::Spread alone);

/// A refusal of a kernel becomes a refusal of the command; any other error stays one.
[[nodiscard]] Result<int> refuse_or_fail(web::CommandInput const& input, Error error, Basis const& basis);

/// `--planned N`: how many rows were said to be enough. Error: usage.
[[nodiscard]] Result<std::optional<std::int64_t>> planned_of(web::CommandInput const& input);
/// Before so many have come in, p and ci are those that hold however often somebody looks (kernel/effect/planned.hpp); basis and warnings
/// say so. Nothing changes from the planned number on, or without one. Answers whether it is before.
bool hold_to_plan(std::optional<std::int64_t> planned, double level, std::span<effect::Estimate> estimates,
                  Basis& basis, std::vector<Warning>& warnings);

/// Members estimate, se, statistic, df, p and ci of the object that is open; null where the data do not say.
void write_estimate(JsonWriter& json, effect::Estimate const& estimate);
void write_interval(JsonWriter& json, double low, double high);
/// What the reader of these standard errors should know.
void warn_of_spread(std::vector<Warning>& warnings, std::vector<effect::Estimate> const& estimates,
                    std::vector<std::size_t> const& clusters, stat::Spread spread);

} // namespace wf::calc
