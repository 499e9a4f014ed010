// SPDX-License-Identifier: EUPL-1.2
// Lines and rings of a level, cut into the squares that they touch (with the buffer around each). A shape over many squares is
// divided half by half, so that each of its points is looked at about log(squares) times. Inside the module only.
// Source  Y.-D. Liang and B. A. Barsky, "A new concept and method for line clipping", 1984; I. E. Sutherland and
//         G. W. Hodgman, "Reentrant polygon clipping", 1974.
#pragma once

#include "kernel/tile/plane.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wf::tile {

/// In units of its own square.
struct Local {
    std::int16_t x{0};
    std::int16_t y{0};
};

struct Piece {
    std::uint64_t square{0};  ///< column · 2^32 + row
    std::uint32_t feature{0}; ///< as `begin` was told
    std::uint32_t begin{0};   ///< in Pieces::points
    std::uint32_t count{0};
    bool outline{true}; ///< of a surface; false: a hole
};

/// Pieces in the order of features and of their parts; the squares of one part in any order.
struct Pieces {
    std::vector<Piece> list;
    std::vector<Local> points;
};

class Cutter {
public:
    /// `squares`: how many the level has each way.
    Cutter(std::uint32_t squares, std::uint32_t extent, std::uint32_t buffer, Pieces& into);

    /// What follows is of this feature.
    void begin(std::uint32_t feature) { m_feature = feature; }
    /// To the square that it is in alone.
    void spot(Point point);
    /// No point like the one before it. A piece of one point is left out.
    void line(std::span<Point const> points);
    /// Does not repeat its first point. Pieces have more than one unit of surface, and run clockwise as one sees them
    /// when they are outlines, and the other way when they are holes.
    void ring(std::span<Point const> points, bool outline);

private:
    /// Columns and rows, both ends included.
    struct Range {
        std::int32_t left{0};
        std::int32_t top{0};
        std::int32_t right{0};
        std::int32_t bottom{0};
        [[nodiscard]] bool one() const { return left == right && top == bottom; }
    };
    struct Vertex {
        double x{0};
        double y{0};
    };
    struct Frame {
        double left{0};
        double top{0};
        double right{0};
        double bottom{0};
    };
    enum class Side { left, top, right, bottom };
    /// The part of a segment within a frame, from 0 at its start to 1 at its end.
    struct Part {
        double from{0};
        double to{1};
    };

    [[nodiscard]] Range squares_of(Frame const& frame) const;
    [[nodiscard]] static Range both(Range const& a, Range const& b);
    [[nodiscard]] Frame frame_of(Range const& range) const;
    [[nodiscard]] static Frame frame_of(std::span<Point const> points);
    [[nodiscard]] static bool within(Frame const& inner, Frame const& outer);
    [[nodiscard]] static bool part_within(Point a, Point b, Frame const& frame, Part& part);
    static void halve(Range const& range, Range& first, Range& second);

    void divide_line(std::span<Point const> points, Range const& range);
    void cut_line(std::span<Point const> points, Range const& square);
    void add_line(Range const& square);
    void divide_ring(std::vector<Vertex> const& ring, Range const& range, bool outline);
    static void cut_ring(std::vector<Vertex> const& ring, Side side, double at, std::vector<Vertex>& left_over);
    void finish_ring(std::vector<Vertex> const& ring, Range const& square, bool outline);
    void add_ring(Range const& square, bool outline);
    void add(Range const& square, std::span<Point const> points, bool outline);

    std::int32_t m_squares;
    std::int32_t m_extent;
    std::int32_t m_buffer;
    Pieces& m_into;
    std::uint32_t m_feature{0};
    std::vector<Point> m_run; ///< the piece that is being made
};

} // namespace wf::tile
