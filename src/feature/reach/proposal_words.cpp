// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/proposal_words.hpp"

#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"

namespace wf::reach_pages {
namespace {

std::string write_spot(words::Words const& t, ProposalSpot const& spot)
{
    if (!spot.name.empty()) return spot.name;
    auto const degrees = [](double value) { return format_number(value, 5, Locale::en); }; // as it is typed
    return t("reach.proposal.point", {{"lat", degrees(spot.at.lat)}, {"lon", degrees(spot.at.lon)}});
}

/// Named only where the address would otherwise lead to the municipality of the site.
std::string other_municipality(web::Visit const& visit, Proposal const& proposal)
{
    if (visit.request.parameter("gemeente")) return {}; // goes along by itself
    auto const usual = visit.context.settings->text("site.municipality");
    return proposal.municipality == usual ? std::string{} : proposal.municipality;
}

} // namespace

std::string write_question(words::Words const& t, Rules const& rules, Proposal const& proposal)
{
    auto const at = write_spot(t, proposal.at);
    auto const to = proposal.to ? write_spot(t, *proposal.to) : std::string{};
    switch (proposal.addition) {
    case Addition::place: return t("reach.what_if.place", {{"what", write_place(t, rules, proposal)}, {"at", at}});
    case Addition::bench: return t("reach.what_if.bench", {{"at", at}});
    case Addition::dropped_kerb: return t("reach.what_if.kerb", {{"at", at}});
    case Addition::crossing: return t("reach.what_if.crossing", {{"at", at}, {"to", to}});
    case Addition::path: return t("reach.what_if.path", {{"at", at}, {"to", to}});
    }
    return {};
}

std::string write_what(words::Words const& t, Rules const& rules, Proposal const& proposal)
{
    switch (proposal.addition) {
    case Addition::place: {
        auto const* category = rules.categories.find(proposal.category);
        return category != nullptr ? std::string{name_of(*category, t.language())} : proposal.category;
    }
    case Addition::bench: return std::string{t("reach.add.bench")};
    case Addition::dropped_kerb: return std::string{t("reach.add.kerb")};
    case Addition::crossing: return std::string{t("reach.add.crossing")};
    case Addition::path: return std::string{t("reach.add.path")};
    }
    return {};
}

std::string write_where(words::Words const& t, Proposal const& proposal)
{
    auto at = write_spot(t, proposal.at);
    if (!proposal.to) return at;
    return t("reach.proposal.from_to", {{"at", at}, {"to", write_spot(t, *proposal.to)}});
}

std::string write_whom(words::Words const& t, Rules const& rules, Proposal const& proposal)
{
    auto const* walker = rules.profiles.find(proposal.profile);
    return walker != nullptr ? std::string{with_of(*walker, t.language())} : proposal.profile;
}

std::string write_place(words::Words const& t, Rules const& rules, Proposal const& proposal)
{
    auto const* category = rules.categories.find(proposal.category);
    return category != nullptr ? std::string{with_article(*category, t.language())} : proposal.category;
}

std::string write_aim(words::Words const& t, Rules const& rules, Proposal const& proposal)
{
    return t("reach.proposal.aim",
             {{"minutes", std::to_string(proposal.minutes)}, {"place", write_place(t, rules, proposal)}});
}

std::string write_more_range(words::Words const& t, Three const& more)
{
    auto least = write_more(t, more.certain);
    auto const most = write_more(t, more.possible);
    if (least == most) return least;
    return t("reach.what_if.range", {{"least", least}, {"most", most}});
}

Group parse_group(std::string_view word)
{
    for (auto const group : {Group::age_0_14, Group::age_65, Group::age_80}) {
        if (to_word(group) == word) return group;
    }
    return Group::everybody;
}

std::string what_if_address(web::Visit const& visit, Proposal const& proposal)
{
    return link_to(visit, "/kansen/wat-als",
                   {{"wat", to_word(proposal.addition)},
                    {"wie", proposal.profile},
                    {"waar", proposal.category},
                    {"plek", proposal.at.given},
                    {"naar", proposal.to ? std::string_view{proposal.to->given} : std::string_view{}},
                    {"bank", proposal.legs == graph::LegLimit::hard ? "grens" : "tijd"},
                    {"gemeente", other_municipality(visit, proposal)}});
}

std::string list_address(web::Visit const& visit, Proposal const& proposal, bool compare)
{
    return link_to(visit, "/voorstellen",
                   {{"vergelijk", compare ? std::string_view{proposal.id} : std::string_view{}},
                    {"gemeente", other_municipality(visit, proposal)}});
}

} // namespace wf::reach_pages
