// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/parts.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/street_words.hpp"
#include "platform/json/json.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// A member of a small JSON object as words; empty when it is not there.
std::string write_member(json::Value const& object, std::string_view name, words::Words const& t)
{
    auto const* value = object.find(name);
    if (value == nullptr) return {};
    if (auto const* text = value->text()) return *text;
    if (auto const number = value->number()) return t.number(*number);
    return {};
}

void write_unanswered(html::Html& page, web::Visit const& visit, std::vector<TownArea> const& areas)
{
    auto const& t = visit.t;
    std::int64_t answered = 0;
    std::vector<TownArea const*> others;
    for (auto const& area : areas) {
        if (area.area.level != AreaLevel::neighbourhood) continue;
        if (area.coverage == Coverage::answered) ++answered;
        else others.push_back(&area);
    }
    page(tag::p, t.count("reach.run.answered", answered));
    if (others.empty()) return;
    std::vector<web::Column> const columns{{"", std::string{t("reach.run.column.area")}, web::Align::start, false},
                                           {"", std::string{t("reach.run.column.inside")}, web::Align::number, true},
                                           {"", std::string{t("reach.run.column.why")}, web::Align::start, false}};
    web::table(page, visit, t("reach.run.caption"), columns, "", [&] {
        for (auto const* area : others) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     [&] { page(tag::a, attr::href(visit.link("/buurt/" + area->area.code)), area->area.name); });
                auto const inside = in_hundred(area->inside);
                page(tag::td, attr::cls("n wide"), attr::named("data-v", std::to_string(inside)),
                     t("reach.known.of_hundred", {{"n", std::to_string(inside)}}));
                page(tag::td, why_no_answer(t, area->coverage));
            });
        }
    });
}

} // namespace

std::vector<web::Fact> list_settings(web::Visit const& visit, std::string_view text)
{
    auto const& t = visit.t;
    std::vector<web::Fact> facts;
    auto const read = json::read(text);
    if (!read) return facts;
    auto const& settings = *read;
    for (std::string_view const name : {"quantiles", "draws", "count_draws", "seed", "observations"}) {
        auto const value = write_member(settings, name, t);
        if (value.empty()) continue;
        facts.push_back({std::string{t("reach.run.setting." + std::string{name})},
                         t("reach.run.setting." + std::string{name} + ".text", {{"n", value}}), ""});
    }
    auto const* horizon = settings.find("horizon_seconds");
    if (horizon != nullptr && horizon->number())
        facts.push_back({std::string{t("reach.run.horizon")},
                         t("reach.run.horizon.text", {{"n", t.number(*horizon->number() / 60)}}), ""});
    auto const* legs = settings.find("leg_limit");
    if (legs != nullptr && legs->text() != nullptr)
        facts.push_back({std::string{t("reach.run.legs")},
                         std::string{*legs->text() == "soft" ? t("reach.run.legs.soft") : t("reach.run.legs.hard")},
                         ""});
    for (std::string_view const name : {"categories", "profiles", "priors"}) {
        auto const value = write_member(settings, name, t);
        if (value.empty()) continue;
        facts.push_back({std::string{t("reach.run.version." + std::string{name})},
                         t("reach.run.version.text", {{"version", value}}),
                         visit.link(name == "categories" ? "/plekken"
                                    : name == "profiles" ? "/lopers"
                                                         : "/loper/rollator")});
    }
    return facts;
}

Result<void> write_run_panel(html::Html& page, web::Visit const& visit, std::string_view run_id)
{
    auto const& t = visit.t;
    std::vector<TownArea> areas;
    auto const run = visit.store().read([&](store::Session& session) {
        areas = load_areas(session, run_id);
        return runs::find(session, run_id);
    });
    if (!run) return Error{Trouble::not_found, "reach.not_computed", std::string{run_id}, "there is no such run here"};
    page(tag::h3, t("reach.run.how"));
    page(tag::p, t("reach.run.how_help"));
    web::facts(page, list_settings(visit, run->settings));
    page(tag::h3, t("reach.run.known"));
    write_known_table(page, visit, read_known_streets(run->basis));
    page(tag::h3, attr::cls("afterkey"), t("reach.run.areas"));
    write_unanswered(page, visit, areas);
    return {};
}

} // namespace wf::reach_pages
