// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/feature.hpp"

#include "feature/reach/commands.hpp"
#include "feature/reach/pages.hpp"
#include "feature/reach/proposal_views.hpp"
#include "feature/reach/street_views.hpp"
#include "feature/reach/views.hpp"
#include "platform/web/pace.hpp"
#include "platform/web/view.hpp"

#include <memory>

namespace wf::embedded::feature_reach {
std::string_view find(std::string_view name);
}

namespace wf::reach_pages {
namespace {

std::vector<web::Route> make_routes(std::shared_ptr<Desk> const& desk)
{
    using access::Action;
    using Page = Result<http::Response> (*)(web::Visit const&, Desk&);
    auto const get = [&](std::string pattern, std::string_view kind, Page page) {
        return web::Route{http::Method::get,
                          std::move(pattern),
                          {Action::read, kind},
                          [desk, page](web::Visit const& visit) { return page(visit, *desk); }};
    };
    // What is sent without an account and kept for a review.
    auto const pace = web::make_pace();
    auto const add = [&](std::string pattern, std::string_view kind, Page page) {
        web::Route route{http::Method::post,
                         std::move(pattern),
                         {Action::add, kind},
                         [desk, page](web::Visit const& visit) { return page(visit, *desk); }};
        return web::paced(std::move(route), pace);
    };
    return {get("/bereik", "reach", reach_page),
            get("/kansen", "reach", gaps_page),
            get("/kansen/wat-als", "reach", what_if_page),
            get("/adres", "reach", address_page),
            {http::Method::post,
             "/adres",
             {Action::read, "reach"},
             [desk](web::Visit const& visit) { return address_answer(visit, *desk); }},
            get("/voorstellen", "proposal", proposals_page),
            add("/voorstellen", "proposal", proposal_answer),
            get("/voorstel/{id}", "proposal", proposal_page),
            get("/plekken", "place", places_page),
            get("/plek/{id}", "place", place_page),
            get("/lopers", "reach", profiles_page),
            get("/loper/{id}", "reach", profile_page),
            get("/straten", "observation", streets_page),
            get("/straten/{type}/{id}", "observation", street_page),
            add("/straten/{type}/{id}", "observation", street_answer),
            get("/basisvoorzieningen", "reach", norm_page),
            get("/uitgangspunten", "reach", rules_page)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<walking::Rules const> rules)
{
    auto const desk = std::make_shared<Desk>(rules);
    web::Feature feature;
    feature.name = "reach";
    feature.migrations = {{"0020_reach", std::string{embedded::feature_reach::find("schema.sql")}},
                          {"0021_reach_proposal", std::string{embedded::feature_reach::find("proposal.sql")}}};
    feature.routes = make_routes(desk);
    feature.commands = make_commands(std::move(rules));
    for (auto& command : make_proposal_commands()) feature.commands.push_back(std::move(command));
    feature.panels = {{"home.answer", 0, "",
                       [desk](html::Html& page, web::Visit const& visit, std::string_view) {
                           return write_home_panel(page, visit, *desk);
                       }},
                      {"area.state", 10, "reach.panel.title",
                       [desk](html::Html& page, web::Visit const& visit, std::string_view area) {
                           return write_area_panel(page, visit, *desk, area);
                       }},
                      {"run.reach.walk", 0, "reach.run.title", write_run_panel}};
    feature.views = list_views();
    for (auto& view : list_street_views()) feature.views.push_back(std::move(view));
    for (auto& view : list_proposal_views()) feature.views.push_back(std::move(view));
    feature.words_nl = embedded::feature_reach::find("nl.po");
    feature.words_en = embedded::feature_reach::find("en.po");
    return feature;
}

} // namespace wf::reach_pages
