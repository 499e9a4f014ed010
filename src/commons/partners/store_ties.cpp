// SPDX-License-Identifier: EUPL-1.2
// Who works with whom.
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/partners/partners.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>

namespace wf::partners {
namespace {

Result<void> check_end(store::Session& session, std::string_view workspace, std::string const& id,
                       std::string_view field)
{
    auto const partner = find_partner(session, workspace, id);
    if (!partner) return Error{Trouble::bad_input, "partners.unknown", std::string{field}, id};
    if (partner->is_retired)
        return Error{Trouble::bad_input, "partners.retired", std::string{field}, partner->content.name};
    return {};
}

} // namespace

std::vector<Tie> list_ties(store::Session& session, std::string_view workspace)
{
    std::vector<Tie> all;
    session.query("SELECT tie_id, one_id, other_id, about, since, said_by, made_on FROM partner_tie "
                  "WHERE workspace_id = $1 AND NOT is_retired ORDER BY tie_id",
                  {workspace}, [&](store::Row const& row) {
                      all.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.string(4),
                                     row.string(5), row.string(6)});
                  });
    return all;
}

Result<Tie> add_tie(store::Session& session, By const& by, std::string_view workspace, Tie tie)
{
    WF_TRY_VOID(check_end(session, workspace, tie.one_id, "wie"));
    WF_TRY_VOID(check_end(session, workspace, tie.other_id, "met"));
    if (tie.one_id == tie.other_id) return Error{Trouble::bad_input, "partners.same", "met", ""};
    tie.about = trim(tie.about);
    if (tie.about.empty()) return Error{Trouble::bad_input, "partners.no_about", "waarover", ""};
    if (trim(tie.said_by).empty()) return Error{Trouble::bad_input, "partners.no_said_by", "gezegd", ""};
    WF_TRY_VOID(check_since(tie.since));
    if (tie.other_id < tie.one_id) std::swap(tie.one_id, tie.other_id);
    auto const there = list_ties(session, workspace);
    bool const is_there = std::any_of(there.begin(), there.end(), [&](Tie const& other) {
        return other.one_id == tie.one_id && other.other_id == tie.other_id && other.about == tie.about;
    });
    if (is_there) return Error{Trouble::bad_input, "partners.tie_exists", "waarover", ""};
    tie.id = new_uuid_v7();
    tie.made_on = today_iso();
    session.exec(
        "INSERT INTO partner_tie (workspace_id, tie_id, one_id, other_id, about, since, said_by, is_retired, made_on) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {workspace, tie.id, tie.one_id, tie.other_id, tie.about, tie.since, tie.said_by, false, tie.made_on});
    WF_TRY_VOID(by.note(session, workspace, "partner_tie.add", "partner_tie", tie.id,
                        {{"wie", std::nullopt, tie.one_id},
                         {"met", std::nullopt, tie.other_id},
                         {"waarover", std::nullopt, tie.about},
                         {"sinds", std::nullopt, tie.since},
                         {"gezegd", std::nullopt, tie.said_by}}));
    return tie;
}

Result<void> retire_tie(store::Session& session, By const& by, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id) || session.exec("UPDATE partner_tie SET is_retired = $3 "
                                         "WHERE workspace_id = $1 AND tie_id = $2 AND NOT is_retired",
                                         {workspace, id, true}) == 0)
        return Error{Trouble::not_found, "partners.unknown", std::string{id}, ""};
    return by.note(session, workspace, "partner_tie.retire", "partner_tie", id, {});
}

} // namespace wf::partners
