// SPDX-License-Identifier: EUPL-1.2
// Where mail goes: the one server that was configured, or a folder of files to look at. What a visitor types is never connected to:
// an address is a word in the talk with that server. Errors of a delivery name no person: they stand on a page.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace wf::mail {

enum class Outcome {
    sent,      ///< the server took it
    try_later, ///< not sent: no network, a busy server, a password that is wrong
    refused,   ///< the server will never take it
    unsure     ///< it was given, and the answer was never heard: again could be twice
};

struct Delivery {
    Outcome outcome{Outcome::sent};
    std::string said; ///< "550 5.1.1", "Timeout was reached": never an address, a subject or a password
};

struct Envelope {
    std::string id; ///< of the row in the outbox; names the file in a folder
    std::string from;
    std::string to;
    std::string bytes; ///< as write_message made them
};

class Transport {
public:
    virtual ~Transport() = default;
    /// Asked to stop, it gives up within about a second and says honestly what is known.
    virtual Delivery deliver(Envelope const& envelope, std::stop_token const& stop) = 0;
};

enum class Tls {
    unless_loopback, ///< smtp:// to another machine wants STARTTLS; to this machine nothing
    always           ///< smtp:// always wants STARTTLS
};

struct Options {
    std::string user{}; ///< empty: no signing in
    std::string password{};
    std::string certificates{}; ///< file with the authorities that may vouch for the server; empty: those of the system
    Tls tls{Tls::unless_loopback};
};

/// "smtp://HOST[:PORT]" (587), "smtps://HOST[:PORT]" (465), "folder:PATH" (made for its owner alone when it is not there), or empty:
/// no transport (null), all mail waits. A password that could go unencrypted to another machine is impossible here.
/// Error: mail.bad_server (field = what was given, without a password), file.unwritable.
Result<std::unique_ptr<Transport>> open_transport(std::string_view where, Options const& options);

} // namespace wf::mail
