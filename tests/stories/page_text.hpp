// SPDX-License-Identifier: EUPL-1.2
// What a reader sees of a web page: its words in order, its links and its forms. For tests; it knows the HTML that we write, not all HTML.
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

/// What can be filled in, or is sent along unseen.
struct Control {
    std::string name;
    std::string value;
    std::string words;     ///< of something to choose: what stands beside it
    bool is_choice{false}; ///< a radio button, a tick or an option
    bool is_sent{false};   ///< all but choices that are not made
};
struct Form {
    std::string id;
    std::string action;
    std::string button; ///< its words
    std::vector<Control> controls;
};
/// All <form method="post"> in order.
[[nodiscard]] std::vector<Form> forms(std::string_view html);

/// Values of an attribute, in order, entities read: attribute_values(page, "src").
[[nodiscard]] std::vector<std::string> attribute_values(std::string_view html, std::string_view name);

} // namespace wf::page_text
