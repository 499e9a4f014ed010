// SPDX-License-Identifier: EUPL-1.2
// Question     what does a point on a street mean for who walks there?
#pragma once

#include "import/osm/tags.hpp"
#include "kernel/reach/network.hpp"

#include <cstdint>

namespace wf::osm {

struct Meaning {
    reach::Kerb kerb{reach::Kerb::none};
    bool kerb_tagged{false}; ///< the tags speak of a kerb, even if only to say that there is one
    bool crossing{false};    ///< of a road, for who walks
    reach::Barrier barrier{reach::Barrier::none};
    std::uint16_t passage_cm{0};
    bool barred{false};   ///< may not be passed
    bool entrance{false}; ///< of a building, for visitors
    bool operator==(Meaning const&) const = default;
};
[[nodiscard]] Meaning meaning_of(Tags tags);
/// A bench, or a shelter with one.
[[nodiscard]] bool is_bench(Tags tags);

} // namespace wf::osm
