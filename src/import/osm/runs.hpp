// SPDX-License-Identifier: EUPL-1.2
// Streets as rows of nodes, before they are cut into edges; and the benches that stand beside them.
#pragma once

#include "import/osm/gathered.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wf::osm {

/// A street or a part of it: nodes in the order of walking, each different from the one before.
struct Run {
    std::uint32_t street{0}; ///< into Runs::streets
    std::uint32_t first{0};  ///< into Runs::nodes
    std::uint32_t count{0};
};
struct Runs {
    std::vector<Walk> streets;
    std::vector<Run> runs;
    std::vector<std::uint32_t> nodes;
    /// All nodes of the file that matter, then those that we made.
    std::vector<reach::Place32> places;
    std::vector<std::int64_t> bench; ///< of the nodes that we made: id of the bench

    [[nodiscard]] std::span<std::uint32_t const> nodes_of(Run const& run) const
    {
        return std::span{nodes}.subspan(run.first, run.count);
    }
    void add(std::uint32_t street, std::span<std::uint32_t const> row);
};

/// Ways and squares. A way of which nodes are missing falls apart; what is left out is counted.
[[nodiscard]] Runs make_runs(Gathered& things);

/// A bench within this distance of a street stands at it.
inline constexpr double bench_metres = 15;
/// Puts a node in the nearest street (no steps, no ferry) for each bench that is not on one. Benches without a street are
/// set aside.
void place_benches(Runs& runs, Gathered& things);

} // namespace wf::osm
