// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/feature.hpp"

#include "base/check.hpp"
#include "feature/account/commands.hpp"
#include "feature/account/forms.hpp"
#include "feature/account/outside.hpp"
#include "feature/account/pages.hpp"
#include "platform/web/bound_route.hpp"

namespace wf::embedded::feature_account {
std::string_view find(std::string_view name);
}

namespace wf::account {
namespace {

using access::Action;
using http::Lane;
using http::Method;

/// Those that know a way in by an organisation.
std::vector<web::Route> make_outside_routes(std::shared_ptr<people::House> const& house,
                                            std::shared_ptr<Outside> const& outside)
{
    using Page = Result<http::Response> (*)(web::Visit const&, people::House&, Outside*);
    auto const route = [&](Method method, std::string pattern, access::Needs needs, Page page,
                           web::Addresses addresses = web::Addresses::in_each_language) {
        // Passwords are looked at, and the provider may take its time.
        auto const is_quick = method == Method::get && addresses == web::Addresses::in_each_language;
        return web::Route{method,
                          std::move(pattern),
                          needs,
                          [house, outside, page](web::Visit const& visit) {
                              WF_CHECK(house != nullptr);
                              return page(visit, *house, outside.get());
                          },
                          addresses,
                          is_quick ? Lane::quick : Lane::slow};
    };
    return {route(Method::get, "/inloggen", {Action::read, "login"}, login_page),
            route(Method::post, "/inloggen", {Action::add, "login"}, login_answer),
            route(Method::post, "/inloggen/organisatie", {Action::add, "login"}, outside_ask),
            // As it is registered with the provider: without a language.
            route(Method::get, "/inloggen/terug", {Action::read, "login"}, outside_return, web::Addresses::one),
            route(Method::get, "/uitnodiging/{token}", {Action::read, "login"}, invitation_page),
            route(Method::post, "/uitnodiging/{token}", {Action::add, "login"}, invitation_answer),
            route(Method::get, "/mijn", {Action::read, "account"}, my_page),
            route(Method::get, "/mijn/organisatie", {Action::read, "account"}, unlink_page),
            route(Method::post, "/mijn/organisatie", {Action::change, "account"}, unlink_answer),
            route(Method::get, "/mijn/ingelogd", {Action::read, "account"}, logins_page),
            route(Method::post, "/mijn/ingelogd", {Action::change, "account"}, logins_answer)};
}

std::vector<web::Route> make_routes(std::shared_ptr<people::House> const& house)
{
    web::BoundRoutes<people::House> const route{house};
    // Whatever looks at a password waits in the slow line.
    return {route(Method::get, "/inloggen/code", {Action::read, "login"}, login_code_page),
            route(Method::post, "/inloggen/code", {Action::add, "login"}, login_code_answer),
            route(Method::post, "/uitloggen", {Action::add, "login"}, logout_answer),
            route(Method::get, "/wachtwoord-vergeten", {Action::read, "login"}, forgotten_page),
            route(Method::post, "/wachtwoord-vergeten", {Action::add, "login"}, forgotten_answer),
            route(Method::get, "/nieuw-wachtwoord/{token}", {Action::read, "login"}, reset_page),
            route(Method::post, "/nieuw-wachtwoord/{token}", {Action::add, "login"}, reset_answer, Lane::slow),
            route(Method::get, "/mijn/naam", {Action::read, "account"}, name_page),
            route(Method::post, "/mijn/naam", {Action::change, "account"}, name_answer),
            route(Method::get, "/mijn/wachtwoord", {Action::read, "account"}, password_page),
            route(Method::post, "/mijn/wachtwoord", {Action::change, "account"}, password_answer, Lane::slow),
            route(Method::get, "/mijn/code", {Action::read, "account"}, code_page),
            route(Method::post, "/mijn/code", {Action::change, "account"}, code_answer, Lane::slow),
            route(Method::get, "/mijn/code/uit", {Action::read, "account"}, code_off_page),
            route(Method::post, "/mijn/code/uit", {Action::change, "account"}, code_off_answer, Lane::slow),
            route(Method::get, "/mijn/gegevens", {Action::read, "account"}, data_page),
            route(Method::get, "/mijn/verwijderen", {Action::read, "account"}, leave_page),
            route(Method::post, "/mijn/verwijderen", {Action::remove, "account"}, leave_answer, Lane::slow)};
}

} // namespace

web::Feature make_feature(std::shared_ptr<people::House> house, std::shared_ptr<oidc::Provider> provider)
{
    auto outside = provider ? std::make_shared<Outside>() : nullptr;
    if (outside) outside->provider = std::move(provider);
    web::Feature feature;
    feature.name = "account";
    feature.routes = make_outside_routes(house, outside);
    for (auto& route : make_routes(house)) feature.routes.push_back(std::move(route));
    feature.commands = commands(house);
    feature.forms = {web::describe_form<LoginForm>("account.login", "/inloggen"),
                     web::describe_form<CodeForm>("account.login_code", "/inloggen/code"),
                     web::describe_form<WelcomeForm>("account.invitation", "/uitnodiging/{token}"),
                     web::describe_form<MailForm>("account.forgotten", "/wachtwoord-vergeten"),
                     web::describe_form<NewPasswordForm>("account.reset", "/nieuw-wachtwoord/{token}"),
                     web::describe_form<NameForm>("account.name", "/mijn/naam"),
                     web::describe_form<ChangePasswordForm>("account.password", "/mijn/wachtwoord"),
                     web::describe_form<ConfirmCodeForm>("account.code", "/mijn/code"),
                     web::describe_form<PasswordForm>("account.code_off", "/mijn/code/uit"),
                     web::describe_form<PasswordForm>("account.unlink", "/mijn/organisatie"),
                     web::describe_form<EndLoginsForm>("account.logins", "/mijn/ingelogd"),
                     web::describe_form<LeaveForm>("account.leave", "/mijn/verwijderen")};
    feature.words_nl = embedded::feature_account::find("nl.po");
    feature.words_en = embedded::feature_account::find("en.po");
    return feature;
}

} // namespace wf::account
