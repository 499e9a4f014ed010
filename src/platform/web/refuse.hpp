// SPDX-License-Identifier: EUPL-1.2
// The door: who may not, and where to go to be able to. And who stands before it, when a proxy stands between.
#pragma once

#include "platform/web/feature.hpp"

#include <string>
#include <string_view>

namespace wf::web {

/// Only over TLS or from the machine itself, for the whole site, unseen by scripts (the prefix makes browsers hold to that).
inline constexpr std::string_view session_cookie = "__Host-weefsel";
/// The value of Set-Cookie that gives a browser its token; for as long as it is open.
[[nodiscard]] std::string login_cookie(std::string_view token);
/// And the one that takes it away.
[[nodiscard]] std::string no_login_cookie();

/// The address of the workspace that a route names with {workspace}; else empty.
[[nodiscard]] std::string_view workspace_of(http::Request const& request);

/// For a page: to the login, or to setting up a code, with the way back. Otherwise 401 or 403, which says why.
[[nodiscard]] http::Response refuse(Visit const& visit, access::Verdict verdict);

/// "/nl/beheer?x=y" when it is a page of this site; else `otherwise`. For going on after a login: never to another site.
[[nodiscard]] std::string safe_target(std::string_view wanted, std::string otherwise);

/// Did the proxy of the setting send this? An empty setting: there is none.
[[nodiscard]] bool is_from_proxy(http::Request const& request, std::string_view proxy);
/// The last address in X-Forwarded-For, which the proxy itself wrote; what stands before it anybody may have made up.
[[nodiscard]] std::string peer_behind_proxy(http::Request const& request);

} // namespace wf::web
