// SPDX-License-Identifier: EUPL-1.2
#include "feature/accounting/forms.hpp"

namespace wf::accounting {
namespace {

using Kind = SheetLine::Kind;

std::string link_of(SheetLine const& line, Absolute const& absolute)
{
    return line.link.starts_with('/') ? absolute(line.link) : line.link;
}

/// As long as the text above it, letter by letter.
std::string rule(std::string_view text, char sign)
{
    std::size_t letters = 0;
    for (auto const c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1 : 0;
    return std::string(letters, sign);
}

} // namespace

std::string as_text(Sheet const& sheet, Absolute const& absolute)
{
    auto text = sheet.title + "\n" + rule(sheet.title, '=') + "\n\n" + sheet.about + "\n";
    for (auto const& section : sheet.sections) {
        text += "\n" + section.heading + "\n" + rule(section.heading, '-') + "\n";
        for (auto const& line : section.lines) {
            if (line.kind == Kind::nothing) text += line.label + "\n";
            if (line.kind == Kind::count) text += line.label + ": " + line.value + "\n";
            if (line.kind != Kind::record) continue;
            text += "* " + line.label + "\n";
            if (!line.detail.empty()) text += "  " + line.detail + "\n";
            if (!line.link.empty()) text += "  " + link_of(line, absolute) + "\n";
        }
    }
    return text;
}

Result<std::string> as_paper(Sheet const& sheet, Absolute const& absolute, pdf::Fonts const& fonts,
                             pdf::About const& about)
{
    WF_TRY(auto document, pdf::Document::begin(fonts, about));
    document.title(sheet.title);
    document.paragraph(sheet.about);
    for (auto const& section : sheet.sections) {
        document.heading(section.heading);
        for (auto const& line : section.lines) {
            if (line.kind == Kind::nothing) document.paragraph(line.label);
            if (line.kind == Kind::count) document.row(line.label, line.value);
            if (line.kind == Kind::record) document.item(line.label, line.detail, link_of(line, absolute));
        }
    }
    return std::move(document).finish();
}

} // namespace wf::accounting
