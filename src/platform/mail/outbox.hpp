// SPDX-License-Identifier: EUPL-1.2
// What must be sent waits in table `mail_outbox` until it is: put there in the transaction that it belongs to, so that neither
// happens without the other. Sealed under the installation's key (purpose "mail"). A message is never sent twice by itself.
// Functions with a session open no transaction. `now` is UTC.
#pragma once

#include "platform/mail/mail.hpp"
#include "platform/mail/transport.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/store.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::mail {

enum class State {
    waiting, ///< for its moment, next_at
    sending, ///< given to the server, or nearly: one postman has it
    sent,
    failed, ///< refused, or tried for more than a day, or a week late
    unsure  ///< perhaps sent: only a person decides to send it again
};
[[nodiscard]] std::string_view to_word(State state);

/// What an administrator sees of a message: no recipient, no subject, no text.
struct Entry {
    std::string id;
    State state{State::waiting};
    int attempts{0};
    std::string created_at;
    std::string next_at;
    std::string ended_at; ///< empty until sent, failed or unsure
    std::string last_error;
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// The id of the new row; that of `message` is not used. Errors: those of check(Message).
Result<std::string> enqueue(store::Session& session, secret::Key const& key, Message const& message);

/// Ids of what is due, the longest waiting first.
[[nodiscard]] std::vector<std::string> due(store::Session& session, Timestamp now, int limit);
/// Takes one that waits: it is `sending`, one attempt more. Nothing when another took it or it waits no longer, or when it cannot be
/// opened under this key (then it is failed). Commit before anything is sent.
[[nodiscard]] std::optional<Message> mark_sending(store::Session& session, secret::Key const& key, std::string_view id,
                                                  Timestamp now);
/// What came of one that was `sending`; of another state nothing changes.
void mark_delivered(store::Session& session, std::string_view id, Delivery const& delivery, Timestamp now);
/// What a postman left `sending` when the program ended: unsure. How many.
int mark_unsure(store::Session& session, Timestamp now);
/// What waited a week longer than it should (no server, a program that stood still) is failed: an invitation of last year surprises.
int fail_late(store::Session& session, Timestamp now);

/// One minute after the first attempt, then twice as long each time, up to a day; nothing: it was the last attempt.
[[nodiscard]] std::optional<std::chrono::minutes> delay_after(int attempts);

/// Newest first.
[[nodiscard]] std::vector<Entry> recent(store::Session& session, int limit);
/// An administrator sends a failed or unsure one again, or a waiting one now. Errors: mail.unknown, mail.not_resendable.
Result<void> resend(store::Session& session, std::string_view id, Timestamp now);
/// Removes what ended (sent, failed, unsure) before then. How many.
int purge(store::Session& session, Timestamp before);

} // namespace wf::mail
