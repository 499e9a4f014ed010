// SPDX-License-Identifier: EUPL-1.2
// `weefsel calc reach profiles`: who walks, with every number of it.
#pragma once

#include "base/result.hpp"
#include "platform/web/feature.hpp"

namespace wf::calc {

Result<int> run_profiles(web::CommandInput const& input);

} // namespace wf::calc
