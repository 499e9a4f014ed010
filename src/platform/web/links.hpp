// SPDX-License-Identifier: EUPL-1.2
// Addresses of the page that is being asked for, changed in one respect. All are written percent-encoded.
#pragma once

#include "platform/web/feature.hpp"

#include <string>
#include <string_view>

namespace wf::web {

/// The same page with one parameter set ("?sort=-name&..."): the other parameters stay, in order.
[[nodiscard]] std::string link_with(Visit const& visit, std::string_view name, std::string_view value);

/// The path of this page in a language, without its parameters: "/en/buurt/BU01660001".
[[nodiscard]] std::string path_in(Visit const& visit, words::Language language);

/// As `path_in`, with the parameters that the visitor gave.
[[nodiscard]] std::string link_in(Visit const& visit, words::Language language);

} // namespace wf::web
