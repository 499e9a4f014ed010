// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/feature.hpp"

#include "feature/admin/forms.hpp"
#include "feature/admin/login_views.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/trail_views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_admin {
std::string_view find(std::string_view name);
}

namespace wf::admin {
namespace {

using access::Action;
using http::Lane;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<Office> const& office)
{
    web::BoundRoutes<Office> const route{office};
    access::Needs const read{Action::read, "installation"};
    access::Needs const manage{Action::manage, "installation"};
    // What reads the whole database or a whole trail now and then waits in the slow line.
    return {route(Method::get, "/beheer", read, overview_page, Lane::slow),
            route(Method::get, "/beheer/werkplaatsen", read, workspaces_page),
            route(Method::post, "/beheer/werkplaatsen", manage, workspaces_answer),
            route(Method::get, "/beheer/werkplaatsen/{address}", read, invite_page),
            route(Method::post, "/beheer/werkplaatsen/{address}", manage, invite_answer),
            route(Method::get, "/beheer/instellingen", read, settings_page),
            route(Method::post, "/beheer/instellingen", manage, settings_answer),
            route(Method::get, "/beheer/opslag", read, storage_page, Lane::slow),
            route(Method::get, "/beheer/post", read, mail_page),
            route(Method::post, "/beheer/post", manage, mail_answer),
            route(Method::get, "/beheer/inloggen", read, logins_page, Lane::slow),
            route(Method::get, "/beheer/rechten", read, rights_page),
            route(Method::get, "/werkplaats/{workspace}/spoor", {Action::read, "trail"}, trail_page, Lane::slow)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house, Examine examine)
{
    auto const office = std::shared_ptr<Office>(new Office{std::move(house), Checkup{std::move(examine)}, {}});
    web::Feature feature;
    feature.name = "admin";
    feature.migrations = {{"0033_site_choice", std::string{embedded::feature_admin::find("schema.sql")}}};
    feature.routes = make_routes(office);
    feature.views = {web::describe<TrailSummary, TrailRow>("trail", "/werkplaats/{workspace}/spoor"),
                     web::describe<LoginSummary, LoginRow>("logins", "/beheer/inloggen")};
    feature.forms = {web::describe_form<WorkspaceForm>("admin.workspaces.form", "/beheer/werkplaatsen"),
                     web::describe_form<SettingsForm>("admin.settings.form", "/beheer/instellingen")};
    feature.words_nl = embedded::feature_admin::find("nl.po");
    feature.words_en = embedded::feature_admin::find("en.po");
    return feature;
}

} // namespace wf::admin
