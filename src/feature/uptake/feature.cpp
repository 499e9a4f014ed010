// SPDX-License-Identifier: EUPL-1.2
#include "feature/uptake/feature.hpp"

#include "feature/uptake/forms.hpp"
#include "feature/uptake/pages.hpp"
#include "feature/uptake/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_uptake {
std::string_view find(std::string_view name);
}

namespace wf::uptake_pages {
namespace {

using access::Action;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const look{Action::read, "uptake"};
    access::Needs const read{Action::read, "uptake_work"};
    access::Needs const add{Action::add, "uptake_work"};
    access::Needs const change{Action::change, "uptake_work"};
    return {route(Method::get, "/werkplaats/{werkplaats}/doorwerking", look, uptake_page),
            route(Method::get, "/werkplaats/{workspace}/doorwerking/meld", add, claim_page),
            route(Method::post, "/werkplaats/{workspace}/doorwerking/meld", add, claim_answer),
            route(Method::get, "/werkplaats/{workspace}/doorwerking/{claim}", read, read_page),
            route(Method::post, "/werkplaats/{workspace}/doorwerking/{claim}/lees", change, read_answer),
            route(Method::post, "/werkplaats/{workspace}/doorwerking/{claim}/trek-in", change, withdraw_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "uptake";
    feature.routes = make_routes(house);
    feature.panels = {{"work.after", 10, "uptake.panel", write_panel}};
    feature.views = {web::describe<UptakeSummary, ClaimRow>("uptake", "/werkplaats/{werkplaats}/doorwerking")};
    std::string const one = "/werkplaats/{workspace}/doorwerking/{claim}";
    feature.forms = {web::describe_form<ClaimForm>("uptake.claim", "/werkplaats/{workspace}/doorwerking/meld"),
                     web::describe_form<ReadForm>("uptake.read", one + "/lees"),
                     web::describe_form<WithdrawForm>("uptake.withdraw", one + "/trek-in")};
    feature.words_nl = embedded::feature_uptake::find("nl.po");
    feature.words_en = embedded::feature_uptake::find("en.po");
    return feature;
}

} // namespace wf::uptake_pages
