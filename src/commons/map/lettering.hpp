// SPDX-License-Identifier: EUPL-1.2
// Finds room for words on a drawing: never over one another, over what must stay free, or over the edge. Words are as wide as
// their letters are in the mean; halos leave room for what that misses.
#pragma once

#include "commons/map/view.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace wf::map {

/// Heights of letters in units of the drawing: where it is as wide as its units, and on a phone, where a unit is half a point.
inline constexpr double usual_letters = 16;
inline constexpr double large_letters = 26;

[[nodiscard]] double width_of(std::string_view words, double letters);

class Lettering {
public:
    Lettering(int width, int height) : m_width{width}, m_height{height} {}

    void keep_free(Dot at, double radius);
    /// Words with their middle here, turned clockwise by `degrees`. True: nothing is in the way.
    [[nodiscard]] bool fits(Dot middle, double degrees, std::string_view words, double letters) const;
    void take(Dot middle, double degrees, std::string_view words, double letters);

private:
    struct Circle {
        Dot at;
        double radius{0};
    };
    [[nodiscard]] static std::vector<Circle> cover(Dot middle, double degrees, std::string_view words, double letters);

    int m_width;
    int m_height;
    std::vector<Circle> m_taken;
};

} // namespace wf::map
