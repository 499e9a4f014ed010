// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/surroundings.hpp"

namespace wf::osm {

Surroundings::Surroundings(Gathered const& things)
{
    auto const count = [this](reach::Place32 place) { ++m_count[Cells::key(m_cells.at(place))]; };
    for (network::Home const& home : things.homes) count(home.at);
    for (Building const& building : things.buildings) {
        std::uint32_t const corner = things.nodes.numbers(building.corners).front();
        if (things.nodes.is_there(corner)) count(things.nodes.places()[corner]);
    }
}

reach::Surroundings Surroundings::at(reach::Place32 place) const
{
    Cells::Cell const middle = m_cells.at(place);
    std::uint32_t seen = 0;
    for (std::int32_t y = middle.y - 1; y <= middle.y + 1; ++y) {
        for (std::int32_t x = middle.x - 1; x <= middle.x + 1; ++x) {
            auto const found = m_count.find(Cells::key({x, y}));
            if (found != m_count.end()) seen += found->second;
        }
    }
    return seen >= least ? reach::Surroundings::built_up : reach::Surroundings::rural;
}

} // namespace wf::osm
