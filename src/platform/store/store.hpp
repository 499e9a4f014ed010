// SPDX-License-Identifier: EUPL-1.2
// The one seam to a database: exec, query, batch, transaction. SQLite behind it now; the SQL rules
// (docs/develop/sql.md) and schema tokens are those that PostgreSQL needs too. A machine failure (disk full, file
// gone) throws StoreFailure.
#pragma once

#include "base/result.hpp"

#include <atomic>
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace wf::store {

/// The machine failed us: caught at the three edges (http handler, job runner, main), never in a feature.
class StoreFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A unique, check or foreign key rule of the schema refused a row. Name the conflict in the SQL (ON CONFLICT) to get
/// no exception.
class ConstraintFailure : public StoreFailure {
public:
    using StoreFailure::StoreFailure;
};

/// Raw bytes, not text: for a column of type {bytes}.
struct Bytes {
    std::string_view bytes;
};

/// One bound parameter. Text and bytes are not owned: they must live until the call returns.
class Value {
public:
    Value(std::nullptr_t) {}
    Value(std::nullopt_t) {}
    template <std::integral I>
    Value(I number) : m_value{static_cast<std::int64_t>(number)}
    {
    }
    Value(double number) : m_value{number} {}
    Value(std::string_view text) : m_value{text} {}
    Value(std::string const& text) : m_value{std::string_view{text}} {}
    Value(char const* text) : m_value{std::string_view{text}} {}
    Value(Bytes bytes) : m_value{bytes} {}
    template <class T>
    Value(std::optional<T> const& maybe)
    {
        if (maybe) *this = Value{*maybe};
    }

    using Held = std::variant<std::nullptr_t, std::int64_t, double, std::string_view, Bytes>;
    [[nodiscard]] Held const& held() const { return m_value; }

private:
    Held m_value{nullptr};
};

/// One row of an answer, valid only inside the callback. Columns count from 0. NULL reads as 0, 0.0 and empty text.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view bytes(int column) const = 0;

    [[nodiscard]] std::optional<double> maybe_real(int column) const;
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string{text(column)}; }
};

/// As a LIMIT: all rows.
inline constexpr std::int64_t no_limit = 1'000'000'000;

using RowVisitor = std::function<void(Row const&)>;

/// A connection inside a read or a transaction. `$1..$n` are the parameters, in both databases.
class Session {
public:
    virtual ~Session() = default;

    /// Runs a statement that returns nothing; the number of rows that it changed. A rule of the schema that refuses
    /// the row throws ConstraintFailure. As many parameters as the statement has, and not a NaN among them: else it
    /// is a Bug.
    virtual std::int64_t exec(std::string_view sql, std::initializer_list<Value> parameters = {}) = 0;

    /// Calls `visit` for each row. The visitor may use this session, also with the same SQL.
    virtual void query(std::string_view sql, std::initializer_list<Value> parameters, RowVisitor const& visit) = 0;

    /// The same statement for many rows; `rows` holds rows.size() / width rows of `width` values each. One pipeline
    /// on PostgreSQL.
    virtual void batch(std::string_view sql, std::size_t width, std::span<Value const> rows) = 0;

    /// Runs a script of several statements without parameters (migrations); schema tokens may stand in it.
    virtual void script(std::string_view sql) = 0;
};

/// A step in the growth of the schema. A migration only adds. `sql` may hold {uuid} {bool} {json} {time} {bytes} {strict}
/// tokens.
struct Migration {
    std::string name; ///< "0001_areas": unique in the whole program, applied in list order
    std::string sql;
};

class Backend;

/// One database: one writer at a time, many readers. Safe to use from many threads. Inside `read` or `write` a thread
/// uses the session that it was given: asking the same store for another one there is a Bug (it would wait for
/// itself).
class Store {
public:
    /// "sqlite:PATH" or "sqlite::memory:"; what we do not speak yet is an Error with code store.unsupported. Other
    /// errors: store.cannot_open, store.not_a_database, store.busy (field = path).
    static Result<std::unique_ptr<Store>> open(std::string_view url);
    ~Store();
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;

    /// Runs `work(Session&)` on a reader (a consistent snapshot) and returns what it returns.
    template <class F>
    auto read(F&& work) -> std::invoke_result_t<F, Session&>
    {
        using R = std::invoke_result_t<F, Session&>;
        if constexpr (std::is_void_v<R>) {
            do_read([&](Session& session) { work(session); });
        } else {
            std::optional<R> answer;
            do_read([&](Session& session) { answer.emplace(work(session)); });
            return std::move(*answer);
        }
    }

    /// Runs `work(Session&) -> Result<T>` in a transaction: commits a value, rolls back an Error or an exception.
    /// When the database was busy, `work` is called again, at most three times: it must set what it leaves outside,
    /// not add to it.
    template <class F>
    auto write(F&& work) -> std::invoke_result_t<F, Session&>
    {
        using R = std::invoke_result_t<F, Session&>;
        std::optional<R> answer;
        do_write([&](Session& session) {
            answer.emplace(work(session));
            return answer->has_value();
        });
        return std::move(*answer);
    }

    /// Applies what is new, in order and all or nothing, and returns how many; an already applied migration whose
    /// text changed is an Error (store.migration_changed).
    Result<int> migrate(std::span<Migration const> migrations);

    /// Grows with every announcement that this process made or noticed; a cached answer made under another number is stale.
    [[nodiscard]] std::uint64_t generation() const;
    /// Says that what pages show has changed (a dataset or run was published), also to other processes on this database.
    /// Not inside a read or write.
    void announce_change();
    /// Looks whether another process announced a change; cheap, to be called about once a second. Needs `migrate` before it.
    void notice_changes();

private:
    explicit Store(std::unique_ptr<Backend> backend);
    void do_read(std::function<void(Session&)> const& work);
    void do_write(std::function<bool(Session&)> const& work);
    std::unique_ptr<Backend> m_backend;
    std::atomic<std::uint64_t> m_generation{0};
    std::atomic<std::int64_t> m_announced{0};
};

} // namespace wf::store
