// SPDX-License-Identifier: EUPL-1.2
// A what-if that somebody keeps under a name. It holds the question, the answer as it was told, and what that was reckoned with;
// after saving nothing changes but whether the list shows it. No name of a person is asked, and no time of day is kept.
#pragma once

#include "feature/reach/run.hpp"
#include "feature/reach/what_if.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// Waiting: who has its address can open it. Shown: it stands in the list too. Removed: nobody sees it.
enum class ProposalReview { waiting, shown, removed };
[[nodiscard]] std::string_view to_word(ProposalReview review);
[[nodiscard]] std::optional<ProposalReview> parse_proposal_review(std::string_view word);

struct ProposalSpot {
    std::string given; ///< as somebody typed it, or the id of a building
    std::string name;  ///< for people; empty: a point on the map
    geo::Point at;
    bool operator==(ProposalSpot const& other) const;
};

/// People of the group who come in time, rounded as pages tell them.
struct ProposalArea {
    std::string code;
    std::string name;
    double people{0};
    Three before;
    Three after;
    Three more; ///< certain is the least, possible the most
    bool operator==(ProposalArea const&) const = default;
};

struct Proposal {
    std::string id;
    std::string municipality;
    std::string name;
    Addition addition{Addition::place};
    std::string profile;
    std::string category;
    graph::LegLimit legs{graph::LegLimit::soft};
    ProposalSpot at;
    std::optional<ProposalSpot> to; ///< the other end of a crossing or path

    int minutes{0};
    std::string group; ///< "65+": whose number it is
    ProposalArea whole;
    std::vector<ProposalArea> gains; ///< neighbourhoods, most people first; load_proposals leaves them out

    std::string network_dataset;
    std::string network_date;
    std::string attribution;
    std::vector<std::string> datasets; ///< all that it was reckoned from, in the order of the ids
    std::string method_version;
    std::string code_version;
    std::string settings; ///< as in a run
    std::string made_on;  ///< day, ISO 8601
    ProposalReview review{ProposalReview::waiting};
    bool operator==(Proposal const&) const = default;
};

inline constexpr std::size_t longest_proposal_name = 80;
/// Without blanks at its ends. Error: reach.bad_proposal_name (field "naam").
Result<std::string> check_proposal_name(std::string_view typed);

/// What its answer and the town say; the name, spots, day and source of the map are the caller's.
[[nodiscard]] Proposal make_proposal(ReadyTown const& ready, Rules const& rules, WhatIfAnswer const& answer);

/// What the current run of its municipality reckons with that it did not: the first of these.
enum class Since { nothing, newer_map, newer_figures, other_rules };
[[nodiscard]] std::string_view to_word(Since since);
[[nodiscard]] Since find_since(store::Session& session, Proposal const& proposal, Rules const& rules);

/// Its id. A day is kept, so the id tells no time either.
[[nodiscard]] std::string add_proposal(store::Session& session, Proposal proposal);
/// Somebody pressed the button twice: the same name, question and day.
[[nodiscard]] std::optional<std::string> find_same_proposal(store::Session& session, Proposal const& proposal);
[[nodiscard]] std::optional<Proposal> find_proposal(store::Session& session, std::string_view id);
/// Newest day first, without `gains`; `municipality` empty: of all.
[[nodiscard]] std::vector<Proposal> load_proposals(store::Session& session, std::string_view municipality,
                                                   ProposalReview review);
[[nodiscard]] std::int64_t count_proposals(store::Session& session, ProposalReview review);
/// False when there is none of that id.
bool review_proposal(store::Session& session, std::string_view id, ProposalReview review);
/// The record goes as well, for good: a name of a person may have slipped into it. False when there is none of that id.
bool erase_proposal(store::Session& session, std::string_view id);

} // namespace wf::reach_pages
