// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/phrases.hpp"
#include "feature/reach/reach_parts.hpp"
#include "feature/reach/views.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

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
    frame.section = "home";
    frame.formats = other_formats(visit, "/bereik");
    frame.formats.emplace_back("GeoJSON", link_to_question(visit, "/bereik.geojson", asked));
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
            write_areas(page, visit, question, lines, *drawing, sorted);
            write_people(page, visit, *picture);
            write_further(page, visit, asked);
        });
    });
}

} // namespace wf::reach_pages
