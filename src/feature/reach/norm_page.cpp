// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/norm_verdict.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/street_views.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// A norm with the walker and kind that it names; one that names what this site does not have is left out.
struct Held {
    walking::ProvisionNorm const* norm{nullptr};
    walking::WalkerProfile const* walker{nullptr};
    walking::Category const* kind{nullptr};
};

struct Norm {
    bool example{false};
    std::vector<Held> lines;
};

Norm load_norm(Rules const& rules, std::string_view municipality)
{
    Norm loaded;
    auto const& all = rules.norms;
    auto found = all.find(std::string{municipality});
    if (found == all.end()) {
        found = all.find("*");
        loaded.example = true;
    }
    if (found == all.end()) return loaded;
    for (auto const& norm : found->second) {
        Held const held{&norm, rules.profiles.find(norm.profile), rules.categories.find(norm.category)};
        if (held.walker != nullptr && held.kind != nullptr) loaded.lines.push_back(held);
    }
    return loaded;
}

std::optional<double> percent(double share)
{
    return in_hundred(share);
}

double people_without(AreaReach const& reach, int minutes)
{
    return reach.people * (1 - reach.share[limit_index(minutes)].expected);
}

std::vector<NormRow> make_rows(Picture const& picture, Norm const& norm)
{
    std::vector<NormRow> rows;
    for (auto const& area : picture.areas) {
        for (auto const& line : norm.lines) {
            NormRow row;
            row.area = area.area.code;
            row.name = area.area.name;
            row.level = area.area.level == AreaLevel::municipality ? "municipality"
                        : area.area.level == AreaLevel::district   ? "district"
                                                                   : "neighbourhood";
            row.coverage = to_word(area.coverage);
            row.category = line.norm->category;
            row.profile = line.norm->profile;
            row.group = line.walker->people;
            row.minutes = line.norm->minutes;
            if (line.norm->least_percent > 0) row.least_percent = line.norm->least_percent;
            row.source = line.norm->source;
            if (auto const* reach = picture.find(area.area.code, line.norm->profile, line.norm->category)) {
                auto const& share = reach->share[limit_index(line.norm->minutes)];
                row.people = round_people(reach->people);
                row.certain = percent(share.certain);
                row.expected = percent(share.expected);
                row.possible = percent(share.possible);
                row.people_without = round_people(people_without(*reach, line.norm->minutes));
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string write_verdict(words::Words const& t, NormVerdict verdict, double least)
{
    auto const n = t.number(least);
    switch (verdict) {
    case NormVerdict::no_norm: return std::string{t("reach.norm.only_shown")};
    case NormVerdict::met: return t("reach.norm.met", {{"n", n}});
    case NormVerdict::not_met: return t("reach.norm.not_met", {{"n", n}});
    case NormVerdict::depends: return t("reach.norm.depends", {{"n", n}});
    }
    return {};
}

void write_line(html::Html& page, web::Visit const& visit, Picture const& picture, Held const& line)
{
    auto const& t = visit.t;
    auto const& norm = *line.norm;
    page(tag::article, attr::cls("card normcard"), [&] {
        page(tag::span, attr::cls("symbol"), [&] { web::icon(page, line.kind->icon); });
        page(tag::h3, name_of(*line.kind, visit.language()));
        auto const* reach = picture.find(picture.whole().area.code, norm.profile, norm.category);
        if (reach == nullptr) {
            page(tag::p, why_no_answer(t, picture.whole().coverage));
            return;
        }
        auto const& share = reach->share[limit_index(norm.minutes)];
        auto const sentence = write_answer(t, *line.walker, *line.kind, norm.minutes, share);
        page(tag::p, html::Marked{sentence});
        write_bar(page, t, share);
        page(tag::p, attr::cls("small soft"), write_sureness(t, share));
        page(tag::p, write_verdict(t, judge_norm(share, norm.least_percent), norm.least_percent));
        if (is_uncertain(share))
            page(tag::p, [&] {
                page(tag::a, attr::href(link_to(visit, "/straten", {{"wie", norm.profile}})),
                     t("reach.norm.uncertain"));
            });
        page(tag::p, attr::cls("small soft"),
             norm.source.empty() ? std::string{t("reach.norm.example_line")}
                                 : t("reach.norm.source", {{"source", norm.source}}));
    });
}

void write_table(html::Html& page, web::Visit const& visit, Picture const& picture, Norm const& norm)
{
    auto const& t = visit.t;
    std::vector<web::Column> columns{{"", std::string{t("reach.norm.column.area")}, web::Align::start, false}};
    for (auto const& line : norm.lines) {
        columns.push_back(
            {"",
             t("reach.norm.column.line", {{"kind", name_of(*line.kind, visit.language())},
                                          {"who", lower_first(people_heading(t, group_of(*line.walker)))}}),
             web::Align::number, false});
    }
    web::table(page, visit, t("reach.norm.caption"), columns, "", [&] {
        for (auto const& area : picture.areas) {
            if (area.area.level != AreaLevel::neighbourhood) continue;
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     [&] { page(tag::a, attr::href(visit.link("/buurt/" + area.area.code)), area.area.name); });
                if (area.coverage != Coverage::answered) {
                    page(tag::td, attr::named("colspan", std::to_string(norm.lines.size())), attr::cls("soft"),
                         why_no_answer(t, area.coverage));
                    return;
                }
                for (auto const& line : norm.lines) {
                    auto const* reach = picture.find(area.area.code, line.norm->profile, line.norm->category);
                    if (reach == nullptr) {
                        page(tag::td, attr::cls("n"), t("reach.norm.unknown"));
                        continue;
                    }
                    auto const without = round_people(people_without(*reach, line.norm->minutes));
                    page(tag::td, attr::cls("n"), attr::named("data-v", to_text(without)), t.number(without));
                }
            });
        }
    });
}

void write_main(html::Html& page, web::Visit const& visit, Picture const& picture, Norm const& norm)
{
    auto const& t = visit.t;
    auto const& place = picture.whole().area.name;
    page(tag::h1, t("reach.norm.title"));
    if (norm.lines.empty()) {
        web::empty(page, t("reach.norm.none"), [&] { page(tag::p, t("reach.norm.none_help")); });
        return;
    }
    auto const& first = norm.lines.front();
    page(tag::div, attr::cls("answer"), [&] {
        if (auto const* reach = picture.find(picture.whole().area.code, first.norm->profile, first.norm->category)) {
            auto const sentence = write_answer(t, *first.walker, *first.kind, first.norm->minutes,
                                               reach->share[limit_index(first.norm->minutes)]);
            page(tag::p, attr::cls("say"), html::Marked{sentence});
        }
        page(tag::p, attr::cls("sure"), t("reach.norm.about", {{"place", place}}));
    });
    if (norm.example) {
        web::message(page, web::Message::info, t("reach.norm.example"), [&] {
            page(tag::p, t("reach.norm.example_help", {{"place", place}}));
        });
    }
    page(tag::section, [&] {
        page(tag::h2, t("reach.norm.lines", {{"place", place}}));
        write_bar_key(page, t);
        page(tag::div, attr::cls("grid norms"), [&] {
            for (auto const& line : norm.lines) write_line(page, visit, picture, line);
        });
    });
    page(tag::section, [&] {
        page(tag::h2, t("reach.norm.outside"));
        page(tag::p, t("reach.norm.outside_help"));
        page(tag::div, attr::cls("wrapheads"), [&] { write_table(page, visit, picture, norm); });
        write_why(page, visit, picture, *first.walker);
        page(tag::p, [&] { page(tag::a, attr::href(link_to(visit, "/uitgangspunten", {})), t("reach.rules.link")); });
        page(tag::p, attr::cls("small soft"), picture.attribution);
    });
}

} // namespace

Result<http::Response> norm_page(web::Visit const& visit, Desk& desk)
{
    auto const municipality = municipality_of(visit);
    auto const picture = desk.pictures.get(visit.store(), municipality);
    web::Frame frame;
    frame.title = visit.t("reach.norm.title");
    frame.section = "home";
    if (picture == nullptr) return nothing_yet(visit, frame);
    auto const norm = load_norm(desk.rules, municipality);
    web::Table<TownSummary, NormRow> const view{{municipality, picture->run.id, picture->network_dataset,
                                                 picture->attribution},
                                                make_rows(*picture, norm)};
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        frame.crumbs = {{std::string{visit.t("reach.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        frame.formats = other_formats(visit, "/basisvoorzieningen");
        return web::page(visit, frame, [&](html::Html& page) { write_main(page, visit, *picture, norm); });
    });
}

} // namespace wf::reach_pages
