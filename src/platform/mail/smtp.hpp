// SPDX-License-Identifier: EUPL-1.2
// Mail over SMTP, by libcurl, which stays in smtp.cpp.
#pragma once

#include "platform/mail/transport.hpp"

namespace wf::mail {

enum class Scheme { smtp, smtps };

struct Server {
    Scheme scheme{Scheme::smtp};
    std::string host; ///< a name, or an IPv4 address, or an IPv6 address in brackets
    int port{0};
};

/// "smtp://mail.example.org:587" and nothing more: no name, password, path or question in it. Error: mail.bad_server.
Result<Server> read_server(std::string_view text);

[[nodiscard]] std::unique_ptr<Transport> make_smtp_transport(Server server, Options options);

} // namespace wf::mail
