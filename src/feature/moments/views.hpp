// SPDX-License-Identifier: EUPL-1.2
// The days of a werkplaats as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <string>

namespace wf::moment_pages {

struct MomentsSummary {
    std::string workspace;
    std::int64_t found{0};
};

template <class V>
void fields(V& v, MomentsSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("found", x.found, "Dagen in de lijst", "Days in the list");
}

struct MomentRow {
    std::string id;
    std::string day;
    std::string kind;
    std::string words;
    std::string title;
    std::string page;
    bool late{false};
};

template <class V>
void fields(V& v, MomentRow const& x)
{
    v("id", x.id, "Kenmerk van deze dag, ook in de kalender (UID)", "Id of this day, in the calendar too (UID)");
    v("day", x.day, "De dag", "The day");
    v("kind", x.kind,
      "promise: een stap is beloofd; plan_end: een plan is klaar; group_begin: een groep begint; "
      "studio_end: laatste dag van een leeratelier",
      "promise: a step was promised; plan_end: a plan is ready; group_begin: a group begins; "
      "studio_end: last day of a studio");
    v("words", x.words, "Wat er beloofd is, of wie er meedoet", "What was promised, or who takes part");
    v("title", x.title, "Hoe het plan of leeratelier heet", "What the plan or studio is called");
    v("page", x.page, "De pagina ervan", "Its page");
    v("late", x.late, "De dag is voorbij en het is nog open", "The day has passed and it is still open");
}

} // namespace wf::moment_pages
