// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/sqlite_backend.hpp"

#include "platform/store/sqlite_connection.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace wf::store {
namespace {

constexpr int most_retries = 3;

/// Remembers which stores this thread is inside of: a second session of the same store would wait for the first one
/// for ever.
class Inside {
public:
    explicit Inside(Backend const* backend) : m_backend{backend}, m_outer{innermost}
    {
        for (Inside const* it = m_outer; it != nullptr; it = it->m_outer) {
            if (it->m_backend == backend) throw Bug{"read() or write() inside one of the same store: use its session"};
        }
        innermost = this;
    }
    ~Inside() { innermost = m_outer; }
    Inside(Inside const&) = delete;
    Inside& operator=(Inside const&) = delete;

private:
    static thread_local Inside const* innermost;
    Backend const* m_backend;
    Inside const* m_outer;
};

thread_local Inside const* Inside::innermost = nullptr;

/// Rolls back at the end of its scope unless told that all went well.
class Transaction {
public:
    Transaction(SqliteConnection& connection, Access access) : m_connection{connection} { m_connection.begin(access); }
    ~Transaction() { roll_back(); }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    void commit()
    {
        m_connection.commit();
        m_open = false;
    }
    void roll_back() noexcept
    {
        if (std::exchange(m_open, false)) static_cast<void>(m_connection.roll_back());
    }

private:
    SqliteConnection& m_connection;
    bool m_open{true};
};

void run_read(SqliteConnection& connection, std::function<void(Session&)> const& work)
{
    Transaction transaction{connection, Access::read};
    SqliteSession session{connection, Access::read};
    work(session);
    transaction.commit();
}

void run_write(SqliteConnection& connection, std::function<bool(Session&)> const& work)
{
    for (int attempt = 0;; ++attempt) {
        try {
            Transaction transaction{connection, Access::write};
            SqliteSession session{connection, Access::write};
            if (work(session)) transaction.commit();
            return;
        } catch (BusyFailure const&) {
            if (attempt == most_retries) throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10} * (attempt + 1));
    }
}

/// Everything on one connection: a database in memory exists only there.
class MemoryBackend final : public Backend {
public:
    explicit MemoryBackend(std::unique_ptr<SqliteConnection> connection) : m_connection{std::move(connection)} {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    void read(std::function<void(Session&)> const& work) override
    {
        Inside const inside{this};
        std::scoped_lock const lock{m_mutex};
        run_read(*m_connection, work);
    }
    void write(std::function<bool(Session&)> const& work) override
    {
        Inside const inside{this};
        std::scoped_lock const lock{m_mutex};
        run_write(*m_connection, work);
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<SqliteConnection> m_connection;
};

class FileBackend final : public Backend {
public:
    FileBackend(std::string path, std::unique_ptr<SqliteConnection> writer, SqliteOptions options)
        : m_path{std::move(path)}, m_options{options}, m_writer{std::move(writer)}
    {
        WF_CHECK(options.most_readers > 0);
        m_idle.reserve(static_cast<std::size_t>(options.most_readers));
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

    void read(std::function<void(Session&)> const& work) override
    {
        Inside const inside{this};
        Borrowed const reader{*this};
        run_read(reader.connection(), work);
    }

    void write(std::function<bool(Session&)> const& work) override
    {
        Inside const inside{this};
        std::scoped_lock const lock{m_writing};
        run_write(*m_writer, work);
    }

private:
    /// A reading connection for the length of a scope.
    class Borrowed {
    public:
        explicit Borrowed(FileBackend& backend) : m_backend{backend}, m_connection{backend.borrow()} {}
        ~Borrowed() { m_backend.give_back(std::move(m_connection)); }
        Borrowed(Borrowed const&) = delete;
        Borrowed& operator=(Borrowed const&) = delete;
        [[nodiscard]] SqliteConnection& connection() const { return *m_connection; }

    private:
        FileBackend& m_backend;
        std::unique_ptr<SqliteConnection> m_connection;
    };

    std::unique_ptr<SqliteConnection> borrow()
    {
        {
            std::unique_lock lock{m_pool};
            m_returned.wait(lock, [this] { return !m_idle.empty() || m_readers < m_options.most_readers; });
            if (!m_idle.empty()) {
                auto connection = std::move(m_idle.back()); // the one used last: its pages are still warm
                m_idle.pop_back();
                return connection;
            }
            ++m_readers;
        }
        try {
            auto opened = SqliteConnection::open(m_path, Role::reader, m_options.busy_millis);
            if (opened) return std::move(*opened);
            // It could be opened when the store was: this is the machine, not the user.
            throw StoreFailure{to_line(opened.error())};
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    /// Nothing, or one that is stuck in a transaction, makes room for a new one.
    void give_back(std::unique_ptr<SqliteConnection> connection) noexcept
    {
        if (connection != nullptr && !connection->roll_back()) connection.reset();
        {
            std::scoped_lock const lock{m_pool};
            if (connection != nullptr) {
                m_idle.push_back(std::move(connection)); // has room: reserved for all
            } else {
                --m_readers;
            }
        }
        m_returned.notify_one();
    }

    std::string m_path;
    SqliteOptions m_options;
    std::mutex m_writing;
    std::unique_ptr<SqliteConnection> m_writer;

    std::mutex m_pool;
    std::condition_variable m_returned;
    int m_readers{0};
    std::vector<std::unique_ptr<SqliteConnection>> m_idle; ///< closed before the writer, which then tidies the log away
};

} // namespace

Result<std::unique_ptr<Backend>> open_sqlite(std::string const& path, SqliteOptions options)
{
    if (path.empty()) {
        return Error{Trouble::bad_input, "store.cannot_open", path, "name a file, as in sqlite:weefsel.db"};
    }
    WF_TRY(auto connection, SqliteConnection::open(path, Role::writer, options.busy_millis));
    if (path == ":memory:") return std::unique_ptr<Backend>{std::make_unique<MemoryBackend>(std::move(connection))};
    return std::unique_ptr<Backend>{std::make_unique<FileBackend>(path, std::move(connection), options)};
}

} // namespace wf::store
