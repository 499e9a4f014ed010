// SPDX-License-Identifier: EUPL-1.2
#include "feature/glossary/feature.hpp"

#include "commons/glossary/glossary.hpp"
#include "feature/glossary/forms.hpp"
#include "feature/glossary/pages.hpp"
#include "feature/glossary/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_glossary {
std::string_view find(std::string_view name);
}

namespace wf::glossary_pages {
namespace {

using access::Action;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const see{Action::read, "glossary"};
    access::Needs const read{Action::read, "local_term"};
    access::Needs const add{Action::add, "local_term"};
    access::Needs const change{Action::change, "local_term"};
    std::string const own = "/werkplaats/{workspace}/begrippen";
    return {{Method::get, "/begrippen", see, words_page},
            route(Method::get, own, read, own_page),
            route(Method::post, own, add, add_answer),
            route(Method::get, own + "/{term}", change, write_page),
            route(Method::post, own + "/{term}", change, write_answer),
            route(Method::post, own + "/{term}/weg", change, retire_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "glossary";
    feature.routes = make_routes(house);
    feature.views = {web::describe<WordsSummary, WordRow>("glossary", "/begrippen")};
    feature.forms = {web::describe_form<TermForm>("glossary.form", "/werkplaats/{workspace}/begrippen"),
                     web::describe_form<TermForm>("glossary.form", "/werkplaats/{workspace}/begrippen/{term}")};
    feature.words_nl = embedded::feature_glossary::find("nl.po");
    feature.words_en = embedded::feature_glossary::find("en.po");
    return feature;
}

} // namespace wf::glossary_pages
