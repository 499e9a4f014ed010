// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/what_if_parts.hpp"

#include "base/text.hpp"
#include "feature/reach/candidates.hpp"
#include "feature/reach/phrases.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr html::Element optgroup{"optgroup"};

std::string_view name_of(Addition addition, words::Words const& t)
{
    switch (addition) {
    case Addition::place: return t("reach.add.place");
    case Addition::bench: return t("reach.add.bench");
    case Addition::dropped_kerb: return t("reach.add.kerb");
    case Addition::crossing: return t("reach.add.crossing");
    case Addition::path: return t("reach.add.path");
    }
    return {};
}

std::string write_title(words::Words const& t, Posed const& posed, Spots const& spots)
{
    switch (posed.addition) {
    case Addition::place:
        return t("reach.what_if.place",
                 {{"what", std::string{with_article(*posed.asked.category, t.language())}}, {"at", spots.at}});
    case Addition::bench: return t("reach.what_if.bench", {{"at", spots.at}});
    case Addition::dropped_kerb: return t("reach.what_if.kerb", {{"at", spots.at}});
    case Addition::crossing: return t("reach.what_if.crossing", {{"at", spots.at}, {"to", spots.to}});
    case Addition::path: return t("reach.what_if.path", {{"at", spots.at}, {"to", spots.to}});
    }
    return {};
}

void write_additions(html::Html& page, words::Words const& t, Addition chosen)
{
    page(tag::fieldset, attr::cls("whole"), [&] {
        page(tag::legend, t("reach.what_if.what"));
        page(tag::div, attr::cls("chips"), [&] {
            for (auto const addition :
                 {Addition::place, Addition::bench, Addition::dropped_kerb, Addition::crossing, Addition::path}) {
                page(tag::label, attr::cls("chip"), [&] {
                    page(tag::input, attr::named("type", "radio"), attr::named("name", "wat"),
                         attr::named("value", to_word(addition)),
                         attr::when(addition == chosen, attr::bare("checked")));
                    page(tag::span, name_of(addition, t));
                });
            }
        });
    });
}

/// Buildings of the neighbourhood that the visitor came from first, then all by kind.
void write_buildings(html::Html& page, web::Visit const& visit, Rules const& rules, PreparedTown const& town,
                     Posed const& posed)
{
    auto const& t = visit.t;
    auto const candidates = list_candidates(town, rules.categories, posed.asked.category->id);
    auto const option = [&](Candidate const& candidate, bool chosen) {
        page(tag::option, attr::named("value", candidate.place->id), attr::when(chosen, attr::bare("selected")),
             candidate.place->name + " (" + town.areas[candidate.area].area.name + ")");
    };
    write_field(page, "gebouw", t("reach.what_if.building"), t("reach.what_if.building.hint"), [&] {
        page(tag::select, attr::cls("utrecht-select"), attr::id("gebouw"), attr::named("name", "gebouw"), [&] {
            page(tag::option, attr::named("value", ""), t("reach.what_if.building.none"));
            bool selected = false;
            auto const group = [&](std::string_view label, auto const& belongs) {
                if (std::none_of(candidates.begin(), candidates.end(), belongs)) return;
                page(optgroup, attr::named("label", label), [&] {
                    for (auto const& candidate : candidates) {
                        if (!belongs(candidate)) continue;
                        bool const chosen = !selected && posed.typed.empty() && candidate.place->id == posed.chosen;
                        selected = selected || chosen;
                        option(candidate, chosen);
                    }
                });
            };
            auto const in_area = [&](Candidate const& candidate) {
                return town.areas[candidate.area].area.code == posed.neighbourhood;
            };
            for (auto const& area : town.areas) {
                if (area.area.code == posed.neighbourhood)
                    group(t("reach.what_if.in_area", {{"area", area.area.name}}), in_area);
            }
            walking::Category const* kind = nullptr;
            for (auto const& each : candidates) {
                if (each.kind == kind) continue;
                kind = each.kind;
                group(reach_pages::name_of(*kind, t.language()),
                      [&](Candidate const& candidate) { return candidate.kind == kind && !in_area(candidate); });
            }
        });
    });
}

/// A line of text whose fault, if any, stands right under its label.
/// "Nu" or "Dan": the bar and the people, certain to possible.
void write_moment(html::Html& page, words::Words const& t, std::string_view label, Three const& people, double all)
{
    page(tag::div, attr::cls("ba"), [&] {
        page(tag::span, label);
        write_bar(page, t, {people.certain / all, people.expected / all, people.possible / all});
        auto const low = t.number(round_people(people.certain));
        auto const high = t.number(round_people(people.possible));
        page(tag::span, attr::cls("num"), [&] { page(tag::b, low == high ? low : low + "–" + high); });
    });
}

/// Who lives there: share of 65 and over, income.
void write_kind_of_people(html::Html& page, words::Words const& t, TownArea const& area)
{
    auto const cell = [&](std::string const& words) { page(tag::td, attr::cls("n"), words); };
    cell(area.age_65_percent ? t("reach.percent", {{"n", t.number(*area.age_65_percent)}}) : "–");
    cell(area.income ? t("reach.euros", {{"n", t.number(*area.income * 1000)}}) : "–");
}

void write_summary(html::Html& page, web::Visit const& visit, PreparedTown const& town, Posed const& posed,
                   WhatIfAnswer const& answer, Spots const& spots)
{
    auto const& t = visit.t;
    auto const more = more_people(answer.whole);
    auto const group = group_of(*posed.asked.profile);
    page(tag::div, attr::cls("card wa"), [&] {
        page(tag::p, attr::cls("row"), [&] {
            web::tag_label(page, "run", t("reach.gap.what_if"));
            web::tag_label(page, "made", t("reach.what_if.sum"));
        });
        page(tag::h2, write_title(t, posed, spots));
        page(tag::div, attr::cls("stat"), [&] {
            page(tag::b, write_more(t, more.expected));
            page(tag::span, t("reach.what_if.sentence",
                              {{"people", std::string{people_in_short(t, group)}},
                               {"with", lower_first(with_of(*posed.asked.profile, t.language()))},
                               {"minutes", std::to_string(answer.limit_minutes)},
                               {"place", std::string{with_article(*posed.asked.category, t.language())}}}));
        });
        page(tag::p, attr::cls("sure"), [&] {
            if (round_people(more.certain) == round_people(more.possible)) page.text(t("reach.what_if.exact"));
            else
                page.text(t("reach.what_if.between",
                            {{"least", write_more(t, more.certain)}, {"most", write_more(t, more.possible)}}));
        });
        page(tag::h3, t("reach.what_if.whole", {{"place", town.areas[answer.whole.area].area.name},
                                                {"n", t.number(round_people(answer.whole.people))},
                                                {"people", std::string{people_in_short(t, group)}}}));
        if (answer.whole.people > 0) {
            write_moment(page, t, t("reach.what_if.now"), answer.whole.before, answer.whole.people);
            write_moment(page, t, t("reach.what_if.then"), answer.whole.after, answer.whole.people);
            write_bar_key(page, t);
        }
        web::message(
            page, web::Message::warn, t("reach.what_if.no_plan"),
            [&] { page(tag::p, t("reach.what_if.no_plan.text")); }, web::Level::h3);
    });
}

void write_gains(html::Html& page, web::Visit const& visit, PreparedTown const& town, WhatIfAnswer const& answer)
{
    auto const& t = visit.t;
    page(tag::h2, t("reach.what_if.who"));
    if (answer.places.empty()) {
        page(tag::p, t("reach.what_if.nobody"));
        return;
    }
    std::array const columns{web::Column{"", std::string{t("reach.column.area")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.what_if.now")}, web::Align::number, true},
                             web::Column{"", std::string{t("reach.what_if.then")}, web::Align::number, true},
                             web::Column{"", std::string{t("reach.what_if.more")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.column.age_65")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.column.income")}, web::Align::number, false}};
    web::table(page, visit, t("reach.what_if.who.caption"), columns, "", [&] {
        for (auto const& gain : answer.places) {
            auto const& area = town.areas[gain.area];
            auto const more = more_people(gain);
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     [&] { page(tag::a, attr::href(visit.link("/buurt/" + area.area.code)), area.area.name); });
                page(tag::td, attr::cls("n wide"), t.number(round_people(gain.before.expected)));
                page(tag::td, attr::cls("n wide"), t.number(round_people(gain.after.expected)));
                page(tag::td, attr::cls("n"), [&] {
                    page(tag::b, write_more(t, more.expected));
                    auto const low = write_more(t, more.certain);
                    auto const high = write_more(t, more.possible);
                    if (low != high)
                        page(tag::span, attr::cls("within"),
                             t("reach.what_if.range", {{"least", low}, {"most", high}}));
                });
                write_kind_of_people(page, t, area);
            });
        }
    });
}

void write_without(html::Html& page, web::Visit const& visit, PreparedTown const& town, WhatIfAnswer const& answer)
{
    auto const& t = visit.t;
    if (answer.without.empty()) return;
    page(tag::h2, t("reach.what_if.who_not"));
    page(tag::p, t("reach.what_if.who_not.help"));
    std::array const columns{web::Column{"", std::string{t("reach.column.area")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.column.without")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.column.age_65")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.column.income")}, web::Align::number, false}};
    page(tag::div, attr::cls("low"), [&] {
        web::table(page, visit, t("reach.what_if.who_not.caption"), columns, "", [&] {
            for (auto const& gain : answer.without) {
                auto const& area = town.areas[gain.area];
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"),
                         [&] { page(tag::a, attr::href(visit.link("/buurt/" + area.area.code)), area.area.name); });
                    page(tag::td, attr::cls("n"), t.number(round_people(gain.people - gain.after.expected)));
                    write_kind_of_people(page, t, area);
                });
            }
        });
    });
}

} // namespace

Three more_people(Gain const& gain)
{
    double const certain = gain.after.certain - gain.before.certain;
    double const expected = gain.after.expected - gain.before.expected;
    double const possible = gain.after.possible - gain.before.possible;
    return {std::min({certain, expected, possible}), expected, std::max({certain, expected, possible})};
}

void write_what_if_form(html::Html& page, web::Visit const& visit, Rules const& rules, PreparedTown const& town,
                        Posed const& posed, std::string_view fault_field, std::string_view fault)
{
    auto const& t = visit.t;
    auto const fault_of = [&](std::string_view field) { return field == fault_field ? fault : std::string_view{}; };
    page(tag::form, attr::cls("pane tryout noprint"), attr::named("method", "get"),
         attr::named("action", visit.link("/kansen/wat-als")), [&] {
             write_additions(page, t, posed.addition);
             write_profile_field(page, visit, rules, *posed.asked.profile);
             write_category_field(page, visit, rules, posed.asked.category, AllKinds::no);
             write_buildings(page, visit, rules, town, posed);
             write_text_field(page, "plek", t("reach.what_if.where"), t("reach.what_if.where.hint"), posed.typed,
                              fault_of("plek"));
             write_text_field(page, "naar", t("reach.what_if.to"), t("reach.what_if.to.hint"), posed.to,
                              fault_of("naar"));
             write_legs_field(page, visit, posed.leg_limit);
             if (!posed.neighbourhood.empty())
                 page(tag::input, attr::named("type", "hidden"), attr::named("name", "buurt"),
                      attr::named("value", posed.neighbourhood));
             keep_municipality(page, visit);
             write_submit(page, t("reach.what_if.work_out"));
         });
}

void write_what_if_answer(html::Html& page, web::Visit const& visit, PreparedTown const& town, Posed const& posed,
                          WhatIfAnswer const& answer, Spots const& spots)
{
    page(tag::section, attr::cls("cols cols--even"), attr::id("antwoord"), [&] {
        write_summary(page, visit, town, posed, answer, spots);
        page(tag::div, [&] {
            write_gains(page, visit, town, answer);
            write_without(page, visit, town, answer);
        });
        write_save_form(page, visit, posed);
    });
}

} // namespace wf::reach_pages
