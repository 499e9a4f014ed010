// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "platform/clock/clock.hpp"
#include "platform/mail/outbox.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wf::embedded::platform_mail {
std::string_view find(std::string_view name);
}

namespace wf::mail {
namespace {

constexpr std::array<std::string_view, 5> words{"waiting", "sending", "sent", "failed", "unsure"};
constexpr std::int64_t millis_in_minute = 60'000;
constexpr std::int64_t millis_in_week = 7LL * 24 * 60 * millis_in_minute;
constexpr std::chrono::minutes longest_delay{24 * 60};

State from_word(std::string_view word)
{
    auto const found = std::find(words.begin(), words.end(), word);
    WF_CHECK(found != words.end()); // the schema allows no other
    return static_cast<State>(found - words.begin());
}

std::string place_of(std::string_view column, std::string_view id)
{
    return std::string{"mail_outbox."}.append(column).append(":").append(id);
}

std::string plus(Timestamp moment, std::int64_t millis)
{
    return Timestamp{moment.unix_millis() + millis}.to_iso();
}

void end(store::Session& session, std::string_view id, State state, std::string_view why, Timestamp now)
{
    session.exec(
        "UPDATE mail_outbox SET state = $2, last_error = $3, ended_at = $4 WHERE id = $1 AND state = 'sending'",
        {id, to_word(state), why, now.to_iso()});
}

State state_of(Outcome outcome, bool may_try_again)
{
    switch (outcome) {
    case Outcome::sent: return State::sent;
    case Outcome::refused: return State::failed;
    case Outcome::unsure: return State::unsure;
    case Outcome::try_later: break;
    }
    return may_try_again ? State::waiting : State::failed;
}

} // namespace

std::string_view to_word(State state)
{
    return words.at(static_cast<std::size_t>(state));
}

std::vector<store::Migration> migrations()
{
    return {{"0030_mail", std::string{embedded::platform_mail::find("schema.sql")}}};
}

Result<std::string> enqueue(store::Session& session, secret::Key const& key, Message const& message)
{
    WF_TRY_VOID(check(message));
    auto const own = key.derive("mail");
    auto id = new_uuid_v7();
    auto const now = Timestamp{now_millis()}.to_iso();
    auto const to = secret::seal(own, message.to, place_of("to", id));
    auto const subject = secret::seal(own, message.subject, place_of("subject", id));
    auto const text = secret::seal(own, message.text, place_of("text", id));
    session.exec(
        "INSERT INTO mail_outbox (id, to_sealed, subject_sealed, text_sealed, state, attempts, created_at, next_at, "
        "ended_at, last_error) VALUES ($1, $2, $3, $4, 'waiting', 0, $5, $5, NULL, '')",
        {id, store::Bytes{to}, store::Bytes{subject}, store::Bytes{text}, now});
    return id;
}

std::vector<std::string> due(store::Session& session, Timestamp now, int limit)
{
    std::vector<std::string> ids;
    session.query("SELECT id FROM mail_outbox WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT $2",
                  {now.to_iso(), std::max(limit, 0)}, [&](store::Row const& row) { ids.push_back(row.string(0)); });
    return ids;
}

std::optional<Message> mark_sending(store::Session& session, secret::Key const& key, std::string_view id, Timestamp now)
{
    auto const taken =
        session.exec("UPDATE mail_outbox SET state = 'sending', attempts = attempts + 1 WHERE id = $1 AND "
                     "state = 'waiting' AND next_at <= $2",
                     {id, now.to_iso()});
    if (taken == 0) return std::nullopt;
    auto const own = key.derive("mail");
    std::optional<Message> message;
    session.query("SELECT to_sealed, subject_sealed, text_sealed FROM mail_outbox WHERE id = $1", {id},
                  [&](store::Row const& row) {
                      auto to = secret::open(own, row.bytes(0), place_of("to", id));
                      auto subject = secret::open(own, row.bytes(1), place_of("subject", id));
                      auto text = secret::open(own, row.bytes(2), place_of("text", id));
                      if (to && subject && text) message = Message{*to, *subject, *text, std::string{id}};
                  });
    if (!message) end(session, id, State::failed, "secret.not_opened", now);
    return message;
}

void mark_delivered(store::Session& session, std::string_view id, Delivery const& delivery, Timestamp now)
{
    int attempts = 0;
    session.query("SELECT attempts FROM mail_outbox WHERE id = $1", {id},
                  [&](store::Row const& row) { attempts = static_cast<int>(row.integer(0)); });
    auto const delay = delay_after(attempts);
    auto const state = state_of(delivery.outcome, delay.has_value());
    if (state == State::waiting) {
        session.exec(
            "UPDATE mail_outbox SET state = 'waiting', last_error = $2, next_at = $3 WHERE id = $1 AND state = "
            "'sending'",
            {id, delivery.said, plus(now, delay->count() * millis_in_minute)});
        return;
    }
    end(session, id, state, delivery.said, now);
    if (state == State::sent)
        session.exec(
            "UPDATE mail_outbox SET to_sealed = NULL, subject_sealed = NULL, text_sealed = NULL WHERE id = $1 AND "
            "state = 'sent'",
            {id});
}

int mark_unsure(store::Session& session, Timestamp now)
{
    return static_cast<int>(
        session.exec("UPDATE mail_outbox SET state = 'unsure', last_error = 'mail.interrupted', ended_at = $1 WHERE "
                     "state = 'sending'",
                     {now.to_iso()}));
}

int fail_late(store::Session& session, Timestamp now)
{
    return static_cast<int>(
        session.exec("UPDATE mail_outbox SET state = 'failed', last_error = 'mail.too_late', ended_at = $1 "
                     "WHERE state = 'waiting' AND next_at < $2",
                     {now.to_iso(), plus(now, -millis_in_week)}));
}

std::optional<std::chrono::minutes> delay_after(int attempts)
{
    std::chrono::minutes delay{1};
    for (int i = 1; i < attempts; ++i) {
        delay *= 2;
        if (delay > longest_delay) return std::nullopt;
    }
    return delay;
}

std::vector<Entry> recent(store::Session& session, int limit)
{
    std::vector<Entry> entries;
    session.query(
        "SELECT id, state, attempts, created_at, next_at, ended_at, last_error FROM mail_outbox ORDER BY created_at "
        "DESC, id DESC LIMIT $1",
        {std::max(limit, 0)}, [&](store::Row const& row) {
            entries.push_back({row.string(0), from_word(row.text(1)), static_cast<int>(row.integer(2)), row.string(3),
                               row.string(4), row.string(5), row.string(6)});
        });
    return entries;
}

Result<void> resend(store::Session& session, std::string_view id, Timestamp now)
{
    auto const changed =
        session.exec("UPDATE mail_outbox SET state = 'waiting', attempts = 0, next_at = $2, ended_at = NULL, "
                     "last_error = '' WHERE id = $1 AND state IN ('waiting', 'failed', 'unsure')",
                     {id, now.to_iso()});
    if (changed != 0) return {};
    bool known = false;
    session.query("SELECT id FROM mail_outbox WHERE id = $1", {id}, [&](store::Row const&) { known = true; });
    if (!known) return Error{Trouble::not_found, "mail.unknown", std::string{id}, "there is no such message"};
    return Error{Trouble::conflict, "mail.not_resendable", std::string{id}, "it was sent, or is being sent now"};
}

int purge(store::Session& session, Timestamp before)
{
    return static_cast<int>(
        session.exec("DELETE FROM mail_outbox WHERE ended_at < $1 AND state IN ('sent', 'failed', 'unsure')",
                     {before.to_iso()}));
}

} // namespace wf::mail
