// SPDX-License-Identifier: EUPL-1.2
// One SQLite connection with its prepared statements. Used by one thread at a time. Only files in this folder include
// this header.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace wf::store {

/// Somebody else holds the lock, even after waiting: the whole transaction may be tried again.
class BusyFailure final : public StoreFailure {
public:
    using StoreFailure::StoreFailure;
};

enum class Role { reader, writer };

/// What a statement may do. A reading session refuses a writing statement (a Bug of ours).
enum class Access { read, write };

class SqliteConnection {
public:
    /// Opens and configures; a new file is made. Errors: store.cannot_open, store.not_a_database, store.busy.
    static Result<std::unique_ptr<SqliteConnection>> open(std::string const& path, Role role, int busy_millis);
    ~SqliteConnection();
    SqliteConnection(SqliteConnection const&) = delete;
    SqliteConnection& operator=(SqliteConnection const&) = delete;

    std::int64_t exec(std::string_view sql, std::span<Value const> parameters, Access access);
    void query(std::string_view sql, std::span<Value const> parameters, RowVisitor const& visit, Access access);
    void batch(std::string_view sql, std::size_t width, std::span<Value const> rows, Access access);
    void script(std::string_view sql);

    /// BEGIN, BEGIN IMMEDIATE, COMMIT.
    void begin(Access access);
    void commit();
    /// Writes the database as this connection's open read sees it into the empty file at `path`, without a log beside it.
    void copy_into(std::string const& path);
    /// Never throws; false when the connection is no longer fit for use.
    [[nodiscard]] bool roll_back() noexcept;

private:
    /// Statements of one SQL text that nobody uses now, and how many are in use: a visitor may run the same text again.
    struct Prepared {
        std::vector<sqlite3_stmt*> idle;
        int in_use{0};
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    class Lease;

    explicit SqliteConnection(sqlite3* database) : m_database{database} {}
    sqlite3_stmt* prepare(std::string_view sql);
    void forget_idle_statements();
    void finalize_all();
    [[noreturn]] void fail(std::string_view sql) const;

    sqlite3* m_database;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> m_statements;
};

/// The face that features see.
class SqliteSession final : public Session {
public:
    SqliteSession(SqliteConnection& connection, Access access) : m_connection{connection}, m_access{access} {}
    std::int64_t exec(std::string_view sql, std::initializer_list<Value> parameters) override;
    void query(std::string_view sql, std::initializer_list<Value> parameters, RowVisitor const& visit) override;
    void batch(std::string_view sql, std::size_t width, std::span<Value const> rows) override;
    void script(std::string_view sql) override;

private:
    SqliteConnection& m_connection;
    Access m_access;
};

} // namespace wf::store
