// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/proposal_views.hpp"

#include "feature/reach/run.hpp"

#include <cmath>

namespace wf::reach_pages {
namespace {

/// Seven decimals, as OpenStreetMap has them: a centimetre.
double round_degrees(double degrees)
{
    return std::round(degrees * 1e7) / 1e7;
}

} // namespace

ProposalRow make_proposal_row(Proposal const& proposal)
{
    ProposalRow row;
    row.id = proposal.id;
    row.name = proposal.name;
    row.addition = to_word(proposal.addition);
    row.at = proposal.at.name;
    row.at_lat = round_degrees(proposal.at.at.lat);
    row.at_lon = round_degrees(proposal.at.at.lon);
    if (proposal.to) {
        row.to = proposal.to->name;
        row.to_lat = round_degrees(proposal.to->at.lat);
        row.to_lon = round_degrees(proposal.to->at.lon);
    }
    row.walk = {proposal.profile, proposal.category, proposal.minutes, std::string{to_word(proposal.legs)},
                proposal.group};
    row.people = proposal.whole.people;
    row.more_least = proposal.whole.more.certain;
    row.more_expected = proposal.whole.more.expected;
    row.more_most = proposal.whole.more.possible;
    row.made_on = proposal.made_on;
    row.review = to_word(proposal.review);
    row.network_date = proposal.network_date;
    row.attribution = proposal.attribution;
    return row;
}

web::Table<ProposalSummary, ProposalGainRow> make_proposal_view(Proposal const& proposal, Since since)
{
    web::Table<ProposalSummary, ProposalGainRow> view;
    auto& summary = view.summary;
    summary.municipality = proposal.municipality;
    summary.proposal = make_proposal_row(proposal);
    summary.people_in_time = {proposal.whole.before, proposal.whole.after};
    summary.network_dataset = proposal.network_dataset;
    for (auto const& dataset : proposal.datasets) summary.datasets += (summary.datasets.empty() ? "" : " ") + dataset;
    summary.method_version = proposal.method_version;
    summary.code_version = proposal.code_version;
    summary.settings = proposal.settings;
    summary.since = to_word(since);
    for (auto const& area : proposal.gains) {
        view.rows.push_back({area.code,
                             area.name,
                             area.people,
                             {area.before, area.after},
                             area.more.certain,
                             area.more.expected,
                             area.more.possible});
    }
    return view;
}

std::vector<web::ViewHelp> list_proposal_views()
{
    return {web::describe<ProposalSummary, ProposalGainRow>("reach-proposal", "/voorstel/{id}"),
            web::describe<ProposalsSummary, ProposalRow>("reach-proposals", "/voorstellen")};
}

} // namespace wf::reach_pages
