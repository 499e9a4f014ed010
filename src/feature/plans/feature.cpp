// SPDX-License-Identifier: EUPL-1.2
#include "feature/plans/feature.hpp"

#include "feature/plans/forms.hpp"
#include "feature/plans/pages.hpp"
#include "feature/plans/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_plans {
std::string_view find(std::string_view name);
}

namespace wf::plan_pages {
namespace {

using access::Action;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "plan_work"};
    access::Needs const add{Action::add, "plan_work"};
    access::Needs const change{Action::change, "plan_work"};
    return {route(Method::get, "/werkplaats/{workspace}/plannen", read, plans_page),
            route(Method::get, "/werkplaats/{workspace}/plannen/nieuw", add, new_page),
            route(Method::post, "/werkplaats/{workspace}/plannen/nieuw", add, new_answer),
            route(Method::get, "/werkplaats/{workspace}/plannen/{plan}", read, plan_page),
            route(Method::get, "/werkplaats/{workspace}/plannen/{plan}/schrijf", change, write_page),
            route(Method::post, "/werkplaats/{workspace}/plannen/{plan}/schrijf", change, write_answer),
            route(Method::post, "/werkplaats/{workspace}/plannen/{plan}/begin", change, start_answer),
            route(Method::post, "/werkplaats/{workspace}/plannen/{plan}/einde", change, end_answer),
            route(Method::post, "/werkplaats/{workspace}/plannen/{plan}/stappen", change, promise_answer),
            route(Method::post, "/werkplaats/{workspace}/plannen/{plan}/stappen/{step}", change, step_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "plans";
    feature.routes = make_routes(house);
    feature.views = {web::describe<PlansSummary, PlanRow>("plans", "/werkplaats/{workspace}/plannen")};
    std::string const one = "/werkplaats/{workspace}/plannen/{plan}";
    feature.forms = {web::describe_form<PlanForm>("plans.form", "/werkplaats/{workspace}/plannen/nieuw"),
                     web::describe_form<PlanForm>("plans.form", one + "/schrijf"),
                     web::describe_form<PromiseForm>("plans.promise", one + "/stappen"),
                     web::describe_form<StepForm>("plans.step", one + "/stappen/{step}"),
                     web::describe_form<EndForm>("plans.end", one + "/einde")};
    feature.words_nl = embedded::feature_plans::find("nl.po");
    feature.words_en = embedded::feature_plans::find("en.po");
    return feature;
}

} // namespace wf::plan_pages
