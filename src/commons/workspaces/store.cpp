// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/clock.hpp"

namespace wf::workspaces {
namespace {

constexpr std::string_view columns = "workspace_id, address, name, kind, parent_id, area_code, created_at";

Workspace read(store::Row const& row)
{
    auto const kind = read_kind(row.text(3));
    WF_CHECK(kind.has_value());
    return {row.string(0), row.string(1), row.string(2), *kind, row.string(4), row.string(5), row.string(6)};
}

std::optional<Workspace> find_one(store::Session& session, std::string const& where, std::string_view value)
{
    std::optional<Workspace> found;
    session.query("SELECT " + std::string{columns} + " FROM workspace WHERE " + where + " = $1", {value},
                  [&](store::Row const& row) { found = read(row); });
    return found;
}

} // namespace

Result<Workspace> add(store::Session& session, std::string_view name, Kind kind, std::string_view area_code)
{
    auto const address = make_address(name);
    if (address.empty()) return Error{Trouble::bad_input, "workspace.no_name", "naam", "a name has letters or digits"};
    if (find_by_address(session, address))
        return Error{Trouble::conflict, "workspace.exists", address, "there is a workspace with this name"};
    auto const top = find_top(session);
    Workspace const made{new_uuid_v7(),
                         address,
                         std::string{trim(name)},
                         kind,
                         top ? top->id : "",
                         std::string{area_code},
                         Timestamp{now_millis()}.to_iso()};
    std::optional<std::string> parent;
    if (top) parent = top->id;
    std::optional<std::string> area;
    if (!area_code.empty()) area = made.area_code;
    session.exec(
        "INSERT INTO workspace (workspace_id, address, name, sort_key, kind, parent_id, area_code, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {made.id, made.address, made.name, sort_key(made.name), to_word(kind), parent, area, made.created_at});
    return made;
}

Result<void> rename(store::Session& session, std::string_view id, std::string_view name)
{
    if (make_address(name).empty())
        return Error{Trouble::bad_input, "workspace.no_name", "naam", "a name has letters or digits"};
    auto const key = sort_key(name);
    // The address stays: links to it are out there.
    if (session.exec("UPDATE workspace SET name = $2, sort_key = $3 WHERE workspace_id = $1", {id, trim(name), key}) ==
        0)
        return Error{Trouble::not_found, "workspace.unknown", std::string{id}, ""};
    return {};
}

std::optional<Workspace> find(store::Session& session, std::string_view id)
{
    return find_one(session, "workspace_id", id);
}

std::optional<Workspace> find_by_address(store::Session& session, std::string_view address)
{
    return find_one(session, "address", address);
}

std::optional<Workspace> find_top(store::Session& session)
{
    std::optional<Workspace> found;
    session.query("SELECT " + std::string{columns} + " FROM workspace WHERE parent_id IS NULL", {},
                  [&](store::Row const& row) { found = read(row); });
    return found;
}

std::vector<Workspace> list(store::Session& session)
{
    std::vector<Workspace> all;
    session.query("SELECT " + std::string{columns} +
                      " FROM workspace ORDER BY (parent_id IS NULL) DESC, sort_key, workspace_id",
                  {}, [&](store::Row const& row) { all.push_back(read(row)); });
    return all;
}

} // namespace wf::workspaces
