// SPDX-License-Identifier: EUPL-1.2
#include "kernel/evidence/with_columns.hpp"

#include "kernel/evidence/pool.hpp"
#include "kernel/evidence/refusal.hpp"
#include "kernel/stat/refuse.hpp"

namespace wf::evidence::inside {

Result<WithColumns> make_model(std::span<double const> effects, std::span<double const> variances,
                               stat::Design const& design, double level)
{
    if (effects.empty()) return refusal("no_studies");
    if (auto const fault = fault_of(effects, variances); !fault.empty()) return refusal(fault);
    if (effects.size() == 1) return refusal("one_study");
    if (effects.size() <= design.x.columns()) return refusal("too_few_studies");
    if (!(level > 0 && level < 1)) return refusal("bad_level");
    WithColumns model{effects, variances, design.x};
    if (model.rank() < static_cast<Eigen::Index>(design.x.columns())) {
        auto const& name = design.names[static_cast<std::size_t>(model.superfluous())];
        return stat::refuse("collinear", "column " + name + " follows from the others: leave it out");
    }
    return model;
}

} // namespace wf::evidence::inside
