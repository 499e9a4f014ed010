// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"

#include "base/check.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace wf {
namespace {

constexpr bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The code points of a text after the decompositions that `options` ask for.
std::vector<utf8proc_int32_t> code_points(std::string_view text, int options)
{
    std::string const repaired = repair_utf8(text);
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(repaired.data());
    auto const length = static_cast<utf8proc_ssize_t>(repaired.size());
    auto const option = static_cast<utf8proc_option_t>(options);
    std::vector<utf8proc_int32_t> points(repaired.size() + 16);
    utf8proc_ssize_t needed =
        utf8proc_decompose(bytes, length, points.data(), static_cast<utf8proc_ssize_t>(points.size()), option);
    WF_CHECK(needed >= 0);
    if (static_cast<std::size_t>(needed) > points.size()) {
        points.resize(static_cast<std::size_t>(needed));
        needed = utf8proc_decompose(bytes, length, points.data(), needed, option);
        WF_CHECK(needed >= 0);
    }
    points.resize(static_cast<std::size_t>(needed));
    return points;
}

void append(std::string& text, utf8proc_int32_t point)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    auto const length = utf8proc_encode_char(point, bytes.data());
    for (utf8proc_ssize_t i = 0; i < length; ++i) text += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

bool is_letter(utf8proc_int32_t point)
{
    utf8proc_category_t const category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_apostrophe(utf8proc_int32_t point)
{
    return point == '\'' || point == '`' || point == 0xb4 || point == 0x2018 || point == 0x2019 || point == 0x02bc;
}

/// Letters whose stroke or ligature Unicode does not take apart.
std::string_view plain_letters(utf8proc_int32_t point)
{
    switch (point) {
    case 0xe6: return "ae";
    case 0x153: return "oe";
    case 0xf8: return "o";
    case 0x111:
    case 0xf0: return "d";
    case 0x142: return "l";
    case 0xfe: return "th";
    case 0x131: return "i";
    default: return {};
    }
}

/// Digits so that the order of bytes is the order of numbers: how many digits there are (a nine for each nine
/// of them, then the rest), then the digits.
void append_number(std::string& key, std::string_view digits)
{
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    std::size_t count = digits.size();
    for (; count >= 9; count -= 9) key += '9';
    key += static_cast<char>('0' + count);
    key += digits;
}

} // namespace

std::string_view trim(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    for (;;) {
        std::size_t const end = text.find(separator);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

std::string fold_case(std::string_view text)
{
    auto points = code_points(text, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STABLE);
    auto const length = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()),
                                                 static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    WF_CHECK(length >= 0);
    points.resize(static_cast<std::size_t>(length));
    std::string folded;
    folded.reserve(text.size());
    for (auto const point : points) append(folded, point);
    return folded;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix)
{
    return fold_case(text).starts_with(fold_case(prefix));
}

std::string sort_key(std::string_view text)
{
    auto const points = code_points(text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                              UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::string key;
    key.reserve(text.size() + 4);
    std::string digits;
    bool gap = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const point = points[i];
        bool const digit = point >= '0' && point <= '9';
        if (!digit && is_apostrophe(point)) continue;
        if (!digit && !is_letter(point)) {
            gap = true;
            continue;
        }
        if (gap && !key.empty()) key += ' ';
        gap = false;
        if (digit) {
            digits += static_cast<char>(point);
            bool const more = i + 1 < points.size() && points[i + 1] >= '0' && points[i + 1] <= '9';
            if (!more) {
                append_number(key, digits);
                digits.clear();
            }
        } else if (auto const plain = plain_letters(point); !plain.empty()) {
            key += plain;
        } else {
            append(key, point);
        }
    }
    return key;
}

} // namespace wf
