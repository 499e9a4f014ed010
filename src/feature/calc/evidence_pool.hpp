// SPDX-License-Identifier: EUPL-1.2
// `calc evidence pool` (with or without moderators) and `calc evidence transfer`.
#pragma once

#include "platform/web/feature.hpp"

namespace wf::calc {

[[nodiscard]] Result<int> run_pool(web::CommandInput const& input);
[[nodiscard]] Result<int> run_transfer(web::CommandInput const& input);

} // namespace wf::calc
