// SPDX-License-Identifier: EUPL-1.2
// What the forms of a round of marks ask.
#pragma once

#include "platform/web/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wf::agenda_pages {

struct RoundForm {
    std::string title;
    std::optional<std::int64_t> marks{3};
    std::vector<std::string> questions;
    std::vector<web::Option> all;
};
inline void fields(web::FormVisitor& f, RoundForm& x)
{
    f.text({.name = "titel", .most = 120}, x.title);
    f.any_of({.name = "vragen"}, x.questions, x.all);
    f.whole({.name = "stemmen", .input_mode = "numeric"}, x.marks, 1, 20);
}

struct MarkForm {
    std::vector<std::string> marked;
    std::vector<web::Option> options;
};
inline void fields(web::FormVisitor& f, MarkForm& x)
{
    f.any_of({.name = "keuze"}, x.marked, x.options);
}

struct PaperForm {
    std::string ballots; ///< one person a line: "2 5 7"
};
inline void fields(web::FormVisitor& f, PaperForm& x)
{
    f.lines({.name = "briefjes", .most = 20'000}, x.ballots);
}

} // namespace wf::agenda_pages
