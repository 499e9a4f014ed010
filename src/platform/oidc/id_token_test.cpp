// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/address.hpp"
#include "platform/oidc/discovery.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/secret/token.hpp"

#include <doctest/doctest.h>

namespace wf::oidc {
namespace {

// The code of OpenID Connect Core, appendix A.4, whose hash is made as that of an access token.
Expected const expected{"https://a.example", "me", "n-1", "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk",
                        1000};

std::string check(std::string const& claims)
{
    auto const checked = check_claims(json::read(claims).value(), expected);
    return checked ? "good" : checked.error().code + " " + checked.error().field;
}

std::string with(std::string const& more, std::string const& exp = "1001", std::string const& iat = "999")
{
    return R"({"iss":"https://a.example","aud":"me","sub":"s","nonce":"n-1","exp":)" + exp + ",\"iat\":" + iat + more +
           "}";
}

TEST_CASE("a minute of difference between clocks, and not a second more")
{
    CHECK(check(with("")) == "good");
    CHECK(check(with("", "941")) == "good");
    CHECK(check(with("", "940")) == "oidc.expired exp");
    CHECK(check(with("", "2000", "1060")) == "good");
    CHECK(check(with("", "2000", "1061")) == "oidc.too_early iat");
    CHECK(check(with(R"(,"nbf":1060)")) == "good");
    CHECK(check(with(R"(,"nbf":1061)")) == "oidc.too_early nbf");
    CHECK(check(with("", "\"1001\"")) == "oidc.bad_token exp");
}

TEST_CASE("the hash of an access token is that of the standard")
{
    CHECK(check(with(R"(,"at_hash":"LDktKdoQak3Pk0cnXxCltA")")) == "good");
    CHECK(check(with(R"(,"at_hash":"LDktKdoQak3Pk0cnXxCltB")")) == "oidc.wrong_access_token at_hash");
    CHECK(check(with(R"(,"at_hash":"")")) == "oidc.wrong_access_token at_hash");
    CHECK(check(with(R"(,"at_hash":null)")) == "oidc.wrong_access_token at_hash");
}

TEST_CASE("claims of another kind than they should be are no claims")
{
    CHECK(check("{}") == "oidc.bad_token iss");
    CHECK(check(R"({"iss":["https://a.example"]})") == "oidc.wrong_issuer iss");
    CHECK(check(with(R"(,"azp":["me"])")) == "oidc.wrong_audience azp");
    CHECK(check(R"({"iss":"https://a.example","aud":{"me":1}})") == "oidc.wrong_audience aud");
    CHECK(check(R"({"iss":"https://a.example","aud":[]})") == "oidc.wrong_audience aud");
    // Without a nonce of our own, a token without one is not good either.
    auto without = expected;
    without.nonce.clear();
    auto const claims =
        json::read(R"({"iss":"https://a.example","aud":"me","sub":"s","nonce":"","exp":1001,"iat":999})").value();
    CHECK(check_claims(claims, without).error().code == "oidc.wrong_nonce");
}

TEST_CASE("a token is three pieces of base64url with JSON in the first two")
{
    auto const token = [](std::string const& header, std::string const& claims) {
        auto const read = read_token(secret::to_base64url(header) + "." + secret::to_base64url(claims) + ".c2ln");
        return read ? "read" : read.error().code + " " + read.error().field;
    };
    CHECK(token(R"({"alg":"RS256"})", "{}") == "read");
    CHECK(token(R"({"alg":"none"})", "{}") == "oidc.bad_algorithm alg");
    CHECK(token(R"({"alg":["RS256"]})", "{}") == "oidc.bad_algorithm alg");
    CHECK(token("{}", "{}") == "oidc.bad_algorithm alg");
    CHECK(token("[]", "{}") == "oidc.bad_token header");
    CHECK(token(R"({"alg":"RS256","alg":"none"})", "{}") == "oidc.bad_token header");
    CHECK(token(R"({"alg":"RS256"})", "[]") == "oidc.bad_token claims");
    CHECK(token(R"({"alg":"RS256"})", R"({"sub":"a","sub":"b"})") == "oidc.bad_token claims");
    for (std::string const bad : {"", ".", "..", "a.b", "e30.e30.a.b", "e30=.e30.a", "{}.{}.a"}) {
        auto const read = read_token(bad);
        CAPTURE(bad);
        REQUIRE_FALSE(read);
        CHECK(read.error().code.starts_with("oidc.bad_"));
    }
    CHECK(read_token(std::string(100'001, 'a')).error().code == "oidc.bad_token");
}

TEST_CASE("addresses that may be asked")
{
    for (std::string const url : {"https://a.example", "https://a.example/b?c=d", "https://a.example:8443/",
                                  "https://[2001:db8::1]/a", "https://10.0.0.1/"})
        CHECK(reach_of(url) == Reach::secure);
    for (std::string const url : {"http://127.0.0.1:8080/a", "http://localhost", "http://[::1]:1/"})
        CHECK(reach_of(url) == Reach::loopback);
    for (std::string const url : {"",
                                  "a.example",
                                  "http://a.example",
                                  "http://10.0.0.1",
                                  "ftp://a.example",
                                  "file:/etc/passwd",
                                  "https://",
                                  "https:///a",
                                  "https://me@a.example",
                                  "https://me:secret@a.example/",
                                  "http://127.0.0.1@a.example/",
                                  "http://127.0.0.1.a.example/",
                                  "http://localhost\\@a.example",
                                  "https://a.example#b",
                                  "https://a example",
                                  "https://a.example/\r\nHost: b",
                                  "https://a.example:0/",
                                  "https://a.example:70000/",
                                  "https://a.example:",
                                  "https://[::1",
                                  "HTTPS://a.example",
                                  "https://?a",
                                  "http://127.0.0.1:80@a.example"}) {
        CAPTURE(url);
        CHECK(reach_of(url) == Reach::none);
    }
    CHECK(reach_of("https://a.example/" + std::string(2000, 'a')) == Reach::none);
    CHECK(without_query("https://a.example/b?c=d") == "https://a.example/b");
    // RFC 3986, 2.3: what needs no escape.
    CHECK(write_form({{"a b", "c&d=\xc3\xa9"}, {"e", "-._~"}}) == "a%20b=c%26d%3D%C3%A9&e=-._~");
}

TEST_CASE("what a provider says of itself")
{
    auto const document = [](std::string const& more) {
        return R"({"issuer":"https://a.example","authorization_endpoint":"https://a.example/a","token_endpoint":"https://b.example/t","jwks_uri":"https://a.example/j")" +
               more + "}";
    };
    auto const refusal = [](std::string const& text, std::string const& issuer = "https://a.example") {
        auto const read = read_metadata(text, issuer);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "oidc.bad_discovery");
        return read.error().field;
    };
    auto const plain = read_metadata(document(""), "https://a.example").value();
    CHECK(plain.token_endpoint == "https://b.example/t");
    CHECK(plain.userinfo_endpoint.empty());
    CHECK(plain.assertion_algorithm == Algorithm::rs256); // the one that everybody has
    CHECK_FALSE(plain.names_itself);
    auto const rich =
        read_metadata(
            document(
                R"(,"userinfo_endpoint":"https://a.example/u","authorization_response_iss_parameter_supported":true,
        "token_endpoint_auth_signing_alg_values_supported":["ES256","PS256"],"code_challenge_methods_supported":["plain","S256"])"),
            "https://a.example")
            .value();
    CHECK(rich.assertion_algorithm == Algorithm::ps256);
    CHECK(rich.names_itself);
    CHECK(refusal(document(""), "https://a.example/") == "issuer");
    CHECK(refusal(document(R"(,"userinfo_endpoint":"http://127.0.0.1/u")")) ==
          "userinfo_endpoint"); // from elsewhere to this machine
    CHECK(refusal(document(R"(,"userinfo_endpoint":1)")) == "userinfo_endpoint");
    CHECK(refusal(document(R"(,"code_challenge_methods_supported":"S256")")) == "code_challenge_methods_supported");
    CHECK(refusal(R"({"issuer":"https://a.example"})") == "authorization_endpoint");
    CHECK(refusal("[]").empty());
    CHECK(refusal("").empty());
    CHECK(discovery_url("https://a.example/b/") == "https://a.example/b/.well-known/openid-configuration");
    CHECK(discovery_url("https://a.example") == "https://a.example/.well-known/openid-configuration");
}

} // namespace
} // namespace wf::oidc
