// SPDX-License-Identifier: EUPL-1.2
// OTLP in JSON: ids in hexadecimal, moments in nanoseconds as text, names in lowerCamelCase, enumerations as numbers.
#include "base/json_writer.hpp"
#include "commons/processing/log.hpp"
#include "platform/secret/token.hpp"

namespace wf::processing {
namespace {

constexpr int span_kind_internal = 1;

std::string nanoseconds(std::int64_t millis)
{
    return std::to_string(millis) + (millis == 0 ? "" : "000000");
}

void write_attribute(JsonWriter& json, std::string_view key, std::string_view value)
{
    json.begin_object().member("key", key).key("value").begin_object().member("stringValue", value);
    json.end_object().end_object();
}

void write_span(JsonWriter& json, Line const& line, Exporter const& exporter)
{
    auto const& operation = line.operation;
    json.begin_object().member("traceId", operation.trace_id).member("spanId", operation.span_id);
    if (operation.parent_span_id) json.member("parentSpanId", *operation.parent_span_id);
    json.member("name", operation.name).member("kind", span_kind_internal);
    json.member("startTimeUnixNano", nanoseconds(operation.start_millis));
    json.member("endTimeUnixNano", nanoseconds(operation.end_millis));
    json.key("attributes").begin_array();
    write_attribute(json, "dpl.core.processing_activity_id", exporter.register_address + operation.activity);
    if (!line.subject_sealed.empty()) {
        write_attribute(json, "dpl.core.data_subject_id", secret::to_base64url(line.subject_sealed));
        write_attribute(json, "dpl.core.data_subject_id_type", "urn:weefsel:person:sealed");
    }
    if (operation.foreign_processor)
        write_attribute(json, "dpl.core.foreign_operation.processor", *operation.foreign_processor);
    json.end_array();
    json.key("status").begin_object().member("code", static_cast<int>(operation.status)).end_object();
    json.end_object();
}

} // namespace

std::string to_otlp_json(std::span<Line const> lines, Exporter const& exporter)
{
    JsonWriter json;
    json.begin_object().key("resourceSpans").begin_array().begin_object();
    json.key("resource").begin_object().key("attributes").begin_array();
    write_attribute(json, "service.name", "weefsel");
    write_attribute(json, "service.version", exporter.version);
    json.end_array().end_object();
    json.key("scopeSpans").begin_array().begin_object();
    json.key("scope").begin_object().member("name", "weefsel.processing_log").end_object();
    json.key("spans").begin_array();
    for (auto const& line : lines) write_span(json, line, exporter);
    json.end_array().end_object().end_array();
    json.end_object().end_array().end_object();
    return std::move(json).finish();
}

} // namespace wf::processing
