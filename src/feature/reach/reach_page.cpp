// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/views.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// One neighbourhood of the table; without an answer its `reach` is nothing.
struct Line {
    TownArea const* area{nullptr};
    AreaReach const* reach{nullptr};
    std::optional<double> people; ///< of the group
};

struct Question {
    Asked asked;
    Group group{Group::everybody};
    Picture const& picture;

    [[nodiscard]] Three const& share(AreaReach const& reach) const { return reach.share[limit_index(asked.minutes)]; }
    [[nodiscard]] AreaReach const* find(TownArea const& area) const
    {
        return picture.find(area.area.code, asked.profile->profile.id, asked.category->id);
    }
};

std::vector<Line> list_lines(Question const& question)
{
    std::vector<Line> lines;
    for (auto const& area : question.picture.areas) {
        if (area.area.level != AreaLevel::neighbourhood) continue;
        lines.push_back({&area, area.coverage == Coverage::answered ? question.find(area) : nullptr,
                         area.people[static_cast<std::size_t>(question.group)]});
    }
    return lines;
}

/// Neighbourhoods with an answer in the order that was asked, then those without one by name.
void sort_lines(std::vector<Line>& lines, Question const& question, std::string_view sorted)
{
    bool const downwards = sorted.starts_with('-');
    auto const key = downwards ? sorted.substr(1) : sorted;
    auto const number = [&](Line const& line) -> double {
        if (key == "people") return line.people.value_or(-1);
        if (key == "share") return question.share(*line.reach).expected;
        if (key == "minutes") return line.reach->median_seconds[1].value_or(HUGE_VAL);
        return 0;
    };
    auto const unanswered =
        std::stable_partition(lines.begin(), lines.end(), [](Line const& line) { return line.reach != nullptr; });
    // They come in order of name.
    if (key == "name" && downwards) std::reverse(lines.begin(), unanswered);
    else
        std::stable_sort(lines.begin(), unanswered, [&](Line const& a, Line const& b) {
            return downwards ? number(a) > number(b) : number(a) < number(b);
        });
}

std::optional<double> rounded(std::optional<double> people)
{
    if (!people) return std::nullopt;
    return round_people(*people);
}

web::Table<ReachSummary, ReachRow> make_view(Question const& question, std::vector<Line> const& lines,
                                             Drawing const& drawing)
{
    auto const& picture = question.picture;
    auto const& whole = picture.whole();
    web::Table<ReachSummary, ReachRow> view;
    auto& summary = view.summary;
    summary.municipality = whole.area.code;
    summary.profile = question.asked.profile->profile.id;
    summary.category = question.asked.category->id;
    summary.minutes = question.asked.minutes;
    summary.group = to_word(question.group);
    if (auto const* reach = question.find(whole)) {
        auto const& share = question.share(*reach);
        summary.people = round_people(reach->people);
        summary.certain_percent = in_hundred(share.certain);
        summary.expected_percent = in_hundred(share.expected);
        summary.possible_percent = in_hundred(share.possible);
    }
    summary.residents = rounded(whole.people[static_cast<std::size_t>(Group::everybody)]);
    summary.residents_65 = rounded(whole.people[static_cast<std::size_t>(Group::age_65)]);
    summary.limited_in_moving_percent = whole.limited_in_moving_percent;
    summary.places = picture.places_of(question.asked.category->id);
    summary.network_date = picture.network_date;
    summary.attribution = picture.attribution;
    summary.run = picture.run.id;
    for (auto const& line : lines) {
        ReachRow row;
        row.code = line.area->area.code;
        row.name = line.area->area.name;
        row.coverage = to_word(line.area->coverage);
        row.people = rounded(line.people);
        if (line.reach != nullptr) {
            auto const& share = question.share(*line.reach);
            row.certain_percent = in_hundred(share.certain);
            row.expected_percent = in_hundred(share.expected);
            row.possible_percent = in_hundred(share.possible);
            if (auto const seconds = line.reach->median_seconds[1]) row.median_minutes = *seconds / 60;
        }
        if (auto const outline = drawing.outlines.find(row.code); outline != drawing.outlines.end())
            row.outline.json = outline->second;
        row.in_view = drawing.shows(row.code);
        view.rows.push_back(std::move(row));
    }
    return view;
}

void write_form(html::Html& page, web::Visit const& visit, Rules const& rules, Asked const& asked)
{
    page(tag::form, attr::cls("pane picker noprint"), attr::named("method", "get"),
         attr::named("action", visit.link("/bereik")), [&] {
             write_profile_field(page, visit, rules, *asked.profile);
             write_category_field(page, visit, rules, asked.category, AllKinds::no);
             write_minutes_field(page, visit, asked.minutes);
             keep_municipality(page, visit);
             write_submit(page, visit.t("reach.form.show"));
         });
}

void write_answer_block(html::Html& page, web::Visit const& visit, Question const& question)
{
    auto const& t = visit.t;
    auto const& asked = question.asked;
    auto const* reach = question.find(question.picture.whole());
    page(tag::div, attr::cls("answer"), [&] {
        if (question.picture.places_of(asked.category->id) == 0) {
            page(tag::p, attr::cls("say"), [&] {
                auto const name = std::string{name_of(*asked.category, t.language())};
                page.marked({t("reach.say.no_places", {{"kind", name}})});
            });
            page(tag::p, attr::cls("sure"), t("reach.sure.no_places"));
        } else if (reach == nullptr) {
            page(tag::p, attr::cls("say"), t("reach.say.unknown"));
            page(tag::p, attr::cls("sure"), why_no_answer(t, question.picture.whole().coverage));
        } else {
            auto const& share = question.share(*reach);
            auto const sentence = write_answer(t, *asked.profile, *asked.category, asked.minutes, share);
            page(tag::p, attr::cls("say"), html::Marked{sentence});
            page(tag::p, attr::cls("sure"), [&] {
                page.text(write_sureness(t, share));
                if (!is_uncertain(share)) return;
                page.text(" ");
                page(tag::a, attr::href(link_to(visit, "/straten", {{"wie", asked.profile->profile.id}})),
                     t("reach.uncertain"));
            });
        }
        write_why(page, visit, question.picture, *asked.profile);
    });
}

void write_line(html::Html& page, web::Visit const& visit, Question const& question, Line const& line)
{
    auto const& t = visit.t;
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"), attr::named("data-v", sort_key(line.area->area.name)),
             [&] { page(tag::a, attr::href(visit.link("/buurt/" + line.area->area.code)), line.area->area.name); });
        if (line.people)
            page(tag::td, attr::cls("n wide"), attr::named("data-v", to_text(round_people(*line.people))),
                 t.number(round_people(*line.people)));
        else page(tag::td, attr::cls("n wide"), "–");
        if (line.reach == nullptr) {
            // The last cell is of a column that a phone leaves out.
            page(tag::td, attr::named("colspan", "2"), attr::cls("soft"), why_no_answer(t, line.area->coverage));
            page(tag::td, attr::cls("n wide"), "–");
            return;
        }
        auto const& share = question.share(*line.reach);
        page(tag::td, attr::cls("n"), attr::named("data-v", to_text(share.expected)),
             [&] { page(tag::b, write_percent(t, share.expected)); });
        page(tag::td, attr::cls("barcell"), [&] {
            write_bar(page, t, share);
            if (is_uncertain(share))
                page(tag::a, attr::cls("unsure"),
                     attr::href(link_to(visit, "/straten", {{"wie", question.asked.profile->profile.id}})),
                     t("reach.uncertain_short"));
        });
        auto const seconds = line.reach->median_seconds[1];
        page(tag::td, attr::cls("n wide"),
             attr::when(seconds.has_value(), attr::named("data-v", to_text(seconds.value_or(0)))),
             write_median(t, seconds));
    });
}

void write_table(html::Html& page, web::Visit const& visit, Question const& question, std::vector<Line> const& lines,
                 std::string_view sorted)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"name", std::string{t("reach.column.area")}, web::Align::start, false},
                             web::Column{"people", std::string{people_heading(t, question.group)}, web::Align::number,
                                         true},
                             web::Column{"share", std::string{t("reach.column.share")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.column.bar")}, web::Align::start, false},
                             web::Column{"minutes", std::string{t("reach.column.median")}, web::Align::number, true}};
    page(tag::section, attr::id("buurten"), [&] {
        page(tag::h2, t("reach.areas"));
        page(tag::div, attr::cls("barkey"), [&] { write_bar_key(page, t); });
        page(tag::div, attr::cls("reachtable"), [&] {
            web::table(page, visit, t("reach.areas.caption"), columns, sorted, [&] {
                for (auto const& line : lines) write_line(page, visit, question, line);
            });
        });
        page(tag::p, attr::cls("small soft note"), [&] {
            page.text(t("reach.areas.note"));
            page.text(" ");
            page(tag::a, attr::href(visit.link("/dataset/" + question.picture.network_dataset)),
                 question.picture.attribution);
            page.text(t("reach.state_of", {{"date", write_day(t, question.picture.network_date)}}));
        });
    });
}

/// The neighbourhoods with their outlines and this answer.
std::string areas_address(web::Visit const& visit, Asked const& asked)
{
    return link_to(visit, "/bereik.geojson",
                   {{"wie", asked.profile->profile.id},
                    {"waar", asked.category->id},
                    {"minuten", std::to_string(asked.minutes)}});
}

void write_map(html::Html& page, web::Visit const& visit, Question const& question, Drawing const& drawing)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("kaart"), attr::cls("noprintbreak"), [&] {
        page(tag::h2, t("reach.map.title"));
        write_choropleth(page, visit, drawing, areas_address(visit, question.asked),
                         [&](std::string_view code) -> Tint {
                             auto const* area = question.picture.find_area(code);
                             auto const* reach = area->coverage == Coverage::answered ? question.find(*area) : nullptr;
                             if (reach == nullptr)
                                 return {{}, area->area.name + ": " + std::string{why_no_answer(t, area->coverage)}};
                             auto const& share = question.share(*reach);
                             auto const n = std::to_string(in_hundred(share.expected));
                             return {share, t(is_uncertain(share) ? "reach.map.area_unsure" : "reach.map.area",
                                              {{"area", area->area.name}, {"n", n}})};
                         });
    });
}

void write_people(html::Html& page, web::Visit const& visit, Picture const& picture)
{
    auto const& t = visit.t;
    auto const& whole = picture.whole();
    auto const stat = [&](std::string_view number, std::string_view words, std::string_view label) {
        page(tag::div, attr::cls("card stat"), [&] {
            page(tag::b, number);
            page(tag::span, words);
            if (!label.empty()) page(tag::p, attr::cls("row"), [&] { web::tag_label(page, "", label); });
        });
    };
    auto const all = whole.people[static_cast<std::size_t>(Group::everybody)];
    auto const older = whole.people[static_cast<std::size_t>(Group::age_65)];
    auto const limited = whole.limited_in_moving_percent;
    if (!all && !older && !limited) return;
    page(tag::section, attr::id("mensen"), [&] {
        page(tag::h2, t("reach.who_live", {{"place", whole.area.name}}));
        page(tag::p, t("reach.who_live.help"));
        page(tag::div, attr::cls("grid three"), [&] {
            if (all) stat(t.number(round_people(*all)), t("reach.who_live.all"), {});
            if (older) stat(t.number(round_people(*older)), t("reach.who_live.older"), {});
            if (limited)
                stat(t("reach.of_hundred", {{"n", t.number(*limited)}}), t("reach.who_live.limited"),
                     t("reach.who_live.modelled"));
        });
    });
}

void write_further(html::Html& page, web::Visit const& visit, Asked const& asked)
{
    auto const& t = visit.t;
    auto const& who = asked.profile->profile.id;
    auto const& where = asked.category->id;
    auto const card = [&](std::string_view title, std::string_view help, std::string const& url) {
        page(tag::a, attr::cls("card go"), attr::href(url), [&] {
            page(tag::h3, title);
            page(tag::p, help);
        });
    };
    page(tag::section, [&] {
        page(tag::h2, t("reach.further"));
        page(tag::div, attr::cls("grid three"), [&] {
            card(t("reach.further.gaps"), t("reach.further.gaps.help"),
                 link_to(visit, "/kansen", {{"wie", who}, {"waar", where}}));
            card(t("reach.further.streets"), t("reach.further.streets.help"),
                 link_to(visit, "/straten", {{"wie", who}}));
            card(t("reach.further.places", {{"kind", std::string{name_of(*asked.category, t.language())}}}),
                 t("reach.further.places.help"), link_to(visit, "/plekken", {{"waar", where}}));
            card(t("reach.further.walker", {{"profile", std::string{name_of(*asked.profile, t.language())}}}),
                 t("reach.further.walker.help"), visit.link("/loper/" + who));
            card(t("reach.further.norm"), t("reach.further.norm.help"), link_to(visit, "/basisvoorzieningen", {}));
        });
    });
}

} // namespace

Result<http::Response> reach_page(web::Visit const& visit, Desk& desk)
{
    auto const& t = visit.t;
    WF_TRY(auto const asked, read_asked(visit, desk.rules, AllKinds::no));
    web::Frame frame;
    frame.title = t("reach.title");
    frame.section = "reach";
    frame.formats = other_formats(visit, "/bereik");
    frame.formats.emplace_back("GeoJSON", areas_address(visit, asked));
    frame.has_map = true;
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    if (picture == nullptr) return nothing_yet(visit, frame);

    Question const question{asked, group_of(*asked.profile), *picture};
    auto lines = list_lines(question);
    auto const sorted = visit.request.parameter("sort").value_or("-people");
    sort_lines(lines, question, sorted);
    auto const drawing = desk.drawings.get(visit.store(), *picture);
    auto const view = visit.request.format == http::Format::html ? web::Table<ReachSummary, ReachRow>{}
                                                                 : make_view(question, lines, *drawing);
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::div, attr::cls("intro"), [&] {
                page(tag::h1, t("reach.heading", {{"place", picture->whole().area.name}}));
            });
            write_form(page, visit, desk.rules, asked);
            write_answer_block(page, visit, question);
            // Without a place, a table would tell everybody as "not in time".
            if (picture->places_of(asked.category->id) > 0) {
                page(tag::div, attr::cls("two"), [&] {
                    write_map(page, visit, question, *drawing);
                    write_table(page, visit, question, lines, sorted);
                });
            }
            write_people(page, visit, *picture);
            write_further(page, visit, asked);
        });
    });
}

} // namespace wf::reach_pages
