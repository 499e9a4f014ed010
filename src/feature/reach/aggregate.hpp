// SPDX-License-Identifier: EUPL-1.2
// Station four of reach: answers of homes become shares of the people of an area, with what keeps the others away.
// Pure: no store, no clock.
#pragma once

#include "feature/reach/town.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wf::reach_pages {

struct Three {
    double certain{0};
    double expected{0};
    double possible{0};
    bool operator==(Three const&) const = default;
};

/// Of the people who do not certainly come within the usual limit of the kind, at the median speed of the profile: why.
struct Obstacles {
    double distance{0}; ///< too far for an adult too
    double pace{0};     ///< an adult comes in time, at this pace nobody would on the best of streets
    double streets{0};  ///< known steps, kerbs, surface, width, slope or too few benches on the way
    double unknown{0};  ///< only what we do not know of the streets stands in between
    bool operator==(Obstacles const&) const = default;
};

struct AreaReach {
    std::string area_code;
    std::string profile;
    std::string category;
    double people{0};                                    ///< of the group of the profile
    std::array<Three, reach::limit_count> share;         ///< of them: 0 to 1
    std::array<std::optional<double>, 3> median_seconds; ///< certain, expected, possible; nothing: beyond the horizon
    std::array<std::optional<double>, 3> median_count;   ///< places within the usual limit, for the middle home
    Obstacles obstacles;
    bool operator==(AreaReach const&) const = default;
};

/// What is known of each home for one profile and category.
struct HomeAnswers {
    reach::CategoryAnswer const* answer{nullptr};
    std::span<graph::Ticks const> ideal; ///< this profile's median speed on streets without any obstacle
    std::span<graph::Ticks const> adult; ///< an adult's median speed, on possible streets
};

/// Where a limit of so many minutes stands in AreaReach::share. The readers of kinds and norms let only the usual limits pass.
[[nodiscard]] std::size_t limit_index(reach::Options const& options, int minutes);
[[nodiscard]] inline std::size_t limit_index(int minutes)
{
    return limit_index(reach::Options{}, minutes);
}

/// Homes of each area, by position in PreparedTown::areas; homes in a neighbourhood without an answer, and
/// homes without a foothold, are left out.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> homes_by_area(PreparedTown const& town);

/// `homes` of the area, `people` that each home of the town stands for, `limit`: the usual one of the kind (an index into
/// Options::limits_seconds).
[[nodiscard]] AreaReach aggregate(std::span<std::uint32_t const> homes, std::span<double const> people,
                                  HomeAnswers const& answers, reach::Options const& options, std::size_t limit);

} // namespace wf::reach_pages
