// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/map_tiles.hpp"

#include "import/osm/map_clip.hpp"
#include "kernel/reach/network.hpp"
#include "platform/http/compress.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <span>
#include <vector>

namespace wf::osm {
namespace {

constexpr std::uint8_t block_zoom = 10;
constexpr std::uint64_t most_blocks = 1024;
constexpr std::size_t packed_at_once = 64;

/// Columns and rows of one level that touch a box.
struct Range {
    tile::Address first;
    tile::Address last;
    [[nodiscard]] bool holds(tile::Address at) const
    {
        return at.column >= first.column && at.column <= last.column && at.row >= first.row && at.row <= last.row;
    }
};

/// The northern edge of a row.
std::int32_t north_of(std::uint8_t zoom, std::uint32_t row)
{
    double const part = static_cast<double>(row) / static_cast<double>(std::uint32_t{1} << zoom);
    double const lat = std::atan(std::sinh(std::numbers::pi * (1 - 2 * part)));
    return static_cast<std::int32_t>(std::lround(lat * 180 / std::numbers::pi * 1e7));
}

/// All of these squares, with more around them than a square keeps beyond its edge (64 of its 4096 units).
SpotBox around(Range const& range)
{
    std::uint8_t const zoom = range.first.zoom;
    std::int64_t const world = 3'600'000'000;
    std::int64_t const width = world >> zoom;
    auto const margin = static_cast<std::int32_t>(width / 60);
    auto const west_of = [&](std::uint32_t column) {
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(width * column - world / 2, -world / 2, world / 2));
    };
    return {{west_of(range.first.column) - margin, north_of(zoom, range.last.row + 1) - margin},
            {west_of(range.last.column + 1) + margin, north_of(zoom, range.first.row) + margin}};
}

Range range_of(SpotBox const& box, std::uint8_t zoom)
{
    return {tile::square_of({box.low.lon, box.high.lat}, zoom), tile::square_of({box.high.lon, box.low.lat}, zoom)};
}

SpotBox to_spots(geo::Box const& box)
{
    auto const low = reach::to_place({box.west, box.south});
    auto const high = reach::to_place({box.east, box.north});
    return {{low.lon, low.lat}, {high.lon, high.lat}};
}

/// Compresses squares on several threads and hands them on in order. After an Error it takes nothing more.
class Packer {
public:
    Packer(Threads threads, std::function<Result<void>(map::Tile)> const& take) : m_threads{threads}, m_take{take} {}

    void add(tile::Address at, std::string const& content)
    {
        if (!m_outcome) return;
        m_tiles.push_back({at, content});
        if (m_tiles.size() >= packed_at_once) pack();
    }
    /// Hands on the last ones. What went wrong, if anything; to be asked after each block.
    Result<void> flush()
    {
        pack();
        return m_outcome;
    }

private:
    void pack()
    {
        parallel_for(m_tiles.size(), m_threads, [&](std::size_t i) {
            m_tiles[i].content = http::compress(m_tiles[i].content, http::Effort::thorough);
        });
        for (auto& tile : m_tiles) {
            if (m_outcome) m_outcome = m_take(std::move(tile));
        }
        m_tiles.clear();
    }

    Threads m_threads;
    std::function<Result<void>(map::Tile)> const& m_take;
    std::vector<map::Tile> m_tiles;
    Result<void> m_outcome;
};

using Numbers = std::vector<std::uint32_t>; ///< of things

/// Things by the blocks that they touch.
std::map<tile::Address, Numbers> sort_by_block(MapThings const& things, Range const& blocks)
{
    constexpr std::int32_t margin = 3'600'000'000 / (1 << block_zoom) / 60; // as `around` has it
    std::map<tile::Address, Numbers> sorted;
    auto const& all = things.all();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        SpotBox box = things.box(all[i]);
        box.low = {box.low.lon - margin, box.low.lat - margin};
        box.high = {box.high.lon + margin, box.high.lat + margin};
        Range const range = range_of(box, block_zoom);
        for (auto row = std::max(range.first.row, blocks.first.row); row <= std::min(range.last.row, blocks.last.row);
             ++row) {
            for (auto column = std::max(range.first.column, blocks.first.column);
                 column <= std::min(range.last.column, blocks.last.column); ++column) {
                sorted[{block_zoom, column, row}].push_back(i);
            }
        }
    }
    return sorted;
}

std::vector<tile::Feature> make_features(MapThings const& things, std::span<std::uint32_t const> numbers,
                                         SpotBox const& box)
{
    std::vector<tile::Feature> features;
    features.reserve(numbers.size());
    for (std::uint32_t const number : numbers) {
        if (auto feature = clip_to(things.make_feature(things.all()[number]), box))
            features.push_back(std::move(*feature));
    }
    return features;
}

Numbers things_of_level(MapThings const& things, std::uint8_t zoom)
{
    Numbers numbers;
    auto const& all = things.all();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].look.zoom_from <= zoom) numbers.push_back(i);
    }
    return numbers;
}

} // namespace

bool fits_map(geo::Box const& extent)
{
    Range const blocks = range_of(to_spots(extent), block_zoom);
    std::uint64_t const columns = blocks.last.column - blocks.first.column + 1;
    std::uint64_t const rows = blocks.last.row - blocks.first.row + 1;
    return columns * rows <= most_blocks;
}

Result<void> draw_map(MapThings const& things, geo::Box const& extent, Threads threads,
                      std::function<Result<void>(map::Tile)> const& take,
                      std::function<void(double part)> const& progress)
{
    SpotBox const edge = to_spots(extent);
    Packer packer{threads, take};
    tile::Plan plan = make_map_plan();
    plan.threads = threads.count();

    // Above the blocks few things show: level by level for all of them. Each call has one level, which is its deepest.
    for (std::uint8_t zoom = map_zoom_from; zoom < block_zoom; ++zoom) {
        tile::Plan level = plan;
        level.zoom_from = level.zoom_to = zoom;
        level.tolerance *= 4;
        Range const wanted = range_of(edge, zoom);
        auto const features = make_features(things, things_of_level(things, zoom), around(wanted));
        tile::make_tiles(features, level, [&](tile::Address at, std::string const& content) {
            if (wanted.holds(at)) packer.add(at, content);
        });
        WF_TRY_VOID(packer.flush());
    }

    plan.zoom_from = block_zoom;
    auto const blocks = sort_by_block(things, range_of(edge, block_zoom));
    std::size_t done = 0;
    for (auto const& [address, numbers] : blocks) {
        tile::Address const block = address;
        if (progress) progress(static_cast<double>(done++) / static_cast<double>(blocks.size()));
        tile::make_tiles(make_features(things, numbers, around({block, block})), plan,
                         [&](tile::Address at, std::string const& content) {
                             int const deeper = at.zoom - block_zoom;
                             bool const in_block = at.column >> deeper == block.column && at.row >> deeper == block.row;
                             if (in_block && range_of(edge, at.zoom).holds(at)) packer.add(at, content);
                         });
        WF_TRY_VOID(packer.flush());
    }
    if (progress) progress(1);
    return {};
}

} // namespace wf::osm
