// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/partners.hpp"

#include "base/text.hpp"
#include "commons/partners/partners.hpp"
#include "commons/programme/programme.hpp"
#include "commons/uptake/uptake.hpp"

#include <map>
#include <set>

namespace wf::accounting {

std::string_view to_word(Part part)
{
    if (part == Part::works_with) return "works_with";
    return part == Part::gives ? "gives" : "took_up";
}

std::vector<Partner> partners_of(store::Session& session, std::string_view workspace)
{
    struct Named {
        std::string name;
        std::set<Part> parts;
    };
    std::map<std::string, Named> found;
    auto const add = [&](std::string const& name, Part part) {
        auto& one = found[fold_case(trim(name))];
        if (one.name.empty()) one.name = trim(name);
        one.parts.insert(part);
    };
    for (auto const& one : programme::list(session, workspace)) add(one.giver, Part::gives);
    for (auto const& claim :
         uptake::list(session, {std::string{workspace}, uptake::State::confirmed, std::nullopt, "", ""}))
        add(claim.taker, Part::took_up);
    for (auto const& one : partners::list_partners(session, workspace)) add(one.content.name, Part::works_with);
    std::vector<Partner> partners;
    for (auto const& [key, one] : found) partners.push_back({one.name, {one.parts.begin(), one.parts.end()}});
    return partners;
}

} // namespace wf::accounting
