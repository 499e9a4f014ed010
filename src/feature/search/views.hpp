// SPDX-License-Identifier: EUPL-1.2
// What was found, as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <string>

namespace wf::search_pages {

struct FoundSummary {
    std::string sought;
    std::int64_t found{0};
    bool has_more{false};
};

template <class V>
void fields(V& v, FoundSummary const& x)
{
    v("sought", x.sought, "Wat gezocht is", "What was sought");
    v("found", x.found, "Hoeveel er zijn, ook als hier niet alles staat",
      "How many there are, also when not all stand here");
    v("has_more", x.has_more, "Er zijn er meer dan in found staat: er is niet verder geteld",
      "There are more than found says: no further was counted");
}

struct FoundRow {
    std::string werkplaats;
    std::string kind;
    std::string title;
    std::string address;
    std::string day;
};

template <class V>
void fields(V& v, FoundRow const& x)
{
    v("werkplaats", x.werkplaats, "Naam van de werkplaats", "Name of the werkplaats");
    v("kind", x.kind,
      "Wat het is: question, asked: een vraag zoals die gesteld is, plan, studio: een leeratelier, partner, uptake: doorwerking",
      "What it is: question, asked: a question as it was asked, plan, studio, partner, uptake");
    v("title", x.title, "Hoe het heet", "What it is called");
    v("address", x.address, "De pagina op deze site", "The page on this site");
    v("day", x.day, "Wanneer er het laatst iets veranderde", "When something changed last");
}

} // namespace wf::search_pages
