// SPDX-License-Identifier: EUPL-1.2
// A line for each processing of personal data, as the standard Logboek Dataverwerkingen of Logius wants it (working version:
// https://logius-standaarden.github.io/logboek-dataverwerkingen/, field names of its table "Interface"). Every one is written, and written
// before the answer goes out: log in the transaction of what it tells of.
//
// No line says who did it; that is in the trail. Whom it is about is sealed under the key of the installation, and goes out sealed. Who
// processes data of several people writes a line for each of them, below the line of the whole (parent_span_id).
#pragma once

#include "base/result.hpp"
#include "commons/processing/processing.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::processing {

[[nodiscard]] std::vector<store::Migration> migrations();

/// Unset: done, without saying whether it served its purpose.
enum class Status { unset, ok, error };
[[nodiscard]] std::string_view to_word(Status status);

struct Operation {
    std::string workspace_id;
    std::string trace_id; ///< 32 hexadecimal digits; of who asked (traceparent.hpp), or new_trace_id()
    std::string span_id;  ///< 16 of them, of this operation alone: new_span_id()
    std::optional<std::string> parent_span_id{};
    Status status{Status::unset};
    std::string name; ///< for people, and of our own making: never a value that somebody gave
    std::int64_t start_millis{0};
    std::int64_t end_millis{0};
    std::string activity;                           ///< id in the register
    std::optional<std::string> subject_id{};        ///< id of the person whom it is about
    std::optional<std::string> foreign_processor{}; ///< address of the application elsewhere that asked for it
};

[[nodiscard]] std::string new_trace_id();
[[nodiscard]] std::string new_span_id();

/// A line as it is stored.
struct Line {
    Operation operation; ///< subject_id: only when it could be opened
    std::string id;
    std::string subject_sealed; ///< empty: about nobody
};

struct LineChoice {
    std::string workspace_id;
    std::string since{"0001-01-01"};                           ///< from this day or moment on
    std::string after{"00000000-0000-0000-0000-000000000000"}; ///< the next page: id of the last line of the one before
    int limit{1000};
};

class Log {
public:
    Log(secret::Key const& installation, Processing const& processing);

    /// An id, name or activity that is none is a bug of the caller.
    void write(store::Session& session, Operation const& operation) const;
    /// Oldest first.
    [[nodiscard]] std::vector<Line> list(store::Session& session, LineChoice const& choice) const;
    /// What was done with the data of one person: for who asks what is known of them. Opens every line of the workspace.
    [[nodiscard]] std::vector<Line> list_about(store::Session& session, std::string_view workspace_id,
                                               std::string_view person_id) const;

private:
    secret::Key m_key;
    Processing const* m_processing;
};

/// Those with a line, in order of id.
[[nodiscard]] std::vector<std::string> list_workspaces(store::Session& session);

/// What names this application in an export.
struct Exporter {
    std::string version;
    std::string register_address; ///< stands before the id of an activity: "https://example.org/register#"
};

/// An ExportTraceServiceRequest of OTLP in its JSON form.
[[nodiscard]] std::string to_otlp_json(std::span<Line const> lines, Exporter const& exporter);

} // namespace wf::processing
