// SPDX-License-Identifier: EUPL-1.2
// The plans of a workspace as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::plan_pages {

struct PlansSummary {
    std::string workspace;
    std::int64_t found{0};
    std::optional<std::int64_t> next;
};

template <class V>
void fields(V& v, PlansSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("found", x.found, "Plannen die passen bij wat gezocht is", "Plans that fit what was sought");
    v("next", x.next, "Er zijn er meer: vraag ze met ?vanaf=", "There are more: ask for them with ?vanaf=");
}

struct PlanRow {
    std::string id;
    std::string title;
    std::string state;
    std::string owner;
    std::string due;
    std::string indicator;
    std::string cost;
    std::string payer;
    std::string outcome;
    std::string made_on;
    std::string changed_on;
    bool invented{false};
};

template <class V>
void fields(V& v, PlanRow const& x)
{
    v("id", x.id, "Nummer van het plan", "Id of the plan");
    v("title", x.title, "Hoe het plan heet", "What the plan is called");
    v("state", x.state, "draft: in voorbereiding, active: bezig, closed: afgerond, stopped: gestopt",
      "draft, active, closed, stopped");
    v("owner", x.owner, "Functie en organisatie die ervoor zorgt", "Function and organisation that sees to it");
    v("due", x.due, "Dag waarop het klaar is", "Day by which it is ready");
    v("indicator", x.indicator, "Waaraan men het ziet", "How one will see it");
    v("cost", x.cost, "Wat het kost", "What it costs");
    v("payer", x.payer, "Wie betaalt", "Who pays");
    v("outcome", x.outcome, "Wat het deed, of waarom het stopte", "What it did, or why it stopped");
    v("made_on", x.made_on, "Dag waarop het gemaakt is", "Day on which it was made");
    v("changed_on", x.changed_on, "Dag waarop het is veranderd", "Day on which it was changed");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

} // namespace wf::plan_pages
