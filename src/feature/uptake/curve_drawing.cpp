// SPDX-License-Identifier: EUPL-1.2
#include "feature/uptake/curve_drawing.hpp"

#include "base/check.hpp"
#include "base/date.hpp"
#include "platform/web/moments.hpp"

#include <algorithm>

namespace wf::uptake_pages {

using namespace html;

namespace {

constexpr double left = 46;
constexpr double right = 585;
constexpr double top = 20;
constexpr double bottom = 240;
constexpr std::array classes{"line line--education", "line line--provider", "line line--municipal",
                             "line line--national"};
static_assert(classes.size() == uptake::all_kinds.size());

/// Whole units of a drawing of 600 by 280: finer than anybody sees.
std::string unit(double value)
{
    return std::to_string(static_cast<int>(value + 0.5));
}

int months_since_zero(std::string const& month)
{
    auto const day = Date::parse(month + "-01");
    WF_CHECK(day.has_value());
    return day->year() * 12 + day->month();
}

struct Frame {
    int first;
    int last;
    std::int64_t most;

    [[nodiscard]] double x(int month) const
    {
        // One month alone stands in the middle.
        return first == last ? (left + right) / 2 : left + (right - left) * (month - first) / (last - first);
    }
    [[nodiscard]] double y(std::int64_t count) const
    {
        return bottom - (bottom - top) * static_cast<double>(count) / static_cast<double>(most);
    }
};

/// Circle, square, triangle, diamond.
std::string mark_path(std::size_t kind, double x, double y)
{
    auto const at = [&](double dx, double dy) { return unit(x + dx) + " " + unit(y + dy); };
    constexpr double r = 7;
    switch (kind) {
    case 0:
        return "M" + at(-r, 0) + "a" + unit(r) + " " + unit(r) + " 0 1 0 " + unit(2 * r) + " 0a" + unit(r) + " " +
               unit(r) + " 0 1 0 -" + unit(2 * r) + " 0z";
    case 1: return "M" + at(-r, -r) + "L" + at(r, -r) + "L" + at(r, r) + "L" + at(-r, r) + "z";
    case 2: return "M" + at(0, -r - 1) + "L" + at(r + 1, r) + "L" + at(-r - 1, r) + "z";
    default: return "M" + at(0, -r - 2) + "L" + at(r + 2, 0) + "L" + at(0, r + 2) + "L" + at(-r - 2, 0) + "z";
    }
}

void draw_kind(Html& page, Frame const& frame, std::span<CurvePoint const> points, std::size_t kind)
{
    if (points.back().total.at(kind) == 0) return;
    std::string way;
    std::vector<std::pair<double, double>> marks;
    std::int64_t before = 0;
    for (auto const& point : points) {
        auto const now = point.total.at(kind);
        auto const x = frame.x(months_since_zero(point.month));
        if (now == before) continue;
        way += way.empty() ? "M" + unit(x) + " " + unit(frame.y(now)) : "H" + unit(x) + "V" + unit(frame.y(now));
        marks.emplace_back(x, frame.y(now));
        before = now;
    }
    way += "H" + unit(right);
    page(tag::path, attr::cls(classes.at(kind)), attr::named("d", way));
    for (auto const& [x, y] : marks) page(tag::path, attr::cls("mark"), attr::named("d", mark_path(kind, x, y)));
}

void write_key(Html& page, words::Words const& t, KindCounts const& last)
{
    page(tag::ul, attr::cls("curve-key"), [&] {
        for (std::size_t kind = 0; kind < last.size(); ++kind) {
            if (last.at(kind) == 0) continue;
            page(tag::li, [&] {
                page(tag::svg, attr::named("viewBox", "0 0 44 22"), attr::hidden_from_readers(), [&] {
                    page(tag::path, attr::cls(classes.at(kind)), attr::named("d", "M0 11H44"));
                    page(tag::path, attr::cls("mark"), attr::named("d", mark_path(kind, 22, 11)));
                });
                page.text(t("uptake.kind." + std::string{uptake::to_word(uptake::all_kinds.at(kind))}));
            });
        }
    });
}

} // namespace

void draw_curve(Html& page, words::Words const& t, std::span<CurvePoint const> points)
{
    if (points.empty()) return;
    auto const& last = points.back().total;
    Frame const frame{months_since_zero(points.front().month), months_since_zero(points.back().month),
                      *std::max_element(last.begin(), last.end())};
    page(tag::figure, attr::cls("curve"), [&] {
        page(tag::svg, attr::named("viewBox", "0 0 600 280"), attr::role("img"),
             attr::label(t("uptake.curve.label", {{"from", web::month_of(t, points.front().month)},
                                                  {"until", web::month_of(t, points.back().month)},
                                                  {"n", std::to_string(sum_of(last))}})),
             [&] {
                 page(tag::path, attr::cls("axis"), attr::named("d", "M46 20V240H585"));
                 auto const say = [&](double x, double y, std::string_view anchor, std::string_view words) {
                     page(tag::svg_text, attr::named("x", unit(x)), attr::named("y", unit(y)),
                          attr::named("text-anchor", anchor), words);
                 };
                 say(left - 8, top + 7, "end", std::to_string(frame.most));
                 say(left - 8, bottom + 7, "end", "0");
                 bool const is_one = frame.first == frame.last;
                 say(is_one ? (left + right) / 2 : left, bottom + 30, is_one ? "middle" : "start",
                     web::month_of(t, points.front().month));
                 if (!is_one) say(right, bottom + 30, "end", web::month_of(t, points.back().month));
                 for (std::size_t kind = 0; kind < last.size(); ++kind) draw_kind(page, frame, points, kind);
             });
        page(tag::figcaption, [&] { write_key(page, t, last); });
    });
}

} // namespace wf::uptake_pages
