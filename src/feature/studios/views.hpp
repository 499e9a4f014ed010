// SPDX-License-Identifier: EUPL-1.2
// The studios of a workspace as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::studio_pages {

struct StudiosSummary {
    std::string workspace;
    std::int64_t found{0};
    std::optional<std::int64_t> next;
};

template <class V>
void fields(V& v, StudiosSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("found", x.found, "Leerateliers die passen bij wat gezocht is", "Studios that fit what was sought");
    v("next", x.next, "Er zijn er meer: vraag ze met ?vanaf=", "There are more: ask for them with ?vanaf=");
}

struct StudioRow {
    std::string id;
    std::string title;
    std::string state;
    std::string from;
    std::string until;
    std::string who;
    std::optional<std::int64_t> students;
    std::optional<std::int64_t> researchers;
    std::optional<std::int64_t> workers;
    std::optional<std::int64_t> residents;
    std::string outcome;
    std::string made_on;
    std::string changed_on;
    bool invented{false};
};

template <class V>
void fields(V& v, StudioRow const& x)
{
    v("id", x.id, "Nummer van het leeratelier", "Id of the studio");
    v("title", x.title, "Hoe het heet", "What it is called");
    v("state", x.state, "open: loopt, ended: geëindigd", "open, ended");
    v("from", x.from, "Eerste dag", "First day");
    v("until", x.until, "Laatste dag die is afgesproken", "Last day that was agreed");
    v("who", x.who, "Wie er meedoet, zonder namen", "Who takes part, without names");
    v("students", x.students, "Hoeveel studenten", "How many students");
    v("researchers", x.researchers, "Hoeveel onderzoekers en docenten", "How many researchers and teachers");
    v("workers", x.workers, "Hoeveel sociaal werkers", "How many social workers");
    v("residents", x.residents, "Hoeveel bewoners", "How many residents");
    v("outcome", x.outcome, "Wat we nu weten, als het geëindigd is", "What is known now, when it ended");
    v("made_on", x.made_on, "Dag waarop het gemaakt is", "Day on which it was made");
    v("changed_on", x.changed_on, "Dag waarop er iets bij kwam", "Day on which something was added");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

} // namespace wf::studio_pages
