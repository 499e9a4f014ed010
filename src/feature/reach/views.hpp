// SPDX-License-Identifier: EUPL-1.2
// Station six: who reaches what, where people do not come in time, and what would change, as rows with help for each field.
#pragma once

#include "feature/reach/what_if_views.hpp"
#include "platform/web/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wf::reach_pages {

/// One neighbourhood of /bereik.
struct ReachRow {
    std::string code;
    std::string name;
    std::string coverage;
    std::optional<double> people;
    std::optional<int> certain_percent;
    std::optional<int> expected_percent;
    std::optional<int> possible_percent;
    std::optional<double> median_minutes;
    bool in_view{false};
    web::Geometry outline;
};

template <class V>
void fields(V& v, ReachRow const& x)
{
    v("code", x.code, "CBS-code van de buurt", "CBS code of the neighbourhood");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("coverage", x.coverage,
      "answered: er is een antwoord; no_network, no_people_known, too_few_people, no_homes: waarom niet",
      "answered: there is an answer; no_network, no_people_known, too_few_people, no_homes: why not");
    v("people", x.people, "Inwoners van de groep, afgerond op 5", "Residents of the group, rounded to 5");
    v("certain_percent", x.certain_percent, "Zeker op tijd, per 100 van de groep: alles wat onbekend is, zit tegen",
      "Certainly in time, per 100 of the group: all that is unknown is against them");
    v("expected_percent", x.expected_percent, "Verwacht op tijd, per 100 van de groep",
      "Expected in time, per 100 of the group");
    v("possible_percent", x.possible_percent, "Mogelijk op tijd, per 100 van de groep: alles wat onbekend is, zit mee",
      "Possibly in time, per 100 of the group: all that is unknown is with them");
    v("median_minutes", x.median_minutes, "Minuten lopen voor de middelste woning, verwacht; leeg is meer dan een uur",
      "Minutes on foot for the middle home, expected; empty is more than an hour");
    v("in_view", x.in_view, "Ligt waar de meeste mensen wonen: daar opent de kaart",
      "Lies where most people live: where the map opens");
    v("outline", x.outline, "Omtrek van de buurt", "Outline of the neighbourhood");
}

struct ReachSummary {
    std::string municipality;
    std::string profile;
    std::string category;
    int minutes{0};
    std::string group;
    std::optional<double> people;
    std::optional<int> certain_percent;
    std::optional<int> expected_percent;
    std::optional<int> possible_percent;
    std::optional<double> residents;
    std::optional<double> residents_65;
    std::optional<double> limited_in_moving_percent;
    std::int64_t places{0};
    std::string network_date;
    std::string attribution;
    std::string run;
};

template <class V>
void fields(V& v, ReachSummary const& x)
{
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
    v("profile", x.profile, "Wie er loopt: /loper/{id}", "Who walks: /loper/{id}");
    v("category", x.category, "Soort plek", "Kind of place");
    v("minutes", x.minutes, "Grens: minuten lopen", "Limit: minutes on foot");
    v("group", x.group, "Groep inwoners naast dit profiel: all, 0-14, 65+ of 80+ (geschat)",
      "Residents beside this profile: all, 0-14, 65+ or 80+ (estimated)");
    v("people", x.people, "Inwoners van de groep in buurten met een antwoord, afgerond op 5",
      "Residents of the group in neighbourhoods with an answer, rounded to 5");
    v("certain_percent", x.certain_percent, "Zeker op tijd, per 100 van de groep",
      "Certainly in time, per 100 of the group");
    v("expected_percent", x.expected_percent, "Verwacht op tijd, per 100 van de groep",
      "Expected in time, per 100 of the group");
    v("possible_percent", x.possible_percent, "Mogelijk op tijd, per 100 van de groep",
      "Possibly in time, per 100 of the group");
    v("residents", x.residents, "Alle inwoners van de gemeente", "All residents of the municipality");
    v("residents_65", x.residents_65, "Inwoners van 65 jaar en ouder, afgerond op 5",
      "Residents aged 65 or over, rounded to 5");
    v("limited_in_moving_percent", x.limited_in_moving_percent,
      "Moeite met bewegen, per 100; modelcijfer van het RIVM, over 65 jaar en ouder waar bekend",
      "Limited in moving, per 100; modelled by RIVM, of those aged 65 or over where known");
    v("places", x.places, "Plekken van deze soort die bekend zijn", "Places of this kind that are known");
    v("network_date", x.network_date, "Stand van straten en plekken", "State of streets and places");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
    v("run", x.run, "Berekening: /run/{id}", "Run: /run/{id}");
}

/// People of one neighbourhood who do not come in time at one kind of place.
struct GapRow {
    std::string code;
    std::string name;
    std::string category;
    int minutes{0};
    std::int64_t places{0};
    double people{0};
    double people_without{0};
    int certain_percent{0};
    int expected_percent{0};
    int possible_percent{0};
    std::optional<double> median_minutes;
    double too_far{0};
    double too_slow{0};
    double streets{0};
    double unknown{0};
    std::optional<double> age_65_percent;
    std::optional<double> income;
};

template <class V>
void fields(V& v, GapRow const& x)
{
    v("code", x.code, "CBS-code van de buurt", "CBS code of the neighbourhood");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("category", x.category, "Soort plek", "Kind of place");
    v("minutes", x.minutes, "Gewone grens van deze soort: minuten lopen", "Usual limit of this kind: minutes on foot");
    v("places", x.places, "Plekken van deze soort die bekend zijn; een soort zonder bekende plek staat hier niet",
      "Places of this kind that are known; a kind without a known place is not listed");
    v("people", x.people, "Inwoners van de groep, afgerond op 5", "Residents of the group, rounded to 5");
    v("people_without", x.people_without, "Van hen komt naar verwachting niet op tijd, afgerond op 5",
      "Of them expected not to come in time, rounded to 5");
    v("certain_percent", x.certain_percent, "Zeker op tijd, per 100 van de groep",
      "Certainly in time, per 100 of the group");
    v("expected_percent", x.expected_percent, "Verwacht op tijd, per 100 van de groep",
      "Expected in time, per 100 of the group");
    v("possible_percent", x.possible_percent, "Mogelijk op tijd, per 100 van de groep",
      "Possibly in time, per 100 of the group");
    v("median_minutes", x.median_minutes, "Minuten lopen voor de middelste woning, verwacht; leeg is meer dan een uur",
      "Minutes on foot for the middle home, expected; empty is more than an hour");
    v("too_far", x.too_far, "Mensen die niet zeker op tijd komen omdat het ook voor een volwassene te ver is",
      "People not certainly in time because it is too far for an adult too");
    v("too_slow", x.too_slow, "... omdat het in dit tempo te ver is, ook over de beste straten",
      "... because it is too far at this pace, even on the best of streets");
    v("streets", x.streets, "... door stoepranden, trappen, helling of wegdek, of te weinig bankjes",
      "... because of kerbs, steps, slope or surface, or too few benches");
    v("unknown", x.unknown, "... omdat niet bekend is of de straten goed genoeg zijn",
      "... because it is unknown whether the streets are good enough");
    v("age_65_percent", x.age_65_percent, "Inwoners van 65 jaar of ouder, per 100",
      "Inhabitants aged 65 or over, per 100");
    v("income", x.income, "Gemiddeld inkomen per inwoner, duizend euro", "Mean income per inhabitant, thousand euros");
}

struct GapSummary {
    std::string municipality;
    std::string profile;
    std::string group;
    std::string network_date;
    std::string attribution;
    std::string run;
};

template <class V>
void fields(V& v, GapSummary const& x)
{
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
    v("profile", x.profile, "Wie er loopt: /loper/{id}", "Who walks: /loper/{id}");
    v("group", x.group, "Groep inwoners naast dit profiel: all, 0-14, 65+ of 80+ (geschat)",
      "Residents beside this profile: all, 0-14, 65+ or 80+ (estimated)");
    v("network_date", x.network_date, "Stand van straten en plekken", "State of streets and places");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
    v("run", x.run, "Berekening: /run/{id}", "Run: /run/{id}");
}

/// One neighbourhood of a what-if: who comes in time before and after.
struct WhatIfRow {
    std::string code;
    std::string name;
    bool gains{false};
    double people{0};
    BeforeAfter people_in_time;
    std::optional<double> age_65_percent;
    std::optional<double> income;
};

template <class V>
void fields(V& v, WhatIfRow const& x)
{
    v("code", x.code, "CBS-code van de buurt", "CBS code of the neighbourhood");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("gains", x.gains, "Of hier mensen bij komen", "Whether people gain here");
    v("people", x.people, "Inwoners van de groep, afgerond op 5", "Residents of the group, rounded to 5");
    fields(v, x.people_in_time);
    v("age_65_percent", x.age_65_percent, "Inwoners van 65 jaar of ouder, per 100",
      "Inhabitants aged 65 or over, per 100");
    v("income", x.income, "Gemiddeld inkomen per inwoner, duizend euro", "Mean income per inhabitant, thousand euros");
}

struct WhatIfSummary {
    std::string municipality;
    std::string addition;
    WalkAsked walk;
    double people{0};
    double more_expected{0};
    double more_least{0};
    double more_most{0};
    std::string attribution;
};

template <class V>
void fields(V& v, WhatIfSummary const& x)
{
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
    v("addition", x.addition, "Wat erbij komt: place, bench, kerb, crossing of path",
      "What is added: place, bench, kerb, crossing or path");
    fields(v, x.walk);
    v("people", x.people, "Inwoners van de groep, afgerond op 5", "Residents of the group, rounded to 5");
    v("more_expected", x.more_expected, "Zoveel mensen meer komen op tijd, verwacht, afgerond op 5",
      "So many people more come in time, expected, rounded to 5");
    v("more_least", x.more_least, "Minst, over wat we niet weten", "Least, over what is not known");
    v("more_most", x.more_most, "Meest, over wat we niet weten", "Most, over what is not known");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
}

[[nodiscard]] std::vector<web::ViewHelp> list_views();

} // namespace wf::reach_pages
