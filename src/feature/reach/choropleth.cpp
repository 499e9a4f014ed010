// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/choropleth.hpp"

#include "base/text.hpp"
#include "commons/areas/geometry.hpp"
#include "commons/map/sketch.hpp"
#include "feature/reach/map_sheet.hpp"
#include "feature/reach/parts.hpp"
#include "kernel/geo/polygon.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr double size = 1000;
/// A label of two digits needs about this much room.
constexpr double label_room = 46;
/// And this much where the drawing is as narrow as a phone.
constexpr double roomy = 110;
constexpr double part_in_view = 0.8;

struct Known {
    std::string code;
    geo::MultiPolygon shape;
    geo::Box box;
    double people{0};
    double surface{0};
};

geo::Box around(geo::Box const& a, geo::Box const& b)
{
    return {std::min(a.west, b.west), std::min(a.south, b.south), std::max(a.east, b.east), std::max(a.north, b.north)};
}

/// The densest neighbourhoods first, until four fifths of the people are in: farmland would make the town too small to read.
geo::Box find_frame(std::vector<Known> const& all)
{
    std::vector<Known const*> order;
    double everybody = 0;
    for (auto const& one : all) {
        order.push_back(&one);
        everybody += one.people;
    }
    auto const density = [](Known const* one) { return one->surface > 0 ? one->people / one->surface : 0; };
    std::stable_sort(order.begin(), order.end(),
                     [&](Known const* a, Known const* b) { return density(a) > density(b); });
    geo::Box frame = order.front()->box;
    double in_view = 0;
    for (auto const* one : order) {
        if (everybody > 0 && in_view >= part_in_view * everybody) break;
        frame = around(frame, one->box);
        in_view += one->people;
    }
    double const margin_lon = (frame.east - frame.west) * 0.03;
    double const margin_lat = (frame.north - frame.south) * 0.03;
    return {frame.west - margin_lon, frame.south - margin_lat, frame.east + margin_lon, frame.north + margin_lat};
}

void write_pattern(html::Html& page, std::string_view id, std::string_view css, bool filled)
{
    static constexpr html::Element pattern{"pattern"};
    page(pattern, attr::id(id), attr::named("width", "9"), attr::named("height", "9"),
         attr::named("patternUnits", "userSpaceOnUse"), attr::named("patternTransform", "rotate(45)"), [&] {
             if (filled)
                 page(tag::rect, attr::cls("hatchground"), attr::named("width", "9"), attr::named("height", "9"));
             // Over a class: in two tones, as the edges, so that it shows on each.
             if (!filled) page(tag::path, attr::cls("unsurecase"), attr::named("d", "M4.5 0v9"));
             page(tag::path, attr::cls(css), attr::named("d", filled ? "M0 0v9" : "M4.5 0v9"));
         });
}

void write_key(html::Html& page, std::string const& css, std::string_view words)
{
    page(tag::li, [&] {
        page(tag::svg, attr::named("viewBox", "0 0 30 18"), attr::named("aria-hidden", "true"), attr::cls("map-key"),
             [&] {
                 for (auto const part : split(css, ' '))
                     page(tag::rect, attr::cls(part), attr::named("width", "30"), attr::named("height", "18"));
             });
        page.text(words);
    });
}

void write_legend(html::Html& page, words::Words const& t, bool any_unsure, bool any_unknown)
{
    page(tag::ul, attr::cls("legend map"), attr::label(t("reach.map.legend")), [&] {
        constexpr std::array<std::string_view, 5> classes{"0–19", "20–39", "40–59", "60–79", "80–100"};
        for (std::size_t at = 0; at < classes.size(); ++at)
            write_key(page, "q" + std::to_string(at + 1), t("reach.percent", {{"n", std::string{classes[at]}}}));
        if (any_unsure) write_key(page, "q3 unsure", t("reach.map.unsure"));
        if (any_unknown) write_key(page, "q0", t("reach.map.unknown"));
    });
}

/// From the first map among what the run was made from.
html::Safe draw_ground(store::Session& session, Picture const& picture, geo::Box const& frame, double height)
{
    geo::Point const middle{(frame.west + frame.east) / 2, (frame.south + frame.north) / 2};
    // As wide as the drawing, which is wider than the frame of a tall town.
    auto const west = geo::svg_spot({frame.west, middle.lat}, frame, size);
    auto const east = geo::svg_spot({frame.east, middle.lat}, frame, size);
    if (east.x <= west.x) return {};
    double const degrees = (frame.east - frame.west) * size / (east.x - west.x);
    auto const view =
        map::view_of(middle, degrees, static_cast<int>(size), static_cast<int>(std::lround(std::max(height, 1.0))));
    for (auto const& dataset : picture.run.inputs) {
        map::Lettering no_words{view.width, view.height};
        auto ground = map::draw(session, dataset, view, map::Detail::coarse, no_words);
        if (!ground.markup.empty()) return ground;
    }
    return {};
}

std::string one_decimal(double value)
{
    return to_text(std::round(value * 10) / 10);
}

} // namespace

std::shared_ptr<Drawing const> draw(store::Store& store, Picture const& picture)
{
    auto drawing = std::make_shared<Drawing>();
    std::vector<Known> all;
    store.read([&](store::Session& session) {
        for (auto const& found : areas::list(session, AreaLevel::neighbourhood, picture.whole().area.code)) {
            auto const* area = picture.find_area(found.code);
            if (area == nullptr || found.outline.empty()) continue;
            auto shape = areas::read_geometry(found.outline);
            if (!shape) continue; // looked at by its import; a slip costs a drawing, not the page
            drawing->outlines.emplace(found.code, found.outline);
            auto const box = geo::bounding_box(*shape);
            auto const people = area->people[static_cast<std::size_t>(Group::everybody)].value_or(0);
            double const surface = geo::area_square_metres(*shape);
            all.push_back({found.code, std::move(*shape), box, people, surface});
        }
    });
    auto const neighbourhoods = std::count_if(picture.areas.begin(), picture.areas.end(), [](TownArea const& area) {
        return area.area.level == AreaLevel::neighbourhood;
    });
    drawing->left_out = static_cast<std::size_t>(neighbourhoods);
    if (all.empty()) return drawing;

    auto const frame = find_frame(all);
    auto const corner = geo::svg_spot({frame.west, frame.north}, frame, size);
    auto const other = geo::svg_spot({frame.east, frame.south}, frame, size);
    // A tall town stays as wide as the page: what is beside it is drawn as well.
    drawing->top = corner.y;
    drawing->height = std::max(other.y - corner.y, 1.0);
    drawing->ground =
        store.read([&](store::Session& session) { return draw_ground(session, picture, frame, drawing->height); });
    for (auto const& one : all) {
        auto const west_north = geo::svg_spot({one.box.west, one.box.north}, frame, size);
        auto const east_south = geo::svg_spot({one.box.east, one.box.south}, frame, size);
        bool const seen = east_south.x > 0 && west_north.x < size && east_south.y > drawing->top &&
                          west_north.y < drawing->top + drawing->height;
        if (!seen) continue;
        auto const middle = geo::svg_spot(geo::centroid(one.shape), frame, size);
        bool const inside = middle.x > label_room && middle.x < size - label_room &&
                            middle.y > drawing->top + label_room / 2 &&
                            middle.y < drawing->top + drawing->height - label_room / 2;
        double const room = std::min(east_south.x - west_north.x, 1.5 * (east_south.y - west_north.y));
        drawing->shapes.push_back(
            {one.code, geo::svg_path(one.shape, frame, size), middle.x, middle.y, inside ? room : 0.0});
        --drawing->left_out;
    }
    return drawing;
}

std::shared_ptr<Drawing const> Drawings::get(store::Store& store, Picture const& picture)
{
    using Made = Result<std::shared_ptr<Drawing const>>;
    return m_kept.get(store, picture.run.id, [&]() -> Made { return draw(store, picture); }).value();
}

bool Drawing::shows(std::string_view code) const
{
    auto const found =
        std::find_if(shapes.begin(), shapes.end(), [&](Shape const& shape) { return shape.code == code; });
    return found != shapes.end() && found->room > 0;
}

int class_of(double share)
{
    return std::clamp(static_cast<int>(std::floor(share * 5)) + 1, 1, 5);
}

void write_choropleth(html::Html& page, web::Visit const& visit, Drawing const& drawing, std::string_view areas,
                      std::function<Tint(std::string_view code)> const& tint_of)
{
    if (drawing.shapes.empty()) return;
    auto const& t = visit.t;
    std::vector<Tint> tints;
    for (auto const& shape : drawing.shapes) tints.push_back(tint_of(shape.code));
    auto const unsure = [](Tint const& tint) { return tint.share && is_uncertain(*tint.share); };
    auto const path = [&](std::string_view css, std::string const& d) {
        page(tag::path, attr::cls(css), attr::named("d", d), attr::named("fill-rule", "evenodd"));
    };
    auto const sheet = write_map_sheet(visit, {.areas = areas, .words = SheetWords::areas});
    page(tag::figure, attr::cls("map choropleth"), attr::named("data-map", sheet), [&] {
        page(tag::svg, attr::named("viewBox", "0 " + one_decimal(drawing.top) + " 1000 " + one_decimal(drawing.height)),
             attr::named("role", "group"), attr::label(t("reach.map.label")), [&] {
                 static constexpr html::Element defs{"defs"};
                 page(defs, [&] {
                     write_pattern(page, "hatch", "hatchline", true);
                     write_pattern(page, "unsurehatch", "unsureline", false);
                 });
                 for (std::size_t at = 0; at < tints.size(); ++at) {
                     auto const& shape = drawing.shapes[at];
                     page(tag::a, attr::href(visit.link("/buurt/" + shape.code)), [&] {
                         page(tag::svg_title, tints[at].label);
                         auto const fill = tints[at].share ? class_of(tints[at].share->expected) : 0;
                         path("bu q" + std::to_string(fill), shape.path);
                         if (unsure(tints[at])) path("unsure", shape.path);
                     });
                 }
                 // People find their way by the river.
                 page(tag::g, attr::named("transform", "translate(0 " + one_decimal(drawing.top) + ")"),
                      drawing.ground);
                 for (auto const& shape : drawing.shapes) path("case", shape.path);
                 for (auto const& shape : drawing.shapes) path("edge", shape.path);
                 page(tag::g, attr::named("aria-hidden", "true"), [&] {
                     for (std::size_t at = 0; at < tints.size(); ++at) {
                         auto const& shape = drawing.shapes[at];
                         if (shape.room < label_room || !tints[at].share) continue;
                         auto const css = "t" + std::to_string(class_of(tints[at].share->expected)) +
                                          (shape.room < roomy ? "" : " roomy");
                         page(tag::svg_text, attr::cls(css), attr::named("x", one_decimal(shape.x)),
                              attr::named("y", one_decimal(shape.y + 9)),
                              std::to_string(in_hundred(tints[at].share->expected)));
                     }
                 });
             });
    });
    auto const any_unsure = std::any_of(tints.begin(), tints.end(), unsure);
    auto const any_unknown = std::any_of(tints.begin(), tints.end(), [](Tint const& tint) { return !tint.share; });
    write_legend(page, t, any_unsure, any_unknown);
    if (drawing.left_out > 0)
        page(tag::p, attr::cls("small soft"),
             t("reach.map.left_out", {{"n", t.number(static_cast<double>(drawing.left_out))}}));
}

} // namespace wf::reach_pages
