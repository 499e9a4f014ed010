// SPDX-License-Identifier: EUPL-1.2
// A message as people write it, and as the bytes that a mail server wants (RFC 5322, 2045, 2047). Plain text only: no HTML, no
// attachments, so nothing in it can be fetched or run. Pure: the moment is an argument.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <string>

namespace wf::mail {

struct Message {
    std::string to;      ///< one address
    std::string subject; ///< one line of UTF-8, at most 400 bytes
    std::string text;    ///< UTF-8, at most 256 KiB; lines end in LF or CR LF
    std::string id; ///< of its row in the outbox: the same at every attempt, so that a reader sees a copy as a copy
};

/// Who the mail is from.
struct Sender {
    std::string address;
    std::string name; ///< may be empty
};

/// Can this be sent? Errors: mail.bad_address, mail.bad_subject, mail.bad_text. The id is not looked at.
Result<void> check(Message const& message);
/// Errors: mail.bad_sender (field = address or name).
Result<void> check(Sender const& sender);

/// Lines end in CR LF and have at most 76 characters, but for those of a long address. Errors: those of check; the id is ours and must be letters, digits and -.
Result<std::string> write_message(Message const& message, Sender const& sender, Timestamp now);

} // namespace wf::mail
