// SPDX-License-Identifier: EUPL-1.2
// The texts of a learning studio, named once: forms, history, search and putting together go over this list.
#pragma once

#include "commons/writing/texts.hpp"

#include <array>
#include <string>

namespace wf::studios {

struct Content {
    std::string title;
    std::string about;       ///< what it is about, in the words of who takes part
    std::string from;        ///< "2026-09-01"
    std::string until;       ///< empty: no day was agreed
    std::string who;         ///< who takes part, in words: "tweede jaar Social Work, twee groepen"; no names
    std::string students;    ///< how many, as a whole number; empty: not said
    std::string workers;     ///< likewise
    std::string researchers; ///< and teachers
    std::string residents;   ///< likewise
    std::string ethics;      ///< what was agreed with who takes part, who looked at it
    std::string data_plan;   ///< what is kept where, for how long, who may see it

    friend bool operator==(Content const&, Content const&) = default;
};

using Part = writing::Part<Content>;
inline constexpr std::array parts{Part{"titel", &Content::title},
                                  Part{"over", &Content::about},
                                  Part{"van", &Content::from},
                                  Part{"tot", &Content::until},
                                  Part{"wie", &Content::who},
                                  Part{"studenten", &Content::students},
                                  Part{"werkers", &Content::workers},
                                  Part{"onderzoekers", &Content::researchers},
                                  Part{"bewoners", &Content::residents},
                                  Part{"ethiek", &Content::ethics},
                                  Part{"gegevens", &Content::data_plan}};

/// Those of `parts` that say who takes part: they begin anew with each group.
inline constexpr std::array team_parts{Part{"wie", &Content::who}, Part{"studenten", &Content::students},
                                       Part{"werkers", &Content::workers}, Part{"onderzoekers", &Content::researchers},
                                       Part{"bewoners", &Content::residents}};

} // namespace wf::studios
