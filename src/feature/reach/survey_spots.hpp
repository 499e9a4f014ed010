// SPDX-License-Identifier: EUPL-1.2
// The streets and crossings of kernel/reach/survey, with the names that a person with a clipboard needs.
#pragma once

#include "feature/reach/store.hpp"

#include <span>
#include <vector>

namespace wf::reach_pages {

inline constexpr std::size_t most_spots = 20;

[[nodiscard]] std::vector<SurveySpot> find_survey_spots(PreparedTown const& prepared, reach::Town const& town,
                                                        reach::Profile const& profile,
                                                        std::span<reach::CategoryAnswer const> answers,
                                                        std::span<std::size_t const> limits,
                                                        std::span<double const> people);

} // namespace wf::reach_pages
