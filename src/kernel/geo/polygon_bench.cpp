// SPDX-License-Identifier: EUPL-1.2
// How long do surface and overlap of outlines take? Rings as CBS publishes them have 20 to 2,000 points.
#include "kernel/geo/polygon.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace {

wf::geo::MultiPolygon circle(int points, double shift)
{
    wf::geo::Ring ring;
    for (int i = 0; i < points; ++i) {
        double const angle = 2 * std::numbers::pi * i / points;
        ring.push_back({5.9 + shift + 0.02 * std::cos(angle), 52.5 + 0.02 * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {{ring}};
}

template <class F>
void measure(char const* what, int points, int repeats, F&& work)
{
    using Clock = std::chrono::steady_clock;
    double sum = 0;
    auto const start = Clock::now();
    for (int i = 0; i < repeats; ++i) sum += work();
    double const micros = std::chrono::duration<double, std::micro>(Clock::now() - start).count() / repeats;
    std::printf("geo: %s of %d points in %.2f microseconds (mean %.6g)\n", what, points, micros, sum / repeats);
}

} // namespace

int main()
{
    for (int const points : {20, 200, 2000}) {
        auto const one = circle(points, 0);
        auto const other = circle(points, 0.001);
        measure("surface", points, 2000, [&] { return wf::geo::area_square_metres(one); });
        measure("overlap", points, 20, [&] { return wf::geo::overlap(one, other).value(); });
    }
}
