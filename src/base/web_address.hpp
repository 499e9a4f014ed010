// SPDX-License-Identifier: EUPL-1.2
// Is what somebody gave as an address fit to stand in a link? Signs that end an attribute or hide where it leads are in none.
#pragma once

#include <string_view>

namespace wf {

inline constexpr std::size_t longest_address = 300; ///< bytes

/// "https://..." or "http://...", with something behind it.
[[nodiscard]] bool is_web_address(std::string_view text);
/// A page of this site, without its language: "/plek/n12".
[[nodiscard]] bool is_own_page(std::string_view text);

} // namespace wf
