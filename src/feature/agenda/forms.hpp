// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::agenda_pages {

struct AskForm {
    std::string words;
    std::string asker{"resident"};
    std::string area;
    std::vector<web::Option> askers;
    std::vector<web::Option> areas;
};
inline void fields(web::FormVisitor& f, AskForm& x)
{
    f.lines({.name = "vraag", .most = 1000}, x.words);
    f.one_of({.name = "wie"}, x.asker, x.askers);
    if (!x.areas.empty()) f.one_of({.name = "buurt", .presence = web::Presence::optional}, x.area, x.areas);
}

struct WordingForm {
    std::string words;
    std::string area;
    std::string theme;
    std::string national_theme;
    std::vector<web::Option> areas;
    std::vector<web::Option> national_themes;
};
inline void fields(web::FormVisitor& f, WordingForm& x)
{
    f.lines({.name = "woorden", .most = 300}, x.words);
    if (!x.areas.empty()) f.one_of({.name = "buurt", .presence = web::Presence::optional}, x.area, x.areas);
    f.text({.name = "thema", .presence = web::Presence::optional, .most = 60}, x.theme);
    f.one_of({.name = "landelijk", .presence = web::Presence::optional}, x.national_theme, x.national_themes);
}

struct TellForm {
    std::string status;
    std::string words;
    std::vector<web::Option> statuses;
};
inline void fields(web::FormVisitor& f, TellForm& x)
{
    f.one_of({.name = "staat"}, x.status, x.statuses);
    f.lines({.name = "woord", .presence = web::Presence::optional, .most = 1000}, x.words);
}

struct MergeForm {
    std::string into;
    std::vector<web::Option> others;
};
inline void fields(web::FormVisitor& f, MergeForm& x)
{
    f.one_of({.name = "in"}, x.into, x.others);
}

} // namespace wf::agenda_pages
