// SPDX-License-Identifier: EUPL-1.2
// Station six of what is reckoned with: four files, built in or a municipality's own, and what its own files change.
#pragma once

#include "platform/web/view.hpp"

#include <string>
#include <vector>

namespace wf::reach_pages {

struct RulesSummary {
    std::string categories;
    std::string profiles;
    std::string priors;
    std::string own;
    bool run_differs{false};
};

template <class V>
void fields(V& v, RulesSummary const& x)
{
    v("categories", x.categories, "Versie van de soorten plekken", "Version of the kinds of places");
    v("profiles", x.profiles, "Versie van de lopers", "Version of the walkers");
    v("priors", x.priors, "Versie van de kansen", "Version of the chances");
    v("own", x.own, "Bestanden van de gemeente zelf, met een komma ertussen; leeg: geen",
      "Files of the municipality's own, with commas; empty: none");
    v("run_differs", x.run_differs, "De laatste berekening is met andere bestanden gemaakt",
      "The current run was made with other files");
}

struct DifferenceRow {
    std::string file;
    std::string kind;
    std::string what;
    std::string before;
    std::string after;
};

template <class V>
void fields(V& v, DifferenceRow const& x)
{
    v("file", x.file, "Welk bestand", "Which file");
    v("kind", x.kind, "added: erbij, removed: weg, changed: anders", "added, removed or changed");
    v("what", x.what, "Wat er anders is: soort, loper of kans, en het veld",
      "What differs: kind, walker or chance, and the field");
    v("before", x.before, "Zoals ingebouwd; leeg als het erbij kwam", "As built in; empty when it was added");
    v("after", x.after, "Zoals hier; leeg als het weg is", "As it is here; empty when it was removed");
}

} // namespace wf::reach_pages
