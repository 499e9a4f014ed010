// SPDX-License-Identifier: EUPL-1.2
// Do robust standard errors keep their 5 %? The full runs behind docs/methods/evidence.md, fixed seeds.
#include "kernel/evidence/test_teams.hpp"

#include <cstdio>

int main()
{
    constexpr int runs = 4000;
    for (std::size_t const teams : {6U, 12U, 40U}) {
        auto const found = wf::evidence::teams::simulate_teams(teams, runs);
        std::printf(
            "%2zu teams, %d runs: false alarms %.4f corr, %.4f hier, %.4f multilevel cr2, %.4f multilevel alone\n",
            teams, runs, found.correlated, found.hierarchical, found.cr2, found.model);
    }
    return 0;
}
