// SPDX-License-Identifier: EUPL-1.2
// What happened at the door, as rows with help for each field.
#pragma once

#include "platform/web/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::admin {

struct LoginSummary {
    std::int64_t failures{0};
    std::int64_t oddities{0};
    std::optional<std::string> next;
};

template <class V>
void fields(V& v, LoginSummary const& x)
{
    v("failures", x.failures, "Hoe vaak er vandaag en gisteren iets mislukte of werd geweigerd",
      "How often something failed or was refused today and yesterday");
    v("oddities", x.oddities, "Hoeveel plekken en accounts de laatste 24 uur opvielen",
      "How many places and accounts were odd in the last 24 hours");
    v("next", x.next, "Er zijn oudere regels: vraag ze met ?onder=", "There are older rows: ask for them with ?onder=");
}

struct LoginRow {
    std::string id;
    std::string at;
    std::string kind;
    bool is_failure{false};
    std::optional<std::string> account;
    std::optional<std::string> account_name;
    std::string place;
    bool is_rest{false};
    std::int64_t count{0};
};

template <class V>
void fields(V& v, LoginRow const& x)
{
    v("id", x.id, "Nummer van de regel", "Id of the row");
    v("at", x.at, "Wanneer het begon (UTC); hetzelfde binnen een minuut is één regel",
      "When it began (UTC); the same within a minute is one row");
    v("kind", x.kind, "Wat er gebeurde", "What happened");
    v("is_failure", x.is_failure, "Mislukte het, of werd het geweigerd?", "Did it fail, or was it refused?");
    v("account", x.account, "Het account waar het om gaat, als dat bekend is en er iets mislukte",
      "The account that it is about, where that is known and something failed");
    v("account_name", x.account_name, "De naam daarvan", "The name of that account");
    v("place", x.place, "Kenmerk van het adres op internet; het adres zelf wordt niet bewaard",
      "Mark of the address on the net; the address itself is not kept");
    v("is_rest", x.is_rest, "Meer van deze soort dan er regels voor zijn, bij elkaar geteld",
      "More of this kind than there are rows for, counted together");
    v("count", x.count, "Hoe vaak", "How often");
}

} // namespace wf::admin
