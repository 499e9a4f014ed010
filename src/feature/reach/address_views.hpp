// SPDX-License-Identifier: EUPL-1.2
// What a program gets of one address: what is near, and the way to one place.
#pragma once

#include "platform/web/view.hpp"

#include <optional>
#include <string>

namespace wf::reach_pages {

/// A kind of place, and the nearest of it.
struct NearRow {
    std::string category;
    std::optional<std::string> place;
    std::optional<std::string> name;
    std::optional<int> metres;
    std::optional<double> certain_minutes;
    std::optional<double> expected_minutes;
    std::optional<double> possible_minutes;
    int within_5{0};
    int within_10{0};
    int within_15{0};
};

template <class V>
void fields(V& v, NearRow const& x)
{
    v("category", x.category, "Soort plek", "Kind of place");
    v("place", x.place, "De dichtstbijzijnde: /plek/{id}", "The nearest: /plek/{id}");
    v("name", x.name, "Naam van die plek", "Name of that place");
    v("metres", x.metres, "Meters lopen, over de vlugste weg", "Metres on foot, by the quickest way");
    v("certain_minutes", x.certain_minutes, "Minuten, zeker; leeg is meer dan een uur of niet zeker",
      "Minutes, certainly; empty is more than an hour, or not certain");
    v("expected_minutes", x.expected_minutes, "Minuten, naar verwachting", "Minutes, expected");
    v("possible_minutes", x.possible_minutes, "Minuten, als alles meezit", "Minutes, if all is well");
    v("within_5", x.within_5, "Plekken van deze soort binnen 5 minuten, verwacht",
      "Places of this kind within 5 minutes, expected");
    v("within_10", x.within_10, "Binnen 10 minuten", "Within 10 minutes");
    v("within_15", x.within_15, "Binnen 15 minuten", "Within 15 minutes");
}

struct AddressSummary {
    std::string from;
    std::string profile;
    std::optional<std::string> to;
    std::optional<double> metres;
    std::optional<double> certain_minutes;
    std::optional<double> expected_minutes;
    std::optional<double> possible_minutes;
    std::optional<double> back_expected_minutes;
    std::optional<int> benches;
    std::optional<double> metres_without_bench;
    std::string network_date;
    std::string attribution;
    std::string run;
};

template <class V>
void fields(V& v, AddressSummary const& x)
{
    v("from", x.from, "Vanaf hier", "From here");
    v("profile", x.profile, "Wie er loopt: /loper/{id}", "Who walks: /loper/{id}");
    v("to", x.to, "Naar hier, als dat gevraagd is", "To here, if asked");
    v("metres", x.metres, "Meters lopen, heen", "Metres on foot, there");
    v("certain_minutes", x.certain_minutes, "Minuten heen, zeker", "Minutes there, certainly");
    v("expected_minutes", x.expected_minutes, "Minuten heen, naar verwachting", "Minutes there, expected");
    v("possible_minutes", x.possible_minutes, "Minuten heen, als alles meezit", "Minutes there, if all is well");
    v("back_expected_minutes", x.back_expected_minutes, "Minuten terug, naar verwachting", "Minutes back, expected");
    v("benches", x.benches, "Bankjes op de weg heen, voor zover op de kaart",
      "Benches on the way there, as far as mapped");
    v("metres_without_bench", x.metres_without_bench, "Langste stuk daarvan zonder bankje, meters",
      "Longest piece of it without a bench, metres");
    v("network_date", x.network_date, "Stand van straten en plekken", "State of streets and places");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
    v("run", x.run, "Berekening: /run/{id}", "Run: /run/{id}");
}

} // namespace wf::reach_pages
