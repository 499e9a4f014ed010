// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/sheet.hpp"

#include "base/check.hpp"

#include <bit>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace wf::tile {

namespace {

/// Values are one when their kinds and their bits are: 0.0 is not -0.0, and a NaN is itself.
struct Alike {
    bool operator()(Value const* a, Value const* b) const
    {
        if (a->index() != b->index()) return false;
        if (auto const* number = std::get_if<double>(a)) {
            return std::bit_cast<std::uint64_t>(*number) == std::bit_cast<std::uint64_t>(std::get<double>(*b));
        }
        return *a == *b;
    }
};

struct Hash {
    std::size_t operator()(Value const* value) const
    {
        auto const own = std::visit(
            [](auto const& held) {
                using Held = std::decay_t<decltype(held)>;
                if constexpr (std::is_same_v<Held, double>) {
                    return std::hash<std::uint64_t>{}(std::bit_cast<std::uint64_t>(held));
                } else {
                    return std::hash<Held>{}(held);
                }
            },
            *value);
        return own * 4 + value->index();
    }
};

/// Only spots on the map count, of points; all of them, of lines and surfaces.
std::size_t count_spots(Feature const& feature, std::vector<Spot> const& part)
{
    if (feature.shape != Shape::point) return part.size();
    return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), on_map));
}

std::uint32_t small(std::size_t number)
{
    WF_CHECK(number <= std::numeric_limits<std::uint32_t>::max());
    return static_cast<std::uint32_t>(number);
}

} // namespace

Sheet::Sheet(std::span<Feature const> features, Plan const& plan)
{
    std::vector<std::uint32_t> order(small(features.size()));
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const key = [&](std::uint32_t i) {
            return std::tuple{features[i].layer, features[i].rank, features[i].id, i};
        };
        return key(a) < key(b);
    });

    std::size_t part = 0;
    std::size_t tag = 0;
    m_things.reserve(features.size() + 1);
    for (std::uint32_t const index : order) {
        Feature const& feature = features[index];
        WF_CHECK(feature.layer < plan.layers.size());
        for (auto const& one : feature.tags) WF_CHECK(one.first < plan.keys.size());
        m_things.push_back(
            {feature.id, small(part), small(tag), feature.shape, feature.layer, feature.zoom_from, feature.zoom_to});
        part += feature.parts.size();
        tag += feature.tags.size();
    }
    m_things.push_back({0, small(part), small(tag), Shape::point, 0, 0, 0});
    m_parts.reserve(part + 1);
    m_keys.reserve(tag);
    m_values.reserve(tag);
    number_values(features, order);
    place_spots(features, order, Threads{plan.threads});
}

void Sheet::number_values(std::span<Feature const> features, std::span<std::uint32_t const> order)
{
    std::unordered_map<Value const*, std::uint32_t, Hash, Alike> numbers;
    for (std::uint32_t const index : order) {
        for (auto const& [key, value] : features[index].tags) {
            auto const [at, fresh] = numbers.try_emplace(&value, static_cast<std::uint32_t>(m_distinct.size()));
            if (fresh) m_distinct.push_back(&value);
            m_keys.push_back(key);
            m_values.push_back(at->second);
        }
    }
}

void Sheet::place_spots(std::span<Feature const> features, std::span<std::uint32_t const> order, Threads threads)
{
    std::size_t spots = 0;
    for (std::uint32_t const index : order) {
        for (auto const& part : features[index].parts) {
            m_parts.push_back(small(spots));
            spots += count_spots(features[index], part);
        }
    }
    m_parts.push_back(small(spots));
    m_spots.resize(spots);
    parallel_for(order.size(), threads, [&](std::size_t i) {
        Feature const& feature = features[order[i]];
        std::size_t to = m_parts[m_things[i].part];
        for (auto const& part : feature.parts) {
            for (Spot const spot : part) {
                if (feature.shape != Shape::point || on_map(spot)) m_spots[to++] = to_world(spot);
            }
        }
    });
}

} // namespace wf::tile
