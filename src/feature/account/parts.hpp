// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/people/logins.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/refuse.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <string_view>

namespace wf::account {

/// The token that this browser sent; empty when none.
[[nodiscard]] std::string token_of(web::Visit const& visit);
[[nodiscard]] std::string device_of(web::Visit const& visit);
/// Where to go on: "naar" of the address when that is a page of ours, else one's own page.
[[nodiscard]] std::string target_of(web::Visit const& visit);
/// "?naar=..." for the next step; empty when there is none.
[[nodiscard]] std::string keep_target(web::Visit const& visit);

void set_login_cookie(http::Response& response, std::string const& token);
void clear_login_cookie(http::Response& response);

enum class Entry {
    logs_in, ///< a browser that this person did not use of late is told to them by letter
    is_new,  ///< with an account that was made a moment ago
    is_in    ///< already, and gets another cookie
};
/// Begins a login in place of what this browser had, and goes on.
[[nodiscard]] Result<http::Response> let_in(web::Visit const& visit, people::House& house, std::string_view person,
                                            people::Proof proof, std::string target, Entry entry = Entry::logs_in);

/// Where somebody goes who took an invitation: who is trusted with more, to setting up codes first.
[[nodiscard]] std::string next_after_invitation(web::Visit const& visit, access::Roles roles);

/// The password of who asks, again, before something weighty; as slow and as limited as a login. Error: people.wrong_password.
Result<void> check_own_password(web::Visit const& visit, people::House& house, std::string const& password);

/// A letter to who it is about, in their own language: something happened with their logging in. Who did not do that hears of it. In
/// the transaction of what it tells; `what_key`: words that say what; with ".subject" when they have one of their own.
Result<void> tell_by_letter(store::Session& session, web::Visit const& visit, people::House const& house,
                            std::string_view person, std::string_view what_key, std::string_view device = {});

/// Of a page with one form; never kept.
[[nodiscard]] web::Frame frame_of(web::Visit const& visit, std::string_view title_key);
/// Faults of what the people said, as a fault of a field; `form.error` for what is about all of it.
[[nodiscard]] web::Fault fault_of(std::string_view field, Error error);
/// 400, or 429 with how long to wait, when that is what the faults say.
void set_status(web::Frame& frame, std::span<web::Fault const> faults);
/// When to come back, for programs and for browsers.
void add_retry_after(http::Response& response, std::span<web::Fault const> faults);

/// A page with a heading, a lead and a form; faults and what was typed are in it.
template <class F>
Result<http::Response> form_page(web::Visit const& visit, std::string_view prefix, std::string const& action,
                                 web::Filled<F> const& filled, std::function<void(html::Html&)> const& after = {},
                                 std::function<void(html::Html&)> const& before = {})
{
    if (auto refused = web::refuse_form(visit, filled.faults)) {
        add_retry_after(*refused, filled.faults);
        return *refused;
    }
    std::string const words{prefix};
    auto frame = frame_of(visit, words);
    set_status(frame, filled.faults);
    auto response = web::page(visit, frame, [&](html::Html& page) {
        page(html::tag::h1, visit.t(words));
        if (visit.t.has(words + ".lead")) page(html::tag::p, html::attr::cls("lead"), visit.t(words + ".lead"));
        if (before) before(page);
        web::write_form(page, visit,
                        {.action = action, .prefix = words, .submit_key = words + ".submit", .keeps_draft = false},
                        filled);
        if (after) after(page);
    });
    add_retry_after(response, filled.faults);
    return response;
}

} // namespace wf::account
