// SPDX-License-Identifier: EUPL-1.2
#include "base/host.hpp"
#include "base/text.hpp"
#include "platform/mail/smtp.hpp"

namespace wf::mail {
namespace {

constexpr int port_of_submission = 587;        // RFC 6409
constexpr int port_of_submission_in_tls = 465; // RFC 8314

} // namespace

Result<Server> read_server(std::string_view text)
{
    Server server;
    auto rest = trim(text);
    // A password that somebody put into it does not come back in a message.
    std::string const shown{rest.find('@') == std::string_view::npos ? rest : rest.substr(rest.rfind('@') + 1)};
    auto const bad = [&](std::string what) {
        return Error{Trouble::bad_input, "mail.bad_server", shown, std::move(what)};
    };
    if (rest.starts_with("smtps://")) {
        server.scheme = Scheme::smtps;
        rest.remove_prefix(8);
    } else if (rest.starts_with("smtp://")) {
        rest.remove_prefix(7);
    } else {
        return bad("smtp://HOST:PORT, smtps://HOST:PORT or folder:PATH is wanted");
    }
    if (rest.find('@') != std::string_view::npos) return bad("a name and password have settings of their own");
    auto const end_of_host = rest.starts_with('[') ? rest.find(']') : std::string_view::npos;
    auto const colon = rest.find(':', end_of_host == std::string_view::npos ? 0 : end_of_host);
    server.host = std::string{rest.substr(0, colon)};
    if (!is_host(server.host)) return bad("the name of a mail server is wanted, such as smtp://mail.example.org:587");
    server.port = server.scheme == Scheme::smtps ? port_of_submission_in_tls : port_of_submission;
    if (colon != std::string_view::npos) {
        auto const port = parse_integer(rest.substr(colon + 1));
        if (!port || *port < 1 || *port > 65535) return bad("a port is a number from 1 to 65535");
        server.port = static_cast<int>(*port);
    }
    return server;
}

} // namespace wf::mail
