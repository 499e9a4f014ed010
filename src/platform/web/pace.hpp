// SPDX-License-Identifier: EUPL-1.2
// The pace at which visitors may send what is kept without an account: for each place on the net (or person, of who has an account), by
// the setting visitors.per_hour. A quarter of that may come at once, since a class or a group that walks the streets shares a place.
#pragma once

#include "platform/access/allowance.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::web {

/// The same allowance for several routes.
using Pace = std::shared_ptr<access::Allowance>;
[[nodiscard]] Pace make_pace();
/// The route at this pace: 429 with Retry-After (web.too_often) for who goes too fast.
[[nodiscard]] Route paced(Route route, Pace pace = make_pace());

} // namespace wf::web
