// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/house.hpp"

#include "base/text.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>

namespace wf::people {
namespace {

// Of one account: five tries at once, then a second, two, four, up to a quarter of an hour. Nobody is locked out: the wait ends, and
// a new password by mail is not slowed down by it. Of one address on the net, where a whole office may sit: more.
constexpr access::SlowDown::Pace account_pace{5, 1'000, 15 * 60'000, 60 * 60'000};
constexpr access::SlowDown::Pace peer_pace{30, 1'000, 60'000, 60 * 60'000};
constexpr access::SlowDown::Pace letter_pace{1, 60 * 60'000, 60 * 60'000, 60 * 60'000};

} // namespace

House::House(secret::Key const& installation, LoginTimes times, Post post)
    : m_trail{installation},
      m_log{installation, processing::Processing::built_in()},
      m_times{times},
      m_post{std::move(post)},
      m_lookup_key{installation.derive("mail lookup")},
      m_invitation_key{installation.derive("invitation")},
      m_identity_key{installation.derive("identity lookup")},
      m_outside_key{installation.derive("oidc")},
      m_password_key{installation.derive("password")},
      m_codesign_key{installation.derive("codesign")},
      m_voter_key{installation.derive("voter")},
      m_by_account{account_pace},
      m_by_peer{peer_pace},
      m_told{letter_pace},
      m_notebook{std::make_shared<watch::Notebook>(installation)},
      m_setup_code{random_hex(20)}
{
}

Result<void> House::check_pace(std::string_view account, std::string_view peer, std::int64_t now)
{
    auto wait = m_by_peer.wait_of(peer, now);
    if (!account.empty()) wait = std::max(wait, m_by_account.wait_of(account, now));
    if (wait == 0) return {};
    constexpr std::int64_t second = 1000;
    return Error{Trouble::refused, "people.slow_down", "", std::to_string((wait + second - 1) / second)};
}

void House::note_failure(std::string_view account, std::string_view peer, std::int64_t now)
{
    if (!account.empty()) m_by_account.failed(account, now);
    m_by_peer.failed(peer, now);
}

void House::note(watch::Kind kind, std::string_view person, std::string_view peer) const
{
    m_notebook->note(kind, person, peer, now_millis());
}

bool House::is_worth_a_letter(std::string_view matter, std::int64_t now)
{
    if (m_told.wait_of(matter, now) > 0) return false;
    m_told.failed(matter, now);
    return true;
}

std::string House::digest_of(std::string_view mail) const
{
    return secret::to_hex(m_lookup_key.derive(fold_case(trim(mail))).bytes());
}

std::string House::digest_of_identity(std::string_view subject) const
{
    return secret::to_hex(m_identity_key.derive(subject).bytes());
}

std::string House::digest_of_voter(std::string_view round, std::string_view person) const
{
    return secret::to_hex(m_voter_key.derive(round).derive(person).bytes());
}

} // namespace wf::people
