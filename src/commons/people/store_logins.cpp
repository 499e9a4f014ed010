// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/people/row_parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>

namespace wf::people {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t days_known = 90; // a browser; as data/processing.json says

struct Known {
    std::string person;
    std::string seen_at;
    bool waits{false};
    bool two_factors{false};
};

/// A login that holds at this moment.
std::optional<Known> find_login(store::Session& session, House const& house, std::string const& digest,
                                std::int64_t now)
{
    std::optional<Known> known;
    session.query("SELECT person_id, seen_at, waits_for_code, two_factors FROM login WHERE token_digest = $1 "
                  "AND ends_at > $2 AND seen_at > $3",
                  {digest, moment(now), moment(now - house.times().idle_minutes * minute)}, [&](store::Row const& row) {
                      known = Known{row.string(0), row.string(1), row.integer(2) != 0, row.integer(3) != 0};
                  });
    return known;
}

/// Writing at each page would hold the one writer for nothing: once a minute tells enough.
void note_visit(store::Store& store, std::string const& digest, Known const& known, std::int64_t now)
{
    if (known.seen_at > moment(now - minute)) return;
    store
        .write([&](store::Session& session) -> Result<void> {
            session.exec("UPDATE login SET seen_at = $2 WHERE token_digest = $1", {digest, moment(now)});
            return {};
        })
        .value();
}

} // namespace

std::string begin_login(store::Session& session, House const& house, std::string_view person, Proof proof,
                        std::string_view device)
{
    auto const now = now_millis();
    auto token = secret::new_token();
    bool const waits = proof == Proof::password_code_waits;
    // Who owes a code has ten minutes to find the phone.
    auto const ends = now + (waits ? 10 * minute : house.times().hours * hour);
    session.exec("DELETE FROM login WHERE ends_at <= $1", {moment(now)});
    session.exec(
        "INSERT INTO login (token_digest, person_id, started_at, seen_at, ends_at, waits_for_code, two_factors, "
        "device) VALUES ($1, $2, $3, $3, $4, $5, $6, $7)",
        {secret::digest(token), person, moment(now), moment(ends), waits, proof == Proof::two_factors, device});
    if (!waits)
        session.exec("INSERT INTO login_device (person_id, device, last_at) VALUES ($1, $2, $3) "
                     "ON CONFLICT (person_id, device) DO UPDATE SET last_at = excluded.last_at",
                     {person, device, moment(now)});
    return token;
}

std::string step_up(store::Session& session, House const& house, std::string_view person, std::string_view old_token,
                    Proof proof, std::string_view device)
{
    end_login(session, old_token);
    return begin_login(session, house, person, proof, device);
}

void end_login(store::Session& session, std::string_view token)
{
    session.exec("DELETE FROM login WHERE token_digest = $1", {secret::digest(token)});
}

bool knows_device(store::Session& session, std::string_view person, std::string_view device)
{
    bool known = false;
    session.query("SELECT 1 FROM login_device WHERE person_id = $1 AND device = $2 AND last_at > $3",
                  {person, device, moment(now_millis() - days_known * 24 * hour)},
                  [&](store::Row const&) { known = true; });
    return known;
}

std::int64_t end_logins(store::Session& session, std::string_view person, std::string_view kept_login)
{
    return session.exec("DELETE FROM login WHERE person_id = $1 AND token_digest <> $2", {person, kept_login});
}

bool end_one_login(store::Session& session, std::string_view person, std::string_view login_id)
{
    return session.exec("DELETE FROM login WHERE person_id = $1 AND token_digest = $2", {person, login_id}) > 0;
}

std::vector<Login> list_logins(store::Session& session, House const& house, std::string_view person)
{
    auto const now = now_millis();
    std::vector<Login> all;
    session.query(
        "SELECT token_digest, started_at, seen_at, ends_at, device, two_factors FROM login WHERE person_id = $1 "
        "AND NOT waits_for_code AND ends_at > $2 AND seen_at > $3 ORDER BY started_at DESC, token_digest",
        {person, moment(now), moment(now - house.times().idle_minutes * minute)}, [&](store::Row const& row) {
            all.push_back(
                {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.integer(5) != 0});
        });
    return all;
}

KnownActor identify(store::Store& store, House& house, std::string_view token)
{
    auto const now = now_millis();
    if (auto known = house.memory().find(token, now)) return known;
    auto const digest = secret::digest(token);
    std::optional<Known> known;
    auto found_actor = store.read([&](store::Session& session) {
        access::Actor found;
        known = find_login(session, house, digest, now);
        if (!known || known->waits) return found;
        auto const account = find_account(session, house, known->person);
        if (!account || account->is_blocked) return found;
        found.person_id = account->id;
        found.name = account->name;
        found.session_id = digest;
        found.form_word = secret::to_base64url(secret::sha256("form word " + std::string{token}));
        found.two_factors = known->two_factors;
        found.memberships = list_memberships(session, account->id);
        return found;
    });
    auto actor = std::make_shared<access::Actor const>(std::move(found_actor));
    if (actor->has_account()) note_visit(store, digest, *known, now);
    house.memory().keep(token, actor, now);
    return actor;
}

std::optional<Account> find_waiting(store::Session& session, House const& house, std::string_view token)
{
    auto const known = find_login(session, house, secret::digest(token), now_millis());
    if (!known || !known->waits) return std::nullopt;
    auto account = find_account(session, house, known->person);
    if (!account || account->is_blocked) return std::nullopt;
    return account;
}

std::optional<Reset> begin_reset(store::Session& session, House const& house, std::string_view mail)
{
    auto account = find_by_mail(session, house, mail);
    if (!account || account->is_blocked) return std::nullopt;
    auto token = secret::new_token();
    auto const now = now_millis();
    session.exec("DELETE FROM password_reset WHERE person_id = $1 OR ends_at <= $2", {account->id, moment(now)});
    session.exec("INSERT INTO password_reset (token_digest, person_id, ends_at) VALUES ($1, $2, $3)",
                 {secret::digest(token), account->id, moment(now + hour)});
    return Reset{std::move(*account), std::move(token)};
}

std::optional<Account> find_reset(store::Session& session, House const& house, std::string_view token)
{
    std::string person;
    session.query("SELECT person_id FROM password_reset WHERE token_digest = $1 AND ends_at > $2",
                  {secret::digest(token), moment(now_millis())},
                  [&](store::Row const& row) { person = row.string(0); });
    if (person.empty()) return std::nullopt;
    auto account = find_account(session, house, person);
    if (!account || account->is_blocked) return std::nullopt;
    return account;
}

void end_resets(store::Session& session, std::string_view person)
{
    session.exec("DELETE FROM password_reset WHERE person_id = $1", {person});
}

} // namespace wf::people
