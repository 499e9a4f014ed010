// SPDX-License-Identifier: EUPL-1.2
// Question     does the answer hang on one study, and how did it grow as studies came in?
// Method       leave-one-out: pooled without each study in turn. Cumulative: pooled with the first one, two, three ... in an order that is
//              given; the first alone is that study, with its own standard error (and without an interval for knha).
// Shapes       k times a pool.
// Errors       refused: those of pool.hpp; leave-one-out wants three studies (too_few_studies).
// Source       `leave1out`, `cumul` of metafor 3.8.
#pragma once

#include "base/result.hpp"
#include "kernel/evidence/pool.hpp"

namespace wf::evidence {

struct Step {
    std::size_t study{0}; ///< that is left out, or came in
    double estimate{0};
    double se{0};
    std::optional<Interval> ci;
    double tau2{0};
};

/// In the order of the studies.
[[nodiscard]] Result<std::vector<Step>> leave_one_out(PoolInput const& input);
/// `order` has every study once.
[[nodiscard]] Result<std::vector<Step>> accumulate(PoolInput const& input, std::span<std::size_t const> order);

} // namespace wf::evidence
