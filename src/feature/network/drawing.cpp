// SPDX-License-Identifier: EUPL-1.2
#include "feature/network/drawing.hpp"

#include "base/text.hpp"

#include <cmath>
#include <map>
#include <numbers>

namespace wf::network_pages {

using namespace html;

namespace {

constexpr double least_radius = 150;
constexpr double room_of_partner = 48; ///< along the circle
constexpr double room_of_words = 155;  ///< outside it, beside
constexpr double room_of_line = 62;    ///< and above and below

std::string at(double value)
{
    return to_text(std::round(value * 10) / 10);
}

std::string at(Spot spot)
{
    return at(spot.x) + " " + at(spot.y);
}

void write_line(Html& page, web::Visit const& visit, Network const& network, std::size_t number,
                Layout::Line const& line)
{
    auto const& tie = network.ties[number];
    auto const& one = network.partners[network.number_of(tie.one_id) - 1];
    auto const& other = network.partners[network.number_of(tie.other_id) - 1];
    bool const crosses = one.field() != other.field();
    auto const words =
        visit.t("network.tie.words", {{"one", one.content.name}, {"other", other.content.name}, {"about", tie.about}});
    page(tag::path, attr::cls(crosses ? "tie" : "tie tie-within"), attr::role("img"), attr::label(words),
         attr::named("d", "M " + at(line.from) + " Q " + at(line.bend) + " " + at(line.to)),
         [&] { page(tag::svg_title, words); });
}

void write_partner(Html& page, web::Visit const& visit, partners::Partner const& partner, std::size_t number, Spot spot)
{
    auto const words =
        std::to_string(number) + ", " + partner.content.name + ", " + field_words(visit.t, partner.field());
    page(tag::a, attr::href("#partner-" + std::to_string(number)), attr::label(words), [&] {
        page(tag::svg_title, words);
        page(tag::circle, attr::named("cx", at(spot.x)), attr::named("cy", at(spot.y)),
             attr::named("r", at(node_radius)));
        page(tag::svg_text, attr::cls("number"), attr::named("x", at(spot.x)), attr::named("y", at(spot.y)),
             attr::named("dy", ".36em"), std::to_string(number));
    });
}

std::string_view anchor_of(double x, double middle)
{
    constexpr double narrow = 0.3 * least_radius;
    if (x < middle - narrow) return "end";
    return x > middle + narrow ? "start" : "middle";
}

} // namespace

Layout lay_out(Network const& network)
{
    auto const& all = network.partners;
    Layout layout;
    if (all.empty()) return layout;
    // After the last partner of each field one place stays free.
    std::size_t groups = 1;
    for (std::size_t i = 1; i < all.size(); ++i) groups += all[i].field() != all[i - 1].field() ? 1 : 0;
    auto const places = static_cast<double>(all.size() + groups);
    auto const radius = std::max(least_radius, places * room_of_partner / (2 * std::numbers::pi));
    Spot const middle{radius + room_of_words, radius + room_of_line};
    auto const spot_at = [&](double place, double distance) {
        auto const angle = (place / places) * 2 * std::numbers::pi - std::numbers::pi / 2;
        return Spot{middle.x + distance * std::cos(angle), middle.y + distance * std::sin(angle)};
    };
    layout.width = 2 * middle.x;
    layout.height = 2 * middle.y;
    double place = 0;
    double first = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && all[i].field() != all[i - 1].field()) {
            place += 1;
            first = place;
        }
        layout.partners.push_back(spot_at(place, radius));
        bool const is_last = i + 1 == all.size() || all[i + 1].field() != all[i].field();
        if (is_last) layout.groups.push_back({all[i].field(), spot_at((first + place) / 2, radius + node_radius + 16)});
        place += 1;
    }
    std::map<std::pair<std::size_t, std::size_t>, int> drawn;
    for (auto const& tie : network.ties) {
        auto const one = network.number_of(tie.one_id) - 1;
        auto const other = network.number_of(tie.other_id) - 1;
        auto const from = layout.partners[one];
        auto const to = layout.partners[other];
        // Towards the middle, less so within a field; each next one further aside.
        double const pull = all[one].field() == all[other].field() ? 0.35 : 0.7;
        constexpr double aside = 40;
        auto const before = drawn[std::minmax(one, other)]++;
        Spot const half{(from.x + to.x) / 2, (from.y + to.y) / 2};
        auto const length = std::hypot(to.x - from.x, to.y - from.y);
        Spot const across{-(to.y - from.y) / length, (to.x - from.x) / length};
        layout.lines.push_back({from,
                                {half.x + (middle.x - half.x) * pull + across.x * aside * before,
                                 half.y + (middle.y - half.y) * pull + across.y * aside * before},
                                to});
    }
    return layout;
}

void write_drawing(Html& page, web::Visit const& visit, Network const& network)
{
    if (network.partners.empty()) return;
    auto const& t = visit.t;
    auto const layout = lay_out(network);
    constexpr double fits_phone = 2 * (least_radius + room_of_words);
    auto const label =
        t("network.drawing",
          {{"werkplaats", network.workspace.name},
           {"partners", t.count("network.partners.count", static_cast<std::int64_t>(network.partners.size()))},
           {"ties", t.count("network.ties.count", static_cast<std::int64_t>(network.ties.size()))}});
    page(tag::figure, attr::cls("network"), [&] {
        page(tag::div, attr::cls(layout.width > fits_phone ? "netbox netbox-large" : "netbox"), attr::role("region"),
             attr::named("tabindex", "0"), attr::label(t("network.drawing.short")), [&] {
                 page(tag::svg, attr::named("viewBox", "0 0 " + at(layout.width) + " " + at(layout.height)),
                      attr::role("group"), attr::label(label), [&] {
                          for (std::size_t i = 0; i < network.ties.size(); ++i)
                              write_line(page, visit, network, i, layout.lines[i]);
                          for (auto const& group : layout.groups)
                              page(tag::svg_text, attr::cls("field"), attr::named("x", at(group.label.x)),
                                   attr::named("y", at(group.label.y)), attr::named("dy", ".36em"),
                                   attr::named("text-anchor", anchor_of(group.label.x, layout.width / 2)),
                                   field_words(t, group.field));
                          for (std::size_t i = 0; i < network.partners.size(); ++i)
                              write_partner(page, visit, network.partners[i], i + 1, layout.partners[i]);
                      });
             });
        page(tag::figcaption, t("network.drawing.caption"));
    });
}

} // namespace wf::network_pages
