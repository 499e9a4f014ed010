// SPDX-License-Identifier: EUPL-1.2
// The texts of an improvement plan, named once: forms, history, search and putting together go over this list.
#pragma once

#include "commons/writing/texts.hpp"

#include <array>
#include <string>

namespace wf::plans {

struct Content {
    std::string title;
    std::string change;       ///< what will be different
    std::string for_whom;     ///< and for whom
    std::string areas;        ///< codes of areas, a blank in between
    std::string place;        ///< page of this site: a place, a proposal (what-if)
    std::string method;       ///< method or new way of working
    std::string owner;        ///< function and organisation, no name of a person
    std::string due;          ///< "2026-12-31"
    std::string indicator;    ///< how one will see it
    std::string baseline;     ///< what it is now
    std::string baseline_run; ///< page of this site that shows where the baseline comes from
    std::string target;
    std::string cost;
    std::string payer;
    std::string gains; ///< who gains
    std::string loses; ///< who does not, or loses
    std::string risks;
    std::string stop_rule;

    friend bool operator==(Content const&, Content const&) = default;
};

using Part = writing::Part<Content>;
inline constexpr std::array parts{Part{"titel", &Content::title},       Part{"wat", &Content::change},
                                  Part{"wie", &Content::for_whom},      Part{"gebieden", &Content::areas},
                                  Part{"plek", &Content::place},        Part{"werkwijze", &Content::method},
                                  Part{"eigenaar", &Content::owner},    Part{"klaar", &Content::due},
                                  Part{"maat", &Content::indicator},    Part{"nu", &Content::baseline},
                                  Part{"bron", &Content::baseline_run}, Part{"doel", &Content::target},
                                  Part{"kosten", &Content::cost},       Part{"betaalt", &Content::payer},
                                  Part{"wint", &Content::gains},        Part{"wint_niet", &Content::loses},
                                  Part{"risico", &Content::risks},      Part{"stoppen", &Content::stop_rule}};

using Merged = writing::Merged<Content>;
/// What two people wrote since both began from `base`, put together.
[[nodiscard]] inline Merged merge(Content const& base, Content const& theirs, Content const& mine)
{
    return writing::merge(parts, base, theirs, mine);
}

} // namespace wf::plans
