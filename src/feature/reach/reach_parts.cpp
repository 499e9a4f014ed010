// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/reach_parts.hpp"

#include "base/text.hpp"
#include "feature/reach/phrases.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

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

void write_map(html::Html& page, web::Visit const& visit, Question const& question, Drawing const& drawing)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("kaart"), attr::cls("noprintbreak"), [&] {
        page(tag::h2, t("reach.map.title"));
        write_choropleth(page, visit, drawing, link_to_question(visit, "/bereik.geojson", question.asked),
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
        page(tag::p, attr::cls("small soft note"), question.picture.attribution);
    });
}

} // namespace

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
        page(tag::p, attr::cls("share noprint"), [&] {
            page(tag::a, attr::href(link_to_question(visit, "/bereik", asked)),
                 attr::named("data-copied", t("reach.share.copied")), t("reach.share"));
        });
    });
}

void write_areas(html::Html& page, web::Visit const& visit, Question const& question, std::vector<Line> const& lines,
                 Drawing const& drawing, std::string_view sorted)
{
    if (question.picture.places_of(question.asked.category->id) == 0) return;
    page(tag::div, attr::cls("two"), [&] {
        write_map(page, visit, question, drawing);
        write_table(page, visit, question, lines, sorted);
    });
}

std::string link_to_question(web::Visit const& visit, std::string_view path, Asked const& asked)
{
    return link_to(visit, path,
                   {{"wie", asked.profile->profile.id},
                    {"waar", asked.category->id},
                    {"minuten", std::to_string(asked.minutes)}});
}

} // namespace wf::reach_pages
