// SPDX-License-Identifier: EUPL-1.2
#include "commons/processing/traceparent.hpp"

#include <algorithm>

namespace wf::processing {
namespace {

// version "-" trace-id "-" parent-id "-" trace-flags
constexpr std::size_t version_size = 2;
constexpr std::size_t trace_at = 3;
constexpr std::size_t trace_size = 32;
constexpr std::size_t span_at = 36;
constexpr std::size_t span_size = 16;
constexpr std::size_t flags_at = 53;
constexpr std::size_t whole_size = 55;

int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_hex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return digit(c) >= 0; });
}

bool is_id(std::string_view text, std::size_t size)
{
    return text.size() == size && is_hex(text) && text.find_first_not_of('0') != std::string_view::npos;
}

} // namespace

bool is_trace_id(std::string_view text)
{
    return is_id(text, trace_size);
}

bool is_span_id(std::string_view text)
{
    return is_id(text, span_size);
}

Result<TraceParent> parse_traceparent(std::string_view header)
{
    Error const refusal{Trouble::bad_input, "traceparent.malformed", "traceparent",
                        "version-trace-parent-flags is wanted, as in 00-<32 digits>-<16 digits>-01"};
    if (header.size() < whole_size) return refusal;
    auto const version = header.substr(0, version_size);
    if (!is_hex(version) || version == "ff") return refusal;
    if (header[2] != '-' || header[span_at - 1] != '-' || header[flags_at - 1] != '-') return refusal;
    bool const longer = header.size() > whole_size;
    if (longer && (version == "00" || header[whole_size] != '-')) return refusal;
    auto const trace = header.substr(trace_at, trace_size);
    auto const span = header.substr(span_at, span_size);
    auto const flags = header.substr(flags_at, 2);
    if (!is_trace_id(trace) || !is_span_id(span) || !is_hex(flags)) return refusal;
    auto const sampled = digit(flags[1]) % 2 == 1 ? TraceParent::Sampled::yes : TraceParent::Sampled::no;
    return TraceParent{std::string{trace}, std::string{span}, sampled};
}

std::string to_header(TraceParent const& parent)
{
    return "00-" + parent.trace_id + "-" + parent.span_id +
           (parent.sampled == TraceParent::Sampled::yes ? "-01" : "-00");
}

} // namespace wf::processing
