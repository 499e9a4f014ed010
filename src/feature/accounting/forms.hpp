// SPDX-License-Identifier: EUPL-1.2
// An accounting as a text and as a PDF. Links in it have their scheme: they are read away from the site.
#pragma once

#include "base/result.hpp"
#include "feature/accounting/sheet.hpp"
#include "platform/pdf/pdf.hpp"

#include <string>

namespace wf::accounting {

/// Puts scheme and host before a page of this site.
using Absolute = std::function<std::string(std::string_view)>;

/// UTF-8, lines of any length; a link stands on a line of its own.
[[nodiscard]] std::string as_text(Sheet const& sheet, Absolute const& absolute);

/// Errors: those of platform/pdf.
Result<std::string> as_paper(Sheet const& sheet, Absolute const& absolute, pdf::Fonts const& fonts,
                             pdf::About const& about);

} // namespace wf::accounting
