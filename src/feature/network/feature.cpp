// SPDX-License-Identifier: EUPL-1.2
#include "feature/network/feature.hpp"

#include "feature/network/forms.hpp"
#include "feature/network/pages.hpp"
#include "feature/network/views.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_network {
std::string_view find(std::string_view name);
}

namespace wf::network_pages {
namespace {

using access::Action;
using http::Method;

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    access::Needs const read{Action::read, "network"};
    access::Needs const add{Action::add, "partner"};
    access::Needs const change{Action::change, "partner"};
    access::Needs const word{Action::change, "own_word"};
    return {route(Method::get, "/werkplaatsen", read, werkplaatsen_page),
            route(Method::get, "/werkplaats/{werkplaats}/netwerk", read, network_page),
            route(Method::get, "/werkplaats/{werkplaats}/netwerk/feiten", read, facts_page),
            route(Method::get, "/werkplaats/{werkplaats}/netwerk/lijnen", read, ties_page),
            route(Method::get, "/werkplaats/{werkplaats}/netwerk/schotten", read, walls_page),
            route(Method::get, "/werkplaats/{workspace}/netwerk/feiten/{feit}", change, fact_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/feiten/{feit}", change, fact_answer),
            route(Method::get, "/werkplaats/{workspace}/netwerk/themas", change, themes_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/themas", change, themes_answer),
            route(Method::post, "/werkplaats/{workspace}/netwerk/themas/{thema}/weg", change, retire_theme_answer),
            route(Method::get, "/werkplaats/{workspace}/netwerk/woorden", word, word_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/woorden", word, word_answer),
            route(Method::get, "/werkplaats/{workspace}/netwerk/partners/nieuw", add, new_partner_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/partners/nieuw", add, new_partner_answer),
            route(Method::get, "/werkplaats/{workspace}/netwerk/partners/{partner}", change, partner_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/partners/{partner}", change, partner_answer),
            route(Method::post, "/werkplaats/{workspace}/netwerk/partners/{partner}/weg", change,
                  retire_partner_answer),
            route(Method::get, "/werkplaats/{workspace}/netwerk/lijnen/nieuw", add, new_tie_page),
            route(Method::post, "/werkplaats/{workspace}/netwerk/lijnen/nieuw", add, new_tie_answer),
            route(Method::post, "/werkplaats/{workspace}/netwerk/lijnen/{lijn}/weg", change, retire_tie_answer)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house)
{
    web::Feature feature;
    feature.name = "network";
    feature.routes = make_routes(house);
    std::string const all = "/werkplaats/{werkplaats}/netwerk";
    feature.views = {web::describe<WerkplaatsenSummary, WerkplaatsRow>("werkplaatsen", "/werkplaatsen"),
                     web::describe<NetworkSummary, PartnerRow>("network", all),
                     web::describe<OfWerkplaats, FactRow>("network_facts", all + "/feiten"),
                     web::describe<OfWerkplaats, TieRow>("network_ties", all + "/lijnen"),
                     web::describe<OfWerkplaats, WallRow>("network_walls", all + "/schotten")};
    std::string const inside = "/werkplaats/{workspace}/netwerk";
    feature.forms = {web::describe_form<FactForm>("network.form", inside + "/feiten/{feit}"),
                     web::describe_form<ThemeForm>("network.theme.form", inside + "/themas"),
                     web::describe_form<WordForm>("network.form", inside + "/woorden"),
                     web::describe_form<PartnerForm>("network.form", inside + "/partners/nieuw"),
                     web::describe_form<PartnerForm>("network.form", inside + "/partners/{partner}"),
                     web::describe_form<TieForm>("network.tie.form", inside + "/lijnen/nieuw")};
    feature.words_nl = embedded::feature_network::find("nl.po");
    feature.words_en = embedded::feature_network::find("en.po");
    return feature;
}

} // namespace wf::network_pages
