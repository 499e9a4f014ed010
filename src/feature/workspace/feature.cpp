// SPDX-License-Identifier: EUPL-1.2
#include "feature/workspace/feature.hpp"

#include "feature/workspace/forms.hpp"
#include "feature/workspace/pages.hpp"
#include "platform/web/bound_route.hpp"

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
    web::BoundRoutes<people::House> const route{house};
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
    feature.forms = {web::describe_form<BeginForm>("workspace.begin", "/begin"),
                     web::describe_form<InviteForm>("workspace.invite", "/werkplaats/{workspace}/mensen"),
                     web::describe_form<InviteListForm>("workspace.invite_list",
                                                        "/werkplaats/{workspace}/mensen/lijst"),
                     web::describe_form<RolesForm>("workspace.person", "/werkplaats/{workspace}/mensen/{person}")};
    feature.words_nl = embedded::feature_workspace::find("nl.po");
    feature.words_en = embedded::feature_workspace::find("en.po");
    return feature;
}

} // namespace wf::workspace_pages
