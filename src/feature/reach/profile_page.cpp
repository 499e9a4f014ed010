// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/street_views.hpp"
#include "feature/reach/walker_rows.hpp"
#include "feature/reach/walker_words.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

WalkerRow make_row(walking::WalkerProfile const& walker, words::Language language)
{
    return {walker.profile.id,       std::string{name_of(walker, language)},
            walker.people,           walker.profile.speed_mean,
            walker.profile.speed_sd, round_metres(metres_in(walker.profile, 10))};
}

/// What stands in this walker's way altogether, in a few words.
std::string write_walls(words::Words const& t, reach::Profile const& p)
{
    std::string walls;
    auto const add = [&](std::string_view words) {
        walls += walls.empty() ? "" : ", ";
        walls += words;
    };
    if (p.steps.forbidden) add(t("reach.walker.wall.steps"));
    if (p.kerb[static_cast<std::size_t>(reach::Kerb::raised)].forbidden) add(t("reach.walker.wall.kerb"));
    if (p.stile.forbidden) add(t("reach.walker.wall.stile"));
    if (p.surface[static_cast<std::size_t>(reach::Surface::loose)].forbidden) add(t("reach.walker.wall.loose"));
    if (p.smoothness[static_cast<std::size_t>(reach::Smoothness::impassable)].forbidden)
        add(t("reach.walker.wall.impassable"));
    if (p.narrow.forbidden) add(t("reach.walker.wall.narrow"));
    if (walls.empty()) return std::string{t("reach.walker.no_wall")};
    return t("reach.walker.walls", {{"what", walls}});
}

void write_card(html::Html& page, web::Visit const& visit, walking::WalkerProfile const& walker)
{
    auto const& t = visit.t;
    page(tag::a, attr::cls("card go walkercard"), attr::href(link_to(visit, "/loper/" + walker.profile.id, {})), [&] {
        page(tag::span, attr::cls("symbol"), [&] { web::icon(page, walker.icon); });
        page(tag::h2, name_of(walker, visit.language()));
        auto const far = t("reach.walker.far", {{"n", t.number(round_metres(metres_in(walker.profile, 10)))}});
        page(tag::p, html::Marked{far});
        page(tag::p, attr::cls("small soft"), write_walls(t, walker.profile));
    });
}

/// The source, or that there is none.
void write_source(html::Html& page, words::Words const& t, std::string_view source, bool assumed)
{
    page(tag::td, [&] {
        if (assumed) web::tag_label(page, "", t("reach.walker.assumption"));
        else page.text(source);
    });
}

void write_numbers(html::Html& page, web::Visit const& visit, walking::WalkerProfile const& walker,
                   std::vector<AssumptionRow> const& rows)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.walker.column.what")}, web::Align::start, false},
                                           {"", std::string{t("reach.walker.column.number")}, web::Align::start, false},
                                           {"", std::string{t("reach.walker.column.why")}, web::Align::start, false},
                                           {"", std::string{t("reach.walker.column.source")}, web::Align::start,
                                            false}};
    auto const caption = t("reach.walker.caption", {{"who", name_of(walker, visit.language())}});
    web::table(page, visit, caption, columns, "", [&] {
        for (auto const& reason : walker.assumptions) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), t("reach.field." + reason.field));
                page(tag::td, [&] {
                    bool first = true;
                    for (auto const& row : rows) {
                        if (row.field != reason.field) continue;
                        if (!first) page(tag::br);
                        first = false;
                        page.text(write_assumption(t, row));
                    }
                });
                page(tag::td, visit.language() == words::Language::nl ? reason.text_nl : reason.text_en);
                write_source(page, t, reason.source, reason.assumed);
            });
        }
    });
}

void write_whom(html::Html& page, web::Visit const& visit, Picture const* picture)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("reach.walker.whom"));
        page(tag::p, t("reach.walker.whom_help"));
        if (picture == nullptr) return;
        auto const& whole = picture->whole();
        std::vector<web::Fact> facts;
        for (auto const group : {Group::everybody, Group::age_0_14, Group::age_65, Group::age_80}) {
            auto const& people = whole.people[static_cast<std::size_t>(group)];
            facts.push_back({std::string{people_heading(t, group)},
                             people ? t.number(round_people(*people)) : std::string{t("reach.walker.unknown")}, ""});
        }
        auto const& limited = whole.limited_in_moving_percent;
        facts.push_back({std::string{t("reach.walker.limited")},
                         limited ? t("reach.walker.limited_percent", {{"n", t.number(*limited)}})
                                 : std::string{t("reach.walker.unknown")},
                         ""});
        page(tag::h3, t("reach.walker.in_place", {{"place", whole.area.name}}));
        web::facts(page, facts);
    });
}

void write_states(html::Html& page, web::Visit const& visit)
{
    auto const& t = visit.t;
    page(tag::section, [&] {
        page(tag::h2, t("reach.walker.states"));
        page(tag::p, t("reach.walker.states_help"));
        page(tag::dl, attr::cls("states"), [&] {
            page(tag::dt, t("reach.walker.state.certain"));
            page(tag::dd, t("reach.walker.state.certain.text"));
            page(tag::dt, t("reach.walker.state.expected"));
            page(tag::dd, t("reach.walker.state.expected.text"));
            page(tag::dt, t("reach.walker.state.possible"));
            page(tag::dd, t("reach.walker.state.possible.text"));
        });
        write_bar_key(page, t);
        page(tag::p, attr::cls("afterkey"), t("reach.walker.states_more"));
    });
}

void write_priors_of(html::Html& page, web::Visit const& visit, walking::WalkPriors const& priors,
                     reach::Attribute attribute)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.prior.column.where")}, web::Align::start, false},
                                           {"", std::string{t("reach.prior.column.chance")}, web::Align::start, false},
                                           {"", std::string{t("reach.prior.column.why")}, web::Align::start, false},
                                           {"", std::string{t("reach.walker.column.source")}, web::Align::start,
                                            false}};
    std::string const name{t("reach.prior.of." + std::string{walking::to_word(attribute)})};
    page(tag::details, attr::cls("fold"), [&] {
        page(tag::summary, name);
        page(tag::div, attr::cls("walkernumbers"), [&] {
            web::table(page, visit, name, columns, "", [&] {
                for (auto const& entry : priors.entries) {
                    if (entry.attribute != attribute) continue;
                    page(tag::tr, [&] {
                        page(tag::th, attr::scope("row"), write_roads(t, entry));
                        page(tag::td, write_prior(t, entry.prior));
                        page(tag::td, visit.language() == words::Language::nl ? entry.note_nl : entry.note_en);
                        write_source(page, t, entry.source, entry.assumed);
                    });
                }
            });
        });
    });
}

void write_priors(html::Html& page, web::Visit const& visit, walking::WalkPriors const& priors)
{
    page(tag::section, [&] {
        page(tag::h2, visit.t("reach.prior.title"));
        page(tag::p, visit.t("reach.prior.help"));
        for (std::size_t at = 0; at < reach::attribute_count; ++at)
            write_priors_of(page, visit, priors, static_cast<reach::Attribute>(at));
    });
}

} // namespace

Result<http::Response> profiles_page(web::Visit const& visit, Desk& desk)
{
    web::Table<web::Nothing, WalkerRow> view;
    for (auto const& walker : desk.rules.profiles.all()) view.rows.push_back(make_row(walker, visit.language()));
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t("reach.walkers.title");
        frame.section = "home";
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")}, {frame.title, ""}};
        frame.formats = other_formats(visit, "/lopers");
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, frame.title);
            page(tag::div, attr::cls("answer"), [&] {
                auto const sentence = t("reach.walkers.sentence", {{"n", std::to_string(view.rows.size())}});
                page(tag::p, attr::cls("say"), html::Marked{sentence});
                page(tag::p, attr::cls("sure"), t("reach.walkers.sure"));
            });
            page(tag::div, attr::cls("grid three"), [&] {
                for (auto const& walker : desk.rules.profiles.all()) write_card(page, visit, walker);
            });
            page(tag::p, attr::cls("small soft afterkey"), t("reach.walkers.note"));
            page(tag::p,
                 [&] { page(tag::a, attr::href(link_to(visit, "/uitgangspunten", {})), t("reach.rules.link")); });
        });
    });
}

Result<http::Response> profile_page(web::Visit const& visit, Desk& desk)
{
    auto const id = visit.request.part("id");
    auto const* walker = desk.rules.profiles.find(id);
    if (walker == nullptr)
        return Error{Trouble::not_found, "reach.unknown_profile", std::string{id}, "/lopers lists who walks"};
    auto const name = name_of(*walker, visit.language());
    web::Table<WalkerSummary, AssumptionRow> const view{{walker->profile.id, std::string{name},
                                                         desk.rules.profiles.version()},
                                                        list_assumption_rows(*walker, visit.language())};
    return web::answer(visit, view, [&]() -> Result<http::Response> {
        auto const& t = visit.t;
        auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
        web::Frame frame;
        frame.title = name;
        frame.section = "home";
        frame.crumbs = {{std::string{t("reach.crumb.home")}, visit.link("/")},
                        {std::string{t("reach.walkers.title")}, link_to(visit, "/lopers", {})},
                        {frame.title, ""}};
        frame.formats = other_formats(visit, "/loper/" + walker->profile.id);
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::div, attr::cls("placehead"), [&] {
                page(tag::span, attr::cls("symbol"), [&] { web::icon(page, walker->icon); });
                page(tag::h1, frame.title);
            });
            page(tag::div, attr::cls("answer"), [&] {
                auto const sentence =
                    t("reach.walker.sentence", {{"with", with_of(*walker, visit.language())},
                                                {"n", t.number(round_metres(metres_in(walker->profile, 10)))}});
                page(tag::p, attr::cls("say"), html::Marked{sentence});
                auto const assumed = count_assumed(*walker);
                page(tag::p, attr::cls("sure"),
                     t("reach.walker.sure", {{"all", std::to_string(walker->assumptions.size())},
                                             {"assumed", std::to_string(assumed)},
                                             {"sourced", std::to_string(walker->assumptions.size() - assumed)}}));
                page(tag::p, attr::cls("sure"), write_walls(t, walker->profile));
            });
            page(tag::section, [&] {
                page(tag::h2, t("reach.walker.numbers"));
                page(tag::div, attr::cls("walkernumbers"), [&] { write_numbers(page, visit, *walker, view.rows); });
            });
            write_whom(page, visit, picture.get());
            write_states(page, visit);
            write_priors(page, visit, desk.rules.priors);
        });
    });
}

} // namespace wf::reach_pages
