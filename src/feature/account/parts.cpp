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
                              people::Proof proof, std::string target, Entry entry)
{
    bool const owes_code = proof == people::Proof::password_code_waits;
    auto const device = device_of(visit);
    WF_TRY(auto const token, visit.store().write([&](store::Session& session) -> Result<std::string> {
        if (entry == Entry::logs_in && !owes_code && !people::knows_device(session, person, device))
            WF_TRY_VOID(tell_by_letter(session, visit, house, person, "account.changed.new_device", device));
        return people::step_up(session, house, person, token_of(visit), proof, device);
    }));
    house.memory().forget();
    if (entry != Entry::is_in)
        house.note(owes_code ? watch::Kind::password_right : watch::Kind::login_right, person, visit.request.peer);
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
                            std::string_view person, std::string_view what_key, std::string_view device)
{
    auto const account = people::find_account(session, house, person);
    if (!account) return Error{Trouble::not_found, "people.unknown", "", ""};
    // Not that of the page: who is there may be somebody else.
    auto const& t = account->language == words::to_code(words::Language::en) ? *visit.context.en : *visit.context.nl;
    auto const link =
        web::absolute_link(visit, "/" + std::string{words::to_code(t.language())} + "/wachtwoord-vergeten");
    auto const own_subject = std::string{what_key} + ".subject";
    auto const* const subject = t.has(own_subject) ? own_subject.c_str() : "account.changed.subject";
    auto const with = device.empty() ? std::string{t("account.my.unknown_device")} : std::string{device};
    auto const what = t(what_key, {{"device", with}});
    return house.post()(session,
                        {account->mail, std::string{t(subject)},
                         t("account.changed.letter", {{"name", account->name}, {"what", what}, {"link", link}})});
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
