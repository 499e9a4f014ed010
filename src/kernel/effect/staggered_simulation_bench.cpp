// SPDX-License-Identifier: EUPL-1.2
// What does compute_staggered promise, and is it kept? The table of docs/methods/did.md; an argument says of how many towns a row is.
#include "kernel/effect/test_promise.hpp"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace wf::effect;
    using namespace wf::effect::sample;
    int const towns = argc > 1 ? std::atoi(argv[1]) : 10'000;
    struct Row {
        char const* name;
        TownPlan plan;
        Look look;
        Control control;
        Estimator estimator;
    };
    Row const rows[] = {
        {"no effect, 60 units", {60, 0, 0, 0, 0, 4}, Look::alone, Control::never, Estimator::dr},
        {"no effect, 200 units", {200, 0, 0, 0, 0, 4}, Look::alone, Control::never, Estimator::dr},
        {"no effect, 1000 units", {1000, 0, 0, 0, 0, 4}, Look::alone, Control::never, Estimator::dr},
        {"no effect, 200, not yet", {200, 0, 0, 0, 0, 4}, Look::alone, Control::notyet, Estimator::dr},
        {"no effect, 200, x needed, dr", {200, 0, 0, 0.3, 0.5, 4}, Look::at_x, Control::never, Estimator::dr},
        {"growing effect, 200", {200, 1, 0.5, 0, 0, 4}, Look::alone, Control::never, Estimator::dr},
        {"growing, 300, x needed, dr", {300, 1, 0.5, 0.3, 0.5, 4}, Look::at_x, Control::notyet, Estimator::dr},
        {"growing, 300, x needed, ipw", {300, 1, 0.5, 0.3, 0.5, 4}, Look::at_x, Control::notyet, Estimator::ipw},
        {"growing, 300, x needed, reg", {300, 1, 0.5, 0.3, 0.5, 4}, Look::at_x, Control::notyet, Estimator::reg},
        {"growing, 300, x left out", {300, 1, 0.5, 0.3, 0.5, 4}, Look::alone, Control::notyet, Estimator::dr},
        {"no effect, 200, x needed, ipw", {200, 0, 0, 0.3, 0.5, 4}, Look::at_x, Control::never, Estimator::ipw},
        {"no effect, 200, x needed, reg", {200, 0, 0, 0.3, 0.5, 4}, Look::at_x, Control::never, Estimator::reg},
        {"no effect, 60, x needed, dr", {60, 0, 0, 0.3, 0.5, 4}, Look::at_x, Control::never, Estimator::dr},
    };
    std::printf("%-30s %8s %8s %8s %8s %8s %8s\n", "town", "simple", "dynamic", "pretest", "wald", "bias", "refused");
    std::uint64_t seed = 0;
    for (auto const& row : rows) {
        auto const kept = keep_promise(row.plan, row.look, row.control, row.estimator, towns, ++seed);
        std::printf("%-30s %7.2f%% %7.2f%% %7.2f%% %7.2f%% %8.4f %8d\n", row.name, 100 * kept.share(kept.held),
                    100 * kept.share(kept.dynamic), 100 * kept.share(kept.pretested), 100 * kept.share(kept.wald),
                    kept.bias, kept.refused);
    }
}
