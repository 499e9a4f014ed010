// SPDX-License-Identifier: EUPL-1.2
// People with an account: who they are, how they prove it, and which part they have in which workspace. Every change stands in the
// trail of the workspace that it is about, or of the one above all others.
//
// Functions take a session: what belongs together happens in one transaction of the caller, who calls House::memory().forget() after it.
#pragma once

#include "commons/people/house.hpp"
#include "platform/access/actor.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::people {

[[nodiscard]] std::vector<store::Migration> migrations();

struct Account {
    std::string id;
    std::string mail;
    std::string name;
    std::string language;
    std::string created_at;
    bool has_password{false};
    bool has_code{false};
    bool is_blocked{false};
};

/// One mail address: a name, one @, a domain with a point; at most 254 bytes. In small letters. Error: people.bad_mail.
Result<std::string> read_mail(std::string_view text);
/// The same as a rule for a field of a form.
Result<void> is_mail(std::string_view text);

[[nodiscard]] std::optional<Account> find_account(store::Session& session, House const& house, std::string_view id);
[[nodiscard]] std::optional<Account> find_by_mail(store::Session& session, House const& house, std::string_view mail);
/// Error: people.mail_taken.
Result<std::string> add_account(store::Session& session, House const& house, std::string_view mail,
                                std::string_view name, std::string_view language);
Result<void> set_name(store::Session& session, House const& house, std::string_view id, std::string_view name,
                      std::string_view actor);
/// `hash`: of secret::hash_password. Ends all logins but `kept_login`.
Result<void> set_password(store::Session& session, House const& house, std::string_view id, std::string const& hash,
                          std::string_view actor, std::string_view kept_login);
/// The same password, hashed with today's costs: nothing else changes. Error: people.unknown.
Result<void> renew_hash(store::Session& session, std::string_view id, std::string const& hash);
[[nodiscard]] std::optional<std::string> find_password(store::Session& session, std::string_view id);
/// Ends all logins. Error: people.last_administrator.
Result<void> set_blocked(store::Session& session, House const& house, std::string_view id, bool blocked,
                         std::string_view actor);

// --- one-time codes

/// A new secret, not in use before it was confirmed with a code.
Result<std::string> begin_code(store::Session& session, House const& house, std::string_view id);
[[nodiscard]] std::optional<std::string> find_code_secret(store::Session& session, House const& house,
                                                          std::string_view id);
/// Turns codes on, with new recovery codes, which are given this once. Error: people.wrong_code.
Result<std::vector<std::string>> confirm_code(store::Session& session, House const& house, std::string_view id,
                                              std::string_view typed);
/// A code from the phone, or a recovery code, which is used up by it. Errors: people.wrong_code, people.code_again (it was used before:
/// somebody may have looked over a shoulder).
Result<void> use_code(store::Session& session, House const& house, std::string_view id, std::string_view typed);
Result<void> turn_off_code(store::Session& session, House const& house, std::string_view id, std::string_view actor);
[[nodiscard]] int count_recovery_codes(store::Session& session, std::string_view id);

// --- who an identity provider says somebody is

[[nodiscard]] std::optional<std::string> find_by_identity(store::Session& session, House const& house,
                                                          std::string_view issuer, std::string_view subject);
/// Can this person come in through that provider?
/// No longer by way of that issuer. Errors: people.no_other_way (nothing else is left to log in with), people.unknown (was not linked).
Result<void> remove_identity(store::Session& session, House const& house, std::string_view person,
                             std::string_view issuer);
[[nodiscard]] bool has_identity(store::Session& session, std::string_view person, std::string_view issuer);
/// Error: people.identity_taken (another account has it).
Result<void> add_identity(store::Session& session, House const& house, std::string_view person, std::string_view issuer,
                          std::string_view subject);

} // namespace wf::people
