// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/refuse.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

namespace wf::web {
namespace {

std::string location_of(http::Response const& response)
{
    for (auto const& [name, value] : response.headers) {
        if (name == "Location") return value;
    }
    return {};
}

TEST_CASE("after a login nobody is sent to another site")
{
    for (auto const* good : {"/nl", "/en", "/nl/mijn", "/nl/beheer?x=y", "/nl?x=y"})
        CHECK_MESSAGE(safe_target(good, "x") == good, std::string{good});
    for (auto const* poor :
         {"", "/", "//evil.example", "https://evil.example", "/nl//evil.example", "/nlx", "\\\\evil.example",
          "/nl/\\evil", "/nl/a b", "/nl/\r\nSet-Cookie: a=b", "javascript:alert(1)", "/mijn"})
        CHECK_MESSAGE(safe_target(poor, "x") == "x", std::string{poor});
    CHECK(safe_target("/nl/" + std::string(3000, 'a'), "x") == "x");
}

TEST_CASE("who may not is sent to where it can be mended, or told why not")
{
    TestSite site;
    site.request.target = "/nl/beheer?a=b c";
    site.request.path = "/nl/beheer";
    auto const login = refuse(site.visit(), access::Verdict::needs_login);
    CHECK(login.status == 303);
    CHECK(location_of(login) == "/nl/inloggen?naar=%2Fnl%2Fbeheer%3Fa%3Db%20c");
    CHECK(location_of(refuse(site.visit(), access::Verdict::needs_factor)).starts_with("/nl/mijn/code?naar="));
    CHECK(refuse(site.visit(), access::Verdict::refused).status == 403);
    site.request.format = http::Format::json;
    CHECK(refuse(site.visit(), access::Verdict::needs_login).status == 401);
    site.request.format = http::Format::html;
    site.request.method = http::Method::post;
    CHECK(refuse(site.visit(), access::Verdict::needs_login).status == 401);
    CHECK(refuse(site.visit(), access::Verdict::needs_factor).status == 403);
}

TEST_CASE("only the proxy that was named is believed about who came, and only what it wrote itself")
{
    http::Request request;
    request.peer = "127.0.0.1";
    request.headers = {{"x-forwarded-for", "203.0.113.9, 198.51.100.7"}};
    CHECK_FALSE(is_from_proxy(request, ""));
    CHECK_FALSE(is_from_proxy(request, "10.0.0.1"));
    CHECK(is_from_proxy(request, "127.0.0.1"));
    CHECK(peer_behind_proxy(request) == "198.51.100.7");
    request.headers.emplace_back("x-forwarded-for", "192.0.2.1");
    CHECK(peer_behind_proxy(request) == "192.0.2.1");
    request.headers.clear();
    CHECK(peer_behind_proxy(request) == "127.0.0.1");
}

TEST_CASE("the cookie of a login is for this site, its server and nobody else")
{
    CHECK(login_cookie("abc") == "__Host-weefsel=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
    CHECK(no_login_cookie().find("Max-Age=0") != std::string::npos);
}

} // namespace
} // namespace wf::web
