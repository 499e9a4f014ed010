// SPDX-License-Identifier: EUPL-1.2
// The header `traceparent` of W3C Trace Context (https://www.w3.org/TR/trace-context/): which operation elsewhere asked for ours.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace wf::processing {

struct TraceParent {
    std::string trace_id; ///< 32 hexadecimal digits in small letters, not all zero
    std::string span_id;  ///< 16 of them, not all zero: "parent-id" in the standard
    enum class Sampled { no, yes } sampled{Sampled::no};

    bool operator==(TraceParent const&) const = default;
};

/// Version 00 exactly; of a later version the part that it has in common with it. Error: traceparent.malformed; who gets it begins a
/// trace of its own and says nothing, as the standard wants.
Result<TraceParent> parse_traceparent(std::string_view header);

/// As version 00.
[[nodiscard]] std::string to_header(TraceParent const& parent);

[[nodiscard]] bool is_trace_id(std::string_view text);
[[nodiscard]] bool is_span_id(std::string_view text);

} // namespace wf::processing
