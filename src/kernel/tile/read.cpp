// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/read.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <protozero/pbf_message.hpp>

namespace wf::tile {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 20;
constexpr std::size_t most_layers = 256;
constexpr std::uint32_t most_extent = 65'536;
constexpr std::int64_t furthest = std::int64_t{1} << 28;

// Mapbox Vector Tile specification 2.1, 4.1 to 4.4.
enum class InTile : protozero::pbf_tag_type { layer = 3 };
enum class InLayer : protozero::pbf_tag_type { name = 1, feature = 2, key = 3, value = 4, extent = 5, version = 15 };
enum class InFeature : protozero::pbf_tag_type { id = 1, tags = 2, type = 3, geometry = 4 };
enum class InValue : protozero::pbf_tag_type {
    text = 1,
    single = 2,
    real = 3,
    whole = 4,
    natural = 5,
    zigzag = 6,
    truth = 7
};
/// A field of another type than the specification's is one that it does not name.
template <class Field>
constexpr std::uint32_t bytes_in(Field field)
{
    return protozero::tag_and_type(field, protozero::pbf_wire_type::length_delimited);
}
template <class Field>
constexpr std::uint32_t number_in(Field field)
{
    return protozero::tag_and_type(field, protozero::pbf_wire_type::varint);
}
enum Command : std::uint32_t { move_to = 1, line_to = 2, close_path = 7 };

using Numbers = protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator>;

Error damaged(std::string_view field, std::string_view detail)
{
    return {Trouble::bad_input, "tile.damaged", std::string{field}, std::string{detail}};
}

/// Steps of one feature, to points and parts of its layer.
class Walk {
public:
    Walk(Numbers const& numbers, ReadLayer& into) : m_at{numbers.begin()}, m_end{numbers.end()}, m_into{into} {}

    Result<void> read(Shape shape)
    {
        if (m_at == m_end) return damaged("geometry", "a feature without a shape");
        while (m_at != m_end) {
            if (shape == Shape::point) {
                WF_TRY_VOID(read_points());
            } else {
                WF_TRY_VOID(read_part(shape));
            }
        }
        return {};
    }

private:
    Result<std::uint32_t> times(Command wanted)
    {
        if (m_at == m_end) return damaged("geometry", "commands end early");
        std::uint32_t const number = *m_at++;
        if ((number & 7U) != wanted || number >> 3U == 0) return damaged("geometry", "a command in the wrong place");
        return number >> 3U;
    }

    Result<void> step()
    {
        if (m_at == m_end) return damaged("geometry", "steps end early");
        m_pen.x += protozero::decode_zigzag32(*m_at++);
        if (m_at == m_end) return damaged("geometry", "a step without its second number");
        m_pen.y += protozero::decode_zigzag32(*m_at++);
        if (std::max({m_pen.x, -m_pen.x, m_pen.y, -m_pen.y}) > furthest)
            return damaged("geometry", "a point far beyond the square");
        m_into.points.push_back(m_pen);
        return {};
    }

    void end_part() { m_into.ends.push_back(static_cast<std::uint32_t>(m_into.points.size())); }

    Result<void> read_points()
    {
        WF_TRY(auto left, times(move_to));
        for (; left > 0; --left) {
            WF_TRY_VOID(step());
            end_part();
        }
        return {};
    }

    Result<void> read_part(Shape shape)
    {
        WF_TRY(auto const moves, times(move_to));
        if (moves != 1) return damaged("geometry", "a part that begins at several points");
        WF_TRY_VOID(step());
        WF_TRY(auto left, times(line_to));
        if (shape == Shape::surface && left < 2) return damaged("geometry", "a ring of two points");
        for (; left > 0; --left) WF_TRY_VOID(step());
        if (shape == Shape::surface) {
            WF_TRY(auto const closes, times(close_path));
            if (closes != 1) return damaged("geometry", "a ring that closes more than once");
        }
        end_part();
        return {};
    }

    protozero::pbf_reader::const_uint32_iterator m_at;
    protozero::pbf_reader::const_uint32_iterator m_end;
    ReadLayer& m_into;
    Unit m_pen;
};

Result<std::string> read_text(protozero::data_view view, std::string_view field)
{
    std::string_view const text{view.data(), view.size()};
    if (!is_utf8(text)) return damaged(field, "text that is no UTF-8");
    return std::string{text};
}

Result<Value> read_value(protozero::data_view bytes)
{
    std::optional<Value> value;
    protozero::pbf_message<InValue> reader{bytes};
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case bytes_in(InValue::text): {
            WF_TRY(value, read_text(reader.get_view(), "value"));
            break;
        }
        case protozero::tag_and_type(InValue::single, protozero::pbf_wire_type::fixed32):
            value = double{reader.get_float()};
            break;
        case protozero::tag_and_type(InValue::real, protozero::pbf_wire_type::fixed64):
            value = reader.get_double();
            break;
        case number_in(InValue::whole): value = reader.get_int64(); break;
        case number_in(InValue::natural): {
            std::uint64_t const number = reader.get_uint64();
            if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                value = static_cast<std::int64_t>(number);
            else value = static_cast<double>(number);
            break;
        }
        case number_in(InValue::zigzag): value = reader.get_sint64(); break;
        case number_in(InValue::truth): value = reader.get_bool(); break;
        default: reader.skip();
        }
    }
    if (!value) return damaged("value", "a value of no kind");
    return *std::move(value);
}

Result<void> read_feature(protozero::data_view bytes, ReadLayer& layer)
{
    ReadLayer::Feature feature;
    std::optional<Shape> shape;
    std::optional<Numbers> geometry;
    feature.first_part = static_cast<std::uint32_t>(layer.ends.size());
    feature.first_tag = static_cast<std::uint32_t>(layer.tags.size());
    protozero::pbf_message<InFeature> reader{bytes};
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case number_in(InFeature::id): feature.id = reader.get_uint64(); break;
        case number_in(InFeature::type): {
            auto const type = reader.get_enum();
            if (type >= 1 && type <= 3) shape = static_cast<Shape>(type - 1);
            break;
        }
        case bytes_in(InFeature::geometry): geometry = reader.get_packed_uint32(); break;
        case bytes_in(InFeature::tags): {
            auto const numbers = reader.get_packed_uint32();
            for (auto at = numbers.begin(); at != numbers.end();) {
                std::uint32_t const key = *at++;
                if (at == numbers.end()) return damaged("tags", "a key without a value");
                layer.tags.push_back({key, *at++});
            }
            break;
        }
        default: reader.skip();
        }
    }
    if (!shape) {
        layer.tags.resize(feature.first_tag);
        return {};
    }
    if (!geometry) return damaged("geometry", "a feature without a shape");
    WF_TRY_VOID((Walk{*geometry, layer}.read(*shape)));
    feature.shape = *shape;
    feature.parts = static_cast<std::uint32_t>(layer.ends.size()) - feature.first_part;
    feature.tags = static_cast<std::uint32_t>(layer.tags.size()) - feature.first_tag;
    layer.features.push_back(feature);
    return {};
}

/// Keys and values may come after the features that use them.
Result<void> check_tags(ReadLayer const& layer)
{
    bool const all_known = std::all_of(layer.tags.begin(), layer.tags.end(), [&](ReadLayer::Tag tag) {
        return tag.key < layer.keys.size() && tag.value < layer.values.size();
    });
    if (!all_known) return damaged("tags", "a key or value that the layer does not have");
    return {};
}

Result<ReadLayer> read_layer(protozero::data_view bytes)
{
    ReadLayer layer;
    std::uint32_t version = 1;
    protozero::pbf_message<InLayer> reader{bytes};
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case bytes_in(InLayer::name): {
            WF_TRY(layer.name, read_text(reader.get_view(), "name"));
            break;
        }
        case bytes_in(InLayer::feature): WF_TRY_VOID(read_feature(reader.get_view(), layer)); break;
        case bytes_in(InLayer::key): {
            WF_TRY(auto key, read_text(reader.get_view(), "key"));
            layer.keys.push_back(std::move(key));
            break;
        }
        case bytes_in(InLayer::value): {
            WF_TRY(auto value, read_value(reader.get_view()));
            layer.values.push_back(std::move(value));
            break;
        }
        case number_in(InLayer::extent): layer.extent = reader.get_uint32(); break;
        case number_in(InLayer::version): version = reader.get_uint32(); break;
        default: reader.skip();
        }
    }
    if (version != 1 && version != 2)
        return Error{Trouble::unsupported, "tile.version", layer.name, "versions 1 and 2 are read"};
    if (layer.extent == 0 || layer.extent > most_extent)
        return Error{Trouble::bad_input, "tile.extent", layer.name, "an extent is 1 to 65,536"};
    WF_TRY_VOID(check_tags(layer));
    return layer;
}

/// Of a layer that may not be wanted. Writers put it anywhere.
std::string_view name_of(protozero::data_view bytes)
{
    protozero::pbf_message<InLayer> reader{bytes};
    if (!reader.next(InLayer::name, protozero::pbf_wire_type::length_delimited)) return {};
    auto const name = reader.get_view();
    return {name.data(), name.size()};
}

Result<std::vector<ReadLayer>> read_layers(std::string_view bytes, std::function<bool(std::string_view)> const& wanted)
{
    std::vector<ReadLayer> layers;
    protozero::pbf_message<InTile> reader{bytes.data(), bytes.size()};
    while (reader.next()) {
        if (reader.tag_and_type() != bytes_in(InTile::layer)) {
            reader.skip();
            continue;
        }
        auto const inside = reader.get_view();
        if (!wanted(name_of(inside))) continue;
        if (layers.size() == most_layers) return Error{Trouble::too_large, "tile.too_large", "", "too many layers"};
        WF_TRY(auto layer, read_layer(inside));
        layers.push_back(std::move(layer));
    }
    return layers;
}

} // namespace

std::span<Unit const> ReadLayer::part(std::uint32_t index) const
{
    std::uint32_t const begin = index == 0 ? 0 : ends[index - 1];
    return std::span{points}.subspan(begin, ends[index] - begin);
}

Value const* ReadLayer::find(Feature const& feature, std::string_view key) const
{
    for (auto const tag : std::span{tags}.subspan(feature.first_tag, feature.tags)) {
        if (keys[tag.key] == key) return &values[tag.value];
    }
    return nullptr;
}

std::string_view ReadLayer::text(Feature const& feature, std::string_view key) const
{
    auto const* const value = find(feature, key);
    auto const* const words = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return words != nullptr ? std::string_view{*words} : std::string_view{};
}

Result<std::vector<ReadLayer>> read_tile(std::string_view bytes,
                                         std::function<bool(std::string_view layer)> const& wanted)
{
    if (bytes.size() > most_bytes) return Error{Trouble::too_large, "tile.too_large", "", "at most 8 MiB"};
    try {
        return read_layers(bytes, wanted);
    } catch (protozero::exception const&) {
        return damaged("", "bytes that are no vector tile");
    }
}

} // namespace wf::tile
