// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/source_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace wf::intake {
namespace {

struct Signature {
    std::string_view start;
    std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array signatures{
    Signature{"\x89PNG"sv, "a picture (PNG)"},
    Signature{"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    Signature{"GIF8"sv, "a picture (GIF)"},
    Signature{"%PDF"sv, "a PDF document"},
    Signature{"PK\x03\x04"sv, "a workbook or a zip archive; save the sheet as CSV in UTF-8, or unpack it"},
    Signature{"\x1F\x8B"sv, "packed with gzip; unpack it"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old workbook; save the sheet as CSV in UTF-8"},
    Signature{"SQLite format 3"sv, "a database or GeoPackage; export it as GeoJSON"},
    Signature{"\xFF\xFE"sv, "text in UTF-16; save it in UTF-8"},
    Signature{"\xFE\xFF"sv, "text in UTF-16; save it in UTF-8"},
};

Error binary(std::string_view what)
{
    return Error{Trouble::unsupported, "intake.binary_file", {}, "this file is " + std::string{what}};
}

} // namespace

Result<void> check_text(std::string_view bytes)
{
    for (Signature const& signature : signatures) {
        if (bytes.starts_with(signature.start)) return binary(signature.what);
    }
    if (trim(without_byte_order_mark(bytes)).empty())
        return Error{Trouble::bad_input, "intake.empty_file", {}, "there is nothing in this file"};
    if (bytes.find('\0') != std::string_view::npos) return binary("not a text file");
    if (auto const broken = find_broken_utf8(bytes)) {
        auto const line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*broken), '\n');
        return Error{Trouble::bad_input, "intake.not_utf8", "line " + std::to_string(line),
                     "the letters are not in UTF-8 (an accented letter may be in Latin-1); save the file as UTF-8"};
    }
    return {};
}

std::string_view without_byte_order_mark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes;
}

std::optional<int> parse_year(std::string_view period)
{
    period = trim(period);
    if (period.ends_with("JJ00")) period.remove_suffix(4);
    if (period.size() != 4) return std::nullopt;
    auto const year = parse_integer(period);
    if (!year || *year < first_year || *year > last_year) return std::nullopt;
    return static_cast<int>(*year);
}

} // namespace wf::intake
