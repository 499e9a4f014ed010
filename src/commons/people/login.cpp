// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/logins.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/password.hpp"

#include <array>
#include <utility>

namespace wf::people {
namespace {

Error wrong_login()
{
    // Which of the two was wrong is not told: that would say who has an account.
    return {Trouble::bad_input, "people.wrong_login", "mail", ""};
}

} // namespace

std::string name_device(std::string_view user_agent)
{
    auto const first_of = [&](auto const& names) {
        for (auto const& [sign, name] : names) {
            if (user_agent.find(sign) != std::string_view::npos) return std::string{name};
        }
        return std::string{};
    };
    using Names = std::array<std::pair<std::string_view, std::string_view>, 5>;
    // Chrome's own words stand in those of the others, and Safari's in Chrome's: the order matters.
    constexpr Names browsers{
        {{"Firefox/", "Firefox"}, {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}};
    constexpr Names systems{
        {{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS X", "Mac"}}};
    auto device = first_of(browsers);
    auto system = first_of(systems);
    if (system.empty() && user_agent.find("Linux") != std::string_view::npos) system = "Linux";
    if (!device.empty() && !system.empty()) device += ", ";
    return device + system;
}

Result<Account> check_login(store::Store& store, House& house, LoginAttempt const& attempt)
{
    auto const now = now_millis();
    auto const key = house.digest_of(attempt.mail);
    if (auto const may = house.check_pace(key, attempt.peer, now); !may) {
        house.note(watch::Kind::login_slowed, "", attempt.peer);
        return may.error();
    }
    std::optional<Account> account;
    std::optional<std::string> hash;
    store.read([&](store::Session& session) {
        account = find_by_mail(session, house, attempt.mail);
        if (account) hash = find_password(session, account->id);
    });
    bool right = false;
    if (hash && attempt.password.size() <= secret::most_password * 4)
        right = secret::is_password(attempt.password, *hash, house.password_key());
    else secret::waste_time_as_for_a_password("");
    if (!right || account->is_blocked) {
        house.note_failure(key, attempt.peer, now);
        house.note(watch::Kind::login_wrong, account ? account->id : "", attempt.peer);
        return wrong_login();
    }
    house.note_success(key);
    if (secret::needs_new_hash(*hash)) {
        auto const better = secret::hash_password(attempt.password, house.password_key());
        WF_TRY_VOID(store.write([&](store::Session& session) { return renew_hash(session, account->id, better); }));
    }
    return std::move(*account);
}

Result<void> check_code(store::Store& store, House& house, Account const& account, std::string_view typed,
                        std::string_view peer)
{
    auto const now = now_millis();
    auto const key = "code:" + account.id;
    if (auto const may = house.check_pace(key, peer, now); !may) {
        house.note(watch::Kind::login_slowed, account.id, peer);
        return may;
    }
    auto const used = store.write([&](store::Session& session) { return use_code(session, house, account.id, typed); });
    if (used) {
        house.note_success(key);
        return used;
    }
    house.note_failure(key, peer, now);
    auto const is_again = used.error().code == "people.code_again";
    house.note(is_again ? watch::Kind::code_again : watch::Kind::code_wrong, account.id, peer);
    return used;
}

} // namespace wf::people
