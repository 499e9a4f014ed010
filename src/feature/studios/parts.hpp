// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/studios/studios.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::studio_pages {

/// A studio of the workspace that the address names. Errors: workspace.unknown, studio.unknown.
struct Here {
    workspaces::Workspace workspace;
    studios::Studio studio;
    std::string title; ///< what this werkplaats calls studios
};
Result<Here> find_studio(store::Session& session, web::Visit const& visit);

/// "Leerateliers", or what this werkplaats calls them.
[[nodiscard]] std::string studios_title(store::Session& session, words::Words const& t,
                                        workspaces::Workspace const& workspace);
[[nodiscard]] std::string studios_link(web::Visit const& visit, workspaces::Workspace const& workspace,
                                       std::string_view below = {});
[[nodiscard]] std::string studio_link(web::Visit const& visit, Here const& here, std::string_view below = {});
[[nodiscard]] bool may_change(web::Visit const& visit, Here const& here);
/// `title` empty: the studio itself; else a page below it.
[[nodiscard]] web::Frame studio_frame(web::Visit const& visit, Here const& here, std::string title = {});

void write_state(html::Html& page, words::Words const& t, studios::Studio const& studio);
/// "1 september 2026 tot en met 31 januari 2027"; without a last day: "sinds 1 september 2026".
[[nodiscard]] std::string period_words(words::Words const& t, std::string const& from, std::string const& until);
/// "Tweede jaar Social Work (8 studenten, 2 bewoners)"; empty when nothing was said.
[[nodiscard]] std::string team_words(words::Words const& t, studios::Content const& team);
/// Where the store found something wrong, as a fault at its field; `otherwise` when it is about no field.
[[nodiscard]] web::Fault fault_of(Error const& error, std::string_view otherwise);

} // namespace wf::studio_pages
