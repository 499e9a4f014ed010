// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/address_parts.hpp"

#include "feature/reach/phrases.hpp"
#include "feature/reach/place_words.hpp"
#include "feature/reach/sketch.hpp"
#include "feature/reach/street_words.hpp"

#include <algorithm>
#include <limits>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// For the sentence about everyday places.
constexpr std::uint32_t near_seconds = 600;

/// What is not sure of a time; nothing where all three say the same.
std::string write_doubt(words::Words const& t, ThreeTimes const& seconds)
{
    if (!seconds.expected) return {};
    if (!seconds.certain) return std::string{t("reach.door.not_certain")};
    auto const certain = write_median(t, seconds.certain);
    if (certain == write_median(t, seconds.expected)) return {};
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
        page(tag::b, attr::cls("n"), write_median(t, kind.seconds.expected));
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

} // namespace

std::string write_metres(words::Words const& t, double metres)
{
    return t("reach.metres", {{"n", t.number(told_metres(metres))}});
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
    page(tag::div, attr::cls(answer.way ? "onway" : "cols"), [&] {
        page(tag::section, attr::id("dichtbij"), attr::cls("card"), write_list);
        // With a way there is a map already.
        if (!answer.way)
            page(tag::div,
                 [&] { write_sketch(page, visit, town.network_dataset, sketch_near(visit, everyday, answer)); });
    });
}

} // namespace wf::reach_pages
