// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"

#include "base/text.hpp"

#include <cmath>

namespace wf {
namespace {

void append_escaped(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        auto const byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"': out += "\\\""; continue;
        case '\\': out += "\\\\"; continue;
        case '\n': out += "\\n"; continue;
        case '\r': out += "\\r"; continue;
        case '\t': out += "\\t"; continue;
        case '\b': out += "\\b"; continue;
        case '\f': out += "\\f"; continue;
        default: break;
        }
        if (byte < 0x20 || byte == 0x7f || c == '<') {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0x0f];
        } else if (byte == 0xe2 && (text.substr(i, 3) == "\xe2\x80\xa8" || text.substr(i, 3) == "\xe2\x80\xa9")) {
            out += text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            out += c;
        }
    }
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
