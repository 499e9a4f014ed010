// SPDX-License-Identifier: EUPL-1.2
#include "feature/agenda/feature.hpp"

#include "feature/agenda/forms.hpp"
#include "feature/agenda/pages.hpp"
#include "feature/agenda/priority_forms.hpp"
#include "feature/agenda/priority_views.hpp"
#include "feature/agenda/views.hpp"
#include "platform/web/bound_route.hpp"
#include "platform/web/pace.hpp"

namespace wf::embedded::feature_agenda {
std::string_view find(std::string_view name);
}

namespace wf::agenda_pages {
namespace {

using access::Action;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "question"};
    access::Needs const add{Action::add, "question"};
    access::Needs const see{Action::read, "agenda"};
    access::Needs const change{Action::change, "agenda"};
    access::Needs const look{Action::read, "priority"};
    access::Needs const mark{Action::add, "priority"};
    access::Needs const lead{Action::change, "priority"};
    return {route(Method::get, "/vragen", read, agendas_page),
            route(Method::get, "/vragen/{werkplaats}", read, agenda_page),
            route(Method::get, "/vragen/{werkplaats}/stel", add, ask_page),
            web::paced(route(Method::post, "/vragen/{werkplaats}/stel", add, ask_answer)),
            route(Method::get, "/vragen/{werkplaats}/volg/{token}", read, follow_page),
            route(Method::get, "/vragen/{werkplaats}/vraag/{question}", read, question_page),
            web::paced(route(Method::post, "/vragen/{werkplaats}/volg/{token}/weg", add, take_away_answer)),
            route(Method::get, "/vragen/{werkplaats}/keuze/{round}", read, outcome_page),
            route(Method::get, "/werkplaats/{workspace}/agenda", see, desk_page),
            route(Method::get, "/werkplaats/{workspace}/agenda/{question}", see, moderate_page),
            route(Method::post, "/werkplaats/{workspace}/agenda/{question}", change, wording_answer),
            route(Method::post, "/werkplaats/{workspace}/agenda/{question}/woord", change, tell_answer),
            route(Method::post, "/werkplaats/{workspace}/agenda/{question}/samen", change, merge_answer),
            route(Method::post, "/werkplaats/{workspace}/agenda/{question}/weg", change, blank_answer),
            route(Method::get, "/werkplaats/{workspace}/kiezen", look, rounds_page),
            route(Method::post, "/werkplaats/{workspace}/kiezen", lead, begin_round_answer),
            route(Method::get, "/werkplaats/{workspace}/kiezen/{round}", look, round_page),
            route(Method::post, "/werkplaats/{workspace}/kiezen/{round}", mark, mark_answer),
            route(Method::post, "/werkplaats/{workspace}/kiezen/{round}/papier", lead, paper_answer),
            route(Method::post, "/werkplaats/{workspace}/kiezen/{round}/sluit", lead, close_round_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "agenda";
    feature.routes = make_routes(house);
    feature.views = {web::describe<AgendaSummary, QuestionRow>("agenda", "/vragen/{werkplaats}"),
                     web::describe<RoundSummary, RoundRow>("round", "/vragen/{werkplaats}/keuze/{round}")};
    feature.forms = {web::describe_form<AskForm>("agenda.ask", "/vragen/{werkplaats}/stel"),
                     web::describe_form<WordingForm>("agenda.wording", "/werkplaats/{workspace}/agenda/{question}"),
                     web::describe_form<TellForm>("agenda.tell", "/werkplaats/{workspace}/agenda/{question}/woord"),
                     web::describe_form<MergeForm>("agenda.merge", "/werkplaats/{workspace}/agenda/{question}/samen"),
                     web::describe_form<RoundForm>("priority.form", "/werkplaats/{workspace}/kiezen"),
                     web::describe_form<MarkForm>("priority.mark", "/werkplaats/{workspace}/kiezen/{round}"),
                     web::describe_form<PaperForm>("priority.paper", "/werkplaats/{workspace}/kiezen/{round}/papier")};
    feature.words_nl = embedded::feature_agenda::find("nl.po");
    feature.words_en = embedded::feature_agenda::find("en.po");
    return feature;
}

} // namespace wf::agenda_pages
