// SPDX-License-Identifier: EUPL-1.2
// Shapes of squares as they lie on one drawing: clipped to it, with as few points as it can show, one path for each kind of
// thing. Inside the module only.
#pragma once

#include "commons/map/view.hpp"
#include "kernel/tile/read.hpp"
#include "kernel/tile/simplify.hpp"

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::map {

/// In the order in which they are drawn.
enum class Kind {
    farm,
    built,
    green,
    wood,
    water,
    stream,
    river,
    square,
    building,
    path,
    steps,
    rail,
    ferry,
    service,
    street,
    main
};
inline constexpr std::size_t kinds = static_cast<std::size_t>(Kind::main) + 1;

/// Lines by name, in units of the drawing.
using Named = std::map<std::string, std::vector<std::vector<Dot>>, std::less<>>;

/// Points in sixteenths of a unit, so that rounding comes last.
class Ground {
public:
    explicit Ground(View const& view);

    /// What follows lies in this square.
    void begin(tile::Address at, std::uint32_t extent);
    /// The outline and holes of one surface.
    void surface(Kind kind, tile::ReadLayer const& layer, tile::ReadLayer::Feature const& feature);
    /// `name` empty: none.
    void line(Kind kind, tile::ReadLayer const& layer, tile::ReadLayer::Feature const& feature, std::string_view name);

    /// For <path d="">, in half units; empty: nothing of this kind is seen.
    [[nodiscard]] std::string const& path(Kind kind) const { return m_paths[static_cast<std::size_t>(kind)].data; }
    /// Makes one line of pieces that meet.
    void join_named();
    [[nodiscard]] Named const& named() const { return m_named; }

private:
    struct Path {
        std::string data;
        tile::Point pen;
    };

    /// False when it is not seen.
    bool place(std::span<tile::Unit const> part);
    void clip_line();
    void clip_ring();
    void write(Kind kind, std::vector<tile::Point>& points, bool closed);

    tile::Box m_frame; ///< what is drawn
    double m_left;
    double m_top;
    double m_scale;
    double m_step{1}; ///< sixteenths to a unit of the square
    Dot m_corner;     ///< of the square
    tile::Simplifier m_simplifier;
    std::vector<tile::Point> m_points;
    std::vector<tile::Point> m_run;
    std::vector<std::vector<tile::Point>> m_runs;
    std::array<Path, kinds> m_paths;
    Named m_named;
};

} // namespace wf::map
