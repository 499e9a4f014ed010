// SPDX-License-Identifier: EUPL-1.2
// Answers that send the visitor on, and addresses that leave the site in a letter.
#pragma once

#include "platform/web/feature.hpp"

#include <string>
#include <string_view>

namespace wf::web {

/// 303, so that going back or reloading sends nothing twice.
[[nodiscard]] http::Response see_other(std::string location);
/// What was asked is done: a page goes on at that address, a program (JSON) reads {"next": address}.
[[nodiscard]] http::Response done(Visit const& visit, std::string location);
/// With scheme and host, as the setting site.url says; else that of this machine. `path` has its language.
[[nodiscard]] std::string absolute_link(Visit const& visit, std::string_view path);

} // namespace wf::web
