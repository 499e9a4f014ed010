// SPDX-License-Identifier: EUPL-1.2
// How long, with how much memory, and how large a map is made: import_osm_map_bench FILE
#include "import/osm/map_read.hpp"
#include "import/osm/map_tiles.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

namespace {

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long most_megabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss / 1024;
}

struct Level {
    std::size_t squares{0};
    std::size_t bytes{0};
    std::size_t largest{0};
};

} // namespace

int main(int count, char** words)
{
    using namespace wf;
    std::string const path = count > 1 ? words[1] : "data/kampen/kampen.osm.pbf";
    double const begin = now();
    auto const things = osm::read_map(path);
    if (!things) {
        std::printf("%s\n", to_line(things.error()).c_str());
        return 1;
    }
    double const read = now();
    std::printf("read   %.2f s, at most %ld MB: %zu things, %lld left out\n", read - begin, most_megabytes(),
                things->all().size(), static_cast<long long>(things->incomplete));
    std::array<Level, 16> levels;
    geo::Box const extent{5.841, 52.524, 6.433, 52.764}; // four by four Kampens
    auto const drawn = osm::draw_map(*things, extent, Threads{0}, [&](map::Tile tile) -> Result<void> {
        Level& level = levels[tile.at.zoom];
        ++level.squares;
        level.bytes += tile.content.size();
        level.largest = std::max(level.largest, tile.content.size());
        return {};
    });
    if (!drawn) return 1;
    std::printf("draw   %.2f s, at most %ld MB\n", now() - read, most_megabytes());
    for (std::size_t zoom = 0; zoom < levels.size(); ++zoom) {
        Level const& level = levels[zoom];
        if (level.squares == 0) continue;
        std::printf("level %2zu: %6zu squares, %9zu bytes, mean %7zu, largest %7zu\n", zoom, level.squares, level.bytes,
                    level.bytes / level.squares, level.largest);
    }
    return 0;
}
