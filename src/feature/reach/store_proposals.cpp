// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/json_writer.hpp"
#include "commons/runs/runs.hpp"
#include "feature/reach/proposal.hpp"
#include "platform/clock/clock.hpp"
#include "platform/json/json.hpp"

namespace wf::reach_pages {
namespace {

constexpr std::size_t area_width = 15;

std::string write_list(std::vector<std::string> const& texts)
{
    JsonWriter json;
    json.begin_array();
    for (auto const& text : texts) json.value(text);
    json.end_array();
    return std::move(json).finish();
}

std::vector<std::string> read_list(std::string_view text)
{
    auto const list = json::read(text);
    WF_CHECK(list && list->array() != nullptr); // only our own lists are stored
    std::vector<std::string> texts;
    for (auto const& value : *list->array()) texts.push_back(*value.text());
    return texts;
}

/// From `first`: code, name, people, before, after, more.
ProposalArea read_area(store::Row const& row, int first)
{
    auto const three = [&](int at) { return Three{row.real(at), row.real(at + 1), row.real(at + 2)}; };
    return {row.string(first), row.string(first + 1), row.real(first + 2),
            three(first + 3),  three(first + 6),      three(first + 9)};
}

std::string select_proposals(std::string_view rest)
{
    return std::string{"SELECT p.id, p.municipality, p.name, p.addition, p.profile, p.category, p.legs, p.at_given, "
                       "p.at_name, p.at_lon, p.at_lat, p.to_given, p.to_name, p.to_lon, p.to_lat, p.minutes, "
                       "p.people_group, p.network_dataset, p.network_date, p.attribution, p.datasets, "
                       "p.method_version, p.code_version, p.settings, p.made_on, p.review, a.code, a.name, a.people, "
                       "a.before_certain, a.before_expected, a.before_possible, a.after_certain, a.after_expected, "
                       "a.after_possible, a.more_least, a.more_expected, a.more_most FROM reach_proposal p "
                       "JOIN reach_proposal_area a ON a.workspace_id = p.workspace_id AND a.proposal_id = p.id "
                       "AND a.position = 0 WHERE p.workspace_id = $1 "}
        .append(rest);
}

Proposal read_proposal(store::Row const& row)
{
    Proposal proposal;
    proposal.id = row.string(0);
    proposal.municipality = row.string(1);
    proposal.name = row.string(2);
    proposal.addition = parse_addition(row.text(3)).value();
    proposal.profile = row.string(4);
    proposal.category = row.string(5);
    proposal.legs = row.text(6) == "hard" ? graph::LegLimit::hard : graph::LegLimit::soft;
    proposal.at = {row.string(7), row.string(8), {row.real(9), row.real(10)}};
    if (!row.is_null(13)) proposal.to = ProposalSpot{row.string(11), row.string(12), {row.real(13), row.real(14)}};
    proposal.minutes = static_cast<int>(row.integer(15));
    proposal.group = row.string(16);
    proposal.network_dataset = row.string(17);
    proposal.network_date = row.string(18);
    proposal.attribution = row.string(19);
    proposal.datasets = read_list(row.text(20));
    proposal.method_version = row.string(21);
    proposal.code_version = row.string(22);
    proposal.settings = row.string(23);
    proposal.made_on = row.string(24);
    proposal.review = parse_proposal_review(row.text(25)).value();
    proposal.whole = read_area(row, 26);
    return proposal;
}

void add_areas(store::Session& session, Proposal const& proposal)
{
    std::vector<store::Value> values;
    std::int64_t position = 0;
    auto const add = [&](ProposalArea const& area) {
        values.insert(values.end(), {runs::public_workspace, proposal.id, position++, area.code, area.name, area.people,
                                     area.before.certain, area.before.expected, area.before.possible,
                                     area.after.certain, area.after.expected, area.after.possible, area.more.certain,
                                     area.more.expected, area.more.possible});
    };
    add(proposal.whole);
    for (auto const& area : proposal.gains) add(area);
    session.batch(
        "INSERT INTO reach_proposal_area (workspace_id, proposal_id, position, code, name, people, before_certain, "
        "before_expected, before_possible, after_certain, after_expected, after_possible, more_least, more_expected, "
        "more_most) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        area_width, values);
}

} // namespace

std::string add_proposal(store::Session& session, Proposal proposal)
{
    // Whoever has the address may open it, and it may not tell when somebody sat here: chance alone.
    proposal.id = new_uuid_v4();
    auto const to = proposal.to.value_or(ProposalSpot{});
    auto const lon = proposal.to ? std::optional{to.at.lon} : std::nullopt;
    auto const lat = proposal.to ? std::optional{to.at.lat} : std::nullopt;
    auto const datasets = write_list(proposal.datasets);
    session.exec(
        "INSERT INTO reach_proposal (workspace_id, id, municipality, name, addition, profile, category, legs, "
        "at_given, at_name, at_lon, at_lat, to_given, to_name, to_lon, to_lat, minutes, people_group, "
        "network_dataset, network_date, attribution, datasets, method_version, code_version, settings, made_on, "
        "review) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, "
        "$21, $22, $23, $24, $25, $26, $27)",
        {runs::public_workspace,
         proposal.id,
         proposal.municipality,
         proposal.name,
         to_word(proposal.addition),
         proposal.profile,
         proposal.category,
         to_word(proposal.legs),
         proposal.at.given,
         proposal.at.name,
         proposal.at.at.lon,
         proposal.at.at.lat,
         to.given,
         to.name,
         lon,
         lat,
         proposal.minutes,
         proposal.group,
         proposal.network_dataset,
         proposal.network_date,
         proposal.attribution,
         datasets,
         proposal.method_version,
         proposal.code_version,
         proposal.settings,
         proposal.made_on,
         to_word(proposal.review)});
    add_areas(session, proposal);
    return proposal.id;
}

std::optional<std::string> find_same_proposal(store::Session& session, Proposal const& proposal)
{
    auto const to = proposal.to.value_or(ProposalSpot{});
    std::optional<std::string> id;
    session.query("SELECT id FROM reach_proposal WHERE workspace_id = $1 AND review <> 'removed' AND municipality = $2 "
                  "AND name = $3 AND addition = $4 AND profile = $5 AND category = $6 AND legs = $7 AND at_given = $8 "
                  "AND to_given = $9 AND network_dataset = $10 AND settings = $11 AND made_on = $12 ORDER BY id",
                  {runs::public_workspace, proposal.municipality, proposal.name, to_word(proposal.addition),
                   proposal.profile, proposal.category, to_word(proposal.legs), proposal.at.given, to.given,
                   proposal.network_dataset, proposal.settings, proposal.made_on},
                  [&](store::Row const& row) { id = row.string(0); });
    return id;
}

std::optional<Proposal> find_proposal(store::Session& session, std::string_view id)
{
    std::optional<Proposal> found;
    session.query(select_proposals("AND p.id = $2"), {runs::public_workspace, id},
                  [&](store::Row const& row) { found = read_proposal(row); });
    if (!found) return std::nullopt;
    session.query("SELECT code, name, people, before_certain, before_expected, before_possible, after_certain, "
                  "after_expected, after_possible, more_least, more_expected, more_most FROM reach_proposal_area "
                  "WHERE workspace_id = $1 AND proposal_id = $2 AND position > 0 ORDER BY position",
                  {runs::public_workspace, id},
                  [&](store::Row const& row) { found->gains.push_back(read_area(row, 0)); });
    return found;
}

std::vector<Proposal> load_proposals(store::Session& session, std::string_view municipality, ProposalReview review)
{
    std::vector<Proposal> found;
    session.query(select_proposals("AND p.review = $2 AND (p.municipality = $3 OR $3 = '') "
                                   "ORDER BY p.made_on DESC, p.id"),
                  {runs::public_workspace, to_word(review), municipality},
                  [&](store::Row const& row) { found.push_back(read_proposal(row)); });
    return found;
}

std::int64_t count_proposals(store::Session& session, ProposalReview review)
{
    std::int64_t count = 0;
    session.query("SELECT count(*) FROM reach_proposal WHERE workspace_id = $1 AND review = $2",
                  {runs::public_workspace, to_word(review)}, [&](store::Row const& row) { count = row.integer(0); });
    return count;
}

bool review_proposal(store::Session& session, std::string_view id, ProposalReview review)
{
    return session.exec("UPDATE reach_proposal SET review = $3 WHERE workspace_id = $1 AND id = $2",
                        {runs::public_workspace, id, to_word(review)}) > 0;
}

bool erase_proposal(store::Session& session, std::string_view id)
{
    session.exec("DELETE FROM reach_proposal_area WHERE workspace_id = $1 AND proposal_id = $2",
                 {runs::public_workspace, id});
    return session.exec("DELETE FROM reach_proposal WHERE workspace_id = $1 AND id = $2",
                        {runs::public_workspace, id}) > 0;
}

} // namespace wf::reach_pages
