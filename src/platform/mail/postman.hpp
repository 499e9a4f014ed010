// SPDX-License-Identifier: EUPL-1.2
// The thread that sends what is due. It marks a message as `sending` and commits before it gives it away, so that a program that is
// killed in between leaves `unsure` and not a second copy.
#pragma once

#include "platform/mail/outbox.hpp"

#include <chrono>
#include <memory>

namespace wf::mail {

class Postman {
public:
    /// `store` has the migrations and outlives the postman. One postman for one database: what an earlier one left `sending` becomes
    /// unsure. Without a transport (null) nothing is sent and no thread runs. It looks every so often, and when it is woken. The
    /// sender was checked.
    Postman(store::Store& store, secret::Key const& key, Sender sender, std::unique_ptr<Transport> transport,
            std::chrono::milliseconds between_looks = std::chrono::seconds{5});
    /// Stops within about a second, and waits for that.
    ~Postman();
    Postman(Postman const&) = delete;
    Postman& operator=(Postman const&) = delete;

    /// After a transaction that put something into the outbox; from any thread.
    void wake();

private:
    class Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace wf::mail
