// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/examine.hpp"

#include "platform/store/sqlite_connection.hpp"

#include <filesystem>

namespace wf::store {
namespace {

constexpr int busy_millis = 5'000;

void check_pages(SqliteConnection& connection, Depth depth, std::vector<std::string>& faults)
{
    auto const* const sql = depth == Depth::full ? "PRAGMA integrity_check" : "PRAGMA quick_check";
    connection.query(
        sql, {},
        [&](Row const& row) {
            if (row.text(0) != "ok") faults.push_back(row.string(0));
        },
        Access::read);
}

void check_references(SqliteConnection& connection, std::vector<std::string>& faults)
{
    connection.query(
        "PRAGMA foreign_key_check", {},
        [&](Row const& row) { faults.push_back("a row of " + row.string(0) + " refers to none of " + row.string(2)); },
        Access::read);
}

} // namespace

Result<Examined> examine(std::string const& path, Depth depth)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return Error{Trouble::not_found, "store.no_file", path, "there is no database here"};
    WF_TRY(auto const connection, SqliteConnection::open(path, Role::reader, busy_millis));
    Examined found;
    try {
        connection->exec("PRAGMA mmap_size = 0", {}, Access::write);
        check_pages(*connection, depth, found.faults);
        if (depth == Depth::full) check_references(*connection, found.faults);
        bool ours = false;
        connection->query(
            "select 1 from sqlite_schema where type = 'table' and name = 'migration'", {},
            [&](Row const&) { ours = true; }, Access::read);
        if (ours) {
            connection->query(
                "select name, checksum from migration order by name", {},
                [&](Row const& row) {
                    found.migrations.push_back({row.string(0), row.string(1)});
                },
                Access::read);
        }
    } catch (BusyFailure const&) {
        throw;
    } catch (StoreFailure const& failure) {
        // A database that is too broken to be examined is what was asked about, not a failure of ours.
        found.faults.emplace_back(failure.what());
    }
    return found;
}

} // namespace wf::store
