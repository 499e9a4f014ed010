// SPDX-License-Identifier: EUPL-1.2
// The modelled health figures of RIVM into one dataset that is visible all at once or not at all. Its kind is
// "modelled": a baseline estimated from who lives somewhere, never the outcome of a local action; the dataset carries
// that note.
#pragma once

#include "base/result.hpp"
#include "commons/intake/intake.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <string>
#include <string_view>

namespace wf::rivm {

/// All waves are published on the boundaries of this year.
inline constexpr int boundary_year = 2020;

struct Request {
    std::string file_name;  ///< without folder
    std::string_view bytes; ///< of the whole file
    std::string place;      ///< end of the title: "Kampen"; empty for the whole country
    std::string code_version;
    double refused_share{0.2}; ///< above this part of refused rows nothing is imported
};

using Outcome = intake::Outcome;

/// Errors: those of rivm::read and intake::take_in. Warnings: rivm.unknown_columns, intake.other_selection.
Result<Outcome> import_rivm(store::Store& store, Request const& request, job::Progress& progress);

} // namespace wf::rivm
