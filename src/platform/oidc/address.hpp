// SPDX-License-Identifier: EUPL-1.2
// Which web addresses may be asked at all, and how a form is written.
#pragma once

#include "platform/http/message.hpp"

#include <string>
#include <string_view>

namespace wf::oidc {

enum class Reach {
    none,    ///< not an address that we ask
    secure,  ///< https://
    loopback ///< http:// to this machine: for tests and trials
};

/// Strict: no name or password, no fragment, nothing but visible ASCII, so that libcurl reads no other host than we do.
[[nodiscard]] Reach reach_of(std::string_view url);
/// Without the question, which may hold what nobody else should see.
[[nodiscard]] std::string_view without_query(std::string_view url);
/// application/x-www-form-urlencoded, all but letters, digits and -._~ as %XX.
[[nodiscard]] std::string write_form(http::Pairs const& pairs);

} // namespace wf::oidc
