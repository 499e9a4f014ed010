// SPDX-License-Identifier: EUPL-1.2
#include "base/area_code.hpp"
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"

#include <array>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::string_view walker_id = "rollator";
constexpr std::string_view adult_id = "adult";

struct Kind {
    walking::Category const* category;
    AreaReach const* walker;
    AreaReach const* adult;
};

/// `elsewhere`: the municipality, when it is not the one of this site.
void write_kind(html::Html& page, web::Visit const& visit, Kind const& kind, std::string_view elsewhere)
{
    auto const& t = visit.t;
    auto const limit = limit_index(kind.category->limit_minutes);
    auto const& share = kind.walker->share[limit];
    page(tag::tr, [&] {
        page(tag::th, attr::scope("row"), [&] {
            page(tag::span, attr::cls("kind"), [&] {
                web::icon(page, kind.category->icon);
                page(tag::span, [&] {
                    page(tag::a,
                         attr::href(
                             link_to(visit, "/bereik",
                                     {{"wie", walker_id}, {"waar", kind.category->id}, {"gemeente", elsewhere}})),
                         name_of(*kind.category, t.language()));
                    page(tag::span, attr::cls("within"),
                         t("reach.panel.within", {{"minutes", std::to_string(kind.category->limit_minutes)}}));
                });
            });
        });
        page(tag::td, attr::cls("barcell"), [&] { write_bar(page, t, share); });
        page(tag::td, attr::cls("n"), attr::named("data-v", to_text(share.expected)),
             [&] { page(tag::b, write_range(t, share)); });
        if (kind.adult != nullptr)
            page(tag::td, attr::cls("n wide"), attr::named("data-v", to_text(kind.adult->share[limit].expected)),
                 write_percent(t, kind.adult->share[limit].expected));
        else page(tag::td, attr::cls("n wide"), "–");
        auto const seconds = kind.walker->median_seconds[1];
        page(tag::td, attr::cls("n wide"),
             attr::when(seconds.has_value(), attr::named("data-v", to_text(seconds.value_or(0)))),
             write_median(t, seconds));
    });
}

} // namespace

Result<void> write_area_panel(html::Html& page, web::Visit const& visit, Desk& desk, std::string_view area_code)
{
    auto const& t = visit.t;
    WF_TRY(auto const code, parse_area_code(area_code));
    auto const municipality = code.municipality().text();
    auto const picture = desk.pictures.get(visit.store(), municipality);
    if (picture == nullptr) return {};
    auto const* walker = desk.rules.profiles.find(walker_id);
    auto const* area = picture->find_area(area_code);
    if (area == nullptr || walker == nullptr) return {};

    std::string_view const elsewhere =
        municipality == visit.context.settings->text("site.municipality") ? std::string_view{} : municipality;
    std::vector<Kind> kinds;
    std::string unknown;
    for (auto const& category : desk.rules.categories.all()) {
        if (picture->places_of(category.id) == 0) {
            unknown += (unknown.empty() ? "" : ", ") + lower_first(name_of(category, t.language()));
            continue;
        }
        if (auto const* reach = picture->find(area_code, walker_id, category.id))
            kinds.push_back({&category, reach, picture->find(area_code, adult_id, category.id)});
    }
    if (kinds.empty()) {
        web::message(
            page, web::Message::refuse, t("reach.panel.no_answer", {{"area", area->area.name}}),
            [&] { page(tag::p, why_no_answer(t, area->coverage)); }, web::Level::h3);
        return {};
    }
    page(tag::p, t("reach.panel.help",
                   {{"people", std::string{people_in_words(t, group_of(*walker))}}, {"area", area->area.name}}));
    page(tag::div, attr::cls("barkey"), [&] { write_bar_key(page, t); });
    std::array const columns{web::Column{"", std::string{t("reach.column.kind")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.column.bar")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.panel.walker")}, web::Align::number, false},
                             web::Column{"", std::string{t("reach.panel.adult")}, web::Align::number, true},
                             web::Column{"", std::string{t("reach.column.median")}, web::Align::number, true}};
    page(tag::div, attr::cls("reachtable"), [&] {
        web::table(page, visit, t("reach.panel.caption"), columns, "", [&] {
            for (auto const& kind : kinds) write_kind(page, visit, kind, elsewhere);
        });
    });
    if (!unknown.empty()) page(tag::p, attr::cls("small soft note"), t("reach.panel.no_places", {{"kinds", unknown}}));
    write_why(page, visit, *picture, *walker);
    page(tag::p, attr::cls("small soft note"), [&] {
        page(tag::a, attr::href(link_to(visit, "/bereik", {{"wie", walker_id}, {"gemeente", elsewhere}})),
             t("reach.panel.more"));
        page.text(" · ");
        page(tag::a, attr::href(visit.link("/dataset/" + picture->network_dataset)), picture->attribution);
        page.text(t("reach.state_of", {{"date", write_day(t, picture->network_date)}}));
    });
    return {};
}

} // namespace wf::reach_pages
