// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/areas/areas.hpp"
#include "commons/search/search.hpp"
#include "commons/uptake/uptake.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

namespace wf::uptake {
namespace {

constexpr std::string_view columns =
    "workspace_id, claim_id, kind, what, work_kind, work_id, taker, region_code, region, taken_on, proof, proof_link, state, "
    "claimed_by, claimed_on, read_by, read_on, said, is_invented";

Claim read_claim(store::Row const& row)
{
    auto const kind = read_kind(row.text(2));
    auto const work_kind = work::read_kind(row.text(4));
    auto const state = read_state(row.text(12));
    WF_CHECK(kind && work_kind && state);
    return {row.string(0),
            row.string(1),
            *kind,
            row.string(3),
            {*work_kind, row.string(5)},
            row.string(6),
            row.string(7),
            row.string(8),
            row.string(9),
            row.string(10),
            row.string(11),
            *state,
            row.string(13),
            row.string(14),
            row.string(15),
            row.string(16),
            row.string(17),
            row.integer(18) != 0};
}

/// Two who write "Kampen" and "GM0166" mean the same.
void settle_region(store::Session& session, Claim& claim)
{
    claim.region = trim(claim.region);
    claim.region_code.clear();
    for (auto const& area : areas::list(session, AreaLevel::municipality, "")) {
        if (area.code != claim.region && fold_case(area.name) != fold_case(claim.region)) continue;
        claim.region_code = area.code;
        claim.region = area.name;
        return;
    }
}

Result<void> check_claim(Claim const& claim)
{
    auto const missing = [](std::string_view code, std::string field) {
        return Error{Trouble::bad_input, std::string{code}, std::move(field), ""};
    };
    if (trim(claim.what).empty()) return missing("uptake.no_words", "wat");
    if (trim(claim.taker).empty()) return missing("uptake.no_words", "door");
    if (trim(claim.region).empty()) return missing("uptake.no_words", "waar");
    if (trim(claim.proof).empty()) return missing("uptake.no_proof", "bewijs");
    if (!Date::parse(claim.taken_on) || claim.taken_on > today_iso())
        return Error{Trouble::bad_input, "uptake.bad_day", "dag", claim.taken_on};
    if (!check_proof_link(claim.proof_link))
        return Error{Trouble::bad_input, "uptake.bad_link", "adres", claim.proof_link};
    return {};
}

Result<void> note(store::Session& session, By const& by, Claim const& claim, std::string_view action,
                  std::vector<trail::Change> changes)
{
    return by.note(session, claim.workspace_id, action, "uptake", claim.id, std::move(changes));
}

std::string as_word(State state)
{
    return std::string{to_word(state)};
}

/// Public once it is confirmed.
void index(store::Session& session, Claim const& claim)
{
    search::keep(session, {claim.workspace_id, std::string{search::kind::uptake}, claim.id, claim.what,
                           claim.taker + " " + claim.region, "/werkplaats/{}/doorwerking", claim.taken_on});
}

} // namespace

void index_all(store::Session& session, std::string_view workspace)
{
    for (auto const& claim : list(session, {std::string{workspace}, State::confirmed, std::nullopt, "", ""}))
        index(session, claim);
}

Result<Claim> claim(store::Session& session, By const& by, Claim claim)
{
    WF_TRY_VOID(check_claim(claim));
    WF_TRY_VOID(work::check(session, claim.workspace_id, claim.work));
    claim.id = new_uuid_v7();
    claim.what = trim(claim.what);
    claim.taker = trim(claim.taker);
    claim.proof = trim(claim.proof);
    settle_region(session, claim);
    claim.state = State::waiting;
    claim.claimed_by = by.actor;
    claim.claimed_on = today_iso();
    session.exec(
        "INSERT INTO uptake_claim (workspace_id, claim_id, kind, what, work_kind, work_id, taker, region_code, region, "
        "taken_on, proof, proof_link, state, claimed_by, claimed_on, read_by, read_on, said, is_invented) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, NULL, '', '', $16)",
        {claim.workspace_id, claim.id, to_word(claim.kind), claim.what, work::to_word(claim.work.kind), claim.work.id,
         claim.taker, claim.region_code, claim.region, claim.taken_on, claim.proof, claim.proof_link,
         to_word(claim.state), claim.claimed_by, claim.claimed_on, claim.is_invented});
    WF_TRY_VOID(note(session, by, claim, "uptake.claim",
                     {{"kind", std::nullopt, std::string{to_word(claim.kind)}},
                      {"what", std::nullopt, claim.what},
                      {"taker", std::nullopt, claim.taker},
                      {"proof", std::nullopt, claim.proof}}));
    return claim;
}

Result<void> judge(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   Verdict verdict, std::string_view said)
{
    auto const found = find(session, workspace, id);
    if (!found) return Error{Trouble::not_found, "uptake.unknown", std::string{id}, ""};
    if (found->claimed_by == by.actor) return Error{Trouble::forbidden, "uptake.same_reader", "oordeel", ""};
    if (found->state != State::waiting) return Error{Trouble::conflict, "uptake.not_waiting", "oordeel", ""};
    if (verdict == Verdict::refuse && trim(said).empty())
        return Error{Trouble::bad_input, "uptake.no_said", "gezegd", ""};
    auto const state = verdict == Verdict::confirm ? State::confirmed : State::refused;
    session.exec("UPDATE uptake_claim SET state = $3, read_by = $4, read_on = $5, said = $6 "
                 "WHERE workspace_id = $1 AND claim_id = $2",
                 {workspace, id, to_word(state), by.actor, today_iso(), trim(said)});
    if (state == State::confirmed) index(session, *found);
    return note(session, by, *found, "uptake.judge",
                {{"state", as_word(found->state), as_word(state)}, {"said", std::nullopt, std::string{trim(said)}}});
}

Result<void> withdraw(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                      std::string_view why)
{
    auto const found = find(session, workspace, id);
    if (!found) return Error{Trouble::not_found, "uptake.unknown", std::string{id}, ""};
    if (found->state == State::withdrawn) return Error{Trouble::conflict, "uptake.withdrawn", "waarom", ""};
    if (trim(why).empty()) return Error{Trouble::bad_input, "uptake.no_said", "waarom", ""};
    session.exec("UPDATE uptake_claim SET state = $3, said = $4 WHERE workspace_id = $1 AND claim_id = $2",
                 {workspace, id, to_word(State::withdrawn), trim(why)});
    search::forget(session, workspace, search::kind::uptake, id);
    return note(session, by, *found, "uptake.withdraw",
                {{"state", as_word(found->state), as_word(State::withdrawn)},
                 {"said", found->said, std::string{trim(why)}}});
}

std::optional<Claim> find(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Claim> found;
    session.query("SELECT " + std::string{columns} + " FROM uptake_claim WHERE workspace_id = $1 AND claim_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_claim(row); });
    return found;
}

std::vector<Claim> list(store::Session& session, Choice const& choice)
{
    auto const of = choice.work.value_or(work::Work{});
    std::vector<Claim> all;
    session.query("SELECT " + std::string{columns} +
                      " FROM uptake_claim WHERE workspace_id = $1 AND ($2 = '' OR state = $2) "
                      "AND ($3 = '' OR (work_kind = $3 AND work_id = $4)) AND ($5 = '' OR taken_on >= $5) "
                      "AND ($6 = '' OR taken_on <= $6) ORDER BY taken_on, claim_id",
                  {choice.workspace_id, choice.state ? to_word(*choice.state) : "", work::to_word(of.kind), of.id,
                   choice.from, choice.until},
                  [&](store::Row const& row) { all.push_back(read_claim(row)); });
    return all;
}

std::map<State, std::int64_t> tally(store::Session& session, std::string_view workspace)
{
    std::map<State, std::int64_t> all;
    session.query("SELECT state, count(*) FROM uptake_claim WHERE workspace_id = $1 GROUP BY state", {workspace},
                  [&](store::Row const& row) {
                      auto const state = read_state(row.text(0));
                      WF_CHECK(state.has_value());
                      all[*state] = row.integer(1);
                  });
    return all;
}

} // namespace wf::uptake
