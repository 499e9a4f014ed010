// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/proposal.hpp"

#include "base/text.hpp"
#include "commons/runs/runs.hpp"
#include "feature/reach/parts.hpp"
#include "feature/reach/what_if_parts.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

ProposalArea make_area(PreparedTown const& town, Gain const& gain)
{
    auto const& area = town.areas[gain.area].area;
    return {area.code,
            area.name,
            round_people(gain.people),
            round_people(gain.before),
            round_people(gain.after),
            round_people(more_people(gain))};
}

std::size_t count_signs(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](unsigned char byte) { return (byte & 0xc0U) != 0x80U; }));
}

bool is_version(json::Value const& settings, std::string_view name, std::string_view version)
{
    auto const* value = settings.find(name);
    return value != nullptr && value->text() != nullptr && *value->text() == version;
}

} // namespace

std::string_view to_word(ProposalReview review)
{
    switch (review) {
    case ProposalReview::waiting: return "waiting";
    case ProposalReview::shown: return "shown";
    case ProposalReview::removed: return "removed";
    }
    return {};
}

std::optional<ProposalReview> parse_proposal_review(std::string_view word)
{
    for (auto const review : {ProposalReview::waiting, ProposalReview::shown, ProposalReview::removed}) {
        if (to_word(review) == word) return review;
    }
    return std::nullopt;
}

bool ProposalSpot::operator==(ProposalSpot const& other) const
{
    return given == other.given && name == other.name && at.lon == other.at.lon && at.lat == other.at.lat;
}

Result<std::string> check_proposal_name(std::string_view typed)
{
    auto const name = trim(typed);
    auto const bad = [](std::string detail) {
        return Error{Trouble::bad_input, "reach.bad_proposal_name", "naam", std::move(detail)};
    };
    if (name.empty()) return bad("give it a name");
    if (!is_utf8(name) || std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return bad("letters, digits and signs only");
    if (count_signs(name) > longest_proposal_name) return bad("at most 80 characters");
    return std::string{name};
}

Proposal make_proposal(ReadyTown const& ready, Rules const& rules, WhatIfAnswer const& answer)
{
    auto const& town = *ready.prepared;
    auto const& question = answer.question;
    Proposal proposal;
    proposal.municipality = town.municipality;
    proposal.addition = question.addition;
    proposal.profile = question.profile;
    proposal.category = question.category;
    proposal.legs = question.leg_limit;
    proposal.at.at = question.at;
    if (question.addition == Addition::crossing || question.addition == Addition::path)
        proposal.to = ProposalSpot{{}, {}, question.to};
    proposal.minutes = answer.limit_minutes;
    if (auto const* walker = rules.profiles.find(question.profile)) proposal.group = to_word(group_of(*walker));
    proposal.whole = make_area(town, answer.whole);
    for (auto const& gain : answer.places) proposal.gains.push_back(make_area(town, gain));
    proposal.network_dataset = town.network_dataset;
    proposal.datasets = town.datasets;
    proposal.method_version = reach::reach_version;
    auto options = ready.options;
    options.leg_limit = question.leg_limit;
    proposal.settings = write_settings(rules, options, town);
    return proposal;
}

std::string_view to_word(Since since)
{
    switch (since) {
    case Since::nothing: return "nothing";
    case Since::newer_map: return "newer_map";
    case Since::newer_figures: return "newer_figures";
    case Since::other_rules: return "other_rules";
    }
    return {};
}

Since find_since(store::Session& session, Proposal const& proposal, Rules const& rules)
{
    auto const run = runs::find_current(session, run_kind, proposal.municipality);
    if (!run) return Since::nothing;
    if (std::find(run->inputs.begin(), run->inputs.end(), proposal.network_dataset) == run->inputs.end())
        return Since::newer_map;
    if (run->inputs != proposal.datasets) return Since::newer_figures;
    auto const settings = json::read(proposal.settings);
    bool const same = settings && proposal.method_version == reach::reach_version &&
                      is_version(*settings, "categories", rules.categories.version()) &&
                      is_version(*settings, "profiles", rules.profiles.version()) &&
                      is_version(*settings, "priors", rules.priors.version);
    return same ? Since::nothing : Since::other_rules;
}

} // namespace wf::reach_pages
