// SPDX-License-Identifier: EUPL-1.2
// What came out of a round, as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <string>

namespace wf::agenda_pages {

struct RoundSummary {
    std::string title;
    std::string closed_on;
    std::int64_t ballots{0};
    std::int64_t marks_each{0};
    std::int64_t can_be_first{0};
    bool invented{false};
};

template <class V>
void fields(V& v, RoundSummary const& x)
{
    v("title", x.title, "Hoe de ronde heet", "What the round is called");
    v("closed_on", x.closed_on, "Dag waarop de ronde dichtging", "Day on which the round closed");
    v("ballots", x.ballots, "Hoeveel mensen kozen", "How many people chose");
    v("marks_each", x.marks_each, "Hoeveel vragen ieder hoogstens mocht aankruisen",
      "How many questions each could mark at most");
    v("can_be_first", x.can_be_first, "Hoeveel vragen bovenaan kunnen staan: daartussen is geen onderscheid te maken",
      "How many questions can stand first: between these no distinction can be made");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Made up, for the demonstration");
}

struct RoundRow {
    std::string question;
    std::string words;
    std::int64_t marks{0};
    std::int64_t first{1};
    std::int64_t last{1};
};

template <class V>
void fields(V& v, RoundRow const& x)
{
    v("question", x.question, "Nummer van de vraag", "Id of the question");
    v("words", x.words, "De vraag, in de woorden van die dag", "The question, in the words of that day");
    v("marks", x.marks, "Door hoeveel mensen aangekruist", "Marked by how many people");
    v("first", x.first, "Hoogste plaats die deze vraag kan hebben", "Highest place that this question can have");
    v("last", x.last, "Laagste plaats (95 % zeker voor alle plaatsen samen)",
      "Lowest place (95 % sure for all places together)");
}

} // namespace wf::agenda_pages
