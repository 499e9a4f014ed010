// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/parts.hpp"

#include "base/percent.hpp"
#include "platform/web/links.hpp"

#include <algorithm>

namespace wf::account {
namespace {

web::Fault const* find_wait(std::span<web::Fault const> faults)
{
    auto const found = std::find_if(faults.begin(), faults.end(),
                                    [](web::Fault const& fault) { return fault.error.code == "people.slow_down"; });
    return found == faults.end() ? nullptr : &*found;
}

} // namespace

std::string token_of(web::Visit const& visit)
{
    return std::string{visit.request.cookie(web::session_cookie).value_or("")};
}

std::string device_of(web::Visit const& visit)
{
    return people::name_device(visit.request.header("user-agent").value_or(""));
}

std::string target_of(web::Visit const& visit)
{
    return web::safe_target(visit.request.parameter("naar").value_or(""), visit.link("/mijn"));
}

std::string keep_target(web::Visit const& visit)
{
    auto const target = web::safe_target(visit.request.parameter("naar").value_or(""), "");
    return target.empty() ? "" : "?naar=" + percent_encode(target);
}

void set_login_cookie(http::Response& response, std::string const& token)
{
    response.headers.emplace_back("Set-Cookie", web::login_cookie(token));
}

void clear_login_cookie(http::Response& response)
{
    response.headers.emplace_back("Set-Cookie", web::no_login_cookie());
    // Drafts and pages that the browser keeps go too.
    response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
}

Result<http::Response> let_in(web::Visit const& visit, people::House& house, std::string_view person,
                              people::Proof proof, std::string target)
{
    WF_TRY(auto const token, visit.store().write([&](store::Session& session) -> Result<std::string> {
        return people::step_up(session, house, person, token_of(visit), proof, device_of(visit));
    }));
    house.memory().forget();
    auto response = web::done(visit, std::move(target));
    set_login_cookie(response, token);
    return response;
}

std::string next_after_invitation(web::Visit const& visit, access::Roles roles)
{
    return visit.link(roles.has_any(visit.context.rights->careful()) ? "/mijn/code" : "/mijn");
}

Result<void> check_own_password(web::Visit const& visit, people::House& house, std::string const& password)
{
    auto const account = visit.store().read(
        [&](store::Session& session) { return people::find_account(session, house, visit.actor.person_id); });
    if (!account) return Error{Trouble::not_found, "people.unknown", "", ""};
    auto const right = people::check_login(visit.store(), house, {account->mail, password, visit.request.peer});
    if (right) return {};
    if (right.error().code == "people.wrong_login")
        return Error{Trouble::bad_input, "people.wrong_password", "wachtwoord", ""};
    return right.error();
}

Result<void> tell_by_letter(store::Session& session, web::Visit const& visit, people::House const& house,
                            std::string_view person, std::string_view what_key)
{
    auto const account = people::find_account(session, house, person);
    if (!account) return Error{Trouble::not_found, "people.unknown", "", ""};
    auto const& t = visit.t;
    auto const link = web::absolute_link(visit, visit.link("/wachtwoord-vergeten"));
    return house.post()(session, {account->mail, std::string{t("account.changed.subject")},
                                  t("account.changed.letter",
                                    {{"name", account->name}, {"what", t(what_key)}, {"link", link}})});
}

web::Frame frame_of(web::Visit const& visit, std::string_view title_key)
{
    web::Frame frame;
    frame.title = visit.t(title_key);
    frame.cache = http::Cache::never;
    return frame;
}

web::Fault fault_of(std::string_view field, Error error)
{
    error.field = field;
    return {std::string{field}, std::move(error)};
}

void set_status(web::Frame& frame, std::span<web::Fault const> faults)
{
    constexpr int too_many_requests = 429;
    if (!faults.empty()) frame.status = find_wait(faults) != nullptr ? too_many_requests : 400;
}

void add_retry_after(http::Response& response, std::span<web::Fault const> faults)
{
    auto const* wait = find_wait(faults);
    if (wait == nullptr) return;
    response.status = 429;
    response.headers.emplace_back("Retry-After", wait->error.detail);
}

} // namespace wf::account
