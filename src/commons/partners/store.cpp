// SPDX-License-Identifier: EUPL-1.2
// Partners.
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "commons/partners/partners.hpp"
#include "commons/search/search.hpp"
#include "platform/clock/clock.hpp"
#include "platform/clock/today.hpp"

#include <algorithm>

namespace wf::partners {
namespace {

constexpr std::string_view columns =
    "workspace_id, partner_id, content, version, is_retired, is_invented, made_on, changed_on";

Partner read_partner(store::Row const& row)
{
    return {row.string(0),  row.string(1),       writing::read_content<PartnerContent>(partner_parts, row.text(2)),
            row.integer(3), row.integer(4) != 0, row.integer(5) != 0,
            row.string(6),  row.string(7)};
}

/// Another one that is there with this name.
bool is_taken(store::Session& session, std::string_view workspace, std::string_view id, std::string const& key)
{
    bool found = false;
    session.query(
        "SELECT 1 FROM partner WHERE workspace_id = $1 AND sort_key = $2 AND partner_id <> $3 AND NOT is_retired",
        {workspace, key, id}, [&](store::Row const&) { found = true; });
    return found;
}

Result<void> check_content(store::Session& session, std::string_view workspace, std::string_view id,
                           PartnerContent const& content)
{
    auto const key = sort_key(content.name);
    if (trim(key).empty()) return Error{Trouble::bad_input, "partners.no_name", "naam", ""};
    if (!read_kind(content.kind)) return Error{Trouble::bad_input, "partners.no_kind", "soort", content.kind};
    if (!read_field(content.field)) return Error{Trouble::bad_input, "partners.no_field", "veld", content.field};
    WF_TRY_VOID(check_site(content.site));
    WF_TRY_VOID(check_since(content.since));
    WF_TRY_VOID(check_proof({content.source, content.looked_on, content.checked == yes}));
    if (is_taken(session, workspace, id, key))
        return Error{Trouble::bad_input, "partners.exists", "naam", content.name};
    return {};
}

void index(store::Session& session, Partner const& partner)
{
    search::keep(session, {partner.workspace_id, std::string{search::kind::partner}, partner.id, partner.content.name,
                           "", "/werkplaats/{}/netwerk", partner.changed_on});
}

Result<Partner> find_there(store::Session& session, std::string_view workspace, std::string_view id)
{
    auto partner = find_partner(session, workspace, id);
    if (!partner) return Error{Trouble::not_found, "partners.unknown", std::string{id}, ""};
    if (partner->is_retired) return Error{Trouble::conflict, "partners.retired", "", partner->content.name};
    return std::move(*partner);
}

} // namespace

std::vector<Partner> list_partners(store::Session& session, std::string_view workspace)
{
    std::vector<Partner> all;
    session.query("SELECT " + std::string{columns} +
                      " FROM partner WHERE workspace_id = $1 AND NOT is_retired ORDER BY sort_key, partner_id",
                  {workspace}, [&](store::Row const& row) { all.push_back(read_partner(row)); });
    std::stable_sort(all.begin(), all.end(), [](Partner const& a, Partner const& b) { return a.field() < b.field(); });
    return all;
}

void index_all(store::Session& session, std::string_view workspace)
{
    for (auto const& partner : list_partners(session, workspace)) index(session, partner);
}

std::optional<Partner> find_partner(store::Session& session, std::string_view workspace, std::string_view id)
{
    if (!Uuid::parse(id)) return std::nullopt;
    std::optional<Partner> found;
    session.query("SELECT " + std::string{columns} + " FROM partner WHERE workspace_id = $1 AND partner_id = $2",
                  {workspace, id}, [&](store::Row const& row) { found = read_partner(row); });
    return found;
}

Result<Partner> add_partner(store::Session& session, By const& by, Partner partner)
{
    partner.id = new_uuid_v7();
    partner.version = 1;
    partner.is_retired = false;
    partner.made_on = today_iso();
    partner.changed_on = partner.made_on;
    partner.content.name = trim(partner.content.name);
    WF_TRY_VOID(check_content(session, partner.workspace_id, partner.id, partner.content));
    session.exec("INSERT INTO partner (workspace_id, partner_id, sort_key, content, version, is_retired, is_invented, "
                 "made_on, changed_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
                 {partner.workspace_id, partner.id, sort_key(partner.content.name),
                  writing::to_json(partner_parts, partner.content), partner.version, partner.is_retired,
                  partner.is_invented, partner.made_on});
    index(session, partner);
    WF_TRY_VOID(by.note(session, partner.workspace_id, "partner.add", "partner", partner.id,
                        writing::changes_of(partner_parts, PartnerContent{}, partner.content)));
    return partner;
}

Result<Saved<Partner>> save_partner(store::Session& session, By const& by, std::string_view workspace,
                                    std::string_view id, std::int64_t seen, PartnerContent const& mine)
{
    WF_TRY(auto partner, find_there(session, workspace, id));
    auto const changes = writing::changes_of(partner_parts, partner.content, mine);
    if (changes.empty()) return Saved<Partner>{std::move(partner)};
    if (seen != partner.version) {
        auto clashes = differing(partner_parts, partner.content, mine);
        return Saved<Partner>{std::move(partner), std::move(clashes)};
    }
    WF_TRY_VOID(check_content(session, workspace, id, mine));
    partner.content = mine;
    partner.version += 1;
    partner.changed_on = today_iso();
    session.exec("UPDATE partner SET sort_key = $3, content = $4, version = $5, changed_on = $6 "
                 "WHERE workspace_id = $1 AND partner_id = $2",
                 {workspace, id, sort_key(mine.name), writing::to_json(partner_parts, mine), partner.version,
                  partner.changed_on});
    index(session, partner);
    WF_TRY_VOID(by.note(session, workspace, "partner.change", "partner", id, changes));
    return Saved<Partner>{std::move(partner)};
}

Result<void> retire_partner(store::Session& session, By const& by, std::string_view workspace, std::string_view id)
{
    WF_TRY(auto const partner, find_there(session, workspace, id));
    auto const ties = list_ties(session, workspace);
    for (auto const& tie : ties) {
        if (tie.one_id == id || tie.other_id == id) WF_TRY_VOID(retire_tie(session, by, workspace, tie.id));
    }
    session.exec("UPDATE partner SET is_retired = $3, version = version + 1, changed_on = $4 "
                 "WHERE workspace_id = $1 AND partner_id = $2",
                 {workspace, id, true, today_iso()});
    search::forget(session, workspace, search::kind::partner, id);
    return by.note(session, workspace, "partner.retire", "partner", id, {{"naam", partner.content.name, std::nullopt}});
}

} // namespace wf::partners
