// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask. No field asks for a person.
#pragma once

#include "commons/partners/partners.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::network_pages {

/// Where it was read, when, and whether it was checked there.
inline void proof_fields(web::FormVisitor& f, partners::Proof& proof)
{
    f.text({.name = "bron", .presence = web::Presence::optional, .most = 300}, proof.source);
    f.text({.name = "gezien", .presence = web::Presence::optional, .most = 10}, proof.looked_on,
           partners::check_looked_on);
    f.yes({.name = "nagekeken", .presence = web::Presence::optional}, proof.is_checked);
}

/// The names of these three forms are those of the parts in commons/partners, so that a clash can be shown at its field.
struct FactForm {
    std::string text;
    partners::Proof proof;
};
inline void fields(web::FormVisitor& f, FactForm& x)
{
    f.lines({.name = "tekst", .presence = web::Presence::optional, .most = 500}, x.text);
    proof_fields(f, x.proof);
}

struct PartnerForm {
    partners::PartnerContent content;
    partners::Proof proof;
    std::vector<web::Option> kinds;
    std::vector<web::Option> fields;
};
inline void fields(web::FormVisitor& f, PartnerForm& x)
{
    f.text({.name = "naam", .most = 150}, x.content.name);
    f.one_of({.name = "soort"}, x.content.kind, x.kinds);
    f.one_of({.name = "veld"}, x.content.field, x.fields);
    f.text({.name = "site", .presence = web::Presence::optional, .most = 300}, x.content.site, partners::check_site);
    f.text({.name = "sinds", .presence = web::Presence::optional, .most = 10}, x.content.since, partners::check_since);
    proof_fields(f, x.proof);
}

struct WordForm {
    partners::WordContent content;
};
inline void fields(web::FormVisitor& f, WordForm& x)
{
    f.text({.name = "een", .presence = web::Presence::optional, .most = 40}, x.content.one);
    f.text({.name = "meer", .presence = web::Presence::optional, .most = 40}, x.content.many);
}

struct ThemeForm {
    std::string words;
    std::string national;
    partners::Proof proof;
    std::vector<web::Option> themes;
};
inline void fields(web::FormVisitor& f, ThemeForm& x)
{
    f.text({.name = "woorden", .most = 150}, x.words);
    f.one_of({.name = "landelijk"}, x.national, x.themes);
    proof_fields(f, x.proof);
}

struct TieForm {
    partners::Tie tie;
    std::vector<web::Option> partners;
};
inline void fields(web::FormVisitor& f, TieForm& x)
{
    f.one_of({.name = "wie"}, x.tie.one_id, x.partners);
    f.one_of({.name = "met"}, x.tie.other_id, x.partners);
    f.text({.name = "waarover", .most = 200}, x.tie.about);
    f.text({.name = "sinds", .presence = web::Presence::optional, .most = 10}, x.tie.since, partners::check_since);
    f.text({.name = "gezegd", .most = 200}, x.tie.said_by);
}

} // namespace wf::network_pages
