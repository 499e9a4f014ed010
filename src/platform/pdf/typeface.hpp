// SPDX-License-Identifier: EUPL-1.2
// One weight of the fonts of a document: which file has a letter, how wide a text is, and writing it.
// Fonts that were loaded stay. Assumption: one thread at a time (Document sees to it); a cairo_t is only named here, so that cairo's header stays in the two .cpp files of this folder.
#pragma once

#include "base/result.hpp"
#include "platform/pdf/pdf.hpp"

#include <string_view>

using cairo_t = struct _cairo;

namespace wf::pdf {

class Typeface {
public:
    /// `weight`: 400 is regular, 700 bold. Error: pdf.bad_font.
    static Result<Typeface> load(Fonts const& fonts, int weight);
    [[nodiscard]] double width(cairo_t* page, std::string_view text, double size) const;
    /// From `x`, on the line at `y`.
    void write(cairo_t* page, std::string_view text, double size, double x, double y) const;

private:
    struct Files;
    explicit Typeface(Files const& files) : m_files{files} {}
    Files const& m_files;
};

} // namespace wf::pdf
