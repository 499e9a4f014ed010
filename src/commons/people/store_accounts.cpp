// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/row_parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/token.hpp"

namespace wf::people {
namespace {

constexpr std::string_view columns =
    "person_id, mail, name, language, created_at, password IS NOT NULL, code_is_on, blocked_at IS NOT NULL";

std::optional<Account> open_account(store::Session& session, House const& house, std::optional<Account> stored)
{
    if (!stored) return std::nullopt;
    auto const key = house.trail().person_keys().find(session, stored->id);
    // Without its key an account is nobody's: it cannot have been left behind by us.
    WF_CHECK(key.has_value());
    auto mail = secret::open(*key, stored->mail, place_of("account.mail", stored->id));
    auto name = secret::open(*key, stored->name, place_of("account.name", stored->id));
    WF_CHECK(mail.has_value() && name.has_value());
    stored->mail = std::move(*mail);
    stored->name = std::move(*name);
    return stored;
}

std::optional<Account> load(store::Session& session, House const& house, std::string const& where,
                            std::string_view value)
{
    std::optional<Account> found;
    session.query("SELECT " + std::string{columns} + " FROM account WHERE " + where + " = $1", {value},
                  [&](store::Row const& row) {
                      found = Account{
                          row.string(0), std::string{row.bytes(1)}, std::string{row.bytes(2)}, row.string(3),
                          row.string(4), row.integer(5) != 0,       row.integer(6) != 0,       row.integer(7) != 0};
                  });
    return open_account(session, house, std::move(found));
}

} // namespace

std::optional<Account> find_account(store::Session& session, House const& house, std::string_view id)
{
    return load(session, house, "person_id", id);
}

std::optional<Account> find_by_mail(store::Session& session, House const& house, std::string_view mail)
{
    return load(session, house, "mail_digest", house.digest_of(mail));
}

Result<std::string> add_account(store::Session& session, House const& house, std::string_view mail,
                                std::string_view name, std::string_view language)
{
    WF_TRY(auto const address, read_mail(mail));
    auto const digest = house.digest_of(address);
    if (load(session, house, "mail_digest", digest))
        return Error{Trouble::conflict, "people.mail_taken", "mail", "somebody has an account with this address"};
    auto const id = new_uuid_v7();
    WF_TRY_VOID(house.trail().person_keys().make(session, id));
    WF_TRY(auto const key, house.trail().person_keys().find(session, id));
    auto const sealed_mail = secret::seal(key, address, place_of("account.mail", id));
    auto const sealed_name = secret::seal(key, trim(name), place_of("account.name", id));
    session.exec(
        "INSERT INTO account (person_id, mail_digest, mail, name, code_is_on, code_step, language, created_at) "
        "VALUES ($1, $2, $3, $4, FALSE, 0, $5, $6)",
        {id, digest, store::Bytes{sealed_mail}, store::Bytes{sealed_name}, language, moment(now_millis())});
    WF_TRY_VOID(log_processing(session, house, "account.add", id));
    WF_TRY_VOID(tell(session, house, "", id, "account.add", "account", id,
                     {{"mail", std::nullopt, address, id}, {"name", std::nullopt, std::string{trim(name)}, id}}));
    return id;
}

Result<void> set_name(store::Session& session, House const& house, std::string_view id, std::string_view name,
                      std::string_view actor)
{
    auto const before = find_account(session, house, id);
    if (!before) return Error{Trouble::not_found, "people.unknown", std::string{id}, ""};
    WF_TRY(auto const key, house.trail().person_keys().find(session, id));
    auto const sealed = secret::seal(key, trim(name), place_of("account.name", id));
    session.exec("UPDATE account SET name = $2 WHERE person_id = $1", {id, store::Bytes{sealed}});
    WF_TRY_VOID(log_processing(session, house, "account.rename", id));
    return tell(session, house, "", actor, "account.rename", "account", id,
                {{"name", before->name, std::string{trim(name)}, std::string{id}}});
}

Result<void> set_password(store::Session& session, House const& house, std::string_view id, std::string const& hash,
                          std::string_view actor, std::string_view kept_login)
{
    WF_TRY_VOID(renew_hash(session, id, hash));
    end_logins(session, id, kept_login);
    end_resets(session, id);
    return tell(session, house, "", actor, "account.password", "account", id, {});
}

Result<void> renew_hash(store::Session& session, std::string_view id, std::string const& hash)
{
    if (session.exec("UPDATE account SET password = $2 WHERE person_id = $1", {id, hash}) == 0)
        return Error{Trouble::not_found, "people.unknown", std::string{id}, ""};
    return {};
}

std::optional<std::string> find_password(store::Session& session, std::string_view id)
{
    std::optional<std::string> hash;
    session.query("SELECT password FROM account WHERE person_id = $1 AND password IS NOT NULL", {id},
                  [&](store::Row const& row) { hash = row.string(0); });
    return hash;
}

Result<void> set_blocked(store::Session& session, House const& house, std::string_view id, bool blocked,
                         std::string_view actor)
{
    if (blocked) WF_TRY_VOID(check_not_last(session, id));
    std::optional<std::string> at;
    if (blocked) at = moment(now_millis());
    if (session.exec("UPDATE account SET blocked_at = $2 WHERE person_id = $1", {id, at}) == 0)
        return Error{Trouble::not_found, "people.unknown", std::string{id}, ""};
    if (blocked) end_logins(session, id, "");
    return tell(session, house, "", actor, blocked ? "account.block" : "account.unblock", "account", id, {});
}

std::optional<std::string> find_by_identity(store::Session& session, House const& house, std::string_view issuer,
                                            std::string_view subject)
{
    std::optional<std::string> person;
    session.query("SELECT person_id FROM outside_identity WHERE issuer = $1 AND subject_digest = $2",
                  {issuer, house.digest_of_identity(subject)}, [&](store::Row const& row) { person = row.string(0); });
    return person;
}

bool has_identity(store::Session& session, std::string_view person, std::string_view issuer)
{
    bool has_one = false;
    session.query("SELECT 1 FROM outside_identity WHERE person_id = $1 AND issuer = $2 LIMIT 1", {person, issuer},
                  [&](store::Row const&) { has_one = true; });
    return has_one;
}

Result<void> add_identity(store::Session& session, House const& house, std::string_view person, std::string_view issuer,
                          std::string_view subject)
{
    session.exec("INSERT INTO outside_identity (issuer, subject_digest, person_id, since) VALUES ($1, $2, $3, $4) "
                 "ON CONFLICT (issuer, subject_digest) DO NOTHING",
                 {issuer, house.digest_of_identity(subject), person, moment(now_millis())});
    auto const known = find_by_identity(session, house, issuer, subject);
    if (known != person)
        return Error{Trouble::conflict, "people.identity_taken", std::string{issuer}, "another account uses this one"};
    return tell(session, house, "", person, "account.identity", "account", person,
                {{"issuer", std::nullopt, std::string{issuer}, ""}});
}

Result<void> remove_identity(store::Session& session, House const& house, std::string_view person,
                             std::string_view issuer)
{
    if (!has_identity(session, person, issuer))
        return Error{Trouble::not_found, "people.unknown", std::string{issuer}, ""};
    if (!find_password(session, person)) return Error{Trouble::conflict, "people.no_other_way", "", ""};
    session.exec("DELETE FROM outside_identity WHERE person_id = $1 AND issuer = $2", {person, issuer});
    return tell(session, house, "", person, "account.identity", "account", person,
                {{"issuer", std::string{issuer}, std::nullopt, ""}});
}

} // namespace wf::people
