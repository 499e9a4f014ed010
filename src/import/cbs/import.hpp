// SPDX-License-Identifier: EUPL-1.2
// A CBS file into areas and figures, as one dataset that is visible all at once or not at all.
#pragma once

#include "base/result.hpp"
#include "commons/intake/intake.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <string>
#include <string_view>

namespace wf::cbs {

struct Request {
    std::string file_name;  ///< without folder
    std::string_view bytes; ///< of the whole file
    int year{0};            ///< 0: the file must say it itself
    std::string place;      ///< end of the title: "Kampen"; empty for the whole country
    std::string code_version;
    int boundary_year{0};      ///< of the boundaries that the figures are published on; 0: the year of the figures
    double refused_share{0.2}; ///< above this part of refused rows nothing is imported
};

using Outcome = intake::Outcome;

/// Errors: those of cbs::read and intake::take_in, and cbs.year_missing, cbs.year_differs, cbs.year_out_of_range.
/// Warnings: cbs.unknown_columns, cbs.repeated_columns, cbs.outlines_not_read, intake.other_selection.
Result<Outcome> import_cbs(store::Store& store, Request const& request, job::Progress& progress);

} // namespace wf::cbs
