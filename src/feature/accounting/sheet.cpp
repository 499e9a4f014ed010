// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/sheet.hpp"

#include "base/check.hpp"
#include "commons/agenda/theme_words.hpp"
#include "platform/web/moments.hpp"

#include <algorithm>
#include <array>

namespace wf::accounting {
namespace {

std::string said(words::Words const& t, std::string const& of)
{
    constexpr std::string_view theme = "theme:";
    if (of.empty()) return {};
    if (!of.starts_with(theme)) return std::string{t(of)};
    return agenda::national_theme_words(t, of.substr(theme.size()));
}

std::string euros(words::Words const& t, double amount)
{
    return "€ " + t.number(amount);
}

std::string value_of(words::Words const& t, Count const& count)
{
    if (!count.value) return std::string{t("accounting.unknown")};
    switch (count.unit) {
    case Unit::euros: return euros(t, *count.value);
    case Unit::percent: return t.number(*count.value, 1) + " %";
    case Unit::number: break;
    }
    return t.number(*count.value);
}

std::string value_of(words::Words const& t, Fact const& fact)
{
    auto const unknown = std::string{t("accounting.unknown")};
    switch (fact.form) {
    case Form::number: return fact.number ? t.number(static_cast<double>(*fact.number)) : unknown;
    case Form::euros: return fact.number ? euros(t, static_cast<double>(*fact.number)) : unknown;
    case Form::day: return fact.text.empty() ? unknown : web::day_of(t, fact.text);
    case Form::word: return said(t, fact.text);
    case Form::text: break;
    }
    return fact.text.empty() ? unknown : fact.text;
}

/// One line, whatever somebody typed.
std::string flat(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

SheetLine make_line(words::Words const& t, Count const& count)
{
    constexpr std::array units{"", "€", "%"};
    SheetLine line;
    line.label = t("accounting.count." + count.key, {{"of", said(t, count.of)}});
    line.value = value_of(t, count);
    line.number = count.value;
    line.unit = units.at(static_cast<std::size_t>(count.unit));
    return line;
}

SheetLine make_line(InWords const& in, Record const& record)
{
    SheetLine line;
    line.kind = SheetLine::Kind::record;
    line.label = flat(record.title);
    for (auto const& fact : record.facts) {
        if (!line.detail.empty()) line.detail += "; ";
        line.detail += std::string{in.t("accounting.fact." + fact.key)} + ": " + flat(value_of(in.t, fact));
    }
    line.link = record.link.starts_with('/') ? in.link(record.link) : record.link;
    return line;
}

} // namespace

std::string_view to_word(SheetLine::Kind kind)
{
    constexpr std::array words{"count", "record", "nothing"};
    return words.at(static_cast<std::size_t>(kind));
}

Sheet make_sheet(Report const& report, InWords const& in)
{
    auto const& t = in.t;
    Sheet sheet;
    sheet.year = report.year;
    sheet.title = t("accounting.title.year", {{"year", std::to_string(report.year)}, {"workspace", in.workspace}});
    sheet.about = t("accounting.about", {{"day", web::day_of(t, in.today)}});
    for (auto const& section : report.sections) {
        SheetSection written{section.key, std::string{t("accounting.section." + section.key)}, {}};
        for (auto const& count : section.counts) written.lines.push_back(make_line(t, count));
        for (auto const& record : section.records) written.lines.push_back(make_line(in, record));
        if (written.lines.empty())
            written.lines.push_back({SheetLine::Kind::nothing, std::string{t("accounting.nothing")}});
        sheet.sections.push_back(std::move(written));
    }
    return sheet;
}

std::span<SheetLine const> records_of(SheetSection const& section)
{
    auto const first = std::find_if(section.lines.begin(), section.lines.end(),
                                    [](SheetLine const& line) { return line.kind == SheetLine::Kind::record; });
    return {first, section.lines.end()};
}

std::span<SheetLine const> some_records(SheetSection const& section, std::int64_t from, std::int64_t most)
{
    auto const all = records_of(section);
    auto const many = static_cast<std::int64_t>(all.size());
    auto const first = std::min(from, many);
    return all.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(std::min(most, many - first)));
}

} // namespace wf::accounting
