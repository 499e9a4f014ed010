// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/programme/programme.hpp"
#include "commons/workspaces/pages.hpp"
#include "feature/programme/forms.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::programme_pages {

/// A programme of the workspace that the address names. Errors: workspace.unknown, programme.unknown.
struct Here {
    workspaces::Workspace workspace;
    programme::Programme programme;
};
Result<Here> find_programme(store::Session& session, web::Visit const& visit);

[[nodiscard]] std::string programme_link(web::Visit const& visit, workspaces::Workspace const& workspace,
                                         std::string_view below = {});
/// "€ 12.500"
[[nodiscard]] std::string euros(words::Words const& t, std::int64_t amount);
/// "1 januari 2026 tot en met 31 december 2026"
[[nodiscard]] std::string period_of(words::Words const& t, programme::Programme const& programme);
/// Studios and plans to choose from.
[[nodiscard]] std::vector<web::Option> work_options(store::Session& session, std::string_view workspace);
/// Beside what the form says; empty when it names no field of it.
[[nodiscard]] programme::Programme programme_of(ProgrammeForm const& form, programme::Programme base);
[[nodiscard]] ProgrammeForm form_of(programme::Programme const& programme);

} // namespace wf::programme_pages
