// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/norm_verdict.hpp"

namespace wf::reach_pages {

NormVerdict judge_norm(Three const& share, double least_percent)
{
    if (!(least_percent > 0)) return NormVerdict::no_norm;
    double const least = least_percent / 100;
    if (share.certain >= least) return NormVerdict::met;
    return share.possible < least ? NormVerdict::not_met : NormVerdict::depends;
}

} // namespace wf::reach_pages
