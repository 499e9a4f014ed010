// SPDX-License-Identifier: EUPL-1.2
// Two walks over the whole site: every area in every format, and every link that a reader can follow.
#pragma once

#include "app/site.hpp"

#include <string>
#include <vector>

namespace wf::http_scenarios {

struct Walk {
    std::size_t pages{0};
    std::size_t areas{0};
    std::vector<std::string> faults; ///< "/nl/buurt/BU01660001.csv: ..."
};

/// All areas, both languages: HTML, JSON, CSV and GeoJSON are sound and say the same.
[[nodiscard]] Walk walk_areas(app::Site const& site);

/// From /nl and /en along every link of our own until there is nothing new: no link is broken, every # leads to something.
[[nodiscard]] Walk follow_all_links(app::Site const& site);

} // namespace wf::http_scenarios
