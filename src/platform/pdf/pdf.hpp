// SPDX-License-Identifier: EUPL-1.2
// A document on A4, as PDF: headings, paragraphs, rows of a name and a number, items with a link. What it looks like is decided here,
// once; text can be selected and searched, fonts are inside, and the structure (headings, lists, tables) is told to who reads with
// another sense.
//
// Units: points. Assumption: text is UTF-8; a letter that no font has becomes a question mark. The same input gives the same bytes.
// One document is made at a time: a second one waits until the first is gone.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace wf::pdf {

/// Bytes of font files (TrueType, OpenType or WOFF2), variable in weight; a copy is kept for the next document.
struct Fonts {
    std::string_view letters;
    std::string_view more_letters; ///< for what `letters` lacks
    std::string_view digits;       ///< for digits, and what both lack
};

struct About {
    std::string title;
    std::string author; ///< an organisation
    std::string day;    ///< "2026-11-22": when it was made
};

class Document {
public:
    /// Error: pdf.bad_font.
    static Result<Document> begin(Fonts const& fonts, About const& about);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    void title(std::string_view text);
    void heading(std::string_view text);
    void paragraph(std::string_view text);
    /// A name with a value at the right, under the one before it.
    void row(std::string_view name, std::string_view value);
    /// `link` may be empty; else an address with its scheme. `detail` stands under it.
    void item(std::string_view text, std::string_view detail, std::string_view link);

    /// The file; this is used up. Error: pdf.failed.
    Result<std::string> finish() &&;

private:
    class Pages;
    explicit Document(std::unique_ptr<Pages> pages);
    std::unique_ptr<Pages> m_pages;
};

} // namespace wf::pdf
