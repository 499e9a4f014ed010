// SPDX-License-Identifier: EUPL-1.2
// Stations three to five of area pages: the figures of one municipality go in, each indicator is worked out for each area and
// year, and a run holds the answer. Pages only read.
#pragma once

#include "base/area_code.hpp"
#include "base/result.hpp"
#include "commons/areas/areas.hpp"
#include "feature/areas/indicators.hpp"
#include "platform/store/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace wf::area_pages {

enum class Status {
    answered,
    refused, ///< the kernel gives no number; `reason` is its code
    missing  ///< the source has no figure here for this year
};
[[nodiscard]] std::string_view to_word(Status status);
[[nodiscard]] Status parse_status(std::string_view word);

/// One figure as a page shows it.
struct ProfileFigure {
    std::string area_code;
    int position{0};
    std::string indicator;
    int year{0};
    Status status{Status::missing};
    std::string reason;
    std::optional<double> value;
    std::optional<double> low; ///< with `high`: what rounding leaves; absent: margin unknown
    std::optional<double> high;
    std::optional<double> reference; ///< the municipality's own figure of that year
    int boundary_year{0};
    /// Of that year's boundary against the one that pages show; the run compares, pages only say it.
    areas::Boundary boundary{areas::Boundary::not_compared};
    std::string dataset_id; ///< of the number (a rate: of its numerator); empty when missing
};

/// A published number as it stands in a dataset.
struct Known {
    double value{0};
    int boundary_year{0};
    std::string dataset_id;
};

/// Station three: exactly what the arithmetic needs.
struct ProfileInput {
    struct AreaFigures {
        AreaCode code;
        std::map<std::tuple<std::string, std::string, int>, Known> known; ///< measure, group, year
    };
    std::string municipality;
    std::vector<AreaFigures> areas; ///< the municipality itself first
};

/// Pure: for each area, indicator and year in which the municipality has any figure of it, newest year first.
[[nodiscard]] std::vector<ProfileFigure> make_profile(ProfileInput const& input, Indicators const& indicators);

struct ProfileRun {
    std::string run_id;
    std::size_t areas{0};
    std::size_t figures{0};
};
/// Computes and publishes the run areas.profile of a municipality. Error: areas.unknown (not imported).
Result<ProfileRun> compute_profile(store::Store& store, std::string_view municipality, std::string_view code_version);
/// All municipalities that are there; those whose datasets did not change since their current run are left as they are.
Result<std::vector<ProfileRun>> compute_profiles(store::Store& store, std::string_view code_version);

} // namespace wf::area_pages
