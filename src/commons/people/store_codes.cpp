// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/row_parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/one_time_code.hpp"
#include "platform/secret/token.hpp"

namespace wf::people {
namespace {

Error wrong_code()
{
    return {Trouble::bad_input, "people.wrong_code", "code", ""};
}

Error code_again()
{
    return {Trouble::bad_input, "people.code_again", "code", "wait for the next one"};
}

std::string digest_of_recovery(std::string_view id, std::string_view typed)
{
    return secret::digest(std::string{id} + ":" + secret::tidy_recovery_code(typed));
}

/// Marks the step as used, so that the same six digits do not work twice.
Result<void> use_step(store::Session& session, House const& house, std::string_view id, std::string_view typed)
{
    auto const secret = find_code_secret(session, house, id);
    if (!secret) return wrong_code();
    std::int64_t last = 0;
    session.query("SELECT code_step FROM account WHERE person_id = $1", {id},
                  [&](store::Row const& row) { last = row.integer(0); });
    auto const step = secret::find_code_step(*secret, typed, now_millis() / 1000, last);
    if (!step) {
        // One step back: does it fit the very step that was used last?
        auto const again =
            last > 0 && secret::find_code_step(*secret, typed, now_millis() / 1000, last - 1).has_value();
        return again ? code_again() : wrong_code();
    }
    session.exec("UPDATE account SET code_step = $2 WHERE person_id = $1", {id, *step});
    return {};
}

std::vector<std::string> renew_recovery_codes(store::Session& session, std::string_view id)
{
    session.exec("DELETE FROM recovery_code WHERE person_id = $1", {id});
    auto codes = secret::new_recovery_codes();
    for (auto const& code : codes) {
        session.exec("INSERT INTO recovery_code (person_id, digest) VALUES ($1, $2)",
                     {id, digest_of_recovery(id, code)});
    }
    return codes;
}

} // namespace

Result<std::string> begin_code(store::Session& session, House const& house, std::string_view id)
{
    WF_TRY(auto const key, house.trail().person_keys().find(session, id));
    auto secret = secret::new_code_secret();
    auto const sealed = secret::seal(key, secret, place_of("account.code_secret", id));
    session.exec("UPDATE account SET code_secret = $2, code_step = 0 WHERE person_id = $1 AND NOT code_is_on",
                 {id, store::Bytes{sealed}});
    return secret;
}

std::optional<std::string> find_code_secret(store::Session& session, House const& house, std::string_view id)
{
    std::string sealed;
    session.query("SELECT code_secret FROM account WHERE person_id = $1 AND code_secret IS NOT NULL", {id},
                  [&](store::Row const& row) { sealed = row.bytes(0); });
    if (sealed.empty()) return std::nullopt;
    auto const key = house.trail().person_keys().find(session, id);
    if (!key) return std::nullopt;
    auto opened = secret::open(*key, sealed, place_of("account.code_secret", id));
    if (!opened) return std::nullopt;
    return std::move(*opened);
}

Result<std::vector<std::string>> confirm_code(store::Session& session, House const& house, std::string_view id,
                                              std::string_view typed)
{
    WF_TRY_VOID(use_step(session, house, id, typed));
    session.exec("UPDATE account SET code_is_on = TRUE WHERE person_id = $1", {id});
    WF_TRY_VOID(tell(session, house, "", id, "account.code_on", "account", id, {}));
    return renew_recovery_codes(session, id);
}

Result<void> use_code(store::Session& session, House const& house, std::string_view id, std::string_view typed)
{
    auto const by_phone = use_step(session, house, id, typed);
    if (by_phone || by_phone.error().code == "people.code_again") return by_phone;
    auto const digest = digest_of_recovery(id, typed);
    if (session.exec("UPDATE recovery_code SET used_at = $3 WHERE person_id = $1 AND digest = $2 AND used_at IS NULL",
                     {id, digest, moment(now_millis())}) == 0) {
        bool was_used = false;
        session.query("SELECT 1 FROM recovery_code WHERE person_id = $1 AND digest = $2", {id, digest},
                      [&](store::Row const&) { was_used = true; });
        return was_used ? code_again() : wrong_code();
    }
    return tell(session, house, "", id, "account.recovery", "account", id, {});
}

Result<void> turn_off_code(store::Session& session, House const& house, std::string_view id, std::string_view actor)
{
    session.exec("UPDATE account SET code_is_on = FALSE, code_secret = NULL, code_step = 0 WHERE person_id = $1", {id});
    session.exec("DELETE FROM recovery_code WHERE person_id = $1", {id});
    return tell(session, house, "", actor, "account.code_off", "account", id, {});
}

int count_recovery_codes(store::Session& session, std::string_view id)
{
    int count = 0;
    session.query("SELECT count(*) FROM recovery_code WHERE person_id = $1 AND used_at IS NULL", {id},
                  [&](store::Row const& row) { count = static_cast<int>(row.integer(0)); });
    return count;
}

} // namespace wf::people
