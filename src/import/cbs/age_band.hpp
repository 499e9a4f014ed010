// SPDX-License-Identifier: EUPL-1.2
// The words of StatLine for who is counted, as the name of a group.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wf::cbs {

/// "0 - 5 jaar", "0 tot 5 jaar" -> "0-5" (5 not included); "95 jaar of ouder" -> "95+"; "18 jaar" -> "18"; "Totaal" ->
/// "". Otherwise nothing.
[[nodiscard]] std::optional<std::string> parse_age_band(std::string_view words);

/// T001038 and "Totaal mannen en vrouwen" -> ""; 3000, mannen -> "men"; 4000, vrouwen -> "women". Otherwise nothing.
[[nodiscard]] std::optional<std::string> parse_sex(std::string_view words);

/// "men 0-5"; one of them alone when the other is everybody.
[[nodiscard]] std::string join_group(std::string const& sex, std::string const& age);

} // namespace wf::cbs
