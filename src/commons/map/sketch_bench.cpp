// SPDX-License-Identifier: EUPL-1.2
// What a small map costs: milliseconds to draw and kilobytes to send, for views of several widths around a point of a store that
// has a map. sketch_bench sqlite:FILE LON LAT
#include "commons/map/map.hpp"
#include "commons/map/sketch.hpp"
#include "platform/http/compress.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int count, char** arguments)
{
    using namespace wf;
    if (count != 4) return 2;
    auto const store = std::move(store::Store::open(arguments[1]).value());
    geo::Point const centre{std::atof(arguments[2]), std::atof(arguments[3])};
    store->read([&](store::Session& session) {
        auto const known = map::list(session);
        if (known.empty()) return;
        for (double const metres : {300.0, 500.0, 700.0, 1000.0, 1500.0, 3000.0, 12000.0}) {
            auto const view = map::view_around(centre, metres, 600, 380);
            std::vector<double> took;
            html::Safe ground;
            for (int run = 0; run < 21; ++run) {
                auto const start = std::chrono::steady_clock::now();
                map::Lettering lettering{view.width, view.height};
                ground = map::draw(session, known.front().dataset_id, view, map::Detail::streets, lettering);
                took.push_back(
                    std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            }
            std::sort(took.begin(), took.end());
            std::printf("%6.0f m %6.2f ms (%.2f-%.2f) %7.1f kB %6.1f kB gzip\n", metres, took[took.size() / 2],
                        took.front(), took.back(), static_cast<double>(ground.markup.size()) / 1000,
                        static_cast<double>(http::compress(ground.markup, http::Effort::quick).size()) / 1000);
        }
    });
}
