// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/alarm.hpp"

#include "commons/people/memberships.hpp"
#include "commons/watch/events.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>

namespace wf::admin {
namespace {

constexpr std::int64_t hour_millis = 3'600'000;
constexpr std::int64_t day_millis = 24 * hour_millis;

std::string name_of(watch::Oddity const& oddity)
{
    return std::to_string(static_cast<int>(oddity.what)) + ":" + oddity.subject;
}

/// In the language of who gets it. Names of accounts and marks of places stand on the page alone.
people::Letter letter_to(people::Account const& account, web::Context const& context)
{
    auto const& t = account.language == words::to_code(words::Language::en) ? *context.en : *context.nl;
    http::Request const request;
    web::Visit const visit{request, t, context};
    auto const link = web::absolute_link(visit, visit.link("/beheer/inloggen"));
    return {account.mail, std::string{t("admin.logins.alarm.subject")},
            t("admin.logins.alarm.letter", {{"name", account.name}, {"link", link}})};
}

} // namespace

int Alarm::look(std::int64_t now)
{
    if (now - m_looked_at < between_looks && now >= m_looked_at) return 0;
    m_looked_at = now;
    try {
        return tell(now);
    } catch (store::StoreFailure const&) {
        return 0;
    }
}

int Alarm::tell(std::int64_t now)
{
    std::erase_if(m_told, [&](auto const& told) { return now - told.second >= day_millis; });
    if (now - m_wrote_at < hour_millis) return 0;
    auto& store = *m_context.store;
    auto const odd =
        store.read([&](store::Session& session) { return watch::find_oddities(session, now - day_millis); });
    bool const is_news =
        std::any_of(odd.begin(), odd.end(), [&](auto const& oddity) { return !m_told.contains(name_of(oddity)); });
    if (!is_news) return 0;
    auto const written = store.write([&](store::Session& session) -> Result<int> {
        auto const top = workspaces::find_top(session);
        if (!top) return 0;
        int letters = 0;
        for (auto const& member : people::list_members(session, *m_house, top->id)) {
            if (member.account.is_blocked || !member.roles.has(access::Role::administrator)) continue;
            WF_TRY_VOID(m_house->post()(session, letter_to(member.account, m_context)));
            ++letters;
        }
        return letters;
    });
    if (!written) return 0;
    for (auto const& oddity : odd) m_told[name_of(oddity)] = now;
    m_wrote_at = now;
    return *written;
}

} // namespace wf::admin
