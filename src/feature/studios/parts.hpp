// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/studios/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::studio_pages {

using Here = studios::InStudio;
[[nodiscard]] bool may_change(web::Visit const& visit, Here const& here);
/// `title` empty: the studio itself; else a page below it.
[[nodiscard]] web::Frame studio_frame(web::Visit const& visit, Here const& here, std::string title = {});

void write_state(html::Html& page, words::Words const& t, studios::Studio const& studio);
/// "1 september 2026 tot en met 31 januari 2027"; without a last day: "sinds 1 september 2026".
[[nodiscard]] std::string period_words(words::Words const& t, std::string const& from, std::string const& until);
/// "Tweede jaar Social Work (8 studenten, 2 bewoners)"; empty when nothing was said.
[[nodiscard]] std::string team_words(words::Words const& t, studios::Content const& team);

} // namespace wf::studio_pages
