// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/parts.hpp"

#include "feature/reach/phrases.hpp"

#include <algorithm>
#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

std::string sum_people(words::Words const& t, Picture const& picture)
{
    double answered = 0;
    for (auto const& area : picture.areas) {
        if (area.area.level != AreaLevel::neighbourhood || area.coverage != Coverage::answered) continue;
        answered += area.people[static_cast<std::size_t>(Group::everybody)].value_or(0);
    }
    auto const& whole = picture.whole().people[static_cast<std::size_t>(Group::everybody)];
    if (!whole) return t("reach.why.about_some", {{"n", t.number(round_people(answered))}});
    return t("reach.why.about", {{"n", t.number(round_people(answered))}, {"all", t.number(round_people(*whole))}});
}

} // namespace

std::string_view explain_group(words::Words const& t, Group group)
{
    switch (group) {
    case Group::everybody: return t("reach.why.group.everybody");
    case Group::age_0_14: return t("reach.why.group.age_0_14");
    case Group::age_65: return t("reach.why.group.age_65");
    case Group::age_80: return t("reach.why.group.age_80");
    }
    return {};
}

std::string municipality_of(web::Visit const& visit)
{
    auto const asked = visit.request.parameter("gemeente").value_or("");
    return asked.empty() ? visit.context.settings->text("site.municipality") : std::string{asked};
}

std::string_view name_of(walking::Category const& category, words::Language language)
{
    return language == words::Language::nl ? category.name_nl : category.name_en;
}

std::string_view with_article(walking::Category const& category, words::Language language)
{
    return language == words::Language::nl ? category.a_nl : category.a_en;
}

std::string_view name_of(walking::WalkerProfile const& profile, words::Language language)
{
    return language == words::Language::nl ? profile.name_nl : profile.name_en;
}

std::string_view with_of(walking::WalkerProfile const& profile, words::Language language)
{
    return language == words::Language::nl ? profile.with_nl : profile.with_en;
}

double round_people(double people)
{
    return std::round(people / 5) * 5 + 0.0; // no minus zero
}

Three round_people(Three const& people)
{
    return {round_people(people.certain), round_people(people.expected), round_people(people.possible)};
}

int in_hundred(double share)
{
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
}

std::string write_minutes(words::Words const& t, std::optional<double> seconds)
{
    if (!seconds) return std::string{t("reach.minutes.unknown")};
    if (*seconds > 3600) return std::string{t("reach.minutes.long")};
    // Upwards, so that 10 minutes and a bit is not told as within ten minutes.
    auto const minutes = std::max(1, static_cast<int>(std::ceil(*seconds / 60)));
    return t("reach.minutes", {{"n", std::to_string(minutes)}});
}

std::string write_range(words::Words const& t, Three const& share)
{
    auto const low = in_hundred(share.certain);
    auto const high = in_hundred(share.possible);
    if (low == high) return t("reach.percent", {{"n", std::to_string(low)}});
    return t("reach.percent", {{"n", std::to_string(low) + "–" + std::to_string(high)}});
}

bool is_uncertain(Three const& share)
{
    return share.possible - share.certain > 0.25;
}

void write_bar(html::Html& page, words::Words const& t, Three const& share)
{
    auto const possible = std::clamp(share.possible, 0.0, 1.0);
    auto const certain = std::clamp(share.certain, 0.0, possible);
    auto const expected = std::clamp(share.expected, certain, possible);
    web::certainty(page, {certain, expected, possible,
                          t("reach.bar", {{"certain", std::to_string(in_hundred(certain))},
                                          {"expected", std::to_string(in_hundred(expected))},
                                          {"possible", std::to_string(in_hundred(possible))}})});
}

void write_bar_key(html::Html& page, words::Words const& t)
{
    web::certainty_key(page, t("reach.key.certain"), t("reach.key.unknown"), t("reach.key.no"));
}

Result<walking::WalkerProfile const*> find_walker(Rules const& rules, std::string_view id)
{
    auto const* profile = rules.profiles.find(id.empty() ? "rollator" : id);
    if (profile == nullptr && id.empty()) profile = &rules.profiles.all().front();
    if (profile == nullptr)
        return Error{Trouble::bad_input, "reach.unknown_profile", std::string{id}, "/lopers lists who walks"};
    return profile;
}

Result<Asked> read_asked(web::Visit const& visit, Rules const& rules, AllKinds all_kinds)
{
    Asked asked;
    auto const& categories = rules.categories;
    WF_TRY(asked.profile, find_walker(rules, visit.request.parameter("wie").value_or("")));
    if (auto const where = visit.request.parameter("waar").value_or(""); !where.empty()) {
        asked.category = categories.find(where);
        if (asked.category == nullptr)
            return Error{Trouble::bad_input, "reach.unknown_category", std::string{where},
                         "data/categories.json lists the kinds of places"};
    } else if (all_kinds == AllKinds::no) {
        asked.category = categories.find("supermarket");
        if (asked.category == nullptr) asked.category = &categories.all().front();
    }
    asked.minutes = asked.category != nullptr ? asked.category->limit_minutes : 10;
    if (auto const limit = visit.request.parameter("minuten").value_or(""); !limit.empty()) {
        if (limit != "5" && limit != "10" && limit != "15")
            return Error{Trouble::bad_input, "reach.unknown_limit", std::string{limit}, "5, 10 or 15 minutes"};
        asked.minutes = limit == "5" ? 5 : limit == "10" ? 10 : 15;
    }
    return asked;
}

Result<graph::LegLimit> read_leg_limit(web::Visit const& visit)
{
    auto const said = visit.request.parameter("bank").value_or("");
    if (said == "grens") return graph::LegLimit::hard;
    if (said == "tijd") return graph::LegLimit::soft;
    if (!said.empty()) return Error{Trouble::bad_input, "reach.unknown_legs", std::string{said}, "tijd or grens"};
    return options_of(*visit.context.settings).leg_limit;
}

void write_why(html::Html& page, web::Visit const& visit, Picture const& picture, walking::WalkerProfile const& profile)
{
    auto const& t = visit.t;
    web::why(page, visit, [&](web::FactWriter& facts) {
        facts.add(t("reach.why.question"), t("reach.why.question.text"));
        facts.add(t("reach.why.people"), explain_group(t, group_of(profile)));
        facts.add(t("reach.why.streets"),
                  t("reach.why.streets.text",
                    {{"attribution", picture.attribution}, {"date", write_day(t, picture.network_date)}}),
                  visit.link("/dataset/" + picture.network_dataset));
        facts.add(t("reach.why.walker"),
                  t("reach.why.walker.text", {{"profile", std::string{name_of(profile, t.language())}}}),
                  visit.link("/loper/" + profile.profile.id));
        facts.add(t("reach.why.margin"), t("reach.why.margin.text"));
        facts.add(t("reach.why.left_out"), t("reach.why.left_out.text"));
        facts.add(t("reach.why.whom"), sum_people(t, picture));
        facts.add(t("reach.why.run"),
                  t("reach.why.run.text",
                    {{"id", picture.run.id.substr(0, 13)},
                     {"day", write_day(t, std::string_view{picture.run.created_at}.substr(0, 10))}}),
                  visit.link("/run/" + picture.run.id));
    });
}

http::Response nothing_yet(web::Visit const& visit, web::Frame const& frame)
{
    auto const& t = visit.t;
    if (visit.request.format != http::Format::html)
        return web::error_page(visit, {Trouble::not_found, "reach.not_computed", municipality_of(visit),
                                       "work it out first: weefsel reach run"});
    auto without = frame;
    without.formats.clear();
    return web::page(visit, without, [&](html::Html& page) {
        page(tag::h1, frame.title);
        web::empty(page, t("reach.nothing"), [&] { page(tag::p, t("reach.nothing_help")); });
    });
}

} // namespace wf::reach_pages
