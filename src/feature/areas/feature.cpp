// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/feature.hpp"

#include "feature/areas/municipality.hpp"
#include "feature/areas/pages.hpp"
#include "feature/areas/run_panel.hpp"
#include "platform/web/view.hpp"

#include <memory>

namespace wf::embedded::feature_areas {
std::string_view find(std::string_view name);
}

namespace wf::area_pages {
namespace {

/// All pages of one site share what was read of its municipalities.
std::vector<web::Route> make_routes()
{
    auto const known = std::make_shared<Municipalities>();
    auto const list_of = [&](AreaLevel level) {
        return [known, level](web::Visit const& visit) { return list_page(visit, *known, level); };
    };
    auto const page_of = [&](AreaLevel level, Tab tab) {
        return [known, level, tab](web::Visit const& visit) { return area_page(visit, *known, level, tab); };
    };
    std::vector<web::Route> routes{
        {http::Method::get,
         "/",
         {access::Action::read, "area"},
         [known](web::Visit const& visit) { return home_page(visit, *known); }},
        {http::Method::get, "/gemeenten", {access::Action::read, "area"}, list_of(AreaLevel::municipality)},
        {http::Method::get, "/wijken", {access::Action::read, "area"}, list_of(AreaLevel::district)},
        {http::Method::get, "/buurten", {access::Action::read, "area"}, list_of(AreaLevel::neighbourhood)},
    };
    for (auto const level : {AreaLevel::municipality, AreaLevel::district, AreaLevel::neighbourhood}) {
        auto const path = path_of(level, "{code}");
        routes.push_back({http::Method::get, path, {access::Action::read, "area"}, page_of(level, Tab::state)});
        routes.push_back(
            {http::Method::get, path + "/investeren", {access::Action::read, "area"}, page_of(level, Tab::effort)});
        routes.push_back(
            {http::Method::get, path + "/effect", {access::Action::read, "area"}, page_of(level, Tab::effect)});
    }
    return routes;
}

Result<int> compute_command(web::CommandInput const& input)
{
    std::vector<ProfileRun> done;
    if (input.arguments.empty()) {
        WF_TRY(done, compute_profiles(*input.context.store, input.context.code_version));
    } else {
        for (auto const& municipality : input.arguments) {
            WF_TRY(auto const code, parse_area_code(municipality));
            WF_TRY(auto run, compute_profile(*input.context.store, code.text(), input.context.code_version));
            done.push_back(std::move(run));
        }
    }
    for (auto const& run : done) {
        input.out << "run " << run.run_id << ": " << run.areas << " areas, " << run.figures << " figures\n";
    }
    return 0;
}

} // namespace

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "areas";
    feature.migrations = {{"0010_area_pages", std::string{embedded::feature_areas::find("schema.sql")}}};
    feature.routes = make_routes();
    feature.commands = {{"areas compute",
                         "[GM0166 ...]",
                         "Work out the figures of area pages for these municipalities, or for all; a run is published",
                         {},
                         compute_command}};
    feature.panels = {{"run.areas.profile", 0, "areas.run.title", write_run_panel}};
    feature.views = {web::describe<ListSummary, AreaRow>("areas", "/gemeenten, /wijken, /buurten"),
                     web::describe<AreaSummary, FigureRow>("area", "/gemeente/{code}, /wijk/{code}, /buurt/{code}")};
    feature.words_nl = embedded::feature_areas::find("nl.po");
    feature.words_en = embedded::feature_areas::find("en.po");
    return feature;
}

} // namespace wf::area_pages
