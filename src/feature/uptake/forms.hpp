// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/uptake/uptake.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::uptake_pages {

struct ClaimForm {
    std::string kind{};
    std::string what{};
    std::string about{}; ///< work::Work as text
    std::string taker{};
    std::string region{};
    std::string day{};
    std::string proof{};
    std::string link{};
    std::vector<web::Option> kinds{};
    std::vector<web::Option> works{}; ///< with one for nothing at all; empty: nobody asks
};
inline void fields(web::FormVisitor& f, ClaimForm& x)
{
    using web::Presence;
    f.one_of({.name = "soort"}, x.kind, x.kinds);
    f.lines({.name = "wat", .most = 1000}, x.what);
    if (!x.works.empty()) f.one_of({.name = "over", .presence = Presence::optional}, x.about, x.works);
    f.text({.name = "door", .most = 200}, x.taker);
    f.text({.name = "waar", .most = 100}, x.region);
    f.day({.name = "dag"}, x.day);
    f.text({.name = "bewijs", .most = 300}, x.proof);
    f.text({.name = "adres", .presence = Presence::optional, .most = 300}, x.link, uptake::check_proof_link);
}

struct ReadForm {
    std::string verdict{};
    std::string said{};
    std::vector<web::Option> verdicts{};
};
inline void fields(web::FormVisitor& f, ReadForm& x)
{
    f.one_of({.name = "oordeel"}, x.verdict, x.verdicts);
    f.lines({.name = "gezegd", .presence = web::Presence::optional, .most = 500}, x.said);
}

struct WithdrawForm {
    std::string why{};
};
inline void fields(web::FormVisitor& f, WithdrawForm& x)
{
    f.lines({.name = "waarom", .most = 500}, x.why);
}

} // namespace wf::uptake_pages
