// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/lettering.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wf::map {
namespace {

constexpr double letter_width = 0.56; // of its height: our letters, bold, capitals first
constexpr double radius_of_letters = 0.62;

} // namespace

double width_of(std::string_view words, double letters)
{
    auto const count = std::count_if(words.begin(), words.end(),
                                     [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<double>(count) * letter_width * letters;
}

void Lettering::keep_free(Dot at, double radius)
{
    m_taken.push_back({at, radius});
}

std::vector<Lettering::Circle> Lettering::cover(Dot middle, double degrees, std::string_view words, double letters)
{
    double const angle = degrees * std::numbers::pi / 180;
    double const radius = letters * radius_of_letters;
    double const reach = std::max(0.0, width_of(words, letters) / 2 - radius * 0.7);
    auto const steps = static_cast<int>(std::ceil(reach / radius));
    std::vector<Circle> circles;
    for (int step = -steps; step <= steps; ++step) {
        double const along = steps == 0 ? 0 : reach * step / steps;
        circles.push_back({{middle.x + along * std::cos(angle), middle.y + along * std::sin(angle)}, radius});
    }
    return circles;
}

bool Lettering::fits(Dot middle, double degrees, std::string_view words, double letters) const
{
    auto const circles = cover(middle, degrees, words, letters);
    return std::all_of(circles.begin(), circles.end(), [&](Circle const& one) {
        if (one.at.x < one.radius || one.at.y < one.radius || one.at.x > m_width - one.radius ||
            one.at.y > m_height - one.radius)
            return false;
        return std::none_of(m_taken.begin(), m_taken.end(), [&](Circle const& other) {
            return std::hypot(one.at.x - other.at.x, one.at.y - other.at.y) < one.radius + other.radius;
        });
    });
}

void Lettering::take(Dot middle, double degrees, std::string_view words, double letters)
{
    auto const circles = cover(middle, degrees, words, letters);
    m_taken.insert(m_taken.end(), circles.begin(), circles.end());
}

} // namespace wf::map
