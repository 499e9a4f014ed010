// SPDX-License-Identifier: EUPL-1.2
// What the commands of `calc evidence` share: studies read from a CSV file, in an order of their own, and answers as JSON.
#pragma once

#include "feature/calc/options.hpp"
#include "kernel/evidence/regression.hpp"

#include <span>
#include <string>
#include <vector>

namespace wf::calc {

/// Studies that have all that was named, sorted by what they hold: the order of the file changes nothing, not even a last digit.
struct Studies {
    std::vector<std::size_t> rows; ///< of the file, from 0
    std::vector<double> effects;
    std::vector<double> variances;
    stat::Design design;                  ///< the constant and the moderators
    std::vector<stat::Column> moderators; ///< of all rows of the file
    std::vector<stat::Column> labels;     ///< those that were asked for, of all rows of the file
    Basis basis;
    std::vector<Warning> warnings;

    /// How groups of a label column lie over the studies.
    [[nodiscard]] stat::Groups groups(std::size_t label) const { return stat::make_groups(labels[label], rows); }
};

/// Of an answer before there are studies.
[[nodiscard]] Basis empty_basis();
/// `--effect`, `--variance`, `--moderators`, `--no-intercept`, and columns that make groups.
[[nodiscard]] Result<Studies> read_studies(web::CommandInput const& input, std::vector<Wanted> const& labels = {});

/// `--method`, or reml. Error: usage.
[[nodiscard]] Result<evidence::Spread> spread_of(web::CommandInput const& input);
/// `--test`, or z. Error: usage.
[[nodiscard]] Result<evidence::Reference> reference_of(web::CommandInput const& input);

/// In the order of the file.
[[nodiscard]] std::vector<double> in_file_order(Studies const& studies, std::span<double const> values);

void write_interval(JsonWriter& json, std::string_view name, evidence::Interval const& interval);
void write_coefficients(JsonWriter& json, std::vector<evidence::Coefficient> const& coefficients);

/// Where the answer keeps less than it promises, as simulated (docs/methods/evidence.md).
void warn_of_mean(std::vector<Warning>& warnings, Studies const& studies, evidence::Reference reference);
void warn_of_prediction(std::vector<Warning>& warnings, Studies const& studies);

/// The options that all of these commands know, and those of their own.
[[nodiscard]] std::vector<std::string> with_study_options(std::vector<std::string> own);

} // namespace wf::calc
