// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "platform/web/components.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace wf::web {

using namespace html;

namespace {

/// One decimal, always with a point: for SVG, not for people.
std::string coordinate(double value)
{
    std::array<char, 40> digits;
    auto const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1).ptr;
    return {digits.data(), end};
}

std::string percent(double value)
{
    return coordinate(value) + "%";
}

/// The rail leaves 3 % free on either side, so that a dot at its end is whole.
double place_on(Scale const& scale, double value)
{
    WF_CHECK(std::isfinite(value));
    return 3 + 94 * (std::clamp(value, scale.least, scale.most) - scale.least) / (scale.most - scale.least);
}

void upright(Html& page, std::string_view classes, double at, std::string_view top, std::string_view bottom)
{
    auto const x = percent(at);
    page(tag::line, attr::cls(classes), attr::named("x1", x), attr::named("x2", x), attr::named("y1", top),
         attr::named("y2", bottom));
}

std::string written(Visit const& visit, double value)
{
    return visit.t.number(value, value == std::round(value) ? 0 : 1);
}

/// Where the years of a spark line stand in its box of 60 by 32; the highest value is on top.
struct SparkBox {
    double least;
    double most;
    std::size_t count;

    [[nodiscard]] std::string x(std::size_t index) const
    {
        return coordinate(count < 2 ? 56 : 4 + 52 * static_cast<double>(index) / static_cast<double>(count - 1));
    }
    [[nodiscard]] std::string y(double value) const
    {
        return coordinate(most > least ? 26 - 20 * (value - least) / (most - least) : 16);
    }
};

} // namespace

void scale(Html& page, Visit const& visit, Scale const& scale)
{
    WF_CHECK(std::isfinite(scale.least) && std::isfinite(scale.most) && scale.least < scale.most);
    bool const margin_known = scale.low && scale.high;
    page(tag::svg, attr::cls("iv"), attr::role("img"), attr::label(scale.label), [&] {
        page(tag::rect, attr::cls("rail"), attr::named("x", "3%"), attr::named("y", "15"), attr::named("width", "94%"),
             attr::named("height", "10"), attr::named("rx", "5"));
        if (margin_known && *scale.low < *scale.high) {
            auto const low = place_on(scale, *scale.low);
            auto const high = place_on(scale, *scale.high);
            page(tag::rect, attr::cls("band"), attr::named("x", percent(low)), attr::named("y", "10"),
                 attr::named("width", percent(high - low)), attr::named("height", "20"), attr::named("rx", "3"));
            upright(page, "end", low, "8", "32");
            upright(page, "end", high, "8", "32");
        }
        if (scale.reference) upright(page, "reference", place_on(scale, *scale.reference), "3", "37");
        if (scale.value) {
            page(tag::circle, attr::cls(margin_known ? "dot" : "dot dot--open"),
                 attr::named("cx", percent(place_on(scale, *scale.value))), attr::named("cy", "20"),
                 attr::named("r", "7.5"));
        }
    });
    page(tag::p, attr::cls("ivn"), attr::hidden_from_readers(), [&] {
        page(tag::span, written(visit, scale.least));
        page(tag::span, written(visit, scale.most));
    });
}

void certainty(Html& page, Certainty const& bar)
{
    WF_CHECK(bar.certain >= 0 && bar.certain <= bar.possible && bar.possible <= 1);
    page(tag::svg, attr::cls("cub"), attr::role("img"), attr::label(bar.label), [&] {
        page(tag::rect, attr::cls("b"), attr::named("width", "100%"), attr::named("height", "26"));
        if (bar.possible > bar.certain)
            page(tag::line, attr::cls("u"), attr::named("x1", percent(bar.certain * 100)), attr::named("y1", "13"),
                 attr::named("x2", percent(bar.possible * 100)), attr::named("y2", "13"));
        if (bar.certain > 0)
            page(tag::rect, attr::cls("c"), attr::named("width", percent(bar.certain * 100)),
                 attr::named("height", "26"));
        if (bar.possible > bar.certain) upright(page, "e", bar.expected * 100, "0", "26");
    });
}

void certainty_key(Html& page, std::string_view certain, std::string_view unknown, std::string_view no)
{
    page(tag::ul, attr::cls("key"), [&] {
        auto const item = [&](std::string_view css, std::string_view words) {
            page(tag::li, [&] {
                page(tag::i, attr::cls(css), attr::hidden_from_readers(), "");
                page.text(words);
            });
        };
        item("c", certain);
        item("u", unknown);
        item("b", no);
    });
}

void spark(Html& page, std::span<std::optional<double> const> values, bool joined)
{
    SparkBox box{HUGE_VAL, -HUGE_VAL, values.size()};
    std::size_t last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        WF_CHECK(std::isfinite(*values[i]));
        box.least = std::min(box.least, *values[i]);
        box.most = std::max(box.most, *values[i]);
        last = i;
    }
    if (box.least > box.most) return;

    page(tag::svg, attr::cls("spark"), attr::named("viewBox", "0 0 60 32"), attr::hidden_from_readers(), [&] {
        std::string way;
        for (std::size_t i = 0; i <= last; ++i) {
            if (!values[i]) continue;
            bool const goes_on = joined && i > 0 && values[i - 1].has_value();
            (((way += goes_on ? "L" : "M") += box.x(i)) += ' ') += box.y(*values[i]);
            // A year that no line leads to or from is a dot of its own.
            bool const alone = !joined || (!goes_on && (i == last || !values[i + 1]));
            if (alone && i != last) {
                page(tag::circle, attr::cls("then"), attr::named("cx", box.x(i)), attr::named("cy", box.y(*values[i])),
                     attr::named("r", "3"));
            }
        }
        if (joined) page(tag::path, attr::cls("way"), attr::named("d", way));
        page(tag::circle, attr::cls("now"), attr::named("cx", box.x(last)), attr::named("cy", box.y(*values[last])),
             attr::named("r", "4"));
    });
}

} // namespace wf::web
