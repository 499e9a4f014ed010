// SPDX-License-Identifier: EUPL-1.2
// multipart/form-data as browsers and curl write it (RFC 7578): no preamble, CRLF everywhere, names in quotes.
#include "base/text.hpp"
#include "platform/http/message.hpp"
#include "platform/http/token.hpp"

#include <algorithm>

namespace wf::http {

namespace {

constexpr std::size_t max_parts = 200;
constexpr std::size_t max_part_header = 8 * 1024;

Error bad_form(char const* why, std::size_t part)
{
    return Error{Trouble::bad_input, "http.bad_form", part == 0 ? "" : "part " + std::to_string(part), why};
}

/// Takes the value after "=": a word, or quoted text in which only \" is an escape (old Windows paths hold
/// backslashes).
std::optional<std::string> take_value(std::string_view& text)
{
    if (text.empty() || text.front() != '"') {
        auto const end = std::min(text.find(';'), text.size());
        auto value = std::string{trimmed(text.substr(0, end))};
        text.remove_prefix(end);
        return value;
    }
    std::string value;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return value;
        }
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '"') ++at;
        value += text[at];
    }
    return std::nullopt;
}

/// "form-data; name=\"a\"; filename=\"b\"" becomes the first word and the parameters; nothing when it is not of that
/// shape.
struct Value {
    std::string_view word;
    Pairs parameters;
};
std::optional<Value> read_value(std::string_view text)
{
    auto const end = std::min(text.find(';'), text.size());
    Value value{trimmed(text.substr(0, end)), {}};
    text.remove_prefix(end);
    while (!text.empty()) {
        text.remove_prefix(1);
        auto const equals = text.find('=');
        if (equals == std::string_view::npos) {
            if (!trimmed(text).empty()) return std::nullopt;
            break;
        }
        std::string name;
        for (char const c : trimmed(text.substr(0, equals))) name += to_lower(c);
        text = trimmed(text.substr(equals + 1));
        auto content = take_value(text);
        text = trimmed(text);
        if (!content || (!text.empty() && text.front() != ';')) return std::nullopt;
        value.parameters.emplace_back(std::move(name), std::move(*content));
    }
    return value;
}

std::string const* find(Pairs const& pairs, std::string_view name)
{
    auto const found = std::find_if(pairs.begin(), pairs.end(), [&](auto const& pair) { return pair.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

bool is_clean(std::string_view text)
{
    return is_utf8(text) && std::none_of(text.begin(), text.end(),
                                         [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Result<void> read_disposition(std::string_view text, FormPart& part, std::size_t number)
{
    auto const value = read_value(text);
    if (!value || !same(value->word, "form-data")) return bad_form("Content-Disposition is not form-data", number);
    auto const* name = find(value->parameters, "name");
    if (name == nullptr || name->empty()) return bad_form("a part has no name", number);
    if (!is_clean(*name)) return bad_form("the name of a part is not plain UTF-8", number);
    part.name = *name;
    if (auto const* file = find(value->parameters, "filename")) {
        if (!is_clean(*file)) return bad_form("the file name of a part is not plain UTF-8", number);
        auto const slash = file->find_last_of("/\\");
        part.file_name = slash == std::string::npos ? *file : file->substr(slash + 1);
        if (part.file_name == "." || part.file_name == "..") return bad_form("a file name is only dots", number);
    }
    return {};
}

Result<FormPart> read_part(std::string_view head, std::string_view body, std::size_t number)
{
    FormPart part;
    bool named = false;
    while (!head.empty()) {
        auto const end = std::min(head.find("\r\n"), head.size());
        auto const line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        auto const colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) return bad_form("a header of a part has no name", number);
        auto const name = line.substr(0, colon);
        auto const value = trimmed(line.substr(colon + 1));
        if (same(name, "content-disposition")) {
            if (named) return bad_form("a part has two names", number);
            WF_TRY_VOID(read_disposition(value, part, number));
            named = true;
        } else if (same(name, "content-type")) {
            if (!is_clean(value)) return bad_form("the type of a part is not plain text", number);
            part.content_type = value;
        }
    }
    if (!named) return bad_form("a part has no Content-Disposition", number);
    part.body = body;
    return part;
}

bool is_boundary(std::string_view text)
{
    auto const fits = [](char c) {
        return (c >= '0' && c <= '9') || (to_lower(c) >= 'a' && to_lower(c) <= 'z') ||
               std::string_view{"'()+_,-./:=? "}.find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= 70 && text.back() != ' ' && std::all_of(text.begin(), text.end(), fits);
}

} // namespace

Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body)
{
    auto const type = read_value(content_type);
    if (!type || !same(type->word, "multipart/form-data")) return bad_form("the type is not multipart/form-data", 0);
    auto const* boundary = find(type->parameters, "boundary");
    if (boundary == nullptr || !is_boundary(*boundary)) return bad_form("the type names no usable boundary", 0);

    auto const delimiter = "\r\n--" + *boundary;
    if (!body.starts_with(std::string_view{delimiter}.substr(2)))
        return bad_form("the form does not begin with its boundary", 0);
    body.remove_prefix(delimiter.size() - 2);
    std::vector<FormPart> parts;
    while (!body.starts_with("--")) {
        auto const number = parts.size() + 1;
        if (parts.size() == max_parts)
            return Error{Trouble::too_large, "http.too_many", "", "more than 200 parts in a form"};
        if (!body.starts_with("\r\n")) return bad_form("a boundary is not followed by a new line", number);
        body.remove_prefix(2);
        auto const head_end = body.find("\r\n\r\n");
        if (head_end == std::string_view::npos) return bad_form("the headers of a part do not end", number);
        if (head_end > max_part_header) return bad_form("the headers of a part are over 8 kB", number);
        auto const head = body.substr(0, head_end);
        body.remove_prefix(head_end + 2); // its last line end may belong to the delimiter of an empty body
        auto const end = body.find(delimiter);
        if (end == std::string_view::npos) return bad_form("a part is not closed by its boundary", number);
        auto const content = end < 2 ? std::string_view{} : body.substr(2, end - 2);
        body.remove_prefix(end + delimiter.size());
        WF_TRY(auto part, read_part(head, content, number));
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace wf::http
