// SPDX-License-Identifier: EUPL-1.2
// Station three: the records of one werkplaats that an accounting is counted from. All of them; the report knows the year.
#pragma once

#include "commons/agenda/agenda.hpp"
#include "commons/plans/plans.hpp"
#include "commons/programme/programme.hpp"
#include "commons/studios/studios.hpp"
#include "commons/uptake/uptake.hpp"
#include "feature/accounting/partners.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::accounting {

struct StudioInput {
    studios::Studio studio;
    std::vector<studios::Entry> entries;
    std::vector<studios::Group> groups;
};

struct PlanInput {
    plans::Plan plan;
    std::vector<plans::Step> steps;
};

struct ProgrammeInput {
    programme::Programme programme;
    std::vector<programme::Line> lines;
    std::vector<programme::Spent> spent;
    std::vector<programme::Activity> activities;
};

struct Input {
    int year{0};
    std::string address;                     ///< of the workspace, for links
    std::vector<agenda::Question> questions; ///< also those that were merged, or that nobody wrote for the agenda yet
    std::vector<StudioInput> studios;
    std::vector<PlanInput> plans;
    std::vector<uptake::Claim> claims;
    std::vector<programme::Publication> publications;
    std::vector<ProgrammeInput> programmes;
    std::vector<Partner> partners;
};

struct Wanted {
    std::string workspace_id;
    std::string address;
    int year{0};
};
[[nodiscard]] Input load_input(store::Session& session, Wanted const& wanted);

} // namespace wf::accounting
