// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "platform/http/message.hpp"
#include "platform/http/percent.hpp"

namespace wf::http {

namespace {

constexpr std::size_t max_pairs = 200;

/// Text that a database can hold: UTF-8 without NUL.
std::optional<std::string> read_text(std::string_view raw)
{
    auto text = read_percent(raw, Plus::is_space);
    if (!text || text->find('\0') != std::string::npos || !is_utf8(*text)) return std::nullopt;
    return text;
}

/// A name that cannot be read is shown without what a page or a log could choke on.
std::string shown(std::string_view raw)
{
    std::string out;
    for (char const c : raw.substr(0, 80)) out += (c > ' ' && c < 0x7f) ? c : '?';
    return out;
}

} // namespace

Result<Pairs> read_query(std::string_view text)
{
    Pairs pairs;
    while (!text.empty()) {
        auto const end = text.find('&');
        auto const piece = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (piece.empty()) continue;
        if (pairs.size() == max_pairs) {
            return Error{Trouble::too_large, "http.too_many", "", "more than 200 fields in one form or address"};
        }
        auto const equals = piece.find('=');
        auto const raw_name = piece.substr(0, equals);
        auto const raw_value = equals == std::string_view::npos ? std::string_view{} : piece.substr(equals + 1);
        auto name = read_text(raw_name);
        if (!name) {
            return Error{Trouble::bad_input, "http.bad_encoding", shown(raw_name),
                         "a name is not percent-encoded UTF-8"};
        }
        auto value = read_text(raw_value);
        if (!value) {
            return Error{Trouble::bad_input, "http.bad_encoding", *name, "a value is not percent-encoded UTF-8"};
        }
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

} // namespace wf::http
