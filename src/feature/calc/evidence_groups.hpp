// SPDX-License-Identifier: EUPL-1.2
// `calc evidence multilevel` and `calc evidence robust`: effects that hang together.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::calc {

[[nodiscard]] Result<int> run_multilevel(web::CommandInput const& input);
[[nodiscard]] Result<int> run_robust(web::CommandInput const& input);

} // namespace wf::calc
