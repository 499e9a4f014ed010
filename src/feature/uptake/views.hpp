// SPDX-License-Identifier: EUPL-1.2
// What was taken up, as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::uptake_pages {

struct UptakeSummary {
    std::string workspace;
    std::int64_t confirmed{0};
    std::int64_t waiting{0};
};

template <class V>
void fields(V& v, UptakeSummary const& x)
{
    v("workspace", x.workspace, "Naam van de werkplaats", "Name of the workspace");
    v("confirmed", x.confirmed, "Meldingen die een tweede lezer heeft bevestigd",
      "Claims that a second reader confirmed");
    v("waiting", x.waiting, "Meldingen die nog niet zijn nagelezen; zij tellen niet mee",
      "Claims that nobody read yet; they do not count");
}

struct ClaimRow {
    std::string id;
    std::string kind;
    std::string what;
    std::optional<std::string> about;
    std::string taker;
    std::optional<std::string> region_code;
    std::string region;
    std::string taken_on;
    std::string proof;
    std::optional<std::string> proof_link;
    std::string read_on;
    bool invented{false};
};

template <class V>
void fields(V& v, ClaimRow const& x)
{
    v("id", x.id, "Nummer van de melding", "Id of the claim");
    v("kind", x.kind,
      "education: onderwijs, provider: andere aanbieder, municipal: beleid van een gemeente, national: landelijk beleid",
      "education, another provider, municipal policy, national policy");
    v("what", x.what, "Wat is overgenomen, en hoe", "What was taken up, and how");
    v("about", x.about, "Van welk plan of leeratelier het komt: plan:nummer of studio:nummer",
      "Of which plan or studio it came: plan:id or studio:id");
    v("taker", x.taker, "Organisatie die het overnam", "Organisation that took it up");
    v("region_code", x.region_code, "CBS-code van de gemeente, als wij die kennen",
      "CBS code of the municipality, when we know it");
    v("region", x.region, "Gemeente, provincie of streek", "Municipality, province or region");
    v("taken_on", x.taken_on, "Dag waarop het is overgenomen", "Day on which it was taken up");
    v("proof", x.proof, "Waaruit het blijkt", "What proves it");
    v("proof_link", x.proof_link, "Waar het bewijs staat", "Where the proof is");
    v("read_on", x.read_on, "Dag waarop een tweede lezer het bevestigde", "Day on which a second reader confirmed it");
    v("invented", x.invented, "Verzonnen, voor de demonstratie", "Invented, for the demonstration");
}

} // namespace wf::uptake_pages
