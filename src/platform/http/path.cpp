// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "platform/http/message.hpp"
#include "platform/http/percent.hpp"

#include <algorithm>

namespace wf::http {

namespace {

Error bad_path(char const* why)
{
    return Error{Trouble::bad_input, "http.bad_path", "", why};
}

/// Control characters of ASCII and, as UTF-8 writes them (C2 80 to C2 9F), of Latin-1.
bool has_control(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 || byte == 0x7f) return true;
        if (byte == 0xc2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xa0) return true;
    }
    return false;
}

Result<std::string> read_segment(std::string_view raw)
{
    auto segment = read_percent(raw, Plus::is_plus);
    if (!segment) return bad_path("a % in the address is not followed by two hexadecimal digits");
    if (!is_utf8(*segment)) return bad_path("the address is not UTF-8");
    if (has_control(*segment)) return bad_path("the address holds a control character");
    if (*segment == "." || *segment == "..") return bad_path("the address holds a segment of dots");
    if (segment->find_first_of("/\\") != std::string::npos) return bad_path("the address hides a slash in a segment");
    return std::move(*segment);
}

} // namespace

// One slash at the very end is read as it stands: the router knows no such path, so it becomes "not found", not "bad".
Result<std::string> read_path(std::string_view raw)
{
    if (raw.empty() || raw.front() != '/') return bad_path("an address begins with a slash");
    if (raw.find_first_of("?#") != std::string_view::npos) return bad_path("the address holds ? or #");
    std::string path;
    path.reserve(raw.size());
    while (!raw.empty()) {
        raw.remove_prefix(1);
        auto const end = std::min(raw.find('/'), raw.size());
        bool const is_last = end == raw.size();
        if (end == 0 && !is_last) return bad_path("the address holds an empty segment");
        WF_TRY(auto segment, read_segment(raw.substr(0, end)));
        path += '/';
        path += segment;
        raw.remove_prefix(end);
    }
    return path;
}

} // namespace wf::http
