// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/sqlite_file.hpp"

#include "platform/store/sqlite_connection.hpp"

#include <filesystem>
#include <memory>
#include <system_error>

namespace wf::store {
namespace {

constexpr int busy_millis = 1'000;

/// The unfinished file, with what SQLite keeps beside it; gone at the end unless it was renamed.
class Unfinished {
public:
    explicit Unfinished(std::string path) : m_path{std::move(path)} { remove(); }
    ~Unfinished() { remove(); }
    Unfinished(Unfinished const&) = delete;
    Unfinished& operator=(Unfinished const&) = delete;

    [[nodiscard]] std::string const& path() const { return m_path; }

private:
    void remove() const
    {
        std::error_code ignored;
        for (auto const* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(m_path + ending, ignored);
    }

    std::string m_path;
};

Result<void> fill(SqliteConnection& connection, std::function<Result<void>(Session&)> const& work)
{
    connection.begin(Access::write);
    SqliteSession session{connection, Access::write};
    WF_TRY_VOID(work(session));
    connection.commit();
    // Others open it read-only, where they could not make the two files of a write-ahead log.
    connection.exec("PRAGMA journal_mode = DELETE", {}, Access::write);
    return {};
}

} // namespace

Result<void> write_sqlite_file(std::string const& path, std::function<Result<void>(Session&)> const& work)
{
    std::error_code ignored;
    if (path.empty() || std::filesystem::is_directory(path, ignored))
        return Error{Trouble::bad_input, "store.cannot_open", path, "name a file, not a folder"};
    Unfinished const unfinished{path + ".part"};
    {
        WF_TRY(auto const connection, SqliteConnection::open(unfinished.path(), Role::writer, busy_millis));
        WF_TRY_VOID(fill(*connection, work));
    }
    std::filesystem::rename(unfinished.path(), path);
    return {};
}

} // namespace wf::store
