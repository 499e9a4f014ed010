// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/sqlite_connection.hpp"

#include "platform/store/tokens.hpp"

#include <sqlite3.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <utility>

namespace wf::store {
namespace {

/// Prepared statements kept per connection. More texts than this means that somebody pastes values into SQL.
constexpr std::size_t most_statements = 512;

/// The start of a statement, on one line: enough to find it, and no parameter values in it.
std::string shown(std::string_view sql)
{
    constexpr std::size_t longest = 120;
    std::string text{sql.substr(0, longest)};
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    if (sql.size() > longest) text += "...";
    return text;
}

[[noreturn]] void bug(std::string_view sql, std::string_view what)
{
    throw Bug{std::string{what} + ", in: " + shown(sql)};
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : m_statement{statement}, m_columns{sqlite3_data_count(statement)} {}

    [[nodiscard]] bool is_null(int column) const override
    {
        return sqlite3_column_type(m_statement, checked(column)) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(m_statement, checked(column));
    }
    [[nodiscard]] double real(int column) const override { return sqlite3_column_double(m_statement, checked(column)); }
    [[nodiscard]] std::string_view text(int column) const override
    {
        auto const* const bytes = sqlite3_column_text(m_statement, checked(column));
        if (bytes == nullptr) {
            if (sqlite3_column_type(m_statement, column) != SQLITE_NULL) throw std::bad_alloc{};
            return {};
        }
        auto const size = sqlite3_column_bytes(m_statement, column);
        return {reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size)};
    }
    [[nodiscard]] std::string_view bytes(int column) const override
    {
        auto const* const bytes = sqlite3_column_blob(m_statement, checked(column));
        auto const size = sqlite3_column_bytes(m_statement, column); // after the blob, or it may be moved
        if (bytes == nullptr && size > 0) throw std::bad_alloc{};
        return {static_cast<char const*>(bytes), static_cast<std::size_t>(size)};
    }

private:
    [[nodiscard]] int checked(int column) const
    {
        WF_CHECK(column >= 0 && column < m_columns);
        return column;
    }

    sqlite3_stmt* m_statement;
    int m_columns;
};

void bind_one(sqlite3_stmt* statement, std::string_view sql, std::size_t number, Value const& value)
{
    // SQLite numbers names in the order in which it meets them: `$2 ... $1` would be swapped without this.
    char name[16] = "$";
    auto digits = std::to_string(number);
    digits.copy(name + 1, sizeof name - 2);
    int const index = sqlite3_bind_parameter_index(statement, name);
    if (index == 0) bug(sql, std::string{"parameter "} + name + " is given but not used");

    int result = SQLITE_OK;
    switch (value.held().index()) {
    case 0: result = sqlite3_bind_null(statement, index); break;
    case 1: result = sqlite3_bind_int64(statement, index, std::get<1>(value.held())); break;
    case 2: {
        double const real = std::get<2>(value.held());
        if (std::isnan(real)) bug(sql, std::string{"parameter "} + name + " is not a number: SQLite would store NULL");
        result = sqlite3_bind_double(statement, index, real);
        break;
    }
    case 3: {
        auto const text = std::get<3>(value.held());
        // A null pointer would become NULL instead of empty text.
        result = sqlite3_bind_text64(statement, index, text.data() == nullptr ? "" : text.data(), text.size(),
                                     SQLITE_STATIC, SQLITE_UTF8);
        break;
    }
    case 4: {
        auto const bytes = std::get<4>(value.held()).bytes;
        result = sqlite3_bind_blob64(statement, index, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                                     SQLITE_STATIC);
        break;
    }
    default: WF_CHECK(false);
    }
    if (result != SQLITE_OK) {
        throw StoreFailure{std::string{sqlite3_errstr(result)} + ", binding " + name + " in: " + shown(sql)};
    }
}

void bind_all(sqlite3_stmt* statement, std::string_view sql, std::span<Value const> parameters)
{
    // Names are distinct, so equal numbers and every given one found means that exactly $1..$n are used.
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != parameters.size()) {
        bug(sql, "not as many parameters given as the statement has");
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) bind_one(statement, sql, i + 1, parameters[i]);
}

Error cannot_open(std::string const& path, int code, std::string const& message)
{
    if ((code & 0xff) == SQLITE_NOTADB) {
        return {
            Trouble::bad_input, "store.not_a_database", path,
            "this file is not a SQLite database; name another file, or move this one away and a new database is made"};
    }
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) {
        return {Trouble::conflict, "store.busy", path, "another program holds this database; stop it and try again"};
    }
    std::string remedy = "check that the folder exists and that this user may write in it";
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) remedy = "this is a folder; name a file in it";
    return {Trouble::bad_input, "store.cannot_open", path, "cannot open this database (" + message + "); " + remedy};
}

} // namespace

/// A statement in use: bound, stepped, and put back clean whatever happens.
class SqliteConnection::Lease {
public:
    Lease(SqliteConnection& connection, std::string_view sql, Access access) : m_sql{sql}
    {
        auto found = connection.m_statements.find(sql);
        if (found == connection.m_statements.end()) {
            if (connection.m_statements.size() >= most_statements) connection.forget_idle_statements();
            found = connection.m_statements.try_emplace(std::string{sql}).first;
        }
        m_home = &found->second;
        if (m_home->idle.empty()) {
            m_home->idle.reserve(static_cast<std::size_t>(m_home->in_use) + 1);
            m_statement = connection.prepare(sql);
        } else {
            m_statement = m_home->idle.back();
            m_home->idle.pop_back();
        }
        ++m_home->in_use;
        if (access == Access::read && sqlite3_stmt_readonly(m_statement) == 0) {
            put_back();
            bug(sql, "a statement that writes, in a read");
        }
    }
    ~Lease() { put_back(); }
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;

    [[nodiscard]] sqlite3_stmt* get() const { return m_statement; }
    [[nodiscard]] std::string_view sql() const { return m_sql; }

private:
    void put_back()
    {
        if (m_statement == nullptr) return;
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement); // the texts that were bound end with the call
        m_home->idle.push_back(m_statement); // has room: reserved when it was prepared
        m_statement = nullptr;
        --m_home->in_use;
    }

    std::string_view m_sql;
    Prepared* m_home{nullptr};
    sqlite3_stmt* m_statement{nullptr};
};

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(std::string const& path, Role role, int busy_millis)
{
    // "file:" at the start would make SQLite read options from the name.
    std::string const name = path.starts_with("file:") ? "./" + path : path;
    sqlite3* database = nullptr;
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (role == Role::writer ? SQLITE_OPEN_CREATE : 0);
    int const opened = sqlite3_open_v2(name.c_str(), &database, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection{new SqliteConnection{database}};
    if (database == nullptr) throw std::bad_alloc{};
    if (opened != SQLITE_OK) return cannot_open(path, opened, sqlite3_errmsg(database));

    sqlite3_extended_result_codes(database, 1);
    // Double quotes are for names only, as in PostgreSQL.
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_busy_timeout(database, busy_millis); // first: the pragmas below may have to wait already
    std::string setup = "PRAGMA trusted_schema=OFF;";
    if (role == Role::writer) setup += "PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=67108864;";
    // The limits: 256 MB of the file seen through memory, 15 MB of pages in our own.
    setup += "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA mmap_size=268435456; PRAGMA cache_size=-15000;";
    if (role == Role::reader) setup += "PRAGMA query_only=ON;";
    // Reading the schema tells now, and not at the first page, that this is no database.
    setup += "SELECT count(*) FROM sqlite_schema;";
    if (int const result = sqlite3_exec(database, setup.c_str(), nullptr, nullptr, nullptr); result != SQLITE_OK) {
        return cannot_open(path, result, sqlite3_errmsg(database));
    }
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    finalize_all();
    sqlite3_close_v2(m_database);
}

void SqliteConnection::finalize_all()
{
    for (auto& [sql, prepared] : m_statements) {
        for (sqlite3_stmt* const statement : prepared.idle) sqlite3_finalize(statement);
    }
    m_statements.clear();
}

void SqliteConnection::forget_idle_statements()
{
    std::erase_if(m_statements, [](auto& entry) {
        if (entry.second.in_use > 0) return false;
        for (sqlite3_stmt* const statement : entry.second.idle) sqlite3_finalize(statement);
        return true;
    });
}

void SqliteConnection::fail(std::string_view sql) const
{
    int const code = sqlite3_errcode(m_database) & 0xff;
    auto const message = std::string{sqlite3_errmsg(m_database)} + ", in: " + shown(sql);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw BusyFailure{message};
    if (code == SQLITE_CONSTRAINT) throw ConstraintFailure{message};
    throw StoreFailure{message};
}

sqlite3_stmt* SqliteConnection::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    char const* rest = nullptr;
    int const result = sqlite3_prepare_v3(m_database, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (result != SQLITE_OK) fail(sql);
    if (statement == nullptr) bug(sql, "no statement");
    auto const tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
    if (tail.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_finalize(statement);
        bug(sql, "more than one statement; use script()");
    }
    return statement;
}

std::int64_t SqliteConnection::exec(std::string_view sql, std::span<Value const> parameters, Access access)
{
    Lease const lease{*this, sql, access};
    bind_all(lease.get(), sql, parameters);
    auto const before = sqlite3_total_changes64(m_database);
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW) result = sqlite3_step(lease.get());
    if (result != SQLITE_DONE) fail(sql);
    // changes() still tells of an earlier statement when this one was none that changes rows.
    return sqlite3_total_changes64(m_database) == before ? 0 : sqlite3_changes64(m_database);
}

void SqliteConnection::query(std::string_view sql, std::span<Value const> parameters, RowVisitor const& visit,
                             Access access)
{
    Lease const lease{*this, sql, access};
    bind_all(lease.get(), sql, parameters);
    int result = sqlite3_step(lease.get());
    if (result == SQLITE_ROW) {
        SqliteRow const row{lease.get()};
        for (; result == SQLITE_ROW; result = sqlite3_step(lease.get())) visit(row);
    }
    if (result != SQLITE_DONE) fail(sql);
}

void SqliteConnection::batch(std::string_view sql, std::size_t width, std::span<Value const> rows, Access access)
{
    WF_CHECK(width > 0 && rows.size() % width == 0);
    Lease const lease{*this, sql, access};
    for (std::size_t first = 0; first < rows.size(); first += width) {
        bind_all(lease.get(), sql, rows.subspan(first, width));
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW) result = sqlite3_step(lease.get());
        if (result != SQLITE_DONE) fail(sql);
        sqlite3_reset(lease.get());
    }
}

void SqliteConnection::script(std::string_view sql)
{
    auto const expanded = expand_tokens(sql, Dialect::sqlite);
    char const* rest = expanded.c_str();
    while (*(rest += std::strspn(rest, " \t\r\n;")) != '\0') {
        sqlite3_stmt* prepared = nullptr;
        char const* const start = rest;
        // One by one, so that a message names the statement that failed.
        if (sqlite3_prepare_v2(m_database, start, -1, &prepared, &rest) != SQLITE_OK) fail(start);
        std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const statement{prepared, sqlite3_finalize};
        if (statement == nullptr) continue; // a comment
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW) result = sqlite3_step(statement.get());
        if (result != SQLITE_DONE) fail(start);
        if (sqlite3_get_autocommit(m_database) != 0) bug(start, "a script that ends the transaction it runs in");
    }
}

void SqliteConnection::begin(Access access)
{
    exec(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN", {}, Access::write);
}

void SqliteConnection::commit()
{
    if (sqlite3_get_autocommit(m_database) != 0) throw Bug{"the transaction was ended by a statement inside it"};
    exec("COMMIT", {}, Access::write);
}

void SqliteConnection::copy_into(std::string const& path)
{
    sqlite3* opened = nullptr;
    int const result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> const target{opened, sqlite3_close_v2};
    if (result != SQLITE_OK) throw StoreFailure{std::string{"cannot open the copy: "} + sqlite3_errstr(result)};
    // A copy that is half there is thrown away, so nothing of it has to survive a failure.
    char const* const setup = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;";
    if (sqlite3_exec(opened, setup, nullptr, nullptr, nullptr) != SQLITE_OK) throw StoreFailure{sqlite3_errmsg(opened)};
    sqlite3_backup* const copying = sqlite3_backup_init(opened, "main", m_database, "main");
    if (copying == nullptr) throw StoreFailure{std::string{"copying: "} + sqlite3_errmsg(opened)};
    int const stepped = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (stepped != SQLITE_DONE) throw StoreFailure{std::string{"copying: "} + sqlite3_errstr(stepped)};
}

bool SqliteConnection::roll_back() noexcept
{
    if (sqlite3_get_autocommit(m_database) != 0) return true; // SQLite did it itself, as after a full disk
    return sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t SqliteSession::exec(std::string_view sql, std::initializer_list<Value> parameters)
{
    return m_connection.exec(sql, {parameters.begin(), parameters.size()}, m_access);
}

void SqliteSession::query(std::string_view sql, std::initializer_list<Value> parameters, RowVisitor const& visit)
{
    m_connection.query(sql, {parameters.begin(), parameters.size()}, visit, m_access);
}

void SqliteSession::batch(std::string_view sql, std::size_t width, std::span<Value const> rows)
{
    m_connection.batch(sql, width, rows, m_access);
}

void SqliteSession::script(std::string_view sql)
{
    if (m_access == Access::read) throw Bug{"a script, in a read: " + shown(sql)};
    m_connection.script(sql);
}

} // namespace wf::store
