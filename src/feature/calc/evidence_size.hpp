// SPDX-License-Identifier: EUPL-1.2
// `calc evidence effect-size`: what each study reports, as an effect and its sampling variance.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::calc {

[[nodiscard]] Result<int> run_effect_size(web::CommandInput const& input);

} // namespace wf::calc
