// SPDX-License-Identifier: EUPL-1.2
// The frame around every page: head, header with menu, breadcrumbs, main, footer.
#pragma once

#include "platform/web/feature.hpp"

#include <functional>
#include <string>
#include <vector>

namespace wf::web {

struct Crumb {
    std::string title;
    std::string url; ///< empty for the page itself
};

struct Frame {
    std::string title{};   ///< of the tab: "Brunnepe"
    std::string section{}; ///< menu item that is current: "home", "areas", "gaps", "places", "sources", "about", ""
    std::vector<Crumb> crumbs{};
    std::vector<std::pair<std::string, std::string>> formats{}; ///< other faces of this page: {"JSON", url}
    std::string description{}; ///< one sentence for search engines; empty: that of the whole site
    int status{200};
    http::Cache cache{http::Cache::until_change};
    bool has_map{false};    ///< the policy of its headers lets a map be drawn
    bool is_renewed{false}; ///< its script may fetch the page again (web/src/renew.ts)
};

/// The whole page. `write_main` writes what is inside <main><div class="wrap"> after the breadcrumbs (h1 included).
[[nodiscard]] http::Response page(Visit const& visit, Frame const& frame,
                                  std::function<void(html::Html&)> const& write_main);

/// May the page draw a map? That takes a script that works beside the page and fetches squares, both from this site. Or itself again?
enum class Draws { nothing, map, itself };
/// What every answer carries: nothing from elsewhere, no frames, no guessing of types. `page` and the error pages have it.
void add_security_headers(http::Response& response, Draws draws = Draws::nothing);

/// The words of shell and components themselves, as PO bytes.
[[nodiscard]] std::string_view own_words(words::Language language);

/// A page or problem+json that says what went wrong and what to do, in the visitor's language and format.
[[nodiscard]] http::Response error_page(Visit const& visit, Error const& error);

/// For what never reached a handler (400, 408, 413, 431, 503 ...) and for exceptions; `code` names the message words.
[[nodiscard]] http::Response status_page(Visit const& visit, int status, std::string_view code);

} // namespace wf::web
