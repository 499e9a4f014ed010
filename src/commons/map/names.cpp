// SPDX-License-Identifier: EUPL-1.2
#include "commons/map/names.hpp"

#include "base/text.hpp"
#include "platform/html/html.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace wf::map {
namespace {

constexpr std::size_t most_names = 14;
constexpr std::size_t most_large_names = 5;

struct Placed {
    Dot middle;
    double degrees{0};
};

/// Along a line that is nearly straight for as long as the words are.
std::optional<Placed> find_room(std::vector<Dot> const& line, std::string_view words, double letters,
                                Lettering const& lettering)
{
    std::vector<double> at{0};
    for (std::size_t i = 1; i < line.size(); ++i)
        at.push_back(at.back() + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    double const need = width_of(words, letters);
    double const spare = at.back() - need;
    if (spare < 0) return std::nullopt;
    auto const dot_at = [&](double along) {
        auto const next =
            std::min<std::size_t>(static_cast<std::size_t>(std::upper_bound(at.begin(), at.end(), along) - at.begin()),
                                  at.size() - 1);
        double const piece = at[next] - at[next - 1];
        double const part = piece > 0 ? (along - at[next - 1]) / piece : 0;
        return Dot{line[next - 1].x + (line[next].x - line[next - 1].x) * part,
                   line[next - 1].y + (line[next].y - line[next - 1].y) * part};
    };
    for (double const share : {0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95}) {
        double const from = spare * share;
        auto const a = dot_at(from);
        auto const b = dot_at(from + need);
        double const wide = std::hypot(b.x - a.x, b.y - a.y);
        if (wide < need * 0.97) continue;
        bool straight = true;
        for (int step = 1; step < 8 && straight; ++step) {
            auto const dot = dot_at(from + need * step / 8);
            double const off = ((b.x - a.x) * (dot.y - a.y) - (b.y - a.y) * (dot.x - a.x)) / wide;
            straight = std::abs(off) < letters * 0.25;
        }
        if (!straight) continue;
        Placed placed{{(a.x + b.x) / 2, (a.y + b.y) / 2}, std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi};
        // Never upside down.
        if (placed.degrees > 90) placed.degrees -= 180;
        if (placed.degrees <= -90) placed.degrees += 180;
        if (lettering.fits(placed.middle, placed.degrees, words, letters)) return placed;
    }
    return std::nullopt;
}

void write_name(std::string& out, std::string_view name, Placed const& placed, bool large)
{
    auto const x = to_text(std::round(placed.middle.x));
    auto const y = to_text(std::round(placed.middle.y));
    auto const turn = to_text(std::round(placed.degrees));
    out += large ? "<text class=\"large\"" : "<text";
    out += " transform=\"translate(" + x + " " + y + ") rotate(" + turn + ")\" dy=\".35em\">";
    html::escape_into(out, name);
    out += "</text>";
}

} // namespace

std::string write_names(Named const& named, Lettering& lettering)
{
    struct Street {
        std::string_view name;
        std::vector<std::vector<Dot>> const* lines;
        double length{0};
        bool told{false};
    };
    std::vector<Street> streets;
    for (auto const& [name, lines] : named) {
        Street street{name, &lines};
        for (auto const& line : lines) {
            for (std::size_t i = 1; i < line.size(); ++i)
                street.length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
        streets.push_back(street);
    }
    // What is longest here, people know best.
    std::sort(streets.begin(), streets.end(), [](Street const& a, Street const& b) {
        return std::tuple{-a.length, a.name} < std::tuple{-b.length, b.name};
    });
    std::string out;
    std::size_t count = 0;
    for (double const letters : {large_letters, usual_letters}) {
        bool const large = letters == large_letters;
        for (auto& street : streets) {
            if (street.told) continue;
            if (count >= (large ? most_large_names : most_names)) break;
            for (auto const& line : *street.lines) {
                auto const placed = find_room(line, street.name, letters, lettering);
                if (!placed) continue;
                lettering.take(placed->middle, placed->degrees, street.name, letters);
                write_name(out, street.name, *placed, large);
                street.told = true;
                ++count;
                break;
            }
        }
    }
    return out;
}

} // namespace wf::map
