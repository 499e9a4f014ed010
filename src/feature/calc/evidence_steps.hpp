// SPDX-License-Identifier: EUPL-1.2
// `calc evidence leave-one-out`, `cumulative` and `bias`: how far may the pooled answer be trusted?
#pragma once

#include "platform/web/feature.hpp"

namespace wf::calc {

[[nodiscard]] Result<int> run_leave_one_out(web::CommandInput const& input);
[[nodiscard]] Result<int> run_cumulative(web::CommandInput const& input);
[[nodiscard]] Result<int> run_bias(web::CommandInput const& input);

} // namespace wf::calc
