// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/codesign/codesign.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::codesign_pages {

struct BeginForm {
    std::string question;
    std::string day;
};
inline void fields(web::FormVisitor& f, BeginForm& x)
{
    f.lines({.name = "vraag", .most = 300}, x.question);
    f.day({.name = "dag"}, x.day);
}

/// What somebody in the room sends.
struct NoteForm {
    std::string words;
};
inline void fields(web::FormVisitor& f, NoteForm& x)
{
    f.lines({.name = "woorden", .most = codesign::longest_note}, x.words);
}

struct PaperForm {
    std::string stage;
    std::string lines;
    std::vector<web::Option> stages;
};
inline void fields(web::FormVisitor& f, PaperForm& x)
{
    f.one_of({.name = "stap"}, x.stage, x.stages);
    f.lines({.name = "woorden", .most = (codesign::longest_note + 1) * codesign::most_paper_notes}, x.lines);
}

struct ChooseForm {
    std::string note;
    std::string because;
    std::vector<web::Option> notes;
};
inline void fields(web::FormVisitor& f, ChooseForm& x)
{
    f.one_of({.name = "briefje"}, x.note, x.notes);
    f.lines({.name = "omdat", .most = 500}, x.because);
}

struct CloseForm {
    std::string decision;
    std::string reason;
};
inline void fields(web::FormVisitor& f, CloseForm& x)
{
    f.lines({.name = "besluit", .most = 500}, x.decision);
    f.lines({.name = "omdat", .most = 1000}, x.reason);
}

} // namespace wf::codesign_pages
