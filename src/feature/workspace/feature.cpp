// SPDX-License-Identifier: EUPL-1.2
#include "feature/workspace/feature.hpp"

#include "base/check.hpp"
#include "feature/workspace/pages.hpp"

namespace wf::embedded::feature_workspace {
std::string_view find(std::string_view name);
}

namespace wf::workspace_pages {
namespace {

using access::Action;
using http::Lane;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    using Page = Result<http::Response> (*)(web::Visit const&, people::House&);
    auto const route = [&](Method method, std::string pattern, access::Needs needs, Page page,
                           Lane lane = Lane::quick) {
        return web::Route{method,
                          std::move(pattern),
                          needs,
                          [house, page](web::Visit const& visit) {
                              WF_CHECK(house != nullptr);
                              return page(visit, *house);
                          },
                          web::Addresses::in_each_language,
                          lane};
    };
    return {
        route(Method::get, "/begin", {Action::read, "setup"}, begin_page),
        route(Method::post, "/begin", {Action::add, "setup"}, begin_answer, Lane::slow),
        route(Method::get, "/begin/verder", {Action::read, "installation"}, next_steps_page),
        route(Method::get, "/werkplaats/{workspace}", {Action::read, "workspace"}, home_page),
        route(Method::get, "/werkplaats/{workspace}/mensen", {Action::read, "membership"}, people_page),
        route(Method::post, "/werkplaats/{workspace}/mensen", {Action::add, "membership"}, invite_answer),
        route(Method::post, "/werkplaats/{workspace}/mensen/lijst", {Action::add, "membership"}, invite_list_answer),
        route(Method::post, "/werkplaats/{workspace}/uitnodigingen", {Action::remove, "membership"}, withdraw_answer),
        route(Method::get, "/werkplaats/{workspace}/mensen/{person}", {Action::change, "membership"}, person_page),
        route(Method::post, "/werkplaats/{workspace}/mensen/{person}", {Action::change, "membership"}, person_answer),
        route(Method::post, "/werkplaats/{workspace}/mensen/{person}/weg", {Action::remove, "membership"},
              remove_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "workspace";
    feature.routes = make_routes(house);
    feature.words_nl = embedded::feature_workspace::find("nl.po");
    feature.words_en = embedded::feature_workspace::find("en.po");
    return feature;
}

} // namespace wf::workspace_pages
