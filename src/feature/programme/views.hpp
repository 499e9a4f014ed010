// SPDX-License-Identifier: EUPL-1.2
// The programmes of a workspace as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::programme_pages {

struct ProgrammesSummary {
    std::string workspace;
    std::int64_t programmes{0};
    std::int64_t publications{0};
};

template <class V>
void fields(V& v, ProgrammesSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("programmes", x.programmes, "Aantal programma's", "Number of programmes");
    v("publications", x.publications, "Aantal publicaties", "Number of publications");
}

struct ProgrammeRow {
    std::string id;
    std::string name;
    std::string from;
    std::string until;
    std::string giver;
    std::optional<std::int64_t> amount;
    std::optional<std::string> source;
    std::int64_t budgeted{0};
    std::int64_t spent{0};
    std::int64_t activities{0};
    std::int64_t activities_done{0};
    bool invented{false};
};

template <class V>
void fields(V& v, ProgrammeRow const& x)
{
    v("id", x.id, "Nummer van het programma", "Id of the programme");
    v("name", x.name, "Hoe het programma heet", "What the programme is called");
    v("from", x.from, "Eerste dag", "First day");
    v("until", x.until, "Laatste dag", "Last day");
    v("giver", x.giver, "Wie de subsidie geeft", "Who gives the subsidy");
    v("amount", x.amount, "Subsidie in hele euro's; leeg: niet vastgelegd",
      "Subsidy in whole euros; empty: not recorded");
    v("source", x.source, "Waar dat bedrag staat", "Where that amount stands");
    v("budgeted", x.budgeted, "Begroot in euro's, alle posten samen", "Budgeted in euros, all lines together");
    v("spent", x.spent, "Uitgegeven in euro's, tot nu", "Spent in euros, up to now");
    v("activities", x.activities, "Afgesproken activiteiten", "Activities that were agreed");
    v("activities_done", x.activities_done, "Activiteiten die gedaan zijn", "Activities that were done");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

} // namespace wf::programme_pages
