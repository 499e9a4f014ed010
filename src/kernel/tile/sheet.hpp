// SPDX-License-Identifier: EUPL-1.2
// All features flat and in the order in which they are drawn, with their values numbered: read once, used by every level.
// Inside the module only. About 40 bytes a feature, 8 a spot and 6 a tag.
#pragma once

#include "base/parallel.hpp"
#include "kernel/tile/plane.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wf::tile {

class Sheet {
public:
    struct Thing {
        std::uint64_t id{0};
        std::uint32_t part{0}; ///< its first; the next thing has the end, as of tags
        std::uint32_t tag{0};
        Shape shape{Shape::point};
        std::uint8_t layer{0};
        std::uint8_t zoom_from{0};
        std::uint8_t zoom_to{0};
    };
    struct Tags {
        std::span<std::uint16_t const> keys;
        std::span<std::uint32_t const> values; ///< index of value(), as many as keys
    };

    /// By layer, rank, id, and then as they were given. The features must stay where they are.
    Sheet(std::span<Feature const> features, Plan const& plan);

    [[nodiscard]] std::size_t size() const { return m_things.size() - 1; }
    [[nodiscard]] Thing const& thing(std::size_t index) const { return m_things[index]; }
    [[nodiscard]] std::size_t parts(std::size_t index) const { return m_things[index + 1].part - m_things[index].part; }
    [[nodiscard]] std::span<World const> part(std::size_t index, std::size_t which) const
    {
        std::size_t const at = m_things[index].part + which;
        return std::span{m_spots}.subspan(m_parts[at], m_parts[at + 1] - m_parts[at]);
    }
    [[nodiscard]] Tags tags(std::size_t index) const
    {
        std::size_t const from = m_things[index].tag;
        std::size_t const count = m_things[index + 1].tag - from;
        return {std::span{m_keys}.subspan(from, count), std::span{m_values}.subspan(from, count)};
    }
    [[nodiscard]] Value const& value(std::uint32_t index) const { return *m_distinct[index]; }

private:
    void number_values(std::span<Feature const> features, std::span<std::uint32_t const> order);
    void place_spots(std::span<Feature const> features, std::span<std::uint32_t const> order, Threads threads);

    std::vector<Thing> m_things; ///< one more than there are
    std::vector<std::uint32_t> m_parts;
    std::vector<World> m_spots;
    std::vector<std::uint16_t> m_keys;
    std::vector<std::uint32_t> m_values;
    std::vector<Value const*> m_distinct;
};

} // namespace wf::tile
