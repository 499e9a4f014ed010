// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/refuse.hpp"

#include "base/check.hpp"
#include "base/percent.hpp"
#include "base/text.hpp"
#include "platform/html/html.hpp"
#include "platform/web/links.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>

namespace wf::web {
std::string login_cookie(std::string_view token)
{
    return std::string{session_cookie} + "=" + std::string{token} + "; Path=/; Secure; HttpOnly; SameSite=Lax";
}

std::string no_login_cookie()
{
    return std::string{session_cookie} + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";
}

std::string_view workspace_of(http::Request const& request)
{
    auto const found = std::find_if(request.path_parts.begin(), request.path_parts.end(),
                                    [](auto const& part) { return part.first == "workspace"; });
    return found == request.path_parts.end() ? std::string_view{} : std::string_view{found->second};
}

http::Response refuse(Visit const& visit, access::Verdict verdict)
{
    WF_CHECK(verdict != access::Verdict::allowed);
    bool const is_page = visit.request.method == http::Method::get && visit.request.format == http::Format::html;
    auto const back = "?naar=" + percent_encode(visit.request.target);
    switch (verdict) {
    case access::Verdict::needs_login:
        if (is_page) return see_other(visit.link("/inloggen") + back);
        return status_page(visit, 401, "access.needs_login");
    case access::Verdict::needs_factor:
        if (is_page) return see_other(visit.link("/mijn/code") + back);
        return status_page(visit, 403, "access.needs_factor");
    default: return status_page(visit, 403, "access.refused");
    }
}

std::string safe_target(std::string_view wanted, std::string otherwise)
{
    bool const in_a_language = wanted == "/nl" || wanted == "/en" || wanted.starts_with("/nl/") ||
                               wanted.starts_with("/en/") || wanted.starts_with("/nl?") || wanted.starts_with("/en?");
    bool const plain = std::all_of(wanted.begin(), wanted.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f && c != '\\';
    });
    constexpr std::size_t longest = 2000;
    if (!in_a_language || !plain || wanted.size() > longest || wanted.find("//") != std::string_view::npos)
        return otherwise;
    return std::string{wanted};
}

bool is_from_proxy(http::Request const& request, std::string_view proxy)
{
    return !proxy.empty() && request.peer == proxy;
}

std::string peer_behind_proxy(http::Request const& request)
{
    // The last header and its last address are the proxy's own.
    std::string_view last;
    for (auto const& [name, value] : request.headers) {
        if (name == "x-forwarded-for") last = value;
    }
    auto const comma = last.rfind(',');
    auto const address = trim(comma == std::string_view::npos ? last : last.substr(comma + 1));
    return address.empty() ? request.peer : std::string{address};
}

} // namespace wf::web
