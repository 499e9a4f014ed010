// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/sketch.hpp"

#include "base/text.hpp"
#include "commons/map/ground.hpp"
#include "commons/map/map.hpp"
#include "commons/map/names.hpp"
#include "platform/http/compress.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace wf::map {
namespace {

constexpr double most_squares_across = 1.6;
constexpr std::size_t most_squares = 16;
constexpr std::size_t most_bytes = std::size_t{8} << 20;
constexpr double most_metres_with_buildings = 900;
constexpr double most_metres_with_paths = 2000;
constexpr double most_metres_with_names = 2500;
constexpr std::size_t most_of_coarse_streets = 48 * 1024;

struct Word {
    std::string_view word;
    Kind kind;
};
constexpr Word land_words[]{{"built", Kind::built}, {"industry", Kind::built}, {"green", Kind::green},
                            {"wood", Kind::wood},   {"farm", Kind::farm},      {"sand", Kind::farm},
                            {"heath", Kind::farm},  {"wetland", Kind::farm}};
constexpr Word waterway_words[]{{"river", Kind::river},
                                {"canal", Kind::river},
                                {"stream", Kind::stream},
                                {"ditch", Kind::stream}};
constexpr Word road_words[]{{"motorway", Kind::main},   {"main", Kind::main},  {"street", Kind::street},
                            {"service", Kind::service}, {"path", Kind::path},  {"steps", Kind::steps},
                            {"rail", Kind::rail},       {"ferry", Kind::ferry}};

template <std::size_t n>
std::optional<Kind> find_kind(Word const (&words)[n], std::string_view word)
{
    auto const* const found = std::ranges::find(words, word, &Word::word);
    return found == std::end(words) ? std::nullopt : std::optional{found->kind};
}

/// A layer and what its things are drawn as.
std::optional<Kind> kind_of(tile::ReadLayer const& layer, tile::ReadLayer::Feature const& feature)
{
    if (layer.name == "building") return Kind::building;
    if (layer.name == "water") return Kind::water;
    if (layer.name == "square") return Kind::square;
    auto const word = layer.text(feature, "kind");
    if (layer.name == "land") return find_kind(land_words, word);
    if (layer.name == "waterway") return find_kind(waterway_words, word);
    return find_kind(road_words, word);
}

class Drawing {
public:
    Drawing(View const& view, Detail detail)
        : m_view{view}, m_detail{detail}, m_metres{metres_across(view)}, m_ground{view}
    {
    }

    void read(store::Session& session, std::string_view dataset_id, Sheet const& sheet)
    {
        double const part = std::max(m_view.width, m_view.height) / m_view.scale;
        auto const level = static_cast<int>(std::floor(std::log2(most_squares_across / part)));
        auto const zoom = std::clamp(level, int{sheet.zoom_from}, int{sheet.zoom_to});
        double const squares = std::ldexp(1.0, zoom);
        auto const number = [&](double world) {
            return static_cast<std::uint32_t>(std::clamp(std::floor(world * squares), 0.0, squares - 1));
        };
        auto const west = number(m_view.left);
        auto const east = number(m_view.left + m_view.width / m_view.scale);
        auto const north = number(m_view.top);
        auto const south = number(m_view.top + m_view.height / m_view.scale);
        if (std::size_t{east - west + 1} * (south - north + 1) > most_squares)
            return; // of more than the map is made for
        for (auto column = west; column <= east; ++column) {
            for (auto row = north; row <= south; ++row) {
                tile::Address const at{static_cast<std::uint8_t>(zoom), column, row};
                if (auto const packed = load_tile(session, dataset_id, at)) add(at, *packed);
            }
        }
    }

    [[nodiscard]] std::string write(Lettering& lettering)
    {
        write_surfaces();
        write_lines();
        if (m_out.empty()) return {};
        // Paths are in half units: whole numbers, and still sharp on a fine screen.
        auto markup = "<g class=\"ground\" aria-hidden=\"true\" transform=\"scale(.5)\">" + m_out + "</g>";
        m_out.clear();
        if (m_detail == Detail::streets && m_metres <= most_metres_with_names) {
            m_ground.join_named();
            m_out = write_names(m_ground.named(), lettering);
        }
        if (!m_out.empty()) markup += "<g class=\"names\" aria-hidden=\"true\">" + m_out + "</g>";
        return markup;
    }

private:
    [[nodiscard]] bool wants(std::string_view layer) const
    {
        if (layer == "water" || layer == "waterway" || layer == "road") return true;
        if (m_detail == Detail::coarse) return false;
        return layer == "land" || layer == "square" || (layer == "building" && m_metres <= most_metres_with_buildings);
    }

    [[nodiscard]] bool wants(Kind kind) const
    {
        if (m_detail == Detail::streets)
            return m_metres <= most_metres_with_paths ||
                   (kind != Kind::path && kind != Kind::steps && kind != Kind::service);
        return kind == Kind::water || kind == Kind::river || kind == Kind::street || kind == Kind::main;
    }

    void add(tile::Address at, std::string_view packed)
    {
        auto const bytes = http::decompress(packed, most_bytes);
        if (!bytes) return;
        auto const layers = tile::read_tile(*bytes, [&](std::string_view name) { return wants(name); });
        if (!layers) return;
        for (auto const& layer : *layers) {
            m_ground.begin(at, layer.extent);
            for (auto const& feature : layer.features) {
                auto const kind = kind_of(layer, feature);
                if (!kind || !wants(*kind) || layer.find(feature, "tunnel") != nullptr) continue;
                if (feature.shape == tile::Shape::surface) {
                    m_ground.surface(*kind, layer, feature);
                } else if (feature.shape == tile::Shape::line) {
                    bool const told = m_detail == Detail::streets && (*kind == Kind::street || *kind == Kind::main);
                    m_ground.line(*kind, layer, feature, told ? layer.text(feature, "name") : std::string_view{});
                }
            }
        }
    }

    void path(std::string_view css, Kind kind, double units = 0)
    {
        auto const& data = m_ground.path(kind);
        if (data.empty()) return;
        m_out += "<path class=\"";
        m_out += css;
        // Widths follow the scale of the drawing, which a style sheet does not know.
        if (units > 0) m_out += "\" stroke-width=\"" + to_text(std::round(units * 20) / 10);
        m_out += "\" d=\"" + data + "\"/>";
    }

    /// Metres of the world as units of the drawing, within what reads well.
    [[nodiscard]] double width(double metres, double least, double most) const
    {
        return std::clamp(metres * m_view.width / m_metres, least, most);
    }

    void write_surfaces()
    {
        path("farm", Kind::farm);
        path("built", Kind::built);
        path("green", Kind::green);
        path("wood", Kind::wood);
        path("pool", Kind::water);
        path("stream", Kind::stream, width(1.5, 0.6, 3));
        path("stream", Kind::river, width(6, 1.2, 8));
        path("plaza", Kind::square);
        path("house", Kind::building);
    }

    void write_lines()
    {
        double const street = width(7, m_detail == Detail::coarse ? 0.8 : 1.2, 13);
        double const service = width(4, 0.8, 7);
        double const main = width(11, 2.4, 16);
        constexpr double edge = 1.6; // of the casing, both sides
        path("trail", Kind::path, width(1.6, 0.5, 2.2));
        path("stairs", Kind::steps, width(3, 1, 5));
        if (m_detail == Detail::streets) {
            path("casing", Kind::service, service + edge);
            path("casing", Kind::street, street + edge);
        }
        path("casing", Kind::main, main + edge);
        path("track", Kind::rail, width(2.5, 1, 3));
        path("ferry", Kind::ferry, width(2, 1, 2.5));
        path("way", Kind::service, service);
        // Of a large town the main roads are enough, and the page stays small.
        if (m_detail == Detail::streets || m_ground.path(Kind::street).size() <= most_of_coarse_streets)
            path("way", Kind::street, street);
        path("way", Kind::main, main);
    }

    View const& m_view;
    Detail m_detail;
    double m_metres;
    Ground m_ground;
    std::string m_out;
};

} // namespace

html::Safe draw(store::Session& session, std::string_view dataset_id, View const& view, Detail detail,
                Lettering& lettering)
{
    auto const known = find(session, dataset_id);
    if (!known) return {};
    Drawing drawing{view, detail};
    drawing.read(session, dataset_id, known->sheet);
    return {drawing.write(lettering)};
}

} // namespace wf::map
