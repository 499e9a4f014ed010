// SPDX-License-Identifier: EUPL-1.2
// Level by level: features to units, simpler, cut into pieces (in parallel, in blocks of features); pieces in order of square;
// squares to bytes (in parallel, a batch at a time, so that no level's tiles are in memory at once).
#include "kernel/tile/tile.hpp"

#include "base/check.hpp"
#include "base/parallel.hpp"
#include "kernel/tile/cut.hpp"
#include "kernel/tile/encode.hpp"
#include "kernel/tile/sheet.hpp"
#include "kernel/tile/simplify.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <tuple>

namespace wf::tile {

namespace {

constexpr std::size_t most_blocks = 256;
constexpr std::size_t batch_squares = 256;

struct Level {
    std::uint8_t zoom{0};
    std::uint64_t units{1}; ///< wide
    double tolerance{0};
};

/// A piece of some block, by the square that it is in.
struct Entry {
    std::uint64_t square{0};
    std::uint32_t piece{0};
    std::uint16_t block{0};

    auto operator<=>(Entry const& other) const
    {
        return std::tuple{square, block, piece} <=> std::tuple{other.square, other.block, other.piece};
    }
};

void check(Plan const& plan)
{
    WF_CHECK(plan.zoom_from <= plan.zoom_to && plan.zoom_to <= 30);
    WF_CHECK(plan.extent > 0 && plan.extent <= (std::uint32_t{1} << (30 - plan.zoom_to)));
    WF_CHECK(plan.buffer <= std::numeric_limits<std::int16_t>::max());
    WF_CHECK(plan.extent + plan.buffer <= std::uint32_t{std::numeric_limits<std::int16_t>::max()});
    WF_CHECK(plan.tolerance >= 0 && std::isfinite(plan.tolerance));
    WF_CHECK(std::set<std::string>(plan.layers.begin(), plan.layers.end()).size() == plan.layers.size());
}

/// Draws features of a level into one block's pieces.
class Artist {
public:
    Artist(Sheet const& sheet, Plan const& plan, Level const& level, Pieces& into)
        : m_sheet{sheet}, m_level{level}, m_cutter{std::uint32_t{1} << level.zoom, plan.extent, plan.buffer, into}
    {
    }

    void draw(std::size_t index)
    {
        Sheet::Thing const& thing = m_sheet.thing(index);
        if (m_level.zoom < thing.zoom_from || m_level.zoom > thing.zoom_to) return;
        m_cutter.begin(static_cast<std::uint32_t>(index));
        for (std::size_t part = 0; part < m_sheet.parts(index); ++part) {
            m_points.clear();
            for (World const spot : m_sheet.part(index, part)) m_points.push_back(on_level(spot, m_level.units));
            switch (thing.shape) {
            case Shape::point:
                for (Point const point : m_points) m_cutter.spot(point);
                break;
            case Shape::line:
                drop_repeated(m_points);
                m_simplifier.line(m_points, m_level.tolerance);
                m_cutter.line(m_points);
                break;
            case Shape::surface:
                if (!draw_ring(part == 0)) return;
                break;
            }
        }
    }

private:
    /// False when it is an outline and nothing of it is left: its holes need not be drawn then.
    bool draw_ring(bool outline)
    {
        drop_repeated(m_points);
        if (m_points.size() > 1 && m_points.front() == m_points.back()) m_points.pop_back();
        if (m_points.size() < 3 || std::abs(double_surface(m_points)) < 2) return !outline;
        m_simplifier.ring(m_points, m_level.tolerance);
        if (m_points.size() < 3) return !outline;
        m_cutter.ring(m_points, outline);
        return true;
    }

    Sheet const& m_sheet;
    Level const& m_level;
    Simplifier m_simplifier;
    Cutter m_cutter;
    std::vector<Point> m_points;
};

std::vector<Pieces> draw_level(Sheet const& sheet, Plan const& plan, Level const& level)
{
    // Blocks depend on the number of features alone.
    std::size_t const size = sheet.size() / most_blocks + 1;
    std::vector<Pieces> blocks((sheet.size() + size - 1) / size);
    parallel_for(blocks.size(), Threads{plan.threads}, [&](std::size_t block) {
        Artist artist{sheet, plan, level, blocks[block]};
        std::size_t const end = std::min(sheet.size(), (block + 1) * size);
        for (std::size_t i = block * size; i < end; ++i) artist.draw(i);
        blocks[block].list.shrink_to_fit();
        blocks[block].points.shrink_to_fit();
    });
    return blocks;
}

std::vector<Entry> sort_pieces(std::vector<Pieces> const& blocks)
{
    std::vector<Entry> entries;
    std::size_t count = 0;
    for (Pieces const& block : blocks) count += block.list.size();
    entries.reserve(count);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        auto const& list = blocks[block].list;
        for (std::size_t i = 0; i < list.size(); ++i) {
            entries.push_back({list[i].square, static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(block)});
        }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

void hand_over(std::vector<Pieces> const& blocks, std::vector<Entry> const& entries, Sheet const& sheet,
               Plan const& plan, std::uint8_t zoom, Take const& take)
{
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i == 0 || entries[i].square != entries[i - 1].square) begins.push_back(i);
    }
    begins.push_back(entries.size());
    std::size_t const squares = begins.size() - 1;
    std::vector<std::string> contents;
    for (std::size_t first = 0; first < squares; first += batch_squares) {
        contents.assign(std::min(batch_squares, squares - first), {});
        parallel_for(contents.size(), Threads{plan.threads}, [&](std::size_t i) {
            std::vector<Part> parts;
            for (std::size_t at = begins[first + i]; at < begins[first + i + 1]; ++at) {
                Pieces const& block = blocks[entries[at].block];
                parts.push_back({&block.list[entries[at].piece], block.points.data()});
            }
            contents[i] = encode(parts, sheet, plan);
        });
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (contents[i].empty()) continue;
            std::uint64_t const square = entries[begins[first + i]].square;
            take({zoom, static_cast<std::uint32_t>(square >> 32), static_cast<std::uint32_t>(square)}, contents[i]);
        }
    }
}

} // namespace

void make_tiles(std::span<Feature const> features, Plan const& plan, Take const& take)
{
    check(plan);
    Sheet const sheet{features, plan};
    for (unsigned zoom = plan.zoom_from; zoom <= plan.zoom_to; ++zoom) {
        Level const level{static_cast<std::uint8_t>(zoom), std::uint64_t{plan.extent} << zoom,
                          zoom == plan.zoom_to ? plan.tolerance / 4 : plan.tolerance};
        std::vector<Pieces> const blocks = draw_level(sheet, plan, level);
        hand_over(blocks, sort_pieces(blocks), sheet, plan, level.zoom, take);
    }
}

} // namespace wf::tile
