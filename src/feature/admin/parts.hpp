// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share: the side menu, findings, how a moment and a size are written.
#pragma once

#include "feature/admin/checkup.hpp"
#include "platform/web/components.hpp"
#include "platform/web/shell.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace wf::admin {

/// A page of the administrator: heading, side menu, and what `write` writes beside it. `path`: "/beheer/post", one of the menu; its title
/// is `title_key`. Never kept.
[[nodiscard]] http::Response write_page(web::Visit const& visit, std::string_view path, std::string_view title_key,
                                        std::function<void(html::Html&)> const& write, int status = 200);

/// "118 MB", "3,4 GB"
[[nodiscard]] std::string size_of(words::Words const& t, std::int64_t bytes);
/// "118 MB", or "onbekend".
[[nodiscard]] std::string size_of(words::Words const& t, std::optional<std::int64_t> const& bytes);

/// What it is about, and what to do, in the language of the visitor; below it what the command says, in English.
[[nodiscard]] std::string finding_title(words::Words const& t, Finding const& finding);
void write_finding(html::Html& page, web::Visit const& visit, Finding const& finding);
/// English words of the program on a page in another language.
void write_english(html::Html& page, web::Visit const& visit, std::string_view words);

} // namespace wf::admin
