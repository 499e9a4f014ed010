// SPDX-License-Identifier: EUPL-1.2
// What a what-if and a proposal both say, as fields of their views.
#pragma once

#include "feature/reach/aggregate.hpp"

#include <string>

namespace wf::reach_pages {

/// Whose walk it is, to what, and what counts as too far.
struct WalkAsked {
    std::string profile;
    std::string category;
    int minutes{0};
    std::string legs;
    std::string group;
};

template <class V>
void fields(V& v, WalkAsked const& x)
{
    v("profile", x.profile, "Wie er loopt: /loper/{id}", "Who walks: /loper/{id}");
    v("category", x.category, "Soort plek", "Kind of place");
    v("minutes", x.minutes, "Gewone grens van deze soort: minuten lopen", "Usual limit of this kind: minutes on foot");
    v("legs", x.legs, "Te ver zonder bank: soft (kost tijd) of hard (geen doorkomen)",
      "Too far without a bench: soft (takes time) or hard (no getting through)");
    v("group", x.group, "Groep inwoners naast dit profiel: all, 0-14, 65+ of 80+ (geschat)",
      "Residents beside this profile: all, 0-14, 65+ or 80+ (estimated)");
}

/// People who come in time, as pages tell them.
struct BeforeAfter {
    Three before;
    Three after;
};

template <class V>
void fields(V& v, BeforeAfter const& x)
{
    v("before_certain", x.before.certain, "Nu zeker op tijd: mensen, afgerond op 5",
      "Now certainly in time: people, rounded to 5");
    v("before_expected", x.before.expected, "Nu verwacht op tijd", "Now expected in time");
    v("before_possible", x.before.possible, "Nu mogelijk op tijd", "Now possibly in time");
    v("after_certain", x.after.certain, "Dan zeker op tijd", "Then certainly in time");
    v("after_expected", x.after.expected, "Dan verwacht op tijd", "Then expected in time");
    v("after_possible", x.after.possible, "Dan mogelijk op tijd", "Then possibly in time");
}

} // namespace wf::reach_pages
