// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/address_parts.hpp"

#include "feature/reach/phrases.hpp"
#include "feature/reach/sketch.hpp"
#include "feature/reach/street_words.hpp"
#include "feature/reach/survey_spots.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

std::string write_step(words::Words const& t, Direction const& step)
{
    static constexpr std::array<std::string_view, 5> turns{"start", "straight", "left", "right", "around"};
    static constexpr std::array<std::string_view, 8> things{"street", "footpath", "cycleway", "lane",
                                                            "steps",  "crossing", "square",   "ferry"};
    auto const thing = things[static_cast<std::size_t>(step.underfoot)];
    std::string name = step.street.empty() ? std::string{t("reach.way.on." + std::string{thing})} : step.street;
    // What one does there matters more than its name.
    if (step.underfoot == Underfoot::crossing) name = t("reach.way.on.crossing");
    if (step.underfoot == Underfoot::steps && !step.street.empty())
        name = t("reach.way.on.steps_of", {{"street", step.street}});
    auto const turn = "reach.way.turn." + std::string{turns[static_cast<std::size_t>(step.turn)]};
    return t("reach.way.step", {{"turn", t(turn)}, {"where", name}, {"metres", write_metres(t, step.metres)}});
}

void write_steps(html::Html& page, words::Words const& t, PreparedTown const& town, Way const& way, Spot const& to)
{
    page(tag::ol, attr::cls("steps"), [&] {
        for (auto const& step : list_directions(town.network, *way.route)) page(tag::li, write_step(t, step));
        page(tag::li, t("reach.way.there", {{"place", to.name}}));
    });
}

void write_unknown(html::Html& page, web::Visit const& visit, PreparedTown const& town, Way const& way)
{
    constexpr std::size_t most = 8;
    auto const& t = visit.t;
    auto const& network = town.network;
    page(tag::h3, t("reach.way.unknown"));
    if (way.unknown.empty()) {
        page(tag::p, t("reach.way.all_known"));
        return;
    }
    std::set<std::uint32_t> nodes;
    for (auto const& thing : way.unknown) {
        if (thing.is_node) nodes.insert(thing.index);
    }
    auto crossings = name_crossings(network, nodes);
    page(tag::p, t("reach.way.unknown.help"));
    page(tag::ul, attr::cls("unknowns"), [&] {
        for (std::size_t at = 0; at < std::min(most, way.unknown.size()); ++at) {
            auto const& thing = way.unknown[at];
            char const type = thing.is_node ? 'n' : 'w';
            auto const id = thing.is_node ? network.nodes[thing.index].osm_id : network.ways[thing.index].osm_id;
            auto const name = thing.is_node ? write_street_name(t, type, crossings[thing.index])
                                            : write_street_name(t, type, network.names[network.ways[thing.index].name]);
            page(tag::li, [&] {
                if (id > 0) page(tag::a, attr::href(link_to(visit, path_of_street(type, id), {})), name);
                else page.text(name);
                if (!thing.is_node) page.text(" (" + write_metres(t, thing.metres) + ")");
                page.text(": " + write_look_at(t, thing.attributes));
            });
        }
    });
    if (way.unknown.size() > most)
        page(tag::p, attr::cls("small soft"),
             t.count("reach.way.unknown.more", static_cast<std::int64_t>(way.unknown.size() - most)));
}

Sketch sketch_way(words::Words const& t, PreparedTown const& town, AddressAnswer const& answer)
{
    auto const& way = *answer.way;
    Sketch sketch;
    sketch.label = t("reach.way.map", {{"from", answer.from.name}, {"to", answer.to->name}});
    auto const add = [&](Way const& one, bool back) {
        for (auto& line : trace_way(town.network, one)) {
            auto const track = back ? Track::back : line.unsure ? Track::unsure : Track::route;
            sketch.lines.push_back({std::move(line.points), track});
        }
    };
    if (!way.is_same_way()) add(way.back, true);
    add(way.there, false);
    for (auto const& part : way.there.route->parts) {
        auto const node = reach::node_after(town.network, part);
        if (node && town.network.nodes[*node].bench)
            sketch.points.push_back({reach::to_point(town.network.nodes[*node].at), Mark::bench});
    }
    sketch.points.push_back({answer.from.at, Mark::home, answer.from.name});
    sketch.points.push_back({answer.to->at, Mark::pin, answer.to->name});
    sketch.pin_words = answer.to->name;
    return sketch;
}

void write_way_answer(html::Html& page, words::Words const& t, AddressAsked const& asked, AddressAnswer const& answer)
{
    auto const& way = *answer.way;
    auto const& there = way.there;
    page(tag::div, attr::cls("answer"), attr::id("antwoord"), [&] {
        page(tag::p, attr::cls("say"),
             html::Marked{t("reach.way.say", {{"with", with_of(*asked.profile, t.language())},
                                              {"from", answer.from.name},
                                              {"to", answer.to->name},
                                              {"time", write_median(t, there.seconds.expected)}})});
        page(tag::p, attr::cls("sure"), [&] {
            page.text(t("reach.way.metres", {{"metres", write_metres(t, there.route->metres)}}));
            page.text(" ");
            if (!there.seconds.certain) page.text(t("reach.way.not_certain"));
            else if (there.seconds.certain == there.seconds.possible) page.text(t("reach.way.exact"));
            else
                page.text(t("reach.way.between", {{"least", write_median(t, there.seconds.possible)},
                                                  {"most", write_median(t, there.seconds.certain)}}));
        });
        page(tag::p, attr::cls("sure"), [&] {
            auto const back = write_median(t, way.back.seconds.expected);
            page.text(t(way.is_same_way() ? "reach.way.back_same" : "reach.way.back_other", {{"time", back}}));
        });
    });
}

void write_rests(html::Html& page, words::Words const& t, Way const& way)
{
    page(tag::h3, t("reach.way.rests"));
    page(tag::p, [&] {
        if (way.rests.benches == 0) page.text(t("reach.way.no_benches"));
        else page.text(t.count("reach.way.benches", static_cast<std::int64_t>(way.rests.benches)));
        page.text(" ");
        page.text(t("reach.way.longest", {{"metres", write_metres(t, way.rests.longest_metres)}}));
    });
}

} // namespace

void write_way(html::Html& page, web::Visit const& visit, PreparedTown const& town, AddressAsked const& asked,
               AddressAnswer const& answer)
{
    auto const& t = visit.t;
    auto const& way = *answer.way;
    page(tag::section, attr::id("weg"), [&] {
        if (!way.there.route || !way.there.seconds.possible) {
            web::message(page, web::Message::refuse, t("reach.way.none"),
                         [&] { page(tag::p, t("reach.way.none.help")); });
            return;
        }
        write_way_answer(page, t, asked, answer);
        page(tag::div, attr::cls("cols cols--even"), [&] {
            page(tag::div, [&] { write_sketch(page, visit, town.network_dataset, sketch_way(t, town, answer)); });
            page(tag::div, [&] {
                page(tag::h2, t("reach.way.title", {{"to", answer.to->name}}));
                write_steps(page, t, town, way.there, *answer.to);
                if (!way.is_same_way() && way.back.route) {
                    page(tag::details, attr::cls("more"), [&] {
                        page(tag::summary, t("reach.way.back"));
                        write_steps(page, t, town, way.back, answer.from);
                    });
                }
            });
        });
        page(tag::div, attr::cls("cols cols--even onway"), [&] {
            page(tag::div, [&] { write_rests(page, t, way.there); });
            page(tag::div, [&] { write_unknown(page, visit, town, way.there); });
        });
    });
}

} // namespace wf::reach_pages
