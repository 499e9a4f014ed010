// SPDX-License-Identifier: EUPL-1.2
#include "base/percent.hpp"
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/views.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::size_t most_of_kind = 2; ///< where all kinds are asked
constexpr std::size_t most_of_area = 3; ///< there too: else one large neighbourhood fills the list
constexpr std::size_t most_cards = 20;

/// What a sentence puts a link into stands for this, which no word has.
constexpr std::string_view here = "\x1f";

GapRow make_row(Picture const& picture, Gap const& gap)
{
    GapRow row;
    row.code = gap.area->area.code;
    row.name = gap.area->area.name;
    row.category = gap.category->id;
    row.minutes = gap.category->limit_minutes;
    row.places = picture.places_of(gap.category->id);
    row.people = round_people(gap.reach->people);
    row.people_without = round_people(gap.people_without);
    row.certain_percent = in_hundred(gap.share.certain);
    row.expected_percent = in_hundred(gap.share.expected);
    row.possible_percent = in_hundred(gap.share.possible);
    if (auto const seconds = gap.reach->median_seconds[1]) row.median_minutes = *seconds / 60;
    row.too_far = round_people(gap.reach->obstacles.distance);
    row.too_slow = round_people(gap.reach->obstacles.pace);
    row.streets = round_people(gap.reach->obstacles.streets);
    row.unknown = round_people(gap.reach->obstacles.unknown);
    row.age_65_percent = gap.area->age_65_percent;
    row.income = gap.area->income;
    return row;
}

struct Question {
    Asked asked;
    Group group{Group::everybody};
    Picture const& picture;
    std::vector<Gap> gaps; ///< all of them, most people first
};

/// Most people first; a few of each kind and neighbourhood when all kinds are asked.
std::vector<Gap const*> choose_cards(Question const& question)
{
    std::map<std::string_view, std::size_t> of_kind;
    std::map<std::string_view, std::size_t> of_area;
    std::vector<Gap const*> cards;
    for (auto const& gap : question.gaps) {
        if (cards.size() == most_cards) break;
        if (question.asked.category == nullptr) {
            auto& kinds = of_kind[gap.category->id];
            auto& areas = of_area[gap.area->area.code];
            if (kinds == most_of_kind || areas == most_of_area) continue;
            ++kinds;
            ++areas;
        }
        cards.push_back(&gap);
    }
    return cards;
}

std::string what_if_link(web::Visit const& visit, Question const& question, Gap const& gap)
{
    return link_to(visit, "/kansen/wat-als",
                   {{"wie", question.asked.profile->profile.id},
                    {"waar", gap.category->id},
                    {"buurt", gap.area->area.code}});
}

void write_form(html::Html& page, web::Visit const& visit, Rules const& rules, Question const& question)
{
    page(tag::form, attr::cls("row filt noprint"), attr::named("method", "get"),
         attr::named("action", visit.link("/kansen")), [&] {
             write_profile_field(page, visit, rules, *question.asked.profile);
             write_category_field(page, visit, rules, question.asked.category, AllKinds::yes);
             keep_municipality(page, visit);
             write_submit(page, visit.t("reach.form.show"));
         });
}

/// "1.340 65-plussers in Cellesbroek komen niet binnen 10 minuten bij een huisarts."
void write_sentence(html::Html& page, web::Visit const& visit, Question const& question, Gap const& gap)
{
    auto const& t = visit.t;
    auto const rest = t("reach.gap.sentence", {{"people", std::string{people_in_short(t, question.group)}},
                                               {"area", std::string{here}},
                                               {"minutes", std::to_string(gap.category->limit_minutes)},
                                               {"place", std::string{with_article(*gap.category, t.language())}}});
    auto const cut = rest.find(here);
    page(tag::p, attr::cls("gl"), [&] {
        page(tag::b, attr::cls("num"), t.number(round_people(gap.people_without)));
        page.text(" " + rest.substr(0, cut));
        page(tag::a, attr::href(visit.link("/buurt/" + gap.area->area.code)), gap.area->area.name);
        page.text(rest.substr(cut + here.size()));
    });
}

void write_card(html::Html& page, web::Visit const& visit, Question const& question, Gap const& gap)
{
    auto const& t = visit.t;
    page(tag::li, attr::cls("gap"), [&] {
        page(tag::span, attr::cls("gic"), [&] { web::icon(page, gap.category->icon); });
        page(tag::div, attr::cls("gt"), [&] {
            write_sentence(page, visit, question, gap);
            page(tag::p, attr::cls("small soft"), [&] {
                page.text(t("reach.gap.median", {{"minutes", write_median(t, gap.reach->median_seconds[1])}}));
                page.text(" ");
                page.text(write_obstacles(t, gap.reach->obstacles));
            });
        });
        page(tag::div, attr::cls("gb"), [&] {
            write_bar(page, t, gap.share);
            if (is_uncertain(gap.share))
                page(tag::a, attr::cls("unsure"),
                     attr::href(link_to(visit, "/straten", {{"wie", question.asked.profile->profile.id}})),
                     t("reach.uncertain_short"));
        });
        page(tag::a, attr::cls("utrecht-button utrecht-button--secondary-action"),
             attr::href(what_if_link(visit, question, gap)), [&] {
                 page.text(t("reach.gap.what_if"));
                 page(tag::span, attr::cls("vh"),
                      t("reach.gap.what_if_of",
                        {{"kind", std::string{name_of(*gap.category, t.language())}}, {"area", gap.area->area.name}}));
             });
    });
}

/// Everybody stays without a place that nobody put on the map: said apart, since it may well be there.
void write_unknown_kinds(html::Html& page, web::Visit const& visit, Rules const& rules, Question const& question)
{
    auto const& t = visit.t;
    std::string kinds;
    for (auto const& category : rules.categories.all()) {
        if (question.picture.places_of(category.id) > 0) continue;
        if (question.asked.category != nullptr && question.asked.category->id != category.id) continue;
        if (!kinds.empty()) kinds += ", ";
        kinds += lower_first(name_of(category, t.language()));
    }
    if (kinds.empty()) return;
    web::message(
        page, web::Message::refuse, t("reach.gap.no_places"),
        [&] {
            page(tag::p, t("reach.gap.no_places.text", {{"kinds", kinds}}));
        },
        web::Level::h3);
}

void write_cards(html::Html& page, web::Visit const& visit, Rules const& rules, Question const& question)
{
    auto const& t = visit.t;
    auto const cards = choose_cards(question);
    page(tag::h2, t("reach.gap.list"));
    if (cards.empty()) {
        web::empty(
            page, t("reach.gap.none"), [&] { page(tag::p, t("reach.gap.none_help")); }, web::Level::h3);
    } else {
        if (question.asked.category == nullptr) page(tag::p, attr::cls("soft"), t("reach.gap.choice"));
        write_bar_key(page, t);
        page(tag::ul, attr::cls("list gaps"), [&] {
            for (auto const* gap : cards) write_card(page, visit, question, *gap);
        });
        page(tag::p, attr::cls("row"), [&] {
            std::string_view const where =
                question.asked.category != nullptr ? std::string_view{question.asked.category->id} : std::string_view{};
            page(tag::a,
                 attr::href(link_to(visit, "/kansen",
                                    {{"wie", question.asked.profile->profile.id}, {"waar", where}, {"alles", "1"}})),
                 t.count("reach.gap.all", static_cast<std::int64_t>(question.gaps.size())));
        });
    }
    write_unknown_kinds(page, visit, rules, question);
}

void write_table(html::Html& page, web::Visit const& visit, Question const& question)
{
    auto const& t = visit.t;
    auto const number = [&](std::string_view key) {
        return web::Column{"", std::string{t(key)}, web::Align::number, true};
    };
    std::array const columns{web::Column{"", std::string{t("reach.column.area")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.column.kind")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.column.without")}, web::Align::number, false},
                             number("reach.column.in_time"),
                             number("reach.obstacle.distance"),
                             number("reach.obstacle.pace"),
                             number("reach.obstacle.streets"),
                             number("reach.obstacle.unknown")};
    page(tag::div, attr::cls("wrapheads"), [&] {
        web::table(page, visit, t("reach.gap.caption"), columns, "", [&] {
            for (auto const& gap : question.gaps) {
                page(tag::tr, [&] {
                    page(tag::th, attr::scope("row"), [&] {
                        page(tag::a, attr::href(visit.link("/buurt/" + gap.area->area.code)), gap.area->area.name);
                    });
                    page(tag::td, t("reach.kind_within", {{"kind", std::string{name_of(*gap.category, t.language())}},
                                                          {"minutes", std::to_string(gap.category->limit_minutes)}}));
                    auto const cell = [&](std::string_view css, double people) {
                        page(tag::td, attr::cls(css), attr::named("data-v", to_text(round_people(people))),
                             t.number(round_people(people)));
                    };
                    cell("n", gap.people_without);
                    page(tag::td, attr::cls("n wide"), write_range(t, gap.share));
                    cell("n wide", gap.reach->obstacles.distance);
                    cell("n wide", gap.reach->obstacles.pace);
                    cell("n wide", gap.reach->obstacles.streets);
                    cell("n wide", gap.reach->obstacles.unknown);
                });
            }
        });
    });
}

/// This list, to come back to from a question about it.
std::string gaps_address(Question const& question)
{
    std::string address = "/kansen?wie=" + percent_encode(question.asked.profile->profile.id);
    if (question.asked.category != nullptr) address += "&waar=" + percent_encode(question.asked.category->id);
    return address;
}

/// What can be tried, beside the list.
void write_aside(html::Html& page, web::Visit const& visit, Question const& question)
{
    auto const& t = visit.t;
    struct Try {
        std::string_view what;
        std::string_view icon;
        std::string_view key;
    };
    constexpr std::array tries{Try{"place", "pin", "reach.add.place"}, Try{"bench", "bench", "reach.add.bench"},
                               Try{"kerb", "down", "reach.add.kerb"}, Try{"crossing", "walker", "reach.add.crossing"},
                               Try{"path", "tree", "reach.add.path"}};
    page(tag::aside, attr::cls("card wa"), attr::named("aria-labelledby", "wat-als"), [&] {
        page(tag::p, attr::cls("row"), [&] {
            web::tag_label(page, "run", t("reach.gap.what_if"));
            web::tag_label(page, "made", t("reach.what_if.sum"));
        });
        page(tag::h2, attr::id("wat-als"), t("reach.gap.try"));
        page(tag::p, t("reach.gap.try.help"));
        page(tag::ul, attr::cls("list tries"), [&] {
            std::string_view const where =
                question.asked.category != nullptr ? std::string_view{question.asked.category->id} : std::string_view{};
            for (auto const& each : tries) {
                page(tag::li, [&] {
                    web::icon(page, each.icon);
                    page(tag::a,
                         attr::href(link_to(
                             visit, "/kansen/wat-als",
                             {{"wat", each.what}, {"wie", question.asked.profile->profile.id}, {"waar", where}})),
                         t(each.key));
                });
            }
        });
        page(tag::p,
             [&] { page(tag::a, attr::href(link_to(visit, "/voorstellen", {})), t("reach.proposal.to_list")); });
        write_ask_link(page, visit, gaps_address(question), t("reach.gap.title"));
        page(tag::p, attr::cls("small soft"), t("reach.gap.missing"));
    });
}

} // namespace

Result<http::Response> gaps_page(web::Visit const& visit, Desk& desk)
{
    auto const& t = visit.t;
    WF_TRY(auto const asked, read_asked(visit, desk.rules, AllKinds::yes));
    web::Frame frame;
    frame.title = t("reach.gap.title");
    frame.section = "gaps";
    frame.formats = other_formats(visit, "/kansen");
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    if (picture == nullptr) return nothing_yet(visit, frame);

    std::string_view const category =
        asked.category != nullptr ? std::string_view{asked.category->id} : std::string_view{};
    Question const question{asked, group_of(*asked.profile), *picture,
                            list_gaps(*picture, desk.rules, asked.profile->profile.id, category, 0)};
    web::Table<GapSummary, GapRow> view;
    if (visit.request.format != http::Format::html) {
        view.summary = {picture->whole().area.code, asked.profile->profile.id, std::string{to_word(question.group)},
                        picture->network_date,      picture->attribution,      picture->run.id};
        for (auto const& gap : question.gaps) view.rows.push_back(make_row(*picture, gap));
    }
    bool const all = visit.request.parameter("alles").value_or("") == "1";
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("reach.gap.heading", {{"place", picture->whole().area.name}}));
            page(tag::p, attr::cls("lead"),
                 t("reach.gap.lead", {{"with", std::string{with_of(*asked.profile, t.language())}},
                                      {"people", std::string{people_in_words(t, question.group)}}}));
            write_form(page, visit, desk.rules, question);
            if (all) {
                page(tag::h2, t("reach.gap.list_all"));
                write_table(page, visit, question);
            } else {
                page(tag::div, attr::cls("cols"), [&] {
                    page(tag::div, [&] { write_cards(page, visit, desk.rules, question); });
                    write_aside(page, visit, question);
                });
            }
            write_why(page, visit, *picture, *asked.profile);
            page(tag::p, attr::cls("small soft note"), [&] {
                page.text(t("reach.gap.note"));
                page.text(" ");
                page(tag::a, attr::href(visit.link("/dataset/" + picture->network_dataset)), picture->attribution);
                page.text(t("reach.state_of", {{"date", write_day(t, picture->network_date)}}));
            });
        });
    });
}

} // namespace wf::reach_pages
