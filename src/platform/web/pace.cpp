// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/pace.hpp"

#include "platform/clock/clock.hpp"
#include "platform/http/peer.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>
#include <utility>

namespace wf::web {
namespace {

/// Nothing, and one taken of the allowance, when it may go on.
std::optional<http::Response> check_pace(Visit const& visit, access::Allowance& allowance, std::int64_t now)
{
    auto const per_hour = visit.context.settings->integer("visitors.per_hour");
    if (per_hour == 0) return std::nullopt;
    auto const key = visit.actor.has_account() ? "person " + visit.actor.person_id
                                               : "place " + http::place_of_peer(visit.request.peer);
    auto const wait = allowance.take(key, {std::max<std::int64_t>(1, per_hour / 4), per_hour}, now);
    if (wait == 0) return std::nullopt;
    constexpr int too_many_requests = 429;
    constexpr std::int64_t second = 1000;
    auto response = status_page(visit, too_many_requests, "web.too_often");
    response.headers.emplace_back("Retry-After", std::to_string((wait + second - 1) / second));
    return response;
}

} // namespace

Pace make_pace()
{
    return std::make_shared<access::Allowance>();
}

Route paced(Route route, Pace pace)
{
    route.handler = [pace = std::move(pace),
                     answer = std::move(route.handler)](Visit const& visit) -> Result<http::Response> {
        if (auto wait = check_pace(visit, *pace, now_millis())) return std::move(*wait);
        return answer(visit);
    };
    return route;
}

} // namespace wf::web
