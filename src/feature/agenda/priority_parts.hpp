// SPDX-License-Identifier: EUPL-1.2
// What came out of a round, as it stands on the page for everybody and on that of the werkplaats.
#pragma once

#include "commons/priorities/priorities.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/agenda/priority_views.hpp"
#include "platform/web/view.hpp"

namespace wf::agenda_pages {

struct Outcome {
    workspaces::Workspace workspace;
    priorities::Round round;
    std::int64_t ballots{0};
    ranking::OrderResult order;
};

[[nodiscard]] web::Table<RoundSummary, RoundRow> make_view(Outcome const& outcome);
/// The sentence first, then the table: most marks first, with between which places each can stand.
void write_outcome(html::Html& page, web::Visit const& visit, Outcome const& outcome);

} // namespace wf::agenda_pages
