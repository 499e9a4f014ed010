// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/ids.hpp"
#include "commons/processing/log.hpp"
#include "commons/processing/traceparent.hpp"
#include "platform/clock/clock.hpp"

#include <algorithm>
#include <array>

namespace wf::embedded::commons_processing {
std::string_view find(std::string_view name);
}

namespace wf::processing {
namespace {

constexpr std::array<std::string_view, 3> status_words{"unset", "ok", "error"};

Status read_status(std::string_view word)
{
    auto const found = std::find(status_words.begin(), status_words.end(), word);
    WF_CHECK(found != status_words.end());
    return static_cast<Status>(found - status_words.begin());
}

std::string place_of(std::string_view workspace_id, std::string_view id)
{
    return "processing_log:" + std::string{workspace_id} + ":" + std::string{id};
}

std::int64_t read_millis(std::string_view time)
{
    auto const moment = Timestamp::parse(time);
    return moment ? moment->unix_millis() : 0;
}

std::optional<std::string> maybe_text(store::Row const& row, int column)
{
    if (row.is_null(column)) return std::nullopt;
    return row.string(column);
}

} // namespace

std::string_view to_word(Status status)
{
    return status_words[static_cast<std::size_t>(status)];
}

std::string new_trace_id()
{
    return random_hex(32);
}

std::string new_span_id()
{
    return random_hex(16);
}

std::vector<store::Migration> migrations()
{
    return {{"0033_processing", std::string{embedded::commons_processing::find("schema.sql")}}};
}

Log::Log(secret::Key const& installation, Processing const& processing)
    : m_key{installation.derive("processing_log")}, m_processing{&processing}
{
}

void Log::write(store::Session& session, Operation const& operation) const
{
    WF_CHECK(Uuid::parse(operation.workspace_id).has_value());
    WF_CHECK(is_trace_id(operation.trace_id) && is_span_id(operation.span_id));
    WF_CHECK(!operation.parent_span_id || is_span_id(*operation.parent_span_id));
    WF_CHECK(!operation.name.empty() && operation.start_millis <= operation.end_millis);
    WF_CHECK(m_processing->find(operation.activity) != nullptr);
    auto const id = new_uuid_v7();
    std::optional<std::string> sealed;
    if (operation.subject_id) sealed = secret::seal(m_key, *operation.subject_id, place_of(operation.workspace_id, id));
    session.exec(
        "INSERT INTO processing_log (workspace_id, id, trace_id, span_id, parent_span_id, status, name, start_time,"
        " end_time, activity, subject_sealed, foreign_processor)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {operation.workspace_id, id, operation.trace_id, operation.span_id, operation.parent_span_id,
         to_word(operation.status), operation.name, Timestamp{operation.start_millis}.to_iso(),
         Timestamp{operation.end_millis}.to_iso(), operation.activity,
         sealed ? store::Value{store::Bytes{*sealed}} : store::Value{nullptr}, operation.foreign_processor});
}

std::vector<Line> Log::list(store::Session& session, LineChoice const& choice) const
{
    WF_CHECK(choice.limit >= 0);
    std::vector<Line> lines;
    session.query(
        "SELECT id, trace_id, span_id, parent_span_id, status, name, start_time, end_time, activity, subject_sealed,"
        " foreign_processor FROM processing_log WHERE workspace_id = $1 AND start_time >= $2 AND id > $3 ORDER BY id LIMIT $4",
        {choice.workspace_id, choice.since, choice.after, choice.limit}, [&](store::Row const& row) {
            Line line;
            line.id = row.string(0);
            line.subject_sealed = std::string{row.bytes(9)};
            auto& operation = line.operation;
            operation.workspace_id = choice.workspace_id;
            operation.trace_id = row.string(1);
            operation.span_id = row.string(2);
            operation.parent_span_id = maybe_text(row, 3);
            operation.status = read_status(row.text(4));
            operation.name = row.string(5);
            operation.start_millis = read_millis(row.text(6));
            operation.end_millis = read_millis(row.text(7));
            operation.activity = row.string(8);
            operation.foreign_processor = maybe_text(row, 10);
            lines.push_back(std::move(line));
        });
    for (auto& line : lines) {
        if (line.subject_sealed.empty()) continue;
        auto opened = secret::open(m_key, line.subject_sealed, place_of(choice.workspace_id, line.id));
        if (opened) line.operation.subject_id = std::move(*opened);
    }
    return lines;
}

std::vector<std::string> list_workspaces(store::Session& session)
{
    std::vector<std::string> workspaces;
    session.query("SELECT DISTINCT workspace_id FROM processing_log ORDER BY workspace_id", {},
                  [&](store::Row const& row) { workspaces.push_back(row.string(0)); });
    return workspaces;
}

std::vector<Line> Log::list_about(store::Session& session, std::string_view workspace_id,
                                  std::string_view person_id) const
{
    std::vector<Line> found;
    LineChoice choice{std::string{workspace_id}};
    for (;;) {
        auto page = list(session, choice);
        bool const last = page.size() < static_cast<std::size_t>(choice.limit);
        if (!page.empty()) choice.after = page.back().id;
        for (auto& line : page) {
            if (line.operation.subject_id == person_id) found.push_back(std::move(line));
        }
        if (last) return found;
    }
}

} // namespace wf::processing
