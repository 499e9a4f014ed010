// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/store.hpp"

#include "base/date.hpp"
#include "platform/clock/clock.hpp"
#include "platform/file/file.hpp"
#include "platform/store/sqlite_backend.hpp"

#include <map>
#include <set>
#include <utility>

namespace wf::store {
namespace {

constexpr std::string_view migration_table =
    "create table if not exists migration ("
    "name text primary key, checksum text not null, applied_at {time} not null) {strict}";

/// How often something was announced, for other processes on the same database.
constexpr std::string_view announcement_table =
    "create table if not exists announcement (subject text primary key, times {int} not null) {strict}";

std::int64_t load_announced(Session& session)
{
    std::int64_t times = 0;
    session.query("select times from announcement where subject = $1", {"pages"},
                  [&](Row const& row) { times = row.integer(0); });
    return times;
}

std::map<std::string, std::string, std::less<>> load_applied(Session& session)
{
    std::map<std::string, std::string, std::less<>> checksums;
    session.query("select name, checksum from migration", {},
                  [&](Row const& row) { checksums.emplace(row.string(0), row.string(1)); });
    return checksums;
}

void apply(Session& session, Migration const& migration)
{
    try {
        session.script(migration.sql);
    } catch (StoreFailure const& failure) {
        throw StoreFailure{"migration " + migration.name + ": " + failure.what()};
    }
}

} // namespace

std::optional<double> Row::maybe_real(int column) const
{
    if (is_null(column)) return std::nullopt;
    return real(column);
}

std::optional<std::int64_t> Row::maybe_integer(int column) const
{
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

Store::Store(std::unique_ptr<Backend> backend) : m_backend{std::move(backend)} {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(std::string_view url)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (!url.starts_with(sqlite)) {
        return Error{Trouble::unsupported, "store.unsupported", std::string{url.substr(0, url.find(':'))},
                     "a database is named as sqlite:PATH or sqlite::memory:"};
    }
    WF_TRY(auto backend, open_sqlite(std::string{url.substr(sqlite.size())}));
    return std::unique_ptr<Store>{new Store{std::move(backend)}};
}

void Store::do_read(std::function<void(Session&)> const& work)
{
    m_backend->read(work);
}

void Store::do_write(std::function<bool(Session&)> const& work)
{
    m_backend->write(work);
}

Result<int> Store::migrate(std::span<Migration const> migrations)
{
    std::set<std::string_view> names;
    for (auto const& migration : migrations) WF_CHECK(names.insert(migration.name).second);

    return write([&](Session& session) -> Result<int> {
        session.script(migration_table);
        session.script(announcement_table);
        auto const applied = load_applied(session);
        auto const now = Timestamp{now_millis()}.to_iso();
        int count = 0;
        for (auto const& migration : migrations) {
            auto const checksum = file::checksum(migration.sql);
            if (auto const known = applied.find(migration.name); known != applied.end()) {
                if (known->second == checksum) continue;
                return Error{
                    Trouble::conflict, "store.migration_changed", migration.name,
                    "this step of the schema was applied earlier with another text; restore that text and put the "
                    "change in a new migration"};
            }
            apply(session, migration);
            session.exec("insert into migration (name, checksum, applied_at) values ($1, $2, $3)",
                         {migration.name, checksum, now});
            ++count;
        }
        return count;
    });
}

std::uint64_t Store::generation() const
{
    return m_generation.load(std::memory_order_acquire);
}

void Store::announce_change()
{
    auto const announced = write([](Session& session) -> Result<std::int64_t> {
        session.script(announcement_table);
        session.exec("insert into announcement (subject, times) values ($1, 1) "
                     "on conflict (subject) do update set times = announcement.times + 1",
                     {"pages"});
        return load_announced(session);
    });
    m_announced.store(*announced, std::memory_order_release);
    m_generation.fetch_add(1, std::memory_order_acq_rel);
}

void Store::notice_changes()
{
    auto const announced = read([](Session& session) { return load_announced(session); });
    if (m_announced.exchange(announced, std::memory_order_acq_rel) != announced)
        m_generation.fetch_add(1, std::memory_order_acq_rel);
}

} // namespace wf::store
