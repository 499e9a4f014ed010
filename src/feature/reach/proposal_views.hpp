// SPDX-License-Identifier: EUPL-1.2
// Station six of proposals: one with the neighbourhoods that gain, and the list.
#pragma once

#include "feature/reach/proposal.hpp"
#include "feature/reach/what_if_views.hpp"
#include "platform/web/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wf::reach_pages {

/// What the page of one proposal and a row of the list both say.
struct ProposalRow {
    std::string id;
    std::string name;
    std::string addition;
    std::string at;
    double at_lat{0};
    double at_lon{0};
    std::string to;
    std::optional<double> to_lat;
    std::optional<double> to_lon;
    WalkAsked walk;
    double people{0};
    double more_least{0};
    double more_expected{0};
    double more_most{0};
    std::string made_on;
    std::string review;
    std::string network_date;
    std::string attribution;
};

template <class V>
void fields(V& v, ProposalRow const& x)
{
    v("id", x.id, "Het voorstel: /voorstel/{id}", "The proposal: /voorstel/{id}");
    v("name", x.name, "Naam die iemand eraan gaf", "Name that somebody gave it");
    v("addition", x.addition, "Wat erbij komt: place, bench, kerb, crossing of path",
      "What is added: place, bench, kerb, crossing or path");
    v("at", x.at, "Waar, in woorden; leeg is een punt op de kaart", "Where, in words; empty is a point on the map");
    v("at_lat", x.at_lat, "Breedtegraad, WGS 84", "Latitude, WGS 84");
    v("at_lon", x.at_lon, "Lengtegraad, WGS 84", "Longitude, WGS 84");
    v("to", x.to, "Andere eind van een oversteek of pad, in woorden", "Other end of a crossing or path, in words");
    v("to_lat", x.to_lat, "Breedtegraad van het andere eind", "Latitude of the other end");
    v("to_lon", x.to_lon, "Lengtegraad van het andere eind", "Longitude of the other end");
    fields(v, x.walk);
    v("people", x.people, "Inwoners van de groep in de gemeente, afgerond op 5",
      "Residents of the group in the municipality, rounded to 5");
    v("more_least", x.more_least, "Zoveel mensen meer komen op tijd: minst, over wat we niet weten",
      "So many people more come in time: least, over what is not known");
    v("more_expected", x.more_expected, "Verwacht, afgerond op 5", "Expected, rounded to 5");
    v("more_most", x.more_most, "Meest, over wat we niet weten", "Most, over what is not known");
    v("made_on", x.made_on, "Dag waarop het is uitgerekend en bewaard", "Day on which it was reckoned and saved");
    v("review", x.review, "waiting: nog niet bekeken; shown: staat in de lijst",
      "waiting: not looked at yet; shown: stands in the list");
    v("network_date", x.network_date, "Stand van straten en plekken waarmee is gerekend",
      "State of streets and places that it was reckoned with");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
}

struct ProposalSummary {
    std::string municipality;
    ProposalRow proposal;
    BeforeAfter people_in_time;
    std::string network_dataset;
    std::string datasets;
    std::string method_version;
    std::string code_version;
    std::string settings;
    std::string since;
};

template <class V>
void fields(V& v, ProposalSummary const& x)
{
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
    fields(v, x.proposal);
    fields(v, x.people_in_time);
    v("network_dataset", x.network_dataset, "Gegevens van de straten: /dataset/{id}",
      "Dataset of the streets: /dataset/{id}");
    v("datasets", x.datasets, "Alle gegevens waarmee is gerekend, met een spatie ertussen",
      "All datasets that it was reckoned from, with a blank in between");
    v("method_version", x.method_version, "Versie van de rekenwijze (docs/methods/reach.md)",
      "Version of the method (docs/methods/reach.md)");
    v("code_version", x.code_version, "Versie van het programma", "Version of the program");
    v("settings", x.settings, "Instellingen en versies van de uitgangspunten, als JSON",
      "Settings and versions of the rules, as JSON");
    v("since", x.since, "Wat er sindsdien is veranderd: nothing, newer_map, newer_figures of other_rules",
      "What has changed since: nothing, newer_map, newer_figures or other_rules");
}

/// A neighbourhood where somebody gains.
struct ProposalGainRow {
    std::string code;
    std::string name;
    double people{0};
    BeforeAfter people_in_time;
    double more_least{0};
    double more_expected{0};
    double more_most{0};
};

template <class V>
void fields(V& v, ProposalGainRow const& x)
{
    v("code", x.code, "CBS-code van de buurt", "CBS code of the neighbourhood");
    v("name", x.name, "Naam volgens het CBS", "Name as CBS gives it");
    v("people", x.people, "Inwoners van de groep, afgerond op 5", "Residents of the group, rounded to 5");
    fields(v, x.people_in_time);
    v("more_least", x.more_least, "Erbij: minst, over wat we niet weten", "More: least, over what is not known");
    v("more_expected", x.more_expected, "Erbij: verwacht", "More: expected");
    v("more_most", x.more_most, "Erbij: meest, over wat we niet weten", "More: most, over what is not known");
}

struct ProposalsSummary {
    std::string municipality;
};

template <class V>
void fields(V& v, ProposalsSummary const& x)
{
    v("municipality", x.municipality, "Code van de gemeente", "Code of the municipality");
}

[[nodiscard]] ProposalRow make_proposal_row(Proposal const& proposal);
[[nodiscard]] web::Table<ProposalSummary, ProposalGainRow> make_proposal_view(Proposal const& proposal, Since since);
[[nodiscard]] std::vector<web::ViewHelp> list_proposal_views();

} // namespace wf::reach_pages
