// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/encode.hpp"

#include <limits>
#include <protozero/pbf_writer.hpp>
#include <unordered_map>

namespace wf::tile {

namespace {

// Numbers of fields, types and commands: Mapbox Vector Tile specification 2.1, 4.1 to 4.3.
enum Field : protozero::pbf_tag_type {
    tile_layer = 3,
    layer_name = 1,
    layer_feature = 2,
    layer_key = 3,
    layer_value = 4,
    layer_extent = 5,
    layer_version = 15,
    feature_id = 1,
    feature_tags = 2,
    feature_type = 3,
    feature_geometry = 4,
    value_text = 1,
    value_double = 3,
    value_unsigned = 5,
    value_signed = 6,
    value_truth = 7,
};
enum Command : std::uint32_t { move_to = 1, line_to = 2, close_path = 7 };

/// The commands of one feature. A step is told from the point before it, also from one part to the next.
class Pen {
public:
    void clear()
    {
        m_commands.clear();
        m_at = {};
    }
    void command(Command what, std::size_t times)
    {
        m_commands.push_back(static_cast<std::uint32_t>(what) | (static_cast<std::uint32_t>(times) << 3));
    }
    void steps(std::span<Local const> points)
    {
        for (Local const point : points) {
            m_commands.push_back(protozero::encode_zigzag32(point.x - m_at.x));
            m_commands.push_back(protozero::encode_zigzag32(point.y - m_at.y));
            m_at = point;
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> const& commands() const { return m_commands; }

private:
    std::vector<std::uint32_t> m_commands;
    Local m_at;
};

double double_surface(std::span<Local const> ring)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Local const a = ring[i];
        Local const b = ring[i + 1 == ring.size() ? 0 : i + 1];
        sum += std::int64_t{a.x} * b.y - std::int64_t{b.x} * a.y;
    }
    return static_cast<double>(sum);
}

/// False when nothing is left.
bool draw_surface(Pen& pen, std::span<Part const> parts)
{
    if (!parts[0].piece->outline) return false;
    double left = 0;
    for (Part const& part : parts) left += double_surface(part.span());
    if (left <= 0) return false;
    for (Part const& part : parts) {
        auto const ring = part.span();
        pen.command(move_to, 1);
        pen.steps(ring.first(1));
        pen.command(line_to, ring.size() - 1);
        pen.steps(ring.subspan(1));
        pen.command(close_path, 1);
    }
    return true;
}

bool draw(Pen& pen, Shape shape, std::span<Part const> parts)
{
    pen.clear();
    switch (shape) {
    case Shape::point:
        pen.command(move_to, parts.size());
        for (Part const& part : parts) pen.steps(part.span());
        return true;
    case Shape::line:
        for (Part const& part : parts) {
            pen.command(move_to, 1);
            pen.steps(part.span().first(1));
            pen.command(line_to, part.piece->count - 1);
            pen.steps(part.span().subspan(1));
        }
        return true;
    case Shape::surface: return draw_surface(pen, parts);
    }
    return false;
}

void write_value(protozero::pbf_writer& layer, Value const& value)
{
    protozero::pbf_writer out{layer, layer_value};
    if (auto const* text = std::get_if<std::string>(&value)) {
        out.add_string(value_text, *text);
    } else if (auto const* number = std::get_if<std::int64_t>(&value)) {
        if (*number < 0) {
            out.add_sint64(value_signed, *number);
        } else {
            out.add_uint64(value_unsigned, static_cast<std::uint64_t>(*number));
        }
    } else if (auto const* real = std::get_if<double>(&value)) {
        out.add_double(value_double, *real);
    } else {
        out.add_bool(value_truth, std::get<bool>(value));
    }
}

/// One layer of one square.
class LayerWriter {
public:
    LayerWriter(Sheet const& sheet, Plan const& plan)
        : m_sheet{sheet}, m_plan{plan}, m_key_places(plan.keys.size(), none), m_out{m_bytes}
    {
    }

    void begin(std::uint8_t layer)
    {
        m_bytes.clear();
        for (std::uint16_t const key : m_keys) m_key_places[key] = none;
        m_keys.clear();
        m_values.clear();
        m_value_places.clear();
        m_features = 0;
        m_out.add_uint32(layer_version, 2);
        m_out.add_string(layer_name, m_plan.layers[layer]);
    }

    void add(std::uint32_t index, std::span<Part const> parts)
    {
        Sheet::Thing const& thing = m_sheet.thing(index);
        if (!draw(m_pen, thing.shape, parts)) return;
        m_tags.clear();
        auto const tags = m_sheet.tags(index);
        for (std::size_t i = 0; i < tags.keys.size(); ++i) {
            m_tags.push_back(place_of(tags.keys[i]));
            m_tags.push_back(place_of_value(tags.values[i]));
        }
        ++m_features;
        protozero::pbf_writer feature{m_out, layer_feature};
        feature.add_uint64(feature_id, thing.id);
        feature.add_packed_uint32(feature_tags, m_tags.begin(), m_tags.end());
        feature.add_enum(feature_type, static_cast<std::int32_t>(thing.shape) + 1);
        feature.add_packed_uint32(feature_geometry, m_pen.commands().begin(), m_pen.commands().end());
    }

    void end(protozero::pbf_writer& tile)
    {
        if (m_features == 0) return;
        for (std::uint16_t const key : m_keys) m_out.add_string(layer_key, m_plan.keys[key]);
        for (std::uint32_t const value : m_values) write_value(m_out, m_sheet.value(value));
        m_out.add_uint32(layer_extent, m_plan.extent);
        tile.add_message(tile_layer, m_bytes);
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t place_of(std::uint16_t key)
    {
        if (m_key_places[key] == none) {
            m_key_places[key] = static_cast<std::uint32_t>(m_keys.size());
            m_keys.push_back(key);
        }
        return m_key_places[key];
    }
    std::uint32_t place_of_value(std::uint32_t value)
    {
        auto const [at, fresh] = m_value_places.try_emplace(value, static_cast<std::uint32_t>(m_values.size()));
        if (fresh) m_values.push_back(value);
        return at->second;
    }

    Sheet const& m_sheet;
    Plan const& m_plan;
    std::vector<std::uint16_t> m_keys;
    std::vector<std::uint32_t> m_key_places;
    std::vector<std::uint32_t> m_values;
    std::unordered_map<std::uint32_t, std::uint32_t> m_value_places;
    std::vector<std::uint32_t> m_tags;
    Pen m_pen;
    std::size_t m_features{0};
    std::string m_bytes;
    protozero::pbf_writer m_out;
};

} // namespace

std::string encode(std::span<Part const> parts, Sheet const& sheet, Plan const& plan)
{
    std::string bytes;
    protozero::pbf_writer tile{bytes};
    LayerWriter writer{sheet, plan};
    for (std::size_t at = 0; at < parts.size();) {
        std::uint8_t const layer = sheet.thing(parts[at].piece->feature).layer;
        writer.begin(layer);
        while (at < parts.size() && sheet.thing(parts[at].piece->feature).layer == layer) {
            std::uint32_t const feature = parts[at].piece->feature;
            std::size_t end = at + 1;
            while (end < parts.size() && parts[end].piece->feature == feature) ++end;
            writer.add(feature, parts.subspan(at, end - at));
            at = end;
        }
        writer.end(tile);
    }
    return bytes;
}

} // namespace wf::tile
