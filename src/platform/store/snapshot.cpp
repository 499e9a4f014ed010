// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/snapshot.hpp"

#include "platform/file/new_file.hpp"
#include "platform/store/sqlite_connection.hpp"

#include <unistd.h>

#include <filesystem>
#include <utility>

namespace wf::store {
namespace {

constexpr int busy_millis = 5'000;

std::int64_t ask_number(SqliteConnection& connection, std::string_view sql)
{
    std::int64_t number = 0;
    connection.query(
        sql, {}, [&](Row const& row) { number = row.integer(0); }, Access::read);
    return number;
}

bool has_table(SqliteConnection& connection, std::string const& name)
{
    bool found = false;
    std::vector<Value> const named{name};
    connection.query(
        "select 1 from sqlite_schema where type = 'table' and name = $1", named, [&](Row const&) { found = true; },
        Access::read);
    return found;
}

std::string quoted(std::string const& name)
{
    std::string text = "\"";
    for (char const c : name) text += c == '"' ? std::string{"\"\""} : std::string{c};
    return text + '"';
}

Error no_room(std::string const& path, std::int64_t wanted, std::uint64_t free)
{
    constexpr int mega = 1'000'000;
    return {Trouble::refused, "store.no_room", path,
            "a backup first copies the database beside itself: that wants " + std::to_string(wanted / mega) +
                " MB and there are " + std::to_string(free / mega) + " MB free; make room on this disk"};
}

} // namespace

struct Snapshot::Inner {
    std::unique_ptr<SqliteConnection> connection; ///< inside its read for as long as this lives
    file::NewFile copy;                           ///< never gets its name: gone when this is
    std::int64_t bytes{0};
    std::vector<std::string> migrations;
};

Snapshot::Snapshot(std::unique_ptr<Inner> inner) : m_inner{std::move(inner)} {}
Snapshot::~Snapshot() = default;
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;

// sqlite3_backup in one step under a read: a busy writer cannot make it begin again, and what is asked of the snapshot (does it hold
// persons?) is asked of the very pages that are copied. VACUUM INTO is about as quick (`./wf bench backup`) but does not run inside
// a transaction, and gives other bytes than the file has. The log grows meanwhile. Reading pages without a copy between would want
// SQLITE_ENABLE_DBPAGE_VTAB, which Debian's library does not have.
Result<Snapshot> Snapshot::take(std::string const& path)
{
    std::error_code trouble;
    if (!std::filesystem::is_regular_file(path, trouble))
        return Error{Trouble::not_found, "store.no_file", path, "there is no database here; name it with --store PATH"};
    WF_TRY(auto connection, SqliteConnection::open(path, Role::reader, busy_millis));
    connection->exec("PRAGMA mmap_size = 0", {}, Access::write); // each page once: nothing to gain from 256 MB in view
    connection->begin(Access::read);
    if (!has_table(*connection, "migration"))
        return Error{Trouble::bad_input, "store.no_schema", path, "this database was not made by this program"};
    std::vector<std::string> migrations;
    connection->query(
        "select name from migration order by name", {}, [&](Row const& row) { migrations.push_back(row.string(0)); },
        Access::read);
    auto const bytes = ask_number(*connection, "PRAGMA page_count") * ask_number(*connection, "PRAGMA page_size");
    auto copy = file::NewFile::make(path + ".snapshot");
    if (!copy) {
        if (copy.error().code != "file.being_written") return copy.error();
        return Error{Trouble::conflict, "store.snapshot_taken", path,
                     "a backup of this database is being made now; wait for it"};
    }
    auto const disk = std::filesystem::space(copy->part(), trouble);
    if (!trouble && disk.available < static_cast<std::uint64_t>(bytes)) return no_room(path, bytes, disk.available);
    connection->copy_into(copy->part());
    if (std::filesystem::file_size(copy->part()) != static_cast<std::uint64_t>(bytes))
        throw StoreFailure{"the copy of " + path + " is not as large as the database"};
    return Snapshot{
        std::make_unique<Inner>(Inner{std::move(connection), std::move(*copy), bytes, std::move(migrations)})};
}

std::int64_t Snapshot::bytes() const
{
    return m_inner->bytes;
}

std::vector<std::string> const& Snapshot::migrations() const
{
    return m_inner->migrations;
}

std::vector<std::string> Snapshot::filled(std::vector<std::string> const& tables) const
{
    std::vector<std::string> found;
    auto& connection = *m_inner->connection;
    for (auto const& table : tables) {
        if (!has_table(connection, table)) continue;
        if (ask_number(connection, "select exists (select 1 from " + quoted(table) + ")") != 0) found.push_back(table);
    }
    return found;
}

Result<void> Snapshot::read(std::size_t piece, Take const& take) const
{
    std::string buffer(piece, '\0');
    for (std::int64_t at = 0; at < m_inner->bytes;) {
        auto const got = ::pread(m_inner->copy.descriptor(), buffer.data(), buffer.size(), at);
        if (got <= 0) throw StoreFailure{"the copy of the database cannot be read back"};
        WF_TRY_VOID(take(std::string_view{buffer}.substr(0, static_cast<std::size_t>(got))));
        at += got;
    }
    return {};
}

} // namespace wf::store
