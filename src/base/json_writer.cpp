// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"

#include "base/text.hpp"

#include <array>
#include <cmath>

namespace wf {
namespace {

/// Bytes that cannot stand as they are; 0xe2 because U+2028 and U+2029 begin with it.
constexpr std::array<bool, 256> make_special()
{
    std::array<bool, 256> special{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = true;
    for (unsigned char const byte : {'"', '\\', '<', '\x7f'}) special[byte] = true;
    special[0xe2] = true;
    return special;
}
constexpr auto special = make_special();

/// One special byte at `i`; gives the last byte that was used.
std::size_t append_special(std::string& out, std::string_view text, std::size_t i)
{
    constexpr std::string_view digits = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(text[i]);
    switch (text[i]) {
    case '"': out += "\\\""; return i;
    case '\\': out += "\\\\"; return i;
    case '\n': out += "\\n"; return i;
    case '\r': out += "\\r"; return i;
    case '\t': out += "\\t"; return i;
    case '\b': out += "\\b"; return i;
    case '\f': out += "\\f"; return i;
    default: break;
    }
    if (byte == 0xe2) {
        auto const sign = text.substr(i, 3);
        if (sign != "\xe2\x80\xa8" && sign != "\xe2\x80\xa9") {
            out += text[i];
            return i;
        }
        out += sign.back() == '\xa8' ? "\\u2028" : "\\u2029";
        return i + 2;
    }
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 0x0f];
    return i;
}

void append_escaped(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t kept = 0; // where the plain run begins that is still to be copied
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!special[static_cast<unsigned char>(text[i])]) continue;
        out += text.substr(kept, i - kept);
        i = append_special(out, text, i);
        kept = i + 1;
    }
    out += text.substr(kept);
    out += '"';
}

void append_string(std::string& out, std::string_view text)
{
    if (is_utf8(text)) {
        append_escaped(out, text);
    } else {
        append_escaped(out, repair_utf8(text));
    }
}

} // namespace

std::string json_string(std::string_view text)
{
    std::string out;
    append_string(out, text);
    return out;
}

void JsonWriter::before_value()
{
    if (m_levels.empty()) {
        WF_CHECK(m_out.empty()); // a document is one value
        return;
    }
    Level& level = m_levels.back();
    WF_CHECK(level.inside != Inside::object); // a value in an object has a key
    if (level.inside == Inside::object_after_key) {
        level.inside = Inside::object;
    } else {
        if (!level.empty) m_out += ',';
        level.empty = false;
    }
}

JsonWriter& JsonWriter::literal(std::string_view text)
{
    before_value();
    m_out += text;
    return *this;
}

void JsonWriter::close(Inside expected, char bracket)
{
    WF_CHECK(!m_levels.empty() && m_levels.back().inside == expected);
    m_levels.pop_back();
    m_out += bracket;
}

JsonWriter& JsonWriter::begin_object()
{
    literal("{");
    m_levels.push_back({Inside::object, true});
    return *this;
}

JsonWriter& JsonWriter::end_object()
{
    close(Inside::object, '}');
    return *this;
}

JsonWriter& JsonWriter::begin_array()
{
    literal("[");
    m_levels.push_back({Inside::array, true});
    return *this;
}

JsonWriter& JsonWriter::end_array()
{
    close(Inside::array, ']');
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    WF_CHECK(!m_levels.empty() && m_levels.back().inside == Inside::object);
    Level& level = m_levels.back();
    if (!level.empty) m_out += ',';
    level = {Inside::object_after_key, false};
    append_string(m_out, name);
    m_out += ':';
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    before_value();
    append_string(m_out, text);
    return *this;
}

JsonWriter& JsonWriter::value(double number)
{
    WF_CHECK(std::isfinite(number));
    return literal(to_text(number));
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    WF_CHECK(!trim(json).empty());
    return literal(json);
}

std::string JsonWriter::finish() &&
{
    WF_CHECK(m_levels.empty() && !m_out.empty());
    return std::move(m_out);
}

} // namespace wf
