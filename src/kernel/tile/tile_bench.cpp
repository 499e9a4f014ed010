// SPDX-License-Identifier: EUPL-1.2
// How long do the tiles of a town take, levels 8 to 15? Made-up streets (10 points), buildings (5) and places, as many as
// Kampen has spots in OpenStreetMap (about 300,000), and 4 times that. tile_bench 2 16: two threads, 16 times.
#include "base/random.hpp"
#include "kernel/tile/tile.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using namespace wf::tile;

constexpr std::int32_t block = 20'000; // some 150 by 220 metres: two streets, seven buildings, a place and some grass

void add_block(std::vector<Feature>& features, wf::Random& random, std::int32_t west, std::int32_t south)
{
    auto const some = [&](std::int32_t most) {
        return static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(most)));
    };
    auto const add = [&](Shape shape, std::uint8_t layer, std::uint8_t from, std::vector<Spot> part) {
        Feature feature;
        feature.id = features.size() + 1;
        feature.shape = shape;
        feature.layer = layer;
        feature.zoom_from = from;
        feature.rank = some(10);
        feature.parts.push_back(std::move(part));
        features.push_back(std::move(feature));
    };
    for (int which = 0; which < 2; ++which) {
        std::vector<Spot> street;
        for (std::int32_t i = 0; i < 10; ++i) {
            std::int32_t const along = i * block / 9;
            street.push_back(which == 0 ? Spot{west + along, south + some(400)}
                                        : Spot{west + some(400), south + along});
        }
        add(Shape::line, 0, static_cast<std::uint8_t>(8 + some(7)), std::move(street));
        features.back().tags = {{0, "street " + std::to_string(some(2000))}, {1, std::int64_t{some(6)}}};
    }
    for (std::int32_t i = 0; i < 7; ++i) {
        std::int32_t const x = west + 1'000 + i * 2'600;
        std::int32_t const y = south + 1'000 + some(15'000);
        add(Shape::surface, 1, 13, {{x, y}, {x + 1'400, y + 90}, {x + 1'390, y + 1'000}, {x - 10, y + 910}, {x, y}});
        features.back().tags = {{2, std::to_string(1 + some(300))}};
    }
    add(Shape::point, 2, 14, {{west + some(block), south + some(block)}});
    features.back().tags = {{0, "place " + std::to_string(some(100'000))}, {3, some(2) == 0}};
    std::vector<Spot> grass;
    for (int i = 0; i < 20; ++i) {
        double const angle = i * 0.314159;
        grass.push_back({west + block / 2 + static_cast<std::int32_t>((6'000 + some(2'000)) * std::cos(angle)),
                         south + block / 2 + static_cast<std::int32_t>((6'000 + some(2'000)) * std::sin(angle))});
    }
    grass.push_back(grass.front());
    add(Shape::surface, 3, 10, std::move(grass));
}

std::vector<Feature> make_town(int times)
{
    std::vector<Feature> features;
    wf::Random random{7};
    auto const side = static_cast<std::int32_t>(std::lround(std::sqrt(3'900.0 * times)));
    for (std::int32_t row = 0; row < side; ++row) {
        for (std::int32_t column = 0; column < side; ++column) {
            add_block(features, random, 58'000'000 + column * block, 524'000'000 + row * block);
        }
    }
    return features;
}

double megabytes(char const* what)
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what)) return std::strtod(line.c_str() + std::string{what}.size(), nullptr) / 1024;
    }
    return 0;
}

void measure(int times, unsigned threads)
{
    auto const features = make_town(times);
    std::size_t spots = 0;
    for (auto const& feature : features) spots += feature.parts[0].size();
    double const before = megabytes("VmRSS:");
    Plan plan;
    plan.layers = {"streets", "buildings", "places", "land"};
    plan.keys = {"name", "kind", "number", "fine"};
    plan.threads = threads;
    std::size_t squares = 0;
    std::size_t bytes = 0;
    std::size_t largest = 0;
    auto const start = std::chrono::steady_clock::now();
    make_tiles(features, plan, [&](Address, std::string const& content) {
        ++squares;
        bytes += content.size();
        largest = std::max(largest, content.size());
    });
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("tile: %zu features of %zu spots in %.2f s on %u thread(s): %zu squares, %.1f MB, largest %.0f kB; "
                "features %.0f MB, at most %.0f MB in all\n",
                features.size(), spots, seconds, threads, squares, static_cast<double>(bytes) / 1e6,
                static_cast<double>(largest) / 1e3, before, megabytes("VmHWM:"));
}

} // namespace

int main(int count, char** arguments)
{
    unsigned const threads = count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : 1;
    if (count > 2) {
        measure(std::atoi(arguments[2]), threads);
        return 0;
    }
    for (int const times : {1, 4}) measure(times, threads);
}
