// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/partners/walls.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::network_pages {

/// All that the pages of one werkplaats say.
struct Network {
    workspaces::Workspace workspace;
    std::vector<partners::Fact> facts;
    std::vector<partners::Theme> themes;
    std::vector<partners::Partner> partners;
    std::vector<partners::Tie> ties;
    std::vector<partners::Wall> walls;
    [[nodiscard]] std::int64_t count_walls(partners::Wall::State state) const;
    /// In the drawing and the table: from 1; 0 for who is not there.
    [[nodiscard]] std::size_t number_of(std::string_view partner) const;
};
Network load_network(store::Session& session, workspaces::Workspace workspace);
/// Error: workspace.unknown.
Result<Network> load_here(web::Visit const& visit);
/// The workspace alone. Error: workspace.unknown.
Result<workspaces::Workspace> find_workspace(web::Visit const& visit);

[[nodiscard]] std::string network_link(web::Visit const& visit, workspaces::Workspace const& workspace,
                                       std::string_view below = {});
/// A public page; `title` empty: the network itself, else a page below it.
[[nodiscard]] web::Frame public_frame(web::Visit const& visit, workspaces::Workspace const& workspace,
                                      std::string title = {});
/// A page for who writes.
[[nodiscard]] web::Frame writing_frame(web::Visit const& visit, workspaces::Workspace const& workspace,
                                       std::string title, int status = 200);
[[nodiscard]] bool may_write(web::Visit const& visit, workspaces::Workspace const& workspace);

[[nodiscard]] std::string kind_words(words::Words const& t, partners::Kind kind);
[[nodiscard]] std::string field_words(words::Words const& t, partners::Field field);
/// "22 november 2026", "november 2026", "2021"; empty stays empty.
[[nodiscard]] std::string when_words(words::Words const& t, std::string const& when);
/// Where it was read and when, with a label when nobody checked it.
void write_proof(html::Html& page, words::Words const& t, partners::Proof const& proof);

/// Can the form show it? A wrong input, or somebody who retired it meanwhile.
[[nodiscard]] bool is_for_form(Error const& error);

} // namespace wf::network_pages
