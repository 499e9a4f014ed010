// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/reader.hpp"

namespace wf::http {

namespace {

/// "http://host/a" becomes "/a": proxies and some tools write the whole address (RFC 9112, 3.2.2). The Host header
/// is checked apart.
std::string_view without_origin(std::string_view target)
{
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const end = target.find_first_of("/?#", scheme.size());
        return end == std::string_view::npos ? std::string_view{"/"} : target.substr(end);
    }
    return target;
}

} // namespace

Result<Request> make_request(Head const& head, std::string body, std::string peer)
{
    Request request;
    // A handler answers HEAD as GET; the server leaves the body away.
    request.method = head.method() == Method::head ? Method::get : head.method();
    auto const address = without_origin(head.target());
    request.target = address;
    auto const question = address.find('?');
    WF_TRY(request.path, read_path(address.substr(0, question)));
    if (question != std::string_view::npos) {
        WF_TRY(request.query, read_query(address.substr(question + 1)));
    }
    std::optional<std::string> accept;
    request.headers.reserve(head.size());
    for (std::size_t line = 0; line < head.size(); ++line) {
        request.headers.emplace_back(head.name(line), head.value(line));
        if (head.field(line) == Field::cookie) {
            for (auto& pair : read_cookies(head.value(line))) request.cookies.push_back(std::move(pair));
        } else if (head.field(line) == Field::accept) {
            accept = accept ? *accept + ',' + std::string{head.value(line)} : std::string{head.value(line)};
        }
    }
    request.format = choose_format(request.path, accept);
    request.body = std::move(body);
    request.peer = std::move(peer);
    return request;
}

} // namespace wf::http
