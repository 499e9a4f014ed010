// SPDX-License-Identifier: EUPL-1.2
// Which street names are near what was typed.
#pragma once

#include "kernel/address/inside.hpp"

namespace wf::address {

struct Hit {
    std::uint32_t name{0};
    double quality{0};    ///< 1 for the name as typed, less for a part, a beginning, a slip
    bool as_typed{false}; ///< the whole name, abbreviations and initials aside
    bool slip{false};
};

/// Names that are, or begin with, what was typed. Best first; each name once.
[[nodiscard]] std::vector<Hit> find_as_typed(std::string_view typed, Index::Inside const& inside);
/// Names that are, or begin with, what was typed but for a slip or two. Best first; each name once.
[[nodiscard]] std::vector<Hit> find_mended(std::string_view typed, Index::Inside const& inside);

/// No name that is mended is worth more.
[[nodiscard]] double best_of_mended(std::size_t letters);

} // namespace wf::address
