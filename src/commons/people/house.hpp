// SPDX-License-Identifier: EUPL-1.2
// What all that is about people needs: the keys, the trail, how long a login lasts, and what is remembered between requests. One for a
// running program.
#pragma once

#include "commons/people/login_memory.hpp"
#include "commons/processing/log.hpp"
#include "commons/trail/trail.hpp"
#include "commons/watch/notebook.hpp"
#include "platform/access/slow_down.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace wf::people {

struct LoginTimes {
    std::int64_t idle_minutes{30};
    std::int64_t hours{12};
};

/// A letter that must go out; written in the transaction of what it tells.
struct Letter {
    std::string to;
    std::string subject;
    std::string text;
};
using Post = std::function<Result<void>(store::Session&, Letter const&)>;

class House {
public:
    House(secret::Key const& installation, LoginTimes times, Post post);

    [[nodiscard]] trail::Trail const& trail() const { return m_trail; }
    /// What is done with data about a person, for who asks what was (Logboek Dataverwerkingen).
    [[nodiscard]] processing::Log const& log() const { return m_log; }
    [[nodiscard]] LoginTimes times() const { return m_times; }
    [[nodiscard]] Post const& post() const { return m_post; }
    [[nodiscard]] LoginMemory& memory() { return m_memory; }
    /// May this be tried now, for this account and from this place? An empty account: for the place alone. Error: people.slow_down
    /// (detail = seconds to wait).
    Result<void> check_pace(std::string_view account, std::string_view peer, std::int64_t now);
    void note_failure(std::string_view account, std::string_view peer, std::int64_t now);
    void note_success(std::string_view account) { m_by_account.succeeded(account); }
    /// What happened at the door, for the store; shared with who writes it there.
    [[nodiscard]] std::shared_ptr<watch::Notebook> const& notebook() const { return m_notebook; }
    void note(watch::Kind kind, std::string_view person, std::string_view peer) const;
    /// Is it an hour ago that this was told by letter? Then it is told now: who keeps trying must not fill somebody's mailbox.
    [[nodiscard]] bool is_worth_a_letter(std::string_view matter, std::int64_t now);
    /// What the first administrator must know: shown where the server runs, new at each start.
    [[nodiscard]] std::string const& setup_code() const { return m_setup_code; }

    /// How an address is looked up without being stored: a keyed digest of it in small letters.
    [[nodiscard]] std::string digest_of(std::string_view mail) const;
    /// The same for who an identity provider says somebody is. There capitals count: "aB" and "ab" are two people.
    [[nodiscard]] std::string digest_of_identity(std::string_view subject) const;
    /// Of who marks something in a round: another one in each round, so that it says nothing of what somebody marked elsewhere.
    [[nodiscard]] std::string digest_of_voter(std::string_view round, std::string_view person) const;
    /// What passwords are hashed with besides their salt, so that a database that was stolen alone tells none.
    [[nodiscard]] secret::Key const& password_key() const { return m_password_key; }
    /// For what a browser keeps while somebody logs in elsewhere.
    [[nodiscard]] secret::Key const& outside_key() const { return m_outside_key; }
    /// For the address in an invitation, whose person has no key yet.
    [[nodiscard]] secret::Key const& invitation_key() const { return m_invitation_key; }

    /// For the codes of co-design sessions.
    [[nodiscard]] secret::Key const& codesign_key() const { return m_codesign_key; }

private:
    trail::Trail m_trail;
    processing::Log m_log;
    LoginTimes m_times;
    Post m_post;
    secret::Key m_lookup_key;
    secret::Key m_invitation_key;
    secret::Key m_identity_key;
    secret::Key m_outside_key;
    secret::Key m_password_key;
    secret::Key m_codesign_key;
    secret::Key m_voter_key;
    LoginMemory m_memory;
    access::SlowDown m_by_account;
    access::SlowDown m_by_peer;
    access::SlowDown m_told;
    std::shared_ptr<watch::Notebook> m_notebook;
    std::string m_setup_code;
};

} // namespace wf::people
