// SPDX-License-Identifier: EUPL-1.2
#include "feature/codesign/feature.hpp"

#include "feature/codesign/forms.hpp"
#include "feature/codesign/pages.hpp"
#include "platform/web/bound_route.hpp"
#include "platform/web/pace.hpp"

namespace wf::embedded::feature_codesign {
std::string_view find(std::string_view name);
}

namespace wf::codesign_pages {
namespace {

using access::Action;
using http::Method;

constexpr std::string_view inside_studio = "/werkplaats/{workspace}/studios/{studio}/sessie";

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "studio"};
    access::Needs const change{Action::change, "studio"};
    access::Needs const look{Action::read, "codesign"};
    access::Needs const send{Action::add, "codesign"};
    auto const one = std::string{inside_studio} + "/{session}";
    return {route(Method::get, std::string{inside_studio} + "/nieuw", change, begin_page),
            route(Method::post, std::string{inside_studio} + "/nieuw", change, begin_answer),
            route(Method::get, one, read, desk_page),
            route(Method::post, one + "/stap", change, move_answer),
            route(Method::get, one + "/papier", read, sheets_page),
            route(Method::post, one + "/papier", change, paper_answer),
            route(Method::post, one + "/briefje/{note}", change, note_answer),
            route(Method::post, one + "/kies", change, choose_answer),
            route(Method::post, one + "/besluit", change, close_answer),
            route(Method::get, one + "/scherm", read, screen_page),
            route(Method::get, "/sessie", look, code_page),
            route(Method::get, "/sessie/{code}", look, phone_page),
            web::paced(route(Method::post, "/sessie/{code}", send, phone_answer))};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "codesign";
    feature.routes = make_routes(house);
    auto const one = std::string{inside_studio} + "/{session}";
    feature.forms = {web::describe_form<BeginForm>("codesign.begin", std::string{inside_studio} + "/nieuw"),
                     web::describe_form<PaperForm>("codesign.paper", one + "/papier"),
                     web::describe_form<ChooseForm>("codesign.choose", one + "/kies"),
                     web::describe_form<CloseForm>("codesign.close", one + "/besluit"),
                     web::describe_form<NoteForm>("codesign.note", "/sessie/{code}")};
    feature.words_nl = embedded::feature_codesign::find("nl.po");
    feature.words_en = embedded::feature_codesign::find("en.po");
    return feature;
}

} // namespace wf::codesign_pages
