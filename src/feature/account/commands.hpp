// SPDX-License-Identifier: EUPL-1.2
// For who keeps the server: somebody who is locked out is helped from the command line.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <vector>

namespace wf::account {

[[nodiscard]] std::vector<web::Command> commands(std::shared_ptr<people::House> const& house);

} // namespace wf::account
