// SPDX-License-Identifier: EUPL-1.2
// Reads a vector tile strictly by the specification, apart from the code that writes it. For tests only.
#pragma once

#include "kernel/tile/tile.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <protozero/pbf_reader.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace wf::tile::test {

struct Shown {
    std::uint64_t id{0};
    int type{0}; ///< 1 point, 2 line, 3 surface
    std::vector<std::uint32_t> commands;
    std::vector<std::vector<Unit>> parts; ///< rings do not repeat their first point
    std::map<std::string, Value> tags;
};

struct Layer {
    std::string name;
    std::uint32_t version{0};
    std::uint32_t extent{0};
    std::vector<std::string> keys;
    std::vector<Value> values;
    std::vector<Shown> features;
};

using Squares = std::map<Address, std::vector<Layer>>;

inline void expect(bool holds, char const* what)
{
    if (!holds) throw std::runtime_error{what};
}

inline std::vector<std::vector<Unit>> read_commands(std::vector<std::uint32_t> const& commands, int type)
{
    std::vector<std::vector<Unit>> parts;
    Unit at;
    std::size_t i = 0;
    auto const step = [&] {
        expect(i + 1 < commands.size(), "a step without two numbers");
        auto const number = [](std::uint32_t raw) {
            return raw % 2 == 0 ? std::int64_t{raw / 2} : -std::int64_t{raw / 2} - 1;
        };
        at.x += number(commands[i++]);
        at.y += number(commands[i++]);
        return at;
    };
    while (i < commands.size()) {
        std::uint32_t times = commands[i] >> 3;
        expect((commands[i++] & 7) == 1 && times > 0, "a part begins with MoveTo");
        if (type == 1) {
            while (times-- > 0) parts.push_back({step()});
            expect(i == commands.size(), "points are one MoveTo");
            continue;
        }
        expect(times == 1, "MoveTo of a line or ring goes to one point");
        parts.push_back({step()});
        expect(i < commands.size() && (commands[i] & 7) == 2, "LineTo comes next");
        times = commands[i++] >> 3;
        expect(times >= (type == 3 ? 2U : 1U), "LineTo goes to enough points");
        while (times-- > 0) {
            Unit const before = at;
            parts.back().push_back(step());
            expect(!(parts.back().back() == before), "no step is zero");
        }
        if (type == 3) {
            expect(i < commands.size() && commands[i++] == (7 | (1 << 3)), "a ring ends with ClosePath");
            expect(!(parts.back().front() == parts.back().back()), "a ring does not repeat its first point");
        }
    }
    return parts;
}

inline Value read_value(protozero::pbf_reader reader)
{
    Value value;
    int fields = 0;
    while (reader.next()) {
        ++fields;
        switch (reader.tag()) {
        case 1: value = reader.get_string(); break;
        case 3: value = reader.get_double(); break;
        case 5: value = static_cast<std::int64_t>(reader.get_uint64()); break;
        case 6: value = reader.get_sint64(); break;
        case 7: value = reader.get_bool(); break;
        default: throw std::runtime_error{"a value of a kind that is not written"};
        }
    }
    expect(fields == 1, "a value has one field");
    return value;
}

inline Layer read_layer(protozero::pbf_reader reader)
{
    Layer layer;
    std::vector<std::vector<std::uint32_t>> tags;
    while (reader.next()) {
        switch (reader.tag()) {
        case 15: layer.version = reader.get_uint32(); break;
        case 1: layer.name = reader.get_string(); break;
        case 5: layer.extent = reader.get_uint32(); break;
        case 3: layer.keys.push_back(reader.get_string()); break;
        case 4: layer.values.push_back(read_value(reader.get_message())); break;
        case 2: {
            Shown& shown = layer.features.emplace_back();
            auto& pairs = tags.emplace_back();
            protozero::pbf_reader feature = reader.get_message();
            while (feature.next()) {
                if (feature.tag() == 1) {
                    shown.id = feature.get_uint64();
                } else if (feature.tag() == 2) {
                    for (auto const number : feature.get_packed_uint32()) pairs.push_back(number);
                } else if (feature.tag() == 3) {
                    shown.type = feature.get_enum();
                } else {
                    expect(feature.tag() == 4, "a feature has four fields");
                    for (auto const number : feature.get_packed_uint32()) shown.commands.push_back(number);
                }
            }
            shown.parts = read_commands(shown.commands, shown.type);
            expect(!shown.parts.empty(), "a feature has a shape");
            break;
        }
        default: throw std::runtime_error{"a field that a layer does not have"};
        }
    }
    expect(!layer.features.empty(), "no layer is empty");
    for (std::size_t i = 0; i < tags.size(); ++i) {
        expect(tags[i].size() % 2 == 0, "tags come in pairs");
        for (std::size_t j = 0; j < tags[i].size(); j += 2) {
            layer.features[i].tags[layer.keys.at(tags[i][j])] = layer.values.at(tags[i][j + 1]);
        }
    }
    return layer;
}

inline std::vector<Layer> read_tile(std::string const& bytes)
{
    std::vector<Layer> layers;
    protozero::pbf_reader tile{bytes};
    while (tile.next()) {
        expect(tile.tag() == 3, "a tile has layers only");
        layers.push_back(read_layer(tile.get_message()));
    }
    expect(!layers.empty(), "no square is empty");
    return layers;
}

/// All squares, and a check that they come in order.
inline Squares draw(std::vector<Feature> const& features, Plan const& plan)
{
    Squares squares;
    make_tiles(features, plan, [&](Address address, std::string const& content) {
        expect(squares.empty() || squares.rbegin()->first < address, "squares come in order");
        squares.emplace(address, read_tile(content));
    });
    return squares;
}

/// A plan of one layer and one level, that keeps all points.
inline Plan plan_at(std::uint8_t zoom, std::uint32_t buffer = 0)
{
    Plan plan;
    plan.layers = {"all"};
    plan.zoom_from = plan.zoom_to = zoom;
    plan.buffer = buffer;
    plan.tolerance = 0;
    return plan;
}

/// A spot in the middle of a unit of a level, counted from the north-west of the world; by the inverse formula.
inline Spot spot_at(Unit unit, std::uint8_t zoom, std::uint32_t extent = 4096)
{
    double const wide = std::ldexp(static_cast<double>(extent), zoom);
    double const x = (static_cast<double>(unit.x) + 0.5) / wide;
    double const y = (static_cast<double>(unit.y) + 0.5) / wide;
    double const lat = std::atan(std::sinh(std::numbers::pi * (1 - 2 * y))) * 180 / std::numbers::pi;
    return {static_cast<std::int32_t>(std::lround((x * 360 - 180) * 1e7)),
            static_cast<std::int32_t>(std::lround(lat * 1e7))};
}

inline std::vector<Spot> spots_at(std::vector<Unit> const& units, std::uint8_t zoom, std::uint32_t extent = 4096)
{
    std::vector<Spot> spots;
    for (Unit const unit : units) spots.push_back(spot_at(unit, zoom, extent));
    return spots;
}

/// Drawn on every level; parts in units of one level.
inline Feature feature_at(Shape shape, std::vector<std::vector<Unit>> const& parts, std::uint8_t zoom,
                          std::uint32_t extent = 4096)
{
    Feature feature;
    feature.id = 1;
    feature.shape = shape;
    feature.zoom_to = 30;
    for (auto const& part : parts) feature.parts.push_back(spots_at(part, zoom, extent));
    return feature;
}

inline double length(std::vector<Unit> const& line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum +=
            std::hypot(static_cast<double>(line[i].x - line[i - 1].x), static_cast<double>(line[i].y - line[i - 1].y));
    }
    return sum;
}

/// By the formula of the specification: above 0 is an outline, below 0 a hole.
inline double surface(std::vector<Unit> const& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Unit const a = ring[i];
        Unit const b = ring[(i + 1) % ring.size()];
        sum += static_cast<double>(a.x * b.y - b.x * a.y);
    }
    return sum / 2;
}

} // namespace wf::tile::test
