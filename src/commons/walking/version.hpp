// SPDX-License-Identifier: EUPL-1.2
// A short name for content, so that a run can say with which it was made: 12 hexadecimal digits of XXH3. It guards no secret.
#pragma once

#include <string>
#include <string_view>

namespace wf::walking {

[[nodiscard]] std::string short_version(std::string_view canonical);

} // namespace wf::walking
