// SPDX-License-Identifier: EUPL-1.2
// Question     is a street in a built-up place?
// Method       at least 8 addresses or buildings in the square of about 200 m around its middle.
#pragma once

#include "import/osm/gathered.hpp"
#include "import/osm/geometry.hpp"

#include <cstdint>
#include <unordered_map>

namespace wf::osm {

class Surroundings {
public:
    static constexpr std::uint32_t least = 8;

    explicit Surroundings(Gathered const& things);
    [[nodiscard]] reach::Surroundings at(reach::Place32 place) const;

private:
    Cells m_cells{200.0 / 3};
    std::unordered_map<std::uint64_t, std::uint32_t> m_count;
};

} // namespace wf::osm
