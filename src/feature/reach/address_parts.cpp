// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/address_parts.hpp"

#include "feature/reach/phrases.hpp"
#include "feature/reach/place_words.hpp"
#include "feature/reach/sketch.hpp"
#include "feature/reach/street_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// For the sentence about everyday places.
constexpr std::uint32_t near_seconds = 600;

std::optional<double> seconds_of(std::optional<std::uint32_t> const& seconds)
{
    return seconds ? std::optional{static_cast<double>(*seconds)} : std::nullopt;
}

/// Longer than an hour is not kept of a home: "meer dan een uur".
std::string write_time(words::Words const& t, std::optional<std::uint32_t> const& seconds)
{
    return seconds ? write_minutes(t, seconds_of(seconds)) : std::string{t("reach.minutes.long")};
}

/// What is not sure of a time; nothing where all three say the same.
std::string write_doubt(words::Words const& t, ThreeTimes const& seconds)
{
    if (!seconds.expected) return {};
    if (!seconds.certain) return std::string{t("reach.door.not_certain")};
    auto const certain = write_time(t, seconds.certain);
    if (certain == write_time(t, seconds.expected)) return {};
    return t("reach.door.certain", {{"time", certain}});
}

void write_near_kind(html::Html& page, web::Visit const& visit, HomeKind const& kind)
{
    auto const& t = visit.t;
    auto const kind_name = name_of(*kind.category, t.language());
    page(tag::li, [&] {
        web::icon(page, kind.category->icon);
        page(tag::span, [&] {
            page(tag::b, kind_name);
            if (kind.nearest == nullptr) {
                page(tag::span, attr::cls("within"), t("reach.door.none"));
                return;
            }
            page.text(" · ");
            page(tag::a, attr::href(link_to(visit, "/plek/" + kind.nearest->id, {})),
                 write_place_name(t, kind.nearest->name, *kind.category));
            if (auto const doubt = write_doubt(t, kind.seconds); !doubt.empty())
                page(tag::span, attr::cls("within"), doubt);
        });
        page(tag::span, attr::cls("n metres"), kind.metres ? write_metres(t, *kind.metres) : std::string{});
        page(tag::b, attr::cls("n"), write_time(t, kind.seconds.expected));
        if (kind.nearest == nullptr) return;
        auto const where = write_place_name(t, kind.nearest->name, *kind.category);
        page(tag::button, attr::cls("utrecht-button utrecht-button--secondary-action"), attr::named("type", "submit"),
             attr::named("name", "naar"), attr::named("value", kind.nearest->id),
             attr::label(t("reach.door.show_way", {{"place", where}})), t("reach.door.way"));
    });
}

/// Quickest first; what takes longer than an hour last.
std::vector<HomeKind const*> list_kinds(std::vector<HomeKind> const& near, bool everyday)
{
    std::vector<HomeKind const*> kinds;
    for (auto const& kind : near) {
        if (kind.category->everyday == everyday) kinds.push_back(&kind);
    }
    std::stable_sort(kinds.begin(), kinds.end(), [](HomeKind const* a, HomeKind const* b) {
        auto const last = std::numeric_limits<std::uint32_t>::max();
        return a->seconds.expected.value_or(last) < b->seconds.expected.value_or(last);
    });
    return kinds;
}

void write_kinds(html::Html& page, web::Visit const& visit, std::vector<HomeKind const*> const& kinds)
{
    page(tag::ul, attr::cls("near"), [&] {
        for (auto const* kind : kinds) write_near_kind(page, visit, *kind);
    });
}

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
    return t("reach.way.step",
             {{"turn", t(turn)}, {"where", name}, {"metres", write_metres(t, std::max(1.0, step.metres))}});
}

void write_steps(html::Html& page, words::Words const& t, PreparedTown const& town, Way const& way, Spot const& to)
{
    page(tag::ol, attr::cls("steps"), [&] {
        for (auto const& step : list_directions(town.network, *way.route)) page(tag::li, write_step(t, step));
        page(tag::li, t("reach.way.there", {{"place", to.name}}));
    });
}

/// The named streets at a node, with commas.
std::string streets_at(reach::Network const& network, std::uint32_t node)
{
    std::vector<std::string_view> names;
    for (auto const& edge : network.edges) {
        if (edge.from != node && edge.to != node) continue;
        std::string_view const name = network.names[network.ways[edge.way].name];
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    std::string said;
    for (auto const name : names) (said += said.empty() ? "" : ", ") += name;
    return said;
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
    page(tag::p, t("reach.way.unknown.help"));
    page(tag::ul, attr::cls("unknowns"), [&] {
        for (std::size_t at = 0; at < std::min(most, way.unknown.size()); ++at) {
            auto const& thing = way.unknown[at];
            char const type = thing.is_node ? 'n' : 'w';
            auto const id = thing.is_node ? network.nodes[thing.index].osm_id : network.ways[thing.index].osm_id;
            auto const name = thing.is_node ? write_street_name(t, type, streets_at(network, thing.index))
                                            : write_street_name(t, type, network.names[network.ways[thing.index].name]);
            page(tag::li, [&] {
                if (id > 0) page(tag::a, attr::href(link_to(visit, path_of_street(type, id), {})), name);
                else page.text(name);
                if (!thing.is_node) page.text(" (" + write_metres(t, std::max(1.0, thing.metres)) + ")");
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

/// Of places within a quarter of an hour: what lies further makes a map on which nothing can be seen.
Sketch sketch_near(web::Visit const& visit, std::vector<HomeKind const*> const& kinds, AddressAnswer const& answer)
{
    constexpr std::uint32_t furthest_seconds = 900;
    Sketch sketch;
    sketch.label = visit.t("reach.door.map", {{"from", answer.from.name}});
    for (auto const* kind : kinds) {
        if (kind->nearest == nullptr || kind->seconds.expected.value_or(furthest_seconds + 1) > furthest_seconds)
            continue;
        auto const name = write_place_name(visit.t, kind->nearest->name, *kind->category);
        sketch.points.push_back({kind->nearest->at, kind->category->id == "bench" ? Mark::bench : Mark::place, name,
                                 link_to(visit, "/plek/" + kind->nearest->id, {})});
    }
    sketch.points.push_back({answer.from.at, Mark::home, answer.from.name});
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
                                              {"time", write_time(t, there.seconds.expected)}})});
        page(tag::p, attr::cls("sure"), [&] {
            page.text(t("reach.way.metres", {{"metres", write_metres(t, there.route->metres)}}));
            page.text(" ");
            if (!there.seconds.certain) page.text(t("reach.way.not_certain"));
            else if (there.seconds.certain == there.seconds.possible) page.text(t("reach.way.exact"));
            else
                page.text(t("reach.way.between", {{"least", write_time(t, there.seconds.possible)},
                                                  {"most", write_time(t, there.seconds.certain)}}));
        });
        page(tag::p, attr::cls("sure"), [&] {
            auto const back = write_time(t, way.back.seconds.expected);
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

std::string write_metres(words::Words const& t, double metres)
{
    return t("reach.metres", {{"n", t.number(metres < 100 ? std::round(metres) : std::round(metres / 10) * 10)}});
}

void write_address_form(html::Html& page, web::Visit const& visit, Rules const& rules, AddressAsked const& asked,
                        std::string_view fault)
{
    auto const& t = visit.t;
    auto const fault_of = [&](std::string_view field) {
        return asked.fault && asked.fault->field == field ? fault : std::string_view{};
    };
    page(tag::form, attr::cls("pane picker door noprint"), attr::named("method", "post"),
         attr::named("action", link_to(visit, "/adres", {}) + "#antwoord"), [&] {
             write_text_field(page, "van", t("reach.door.from"), t("reach.door.from.hint"), asked.from,
                              fault_of("van"));
             write_profile_field(page, visit, rules, *asked.profile);
             write_text_field(page, "naar", t("reach.door.to"), t("reach.door.to.hint"), asked.to, fault_of("naar"));
             write_submit(page, t("reach.door.search"));
         });
}

void write_meant(html::Html& page, web::Visit const& visit, AddressAsked const& asked, std::vector<Meant> const& meant)
{
    if (meant.empty()) return;
    auto const& t = visit.t;
    bool const other_end = asked.fault && asked.fault->field == "naar";
    page(tag::p, t("reach.what_if.meant"));
    page(tag::form, attr::cls("meant"), attr::named("method", "post"),
         attr::named("action", link_to(visit, "/adres", {}) + "#antwoord"), [&] {
             write_hidden(page, "wie", asked.profile->profile.id);
             if (other_end) write_hidden(page, "van", asked.from);
             else write_hidden(page, "naar", asked.to);
             page(tag::ul, [&] {
                 for (auto const& one : meant) {
                     page(tag::li, [&] {
                         page(tag::button, attr::cls("utrecht-button utrecht-button--secondary-action"),
                              attr::named("type", "submit"), attr::named("name", other_end ? "naar" : "van"),
                              attr::named("value", one.text), one.label);
                     });
                 }
             });
         });
}

void write_near(html::Html& page, web::Visit const& visit, PreparedTown const& town, AddressAsked const& asked,
                AddressAnswer const& answer)
{
    if (answer.near.empty()) return;
    auto const& t = visit.t;
    auto const everyday = list_kinds(answer.near, true);
    auto const others = list_kinds(answer.near, false);
    auto const with = with_of(*asked.profile, t.language());
    if (!answer.way) {
        auto const reached = std::count_if(everyday.begin(), everyday.end(), [](HomeKind const* kind) {
            return kind->seconds.expected && *kind->seconds.expected <= near_seconds;
        });
        page(tag::div, attr::cls("answer"), attr::id("antwoord"), [&] {
            page(tag::p, attr::cls("say"),
                 html::Marked{t("reach.door.say", {{"with", with},
                                                   {"from", answer.from.name},
                                                   {"n", std::to_string(reached)},
                                                   {"all", std::to_string(everyday.size())}})});
            page(tag::p, attr::cls("sure"), t("reach.door.sure"));
        });
    }
    auto const write_list = [&] {
        page(tag::h2, t("reach.door.near", {{"from", answer.from.name}, {"with", lower_first(with)}}));
        page(tag::form, attr::named("method", "post"),
             attr::named("action", link_to(visit, "/adres", {}) + "#antwoord"), [&] {
                 write_hidden(page, "van", answer.from.text);
                 write_hidden(page, "wie", asked.profile->profile.id);
                 write_kinds(page, visit, everyday);
                 if (others.empty()) return;
                 page(tag::details, attr::cls("more"), [&] {
                     page(tag::summary, t.count("reach.door.others", static_cast<std::int64_t>(others.size())));
                     write_kinds(page, visit, others);
                 });
             });
        page(tag::p, attr::cls("small soft"),
             t("reach.door.pace", {{"speed", t.number(reach::speed_at(asked.profile->profile, 0.5), 2)}}));
    };
    page(tag::div, attr::cls("cols"), [&] {
        page(tag::section, attr::id("dichtbij"), attr::cls("card"), write_list);
        // With a way there is a map already.
        if (!answer.way)
            page(tag::div,
                 [&] { write_sketch(page, visit, town.network_dataset, sketch_near(visit, everyday, answer)); });
    });
}

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
