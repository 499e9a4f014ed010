// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/sketch.hpp"

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "commons/map/map.hpp"
#include "commons/map/sketch.hpp"
#include "feature/reach/map_sheet.hpp"
#include "feature/reach/sketch_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr int width = 600;
constexpr int height = 380;
/// A finger needs 24 points of the screen; on a phone a unit is a little over half of one.
constexpr double room_of_link = 44;
/// Signs are this much larger on a phone (sketch.css), and half as much more where nobody knows how wide the page is.
constexpr double large_signs = 1.5;
constexpr double grown = 1.25;

std::string one_decimal(double value)
{
    return to_text(std::round(value * 10) / 10);
}

std::optional<geo::Box> box_of(Sketch const& sketch)
{
    if (sketch.box) return sketch.box;
    std::optional<geo::Box> box;
    auto const add = [&](geo::Point at) {
        if (!box) box = geo::Box{at.lon, at.lat, at.lon, at.lat};
        *box = {std::min(box->west, at.lon), std::min(box->south, at.lat), std::max(box->east, at.lon),
                std::max(box->north, at.lat)};
    };
    for (auto const& point : sketch.points) add(point.at);
    for (auto const& line : sketch.lines) std::for_each(line.points.begin(), line.points.end(), add);
    return box;
}

/// What is on it, for the script.
std::string write_points(Sketch const& sketch)
{
    if (sketch.points.empty() && sketch.lines.empty()) return {};
    JsonWriter json;
    auto const spot = [&](geo::Point at) {
        json.begin_array().value(six_decimals(at.lon)).value(six_decimals(at.lat)).end_array();
    };
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    for (auto const& point : sketch.points) {
        json.begin_object().member("type", "Feature").key("geometry").begin_object().member("type", "Point");
        json.key("coordinates");
        spot(point.at);
        json.end_object().key("properties").begin_object().member("mark", to_word(point.mark));
        if (!point.label.empty()) json.member("label", point.label);
        if (!point.url.empty()) json.member("url", point.url);
        json.end_object().end_object();
    }
    for (auto const& line : sketch.lines) {
        json.begin_object().member("type", "Feature").key("geometry").begin_object().member("type", "LineString");
        json.key("coordinates").begin_array();
        std::for_each(line.points.begin(), line.points.end(), spot);
        json.end_array().end_object();
        json.key("properties").begin_object().member("track", to_word(line.track)).end_object().end_object();
    }
    json.end_array().end_object();
    return std::move(json).finish();
}

class Figure {
public:
    Figure(html::Html& page, web::Visit const& visit, Sketch const& sketch, geo::Box const& box)
        : m_page{page},
          m_visit{visit},
          m_sketch{sketch},
          m_view{map::view_over(box, sketch.least_metres, width, height)},
          m_lettering{width, height}
    {
        place_points();
    }

    void write(map::Known const& known)
    {
        // Words of the page come before those of streets.
        place_bar();
        for (auto& one : m_seen) keep_free(one);
        for (auto const& line : m_sketch.lines) keep_free(line);
        for (auto& one : m_seen) place_label(one);
        auto const ground = m_visit.store().read([&](store::Session& session) {
            return map::draw(session, known.dataset_id, m_view, map::Detail::streets, m_lettering);
        });
        auto const points = write_points(m_sketch);
        auto const sheet = write_map_sheet(m_visit, {.box = map::box_of(m_view), .points = points});
        bool const any_link = std::any_of(m_seen.begin(), m_seen.end(), [](Seen const& one) { return one.link; });
        m_page(tag::figure, attr::cls("map sketch"), attr::named("data-map", sheet), [&] {
            m_page(tag::svg, attr::named("viewBox", "0 0 600 380"), attr::role(any_link ? "group" : "img"),
                   attr::label(m_sketch.label), [&] {
                       m_page.safe(ground);
                       write_lines();
                       write_swarms();
                       for (auto const mark : all_marks) {
                           for (auto const& one : m_seen) {
                               if (one.point->mark == mark && !one.in_swarm) write_mark(one);
                           }
                       }
                       write_labels();
                       write_bar();
                   });
            m_page(tag::figcaption, [&] {
                write_legend();
                write_source(known);
            });
        });
    }

private:
    struct Seen {
        MarkedPoint const* point;
        map::Dot dot;
        bool link{false};
        bool in_swarm{false};
        std::optional<map::Dot> label{}; ///< its middle
        bool large{false};
    };

    void place_points()
    {
        std::vector<map::Dot> links;
        for (auto const& point : m_sketch.points) {
            Seen seen{&point, map::project(m_view, point.at)};
            if (!map::shows(m_view, seen.dot)) continue;
            seen.in_swarm = point.label.empty() && point.url.empty() && point.mark != Mark::pin &&
                            point.mark != Mark::home && point.mark != Mark::place;
            seen.link = !point.url.empty() && std::none_of(links.begin(), links.end(), [&](map::Dot other) {
                return std::hypot(seen.dot.x - other.x, seen.dot.y - other.y) < room_of_link;
            });
            if (seen.link) links.push_back(seen.dot);
            m_seen.push_back(seen);
        }
    }

    void keep_free(Seen const& one)
    {
        if (one.point->mark == Mark::stays) return; // of hundreds, which say the least
        auto const body = body_of(one.point->mark);
        keep_free({one.dot.x, one.dot.y - body.up * grown}, body.radius * grown);
    }

    void keep_free(MarkedLine const& line)
    {
        constexpr double radius = 6;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            auto const a = map::project(m_view, line.points[i - 1]);
            auto const b = map::project(m_view, line.points[i]);
            double const length = std::hypot(b.x - a.x, b.y - a.y);
            auto const steps =
                std::min(static_cast<int>(length / radius) + 1, 200); // one that leaves the drawing is long
            for (int step = 0; step <= steps; ++step) {
                double const part = static_cast<double>(step) / steps;
                keep_free({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, radius);
            }
        }
    }

    /// Once for each little square of the drawing: a thousand dots lie over one another.
    void keep_free(map::Dot at, double radius)
    {
        constexpr int cell = 5;
        if (!map::shows(m_view, at, radius)) return;
        auto const number = [](double value) { return static_cast<int>(std::floor(value / cell)); };
        if (m_cells.insert({number(at.x), number(at.y), static_cast<int>(radius)}).second)
            m_lettering.keep_free(at, radius);
    }

    /// Beside, below or above its sign; large where that goes.
    void place_label(Seen& one)
    {
        auto const& point = *one.point;
        if (point.label.empty() || (point.mark != Mark::pin && point.mark != Mark::home && point.mark != Mark::place))
            return;
        // Benches by one name say it once.
        bool const told = std::any_of(m_seen.begin(), m_seen.end(), [&](Seen const& other) {
            return other.label && other.point->label == point.label;
        });
        if (told) return;
        auto const body = body_of(point.mark);
        for (double const letters : {map::large_letters, map::usual_letters}) {
            double const size = letters == map::large_letters ? large_signs : 1;
            double const beside = body.radius * size + map::width_of(point.label, letters) / 2 + 2;
            double const off = body.radius * size + letters * 0.65;
            double const middle = one.dot.y - body.up * size;
            map::Dot const right{one.dot.x + beside, middle};
            map::Dot const below{one.dot.x, middle + off};
            bool const stands = point.mark == Mark::pin; // with its name under its foot
            for (auto const at : {stands ? below : right, stands ? right : below, map::Dot{one.dot.x - beside, middle},
                                  map::Dot{one.dot.x, middle - off}}) {
                if (!m_lettering.fits(at, 0, point.label, letters)) continue;
                m_lettering.take(at, 0, point.label, letters);
                one.label = at;
                one.large = letters == map::large_letters;
                return;
            }
        }
    }

    void write_lines()
    {
        for (auto const track : all_tracks) {
            std::string path;
            for (auto const& line : m_sketch.lines) {
                if (line.track != track || line.points.size() < 2) continue;
                std::string before;
                char command = 'M';
                for (auto const point : line.points) {
                    auto const spot = spot_of(map::project(m_view, point));
                    if (spot == before) continue;
                    path += command + spot;
                    command = 'L';
                    before = spot;
                }
                m_tracks[static_cast<std::size_t>(track)] = true;
            }
            if (!path.empty()) write_track(m_page, track, path);
        }
    }

    void write_swarms()
    {
        for (auto const mark : all_marks) {
            std::vector<std::string> spots;
            for (auto const& one : m_seen) {
                if (one.in_swarm && one.point->mark == mark) spots.push_back(spot_of(one.dot));
            }
            if (!spots.empty()) write_swarm(m_page, mark, spots);
        }
    }

    void write_mark(Seen const& one)
    {
        auto const& point = *one.point;
        auto const shape = [&] {
            if (!point.label.empty()) m_page(tag::svg_title, point.label);
            if (one.link) m_page(tag::circle, attr::cls("hit"), attr::named("r", "22"));
            m_page(tag::g, attr::cls("sign"), [&] { write_shape(m_page, point.mark); });
        };
        auto const where = "translate(" + spot_of(one.dot) + ")";
        if (one.link) m_page(tag::a, attr::href(point.url), attr::named("transform", where), shape);
        else m_page(tag::g, attr::named("transform", where), shape);
    }

    void write_labels()
    {
        m_page(tag::g, attr::cls("names"), attr::hidden_from_readers(), [&] {
            for (auto const& one : m_seen) {
                if (!one.label) continue;
                m_page(tag::svg_text, attr::cls(one.large ? "label large" : "label"),
                       attr::named("x", one_decimal(one.label->x)), attr::named("y", one_decimal(one.label->y)),
                       attr::named("dy", ".35em"), one.point->label);
            }
        });
    }

    /// Metres of the bar: the longest round number that takes at most a quarter of the drawing.
    void place_bar()
    {
        constexpr std::array<double, 10> round{50, 100, 200, 500, 1000, 2000, 5000, 10'000, 20'000, 50'000};
        double const metres = map::metres_across(m_view);
        for (double const one : round) {
            if (one <= metres / 4) m_bar = one;
        }
        if (m_bar == 0) return;
        // In the other corner when something lies in the first one. The words above it are as wide as on a phone.
        constexpr double room = 150;
        m_bar_units = m_bar * width / metres;
        double const right = width - std::max(m_bar_units, room) - 14;
        bool const taken = std::any_of(m_seen.begin(), m_seen.end(),
                                       [&](Seen const& one) { return one.dot.x < room && one.dot.y > height - 80; });
        m_bar_left = taken ? right : 14;
        for (double x = 6; x < std::max(m_bar_units, room - 20); x += 15)
            m_lettering.keep_free({m_bar_left + x, height - 24}, 20);
    }

    void write_bar()
    {
        if (m_bar == 0) return;
        auto const& t = m_visit.t;
        auto const path = "M" + one_decimal(m_bar_left) + " 366v6h" + one_decimal(m_bar_units) + "v-6";
        m_page(tag::g, attr::cls("bar"), attr::hidden_from_readers(), [&] {
            m_page(tag::path, attr::cls("barcase"), attr::named("d", path));
            m_page(tag::path, attr::named("d", path));
            m_page(tag::svg_text, attr::named("x", one_decimal(m_bar_left + 2)), attr::named("y", "360"),
                   m_bar < 1000 ? t("reach.sketch.metres", {{"n", t.number(m_bar)}})
                                : t("reach.sketch.kilometres", {{"n", t.number(m_bar / 1000)}}));
        });
    }

    [[nodiscard]] std::string words_of(Mark mark) const
    {
        if (mark == Mark::pin && !m_sketch.pin_words.empty()) return m_sketch.pin_words;
        if (mark == Mark::place && !m_sketch.place_words.empty()) return m_sketch.place_words;
        return std::string{m_visit.t("reach.sketch.mark." + std::string{to_word(mark)})};
    }

    void write_legend()
    {
        bool const any = !m_seen.empty() || std::find(m_tracks.begin(), m_tracks.end(), true) != m_tracks.end();
        if (!any) return;
        m_page(tag::ul, attr::cls("legend"), attr::label(m_visit.t("reach.sketch.legend")), [&] {
            for (auto at = all_marks.rbegin(); at != all_marks.rend(); ++at) {
                if (std::none_of(m_seen.begin(), m_seen.end(), [&](Seen const& one) { return one.point->mark == *at; }))
                    continue;
                m_page(tag::li, [&] {
                    write_mark_key(m_page, *at);
                    m_page.text(words_of(*at));
                });
            }
            for (auto at = all_tracks.rbegin(); at != all_tracks.rend(); ++at) {
                if (!m_tracks[static_cast<std::size_t>(*at)]) continue;
                m_page(tag::li, [&] {
                    write_track_key(m_page, *at);
                    m_page.text(*at == Track::route && !m_sketch.route_words.empty()
                                    ? std::string_view{m_sketch.route_words}
                                    : m_visit.t("reach.sketch.track." + std::string{to_word(*at)}));
                });
            }
        });
    }

    void write_source(map::Known const& known)
    {
        m_page(tag::p, attr::cls("small soft"), [&] {
            m_page.text(m_visit.t("reach.sketch.source"));
            m_page.text(" ");
            m_page(tag::a, attr::href(m_visit.link("/dataset/" + known.dataset_id)),
                   known.attribution.empty() ? known.title : known.attribution);
            if (!known.licence.empty()) m_page.text(", " + known.licence);
        });
    }

    [[nodiscard]] static std::string spot_of(map::Dot dot) { return one_decimal(dot.x) + " " + one_decimal(dot.y); }

    html::Html& m_page;
    web::Visit const& m_visit;
    Sketch const& m_sketch;
    map::View m_view;
    map::Lettering m_lettering;
    std::vector<Seen> m_seen;
    std::array<bool, all_tracks.size()> m_tracks{};
    std::set<std::tuple<int, int, int>> m_cells; ///< that are kept free
    double m_bar{0};                             ///< metres
    double m_bar_units{0};
    double m_bar_left{0};
};

} // namespace

void write_sketch(html::Html& page, web::Visit const& visit, std::string_view network_dataset, Sketch const& sketch)
{
    auto const box = box_of(sketch);
    if (!box || network_dataset.empty()) return;
    auto const known = visit.store().read([&](store::Session& session) { return map::find(session, network_dataset); });
    if (known) Figure{page, visit, sketch, *box}.write(*known);
}

} // namespace wf::reach_pages
