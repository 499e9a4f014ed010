// SPDX-License-Identifier: EUPL-1.2
// Places that are there already and could become something more: the church that becomes a meeting place too.
#pragma once

#include "feature/reach/town.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

struct Candidate {
    places::Place const* place{nullptr};
    walking::Category const* kind{nullptr};
    std::size_t area{0}; ///< into PreparedTown::areas: of the nearest home
};

/// Buildings where people already come (churches, schools, community buildings, homes for older people ...) with a name, in
/// this municipality; not those of the kind that is asked for. By kind, then name.
[[nodiscard]] std::vector<Candidate> list_candidates(PreparedTown const& town, walking::Categories const& categories,
                                                     std::string_view asked_category);

} // namespace wf::reach_pages
