// SPDX-License-Identifier: EUPL-1.2
// The trail of a workspace as rows with help for each field: one row for each change of an entry, one for an entry without changes.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::admin {

struct TrailSummary {
    std::string workspace;
    std::int64_t entries{0};
    std::string head;
    bool holds{true};
    std::optional<std::int64_t> first_break;
    std::string verified_at;
    std::optional<std::int64_t> next;
};

template <class V>
void fields(V& v, TrailSummary const& x)
{
    v("workspace", x.workspace, "Adres van de werkplaats", "Address of the workspace");
    v("entries", x.entries, "Aantal regels in het hele spoor", "Number of entries in the whole trail");
    v("head", x.head, "Het hoofd van de keten, om ergens anders te bewaren: NUMMER:HASH",
      "The head of the chain, to be kept elsewhere: NUMBER:HASH");
    v("holds", x.holds, "Klopt de keten nog?", "Does the chain still hold?");
    v("first_break", x.first_break, "Nummer van de eerste regel die niet klopt",
      "Number of the first entry that does not hold");
    v("verified_at", x.verified_at, "Wanneer de keten is nagelopen (UTC)", "When the chain was walked (UTC)");
    v("next", x.next,
      "Er zijn oudere regels: vraag ze met ?onder=", "There are older entries: ask for them with ?onder=");
}

struct TrailRow {
    std::int64_t number{0};
    std::string at;
    std::optional<std::string> actor;
    std::string actor_name;
    std::string action;
    std::string kind;
    std::string record_id;
    std::optional<std::string> field;
    std::optional<std::string> before;
    std::string before_state;
    std::optional<std::string> after;
    std::string after_state;
    std::string hash;
};

template <class V>
void fields(V& v, TrailRow const& x)
{
    v("number", x.number, "Nummer van de regel in het spoor", "Number of the entry in the trail");
    v("at", x.at, "Wanneer (UTC); zonder account alleen de dag", "When (UTC); without an account the day alone");
    v("actor", x.actor, "Account van wie het deed", "Account of who did it");
    v("actor_name", x.actor_name, "Naam van wie het deed, of waarom die er niet is",
      "Name of who did it, or why there is none");
    v("action", x.action, "Wat er gebeurde", "What happened");
    v("kind", x.kind, "Soort ding dat veranderde", "Sort of thing that changed");
    v("record_id", x.record_id, "Nummer van wat veranderde", "Id of what changed");
    v("field", x.field, "Veld dat veranderde", "Field that changed");
    v("before", x.before, "Wat er eerst stond", "What was there before");
    v("before_state", x.before_state, "absent: er stond niets; plain; erased: gewist; unreadable: niet te lezen",
      "absent: nothing was there; plain; erased; unreadable");
    v("after", x.after, "Wat er nu staat", "What is there after");
    v("after_state", x.after_state, "absent: er staat niets; plain; erased: gewist; unreadable: niet te lezen",
      "absent: nothing is there; plain; erased; unreadable");
    v("hash", x.hash, "Hash van de regel", "Hash of the entry");
}

} // namespace wf::admin
