// SPDX-License-Identifier: EUPL-1.2
// The pace at which visitors may send what is kept without an account: for each place on the net (or person, of who has an account), by
// the setting visitors.per_hour. A quarter of that may come at once, since a class or a group that walks the streets shares a place.
#pragma once

#include "platform/access/allowance.hpp"
#include "platform/web/feature.hpp"

#include <optional>

namespace wf::web {

/// 429 with Retry-After (web.too_often) for who goes too fast; nothing, and one taken of the allowance, when it may go on.
[[nodiscard]] std::optional<http::Response> check_pace(Visit const& visit, access::Allowance& allowance,
                                                       std::int64_t now);
/// The route with an allowance of its own.
[[nodiscard]] Route paced(Route route);

} // namespace wf::web
