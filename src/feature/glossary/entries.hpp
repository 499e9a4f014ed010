// SPDX-License-Identifier: EUPL-1.2
// Shared and local definitions put together, by word, and sought in. Pure.
#pragma once

#include "commons/glossary/glossary.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::glossary_pages {

struct Meaning {
    glossary::Sense sense; ///< of a local one `en` is empty
    bool is_local{false};
};
struct Entry {
    std::string anchor;
    std::string word;
    std::string word_en; ///< empty: a word of the werkplaats alone
    std::vector<std::string> also;
    std::vector<Meaning> meanings; ///< shared ones first
};

/// A local definition stands with the shared word that it names, or as a word
/// of its own.
[[nodiscard]] std::vector<Entry> put_together(std::span<glossary::SharedTerm const> shared,
                                              std::span<glossary::LocalTerm const> own);
/// Those with every word that is sought somewhere in them; capitals and accents
/// do not count.
[[nodiscard]] std::vector<Entry> choose(std::vector<Entry> entries, std::string_view sought);

} // namespace wf::glossary_pages
