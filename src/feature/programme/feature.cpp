// SPDX-License-Identifier: EUPL-1.2
#include "feature/programme/feature.hpp"

#include "feature/programme/forms.hpp"
#include "feature/programme/pages.hpp"
#include "feature/programme/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_programme {
std::string_view find(std::string_view name);
}

namespace wf::programme_pages {
namespace {

using access::Action;
using http::Method;

std::string const all = "/werkplaats/{workspace}/programma";
std::string const one = all + "/{programme}";

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "programme"};
    access::Needs const add{Action::add, "programme"};
    access::Needs const change{Action::change, "programme"};
    return {route(Method::get, all, read, programmes_page),
            route(Method::post, all, add, add_answer),
            route(Method::post, "/werkplaats/{workspace}/publicaties", add, publish_answer),
            route(Method::get, one, read, programme_page),
            route(Method::get, one + "/schrijf", change, write_page),
            route(Method::post, one + "/schrijf", change, write_answer),
            route(Method::post, one + "/begroting", change, line_answer),
            route(Method::post, one + "/uitgaven", change, spend_answer),
            route(Method::post, one + "/activiteiten", change, activity_answer),
            route(Method::post, one + "/activiteiten/{activity}", change, end_activity_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "programme";
    feature.routes = make_routes(house);
    feature.views = {web::describe<ProgrammesSummary, ProgrammeRow>("programme", all)};
    feature.forms = {web::describe_form<ProgrammeForm>("programme.form", all),
                     web::describe_form<ProgrammeForm>("programme.form", one + "/schrijf"),
                     web::describe_form<PublicationForm>("programme.publication",
                                                         "/werkplaats/{workspace}/publicaties"),
                     web::describe_form<LineForm>("programme.line", one + "/begroting"),
                     web::describe_form<SpendForm>("programme.spend", one + "/uitgaven"),
                     web::describe_form<ActivityForm>("programme.activity", one + "/activiteiten"),
                     web::describe_form<EndForm>("programme.end", one + "/activiteiten/{activity}")};
    feature.words_nl = embedded::feature_programme::find("nl.po");
    feature.words_en = embedded::feature_programme::find("en.po");
    return feature;
}

} // namespace wf::programme_pages
