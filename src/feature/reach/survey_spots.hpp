// SPDX-License-Identifier: EUPL-1.2
// The streets and crossings of kernel/reach/survey, with the names that a person with a clipboard needs.
#pragma once

#include "feature/reach/store.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace wf::reach_pages {

inline constexpr std::size_t most_spots = 20;

/// "Burgwal, Oudestraat": the named streets that meet at each of these nodes, where there are any.
[[nodiscard]] std::map<std::uint32_t, std::string> name_crossings(reach::Network const& network,
                                                                  std::set<std::uint32_t> const& nodes);

[[nodiscard]] std::vector<SurveySpot> find_survey_spots(PreparedTown const& prepared, reach::Town const& town,
                                                        reach::Profile const& profile,
                                                        std::span<reach::CategoryAnswer const> answers,
                                                        std::span<std::size_t const> limits,
                                                        std::span<double const> people);

} // namespace wf::reach_pages
