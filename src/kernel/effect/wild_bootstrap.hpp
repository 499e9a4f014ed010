// SPDX-License-Identifier: EUPL-1.2
// Question     is one coefficient 0, when rows lie in few clusters?
// Assumption   clusters stand alone. With fewer than about five treated (or untreated) clusters it hardly ever says no.
// Method       wild cluster bootstrap with the null imposed, signs of whole clusters turned (Rademacher), t studentised with cr1s (Cameron,
//              Gelbach and Miller 2008). Signs follow the seed, the draw and the number of the cluster alone; `all` goes through every
//              pattern of signs. p counts the data themselves as a draw.
// Shapes       n rows, k columns, G clusters, B draws: O(n k^2 + B G k), after Roodman, MacKinnon, Nielsen and Webb (2019).
// Errors       refused: those of least squares; one_cluster, too_many_clusters (`all` with more than 24), no_spread.
// Source       Roodman and others (2019), Stata Journal 19.
#pragma once

#include "kernel/effect/regression.hpp"

#include "base/parallel.hpp"

#include <cstdint>

namespace wf::effect {

inline constexpr char const* wild_bootstrap_version = "1";

struct WildBootstrap {
    stat::LeastSquares squares;
    std::size_t tested{0}; ///< column
    stat::Groups clusters;
    std::uint64_t draws{9'999}; ///< 0: all patterns
    std::uint64_t seed{1};
    Threads threads{0};
};

struct WildAnswer {
    double estimate{0};
    double t{0};
    double p{1};
    std::uint64_t draws{0};
    std::size_t rows{0};
    std::size_t clusters{0};
};

[[nodiscard]] Result<WildAnswer> wild_bootstrap(WildBootstrap question);

} // namespace wf::effect
