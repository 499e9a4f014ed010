// SPDX-License-Identifier: EUPL-1.2
#include "platform/job/record.hpp"

#include <algorithm>
#include <array>

namespace wf::embedded::platform_job {
std::string_view find(std::string_view name);
}

namespace wf::job {
namespace {

constexpr std::array<std::string_view, 6> words{"waiting", "running", "done", "failed", "cancelled", "interrupted"};

State from_word(std::string_view word)
{
    auto const found = std::find(words.begin(), words.end(), word);
    WF_CHECK(found != words.end()); // the schema allows no other
    return static_cast<State>(found - words.begin());
}

Record read_record(store::Row const& row)
{
    return {.id = row.string(0),
            .kind = row.string(1),
            .state = from_word(row.text(2)),
            .done = row.integer(3),
            .total = row.integer(4),
            .stage = row.string(5),
            .outcome = row.string(6),
            .created_millis = row.integer(7),
            .ended_millis = row.integer(8)};
}

void write_or_fail(Result<void> const& written)
{
    WF_CHECK(written.has_value()); // the statements below give no Error: they succeed or throw
}

} // namespace

std::string_view to_word(State state)
{
    return words.at(static_cast<std::size_t>(state));
}

std::vector<store::Migration> migrations()
{
    return {{"0001_job", std::string{embedded::platform_job::find("schema.sql")}}};
}

void insert(store::Store& store, Record const& record)
{
    write_or_fail(store.write([&](store::Session& session) -> Result<void> {
        session.exec("insert into job (id, kind, state, done, total, stage, outcome, created_millis, ended_millis) "
                     "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                     {record.id, record.kind, to_word(record.state), record.done, record.total, record.stage,
                      record.outcome, record.created_millis, record.ended_millis});
        return {};
    }));
}

void update(store::Store& store, std::span<Record const> records)
{
    write_or_fail(store.write([&](store::Session& session) -> Result<void> {
        for (Record const& record : records) {
            session.exec(
                "update job set state = $2, done = $3, total = $4, stage = $5, outcome = $6, ended_millis = $7 "
                "where id = $1",
                {record.id, to_word(record.state), record.done, record.total, record.stage, record.outcome,
                 record.ended_millis});
        }
        return {};
    }));
}

void mark_interrupted(store::Store& store, std::int64_t now)
{
    write_or_fail(store.write([&](store::Session& session) -> Result<void> {
        session.exec("update job set state = 'interrupted', ended_millis = $1 where state in ('waiting', 'running')",
                     {now});
        return {};
    }));
}

std::optional<Record> find(store::Store& store, std::string_view id)
{
    std::optional<Record> found;
    store.read([&](store::Session& session) {
        session.query(
            "select id, kind, state, done, total, stage, outcome, created_millis, ended_millis from job where id = $1",
            {id}, [&](store::Row const& row) { found = read_record(row); });
    });
    return found;
}

std::vector<Record> recent(store::Store& store, int limit)
{
    std::vector<Record> records;
    store.read([&](store::Session& session) {
        session.query("select id, kind, state, done, total, stage, outcome, created_millis, ended_millis from job "
                      "order by created_millis desc, id desc limit $1",
                      {std::max(limit, 0)}, [&](store::Row const& row) { records.push_back(read_record(row)); });
    });
    return records;
}

} // namespace wf::job
