// SPDX-License-Identifier: EUPL-1.2
// What the form of this feature asks. The names are those of glossary::parts,
// so that a clash between two writers can be shown at its field.
#pragma once

#include "commons/glossary/glossary.hpp"
#include "platform/web/form.hpp"

#include <vector>

namespace wf::glossary_pages {

struct TermForm {
    glossary::Content content;
    std::vector<web::Option> shared; ///< words that it can stand beside
};
inline void fields(web::FormVisitor& f, TermForm& x)
{
    f.text({.name = "woord", .most = 100}, x.content.word);
    f.lines({.name = "betekenis", .most = 1000}, x.content.meaning);
    f.text({.name = "bron", .presence = web::Presence::optional, .most = 300}, x.content.source);
    f.one_of({.name = "naast", .presence = web::Presence::optional}, x.content.shared, x.shared);
}

} // namespace wf::glossary_pages
