// SPDX-License-Identifier: EUPL-1.2
// What a reader sees of a web page: its words in order, and its links. For tests; it knows the HTML that we write, not all HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wf::page_text {

/// The words of the body with single blanks between them; what stands in a heading, cell or item is apart from its neighbours.
[[nodiscard]] std::string visible_text(std::string_view html);

struct Link {
    std::string target; ///< as href says, entities read
    std::string text;
};
/// All <a href> in order.
[[nodiscard]] std::vector<Link> links(std::string_view html);

/// Values of an attribute, in order, entities read: attribute_values(page, "src").
[[nodiscard]] std::vector<std::string> attribute_values(std::string_view html, std::string_view name);

} // namespace wf::page_text
