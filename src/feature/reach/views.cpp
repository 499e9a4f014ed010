// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/views.hpp"

#include "feature/reach/address_views.hpp"
#include "feature/reach/rules_views.hpp"

namespace wf::reach_pages {

std::vector<web::ViewHelp> list_views()
{
    return {web::describe<ReachSummary, ReachRow>("reach", "/bereik"),
            web::describe<GapSummary, GapRow>("reach-gaps", "/kansen"),
            web::describe<WhatIfSummary, WhatIfRow>("reach-what-if", "/kansen/wat-als"),
            web::describe<AddressSummary, NearRow>("reach-address", "/adres"),
            web::describe<RulesSummary, DifferenceRow>("reach-rules", "/uitgangspunten")};
}

} // namespace wf::reach_pages
