// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/what_if_parts.hpp"

#include "base/text.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/pick_figure.hpp"
#include "feature/reach/point.hpp"
#include "platform/web/problem.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

bool has_two_ends(Addition addition)
{
    return addition == Addition::crossing || addition == Addition::path;
}

/// Which field of the form an error of the arithmetic is about.
std::string field_of(Error const& error)
{
    return error.field == "to" ? "naar" : "plek";
}

} // namespace

Result<Posed> read_posed(web::Visit const& visit, Rules const& rules)
{
    Posed posed;
    WF_TRY(posed.asked, read_asked(visit, rules, AllKinds::yes));
    auto const& categories = rules.categories;
    if (posed.asked.category == nullptr) posed.asked.category = categories.find("meeting_place");
    if (posed.asked.category == nullptr) posed.asked.category = &categories.all().front();
    auto const text = [&](std::string_view name) { return std::string{visit.request.parameter(name).value_or("")}; };
    if (auto const what = text("wat"); !what.empty()) {
        auto const addition = parse_addition(what);
        if (!addition)
            return Error{Trouble::bad_input, "reach.unknown_addition", what, "place, bench, kerb, crossing or path"};
        posed.addition = *addition;
    }
    posed.typed = text("plek");
    posed.chosen = text("gebouw");
    posed.to = text("naar");
    posed.neighbourhood = text("buurt");
    posed.name = text("naam");
    WF_TRY(posed.leg_limit, read_leg_limit(visit));
    return posed;
}

namespace {

/// The same for the same words, whatever else is on the page.
std::string write_key(std::initializer_list<std::string_view> words)
{
    std::string key;
    for (auto const word : words) key.append(word).append(" ");
    return key;
}

Result<std::shared_ptr<reach::CategoryAnswer const>> find_now(web::Visit const& visit, Desk& desk,
                                                              ReadyTown const& ready, WhatIf const& question)
{
    auto const key =
        write_key({ready.prepared->municipality, question.profile, question.category, to_word(question.leg_limit)});
    return desk.nows.get(visit.store(), key, [&]() -> Result<std::shared_ptr<reach::CategoryAnswer const>> {
        WF_TRY(auto now, answer_now(ready, desk.rules, question));
        return std::make_shared<reach::CategoryAnswer const>(std::move(now));
    });
}

} // namespace

Answered find_answer(web::Visit const& visit, Desk& desk, ReadyTown const& ready, Posed const& posed)
{
    WhatIf question;
    question.addition = posed.addition;
    question.profile = posed.asked.profile->profile.id;
    question.category = posed.asked.category->id;
    question.leg_limit = posed.leg_limit;
    WF_TRY(question.at, resolve_point(*ready.prepared, posed.where(), "plek"));
    if (has_two_ends(posed.addition)) {
        if (posed.to.empty())
            return Error{Trouble::bad_input, "reach.no_other_end", "naar", "a crossing or path has two ends"};
        WF_TRY(question.to, resolve_point(*ready.prepared, posed.to, "naar"));
    }
    auto const key = write_key({ready.prepared->municipality, question.profile, question.category,
                                to_word(question.leg_limit), to_word(question.addition), to_text(question.at.lon),
                                to_text(question.at.lat), to_text(question.to.lon), to_text(question.to.lat)});
    auto answer = desk.what_ifs.get(visit.store(), key, [&]() -> Answered {
        WF_TRY(auto const now, find_now(visit, desk, ready, question));
        WF_TRY(auto made, answer_what_if(ready, desk.rules, question, *now));
        return std::make_shared<WhatIfAnswer const>(std::move(made));
    });
    if (!answer) {
        auto error = answer.error();
        error.field = field_of(error);
        return error;
    }
    return answer;
}

std::string find_spot_name(PreparedTown const& town, std::string const& given)
{
    if (given.starts_with("osm-")) {
        auto const* place = find_place(town, given);
        return place != nullptr ? place->name : std::string{};
    }
    bool const letters = std::any_of(given.begin(), given.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    return letters ? given : std::string{};
}

namespace {

std::string spot_name(PreparedTown const& town, words::Words const& t, std::string const& text)
{
    auto name = find_spot_name(town, text);
    return name.empty() ? std::string{t("reach.what_if.this_spot")} : name;
}

WhatIfRow make_row(PreparedTown const& town, Gain const& gain, bool gains)
{
    auto const& area = town.areas[gain.area];
    WhatIfRow row;
    row.code = area.area.code;
    row.name = area.area.name;
    row.gains = gains;
    row.people = round_people(gain.people);
    row.people_in_time = {round_people(gain.before), round_people(gain.after)};
    row.age_65_percent = area.age_65_percent;
    row.income = area.income;
    return row;
}

web::Table<WhatIfSummary, WhatIfRow> make_view(PreparedTown const& town, Posed const& posed, WhatIfAnswer const& answer,
                                               Picture const& picture)
{
    auto const more = more_people(answer.whole);
    web::Table<WhatIfSummary, WhatIfRow> view;
    auto& summary = view.summary;
    summary.municipality = town.municipality;
    summary.addition = to_word(posed.addition);
    summary.walk = {answer.question.profile, answer.question.category, answer.limit_minutes,
                    std::string{to_word(posed.leg_limit)}, std::string{to_word(group_of(*posed.asked.profile))}};
    summary.people = round_people(answer.whole.people);
    summary.more_expected = round_people(more.expected);
    summary.more_least = round_people(more.certain);
    summary.more_most = round_people(more.possible);
    summary.attribution = picture.attribution;
    for (auto const& gain : answer.places) view.rows.push_back(make_row(town, gain, true));
    for (auto const& gain : answer.without) view.rows.push_back(make_row(town, gain, false));
    return view;
}

/// This question at these spots.
std::string link_to_question(web::Visit const& visit, std::string_view path, Posed const& posed, std::string_view at,
                             std::string_view to)
{
    return link_to(visit, path,
                   {{"wat", to_word(posed.addition)},
                    {"wie", posed.asked.profile->profile.id},
                    {"waar", posed.asked.category->id},
                    {"gebouw", posed.chosen},
                    {"plek", at},
                    {"naar", to},
                    {"buurt", posed.neighbourhood},
                    {"bank", posed.leg_limit == graph::LegLimit::hard ? "grens" : ""}});
}

/// Addresses that somebody may have meant, each a link with the same question.
void write_suggestions(html::Html& page, web::Visit const& visit, PreparedTown const& town, Posed const& posed,
                       Error const& error)
{
    if (error.code != "reach.unknown_spot") return;
    bool const other_end = error.field == "naar";
    auto const meant = suggest_addresses(town, other_end ? posed.to : posed.typed);
    if (meant.empty()) return;
    page(tag::p, visit.t("reach.what_if.meant"));
    page(tag::ul, [&] {
        for (auto const& address : meant) {
            auto const url = link_to_question(visit, "/kansen/wat-als", posed, other_end ? posed.typed : address,
                                              other_end ? address : posed.to);
            page(tag::li, [&] { page(tag::a, attr::href(url), address); });
        }
    });
}

/// Where the map of the form opens, and what is on it.
Pick make_pick(web::Visit const& visit, Posed const& posed, WhatIfAnswer const* answer)
{
    Pick pick;
    pick.two = has_two_ends(posed.addition);
    pick.neighbourhood = posed.neighbourhood;
    if (answer == nullptr) return pick;
    pick.at = answer->question.at;
    if (pick.two) pick.to = answer->question.to;
    pick.homes = link_to_question(visit, "/kansen/wat-als.geojson", posed, posed.typed, posed.to);
    return pick;
}

void write_page(html::Html& page, web::Visit const& visit, Rules const& rules, ReadyTown const& ready,
                Posed const& posed, Answered const* answer, Picture const& picture)
{
    auto const& t = visit.t;
    auto const& town = *ready.prepared;
    bool const failed = answer != nullptr && !*answer;
    std::string fault;
    page(tag::h1, t("reach.what_if.title"));
    page(tag::p, attr::cls("lead"), t("reach.what_if.lead"));
    page(tag::p, attr::cls("noprint"),
         [&] { page(tag::a, attr::href(link_to(visit, "/voorstellen", {})), t("reach.proposal.to_list")); });
    if (failed) {
        auto const problem = web::explain(t, answer->error());
        fault = problem.title;
        web::message(page, web::Message::error, problem.title, [&] {
            page(tag::p, problem.remedy);
            write_suggestions(page, visit, town, posed, answer->error());
            page(tag::p, [&] { page(tag::a, attr::href("#" + answer->error().field), t("reach.what_if.to_field")); });
        });
    }
    if (posed.name_fault) {
        auto const problem = web::explain(t, *posed.name_fault);
        web::message(page, web::Message::error, problem.title, [&] {
            page(tag::p, problem.remedy);
            page(tag::p, [&] { page(tag::a, attr::href("#naam"), t("reach.what_if.to_field")); });
        });
    }
    write_what_if_form(page, visit, rules, town, posed, failed ? answer->error().field : "", fault);
    write_pick_figure(page, visit, town, make_pick(visit, posed, answer != nullptr && *answer ? &***answer : nullptr));
    if (answer == nullptr) {
        page(tag::section, attr::id("antwoord"), [&] {
            web::empty(page, t("reach.what_if.nothing"), [&] { page(tag::p, t("reach.what_if.nothing_help")); });
        });
    } else if (!failed) {
        Spots const spots{spot_name(town, t, posed.where()), spot_name(town, t, posed.to)};
        write_what_if_answer(page, visit, town, posed, ***answer, spots);
    }
    if (!failed) write_why(page, visit, picture, *posed.asked.profile);
}

} // namespace

Result<http::Response> what_if_page(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const posed, read_posed(visit, desk.rules));
    return answer_posed(visit, desk, posed);
}

Result<http::Response> answer_posed(web::Visit const& visit, Desk& desk, Posed const& posed)
{
    auto const& t = visit.t;
    web::Frame frame;
    frame.title = t("reach.what_if.title");
    frame.section = "gaps";
    frame.crumbs = {{std::string{t("reach.gap.title")}, link_to(visit, "/kansen", {})}, {frame.title, ""}};
    frame.cache = http::Cache::never;
    frame.has_map = true;
    auto const municipality = municipality_of(visit);
    auto const picture = desk.pictures.get(visit.store(), municipality);
    if (picture == nullptr) return nothing_yet(visit, frame);
    WF_TRY(auto const ready,
           desk.towns.get(visit.store(), municipality, desk.rules, options_of(*visit.context.settings)));

    bool const is_page = visit.request.format == http::Format::html;
    if (!is_page && posed.where().empty())
        return Error{Trouble::bad_input, "reach.no_spot", "plek", "an address, a place's id or \"52.5557,5.9108\""};
    std::optional<Answered> answer;
    if (!posed.where().empty()) answer.emplace(find_answer(visit, desk, *ready, posed));
    if (answer && !*answer && !is_page) return answer->error();
    if (visit.request.format == http::Format::geojson) {
        http::Response points;
        points.content_type = "application/geo+json";
        points.body = write_homes(*ready->prepared, ***answer);
        points.cache = http::Cache::never;
        web::add_security_headers(points);
        return points;
    }

    if (answer && *answer) frame.formats = other_formats(visit, "/kansen/wat-als");
    if (posed.name_fault) frame.status = http_status(posed.name_fault->kind);
    if (answer && !*answer) frame.status = http_status(answer->error().kind);
    return web::answer_fresh(
        visit, [&] { return make_view(*ready->prepared, posed, ***answer, *picture); },
        [&]() -> Result<http::Response> {
            return web::page(visit, frame, [&](html::Html& page) {
                write_page(page, visit, desk.rules, *ready, posed, answer ? &*answer : nullptr, *picture);
            });
        });
}

} // namespace wf::reach_pages
