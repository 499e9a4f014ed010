// SPDX-License-Identifier: EUPL-1.2
// All SQL of reach. What it reads belongs to a published run.
#pragma once

#include "feature/reach/aggregate.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// A street or crossing that is worth a look, as a run tells it.
struct SurveySpot {
    std::string profile;
    int position{0};
    char osm_type{'w'};
    std::int64_t osm_id{0};
    std::string name;            ///< of the street; of a crossing: of the streets that meet there
    std::string near;            ///< name of the neighbourhood
    geo::Point at;               ///< middle of the street, or the crossing
    double metres{0};            ///< of the street
    std::uint16_t attributes{0}; ///< unknown ones that matter, bits by reach::Attribute
    double worth{0};             ///< people whose answer hangs on it, over all kinds of places
};

void add_areas(store::Session& session, std::string_view run_id, std::span<TownArea const> areas);
void add_shares(store::Session& session, std::string_view run_id, std::span<AreaReach const> shares);
void add_home_answers(store::Session& session, std::string_view run_id, std::string_view profile,
                      std::string_view category, std::string_view packed);
/// The largest part of a run that was replaced: what it said of areas stays, what it said of each home goes.
void drop_home_answers(store::Session& session, std::string_view run_id);
void add_survey(store::Session& session, std::string_view run_id, std::span<SurveySpot const> spots);

/// Municipality first, then districts, then neighbourhoods, each by name.
[[nodiscard]] std::vector<TownArea> load_areas(store::Session& session, std::string_view run_id);
/// All of a run, by profile, kind and area code.
[[nodiscard]] std::vector<AreaReach> load_all_shares(store::Session& session, std::string_view run_id);
[[nodiscard]] std::optional<std::string> load_home_answers(store::Session& session, std::string_view run_id,
                                                           std::string_view profile, std::string_view category);
[[nodiscard]] std::vector<SurveySpot> load_survey(store::Session& session, std::string_view run_id,
                                                  std::string_view profile);

} // namespace wf::reach_pages
