// SPDX-License-Identifier: EUPL-1.2
#include "feature/studios/feature.hpp"

#include "feature/studios/forms.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_studios {
std::string_view find(std::string_view name);
}

namespace wf::studio_pages {
namespace {

using access::Action;
using http::Method;
using studios::Kind;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "studio"};
    access::Needs const add{Action::add, "studio"};
    access::Needs const change{Action::change, "studio"};
    std::string const reflections = "/werkplaats/{workspace}/studios/{studio}/terugblik";
    return {route(Method::get, "/werkplaats/{workspace}/studios", read, studios_page),
            route(Method::get, "/werkplaats/{workspace}/studios/nieuw", add, new_page),
            route(Method::post, "/werkplaats/{workspace}/studios/nieuw", add, new_answer),
            route(Method::get, "/werkplaats/{workspace}/studios/{studio}", read, studio_page),
            route(Method::get, "/werkplaats/{workspace}/studios/{studio}/schrijf", change, write_page),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/schrijf", change, write_answer),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/verslag/log", change,
                  entry_answer<Kind::log>),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/verslag/decision", change,
                  entry_answer<Kind::decision>),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/verslag/cycle", change,
                  entry_answer<Kind::cycle>),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/verslag/source", change,
                  entry_answer<Kind::source>),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/verslag/material", change,
                  entry_answer<Kind::material>),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/einde", change, end_answer),
            route(Method::get, "/werkplaats/{workspace}/studios/{studio}/overdracht", read, handover_page),
            route(Method::post, "/werkplaats/{workspace}/studios/{studio}/overdracht", change, handover_answer),
            route(Method::get, reflections, {Action::read, "reflection"}, reflection_page),
            route(Method::post, reflections, {Action::add, "reflection"}, reflection_answer),
            route(Method::post, reflections + "/{reflection}/deel", {Action::change, "reflection"}, share_answer),
            route(Method::post, reflections + "/{reflection}/verwijder", {Action::remove, "reflection"},
                  remove_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "studios";
    feature.routes = make_routes(house);
    feature.views = {web::describe<StudiosSummary, StudioRow>("studios", "/werkplaats/{workspace}/studios")};
    std::string const one = "/werkplaats/{workspace}/studios/{studio}";
    feature.forms = {web::describe_form<StudioForm>("studios.form", "/werkplaats/{workspace}/studios/nieuw"),
                     web::describe_form<StudioForm>("studios.form", one + "/schrijf"),
                     web::describe_form<LogForm>("studios.log", one + "/verslag/log"),
                     web::describe_form<DecisionForm>("studios.decision", one + "/verslag/decision"),
                     web::describe_form<CycleForm>("studios.cycle", one + "/verslag/cycle"),
                     web::describe_form<LinkForm>("studios.source", one + "/verslag/source"),
                     web::describe_form<LinkForm>("studios.material", one + "/verslag/material"),
                     web::describe_form<HandoverForm>("studios.next", one + "/overdracht"),
                     web::describe_form<EndForm>("studios.end", one + "/einde"),
                     web::describe_form<ReflectionForm>("studios.reflection", one + "/terugblik")};
    feature.words_nl = embedded::feature_studios::find("nl.po");
    feature.words_en = embedded::feature_studios::find("en.po");
    return feature;
}

} // namespace wf::studio_pages
