// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/test_certificate.hpp"
#include "platform/oidc/test_provider.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace wf::oidc {
namespace {

Result<Person> sign_in(Provider& provider)
{
    WF_TRY(auto const asked, provider.ask());
    return provider.finish(TestProvider::visit(asked.url), asked);
}

Result<Person> sign_in_anew(TestProvider const& there)
{
    auto provider = Provider::open(there.client()).value();
    return sign_in(provider);
}

std::string code_of(Result<Person> const& person)
{
    return person ? "signed in" : person.error().code;
}

TEST_CASE("a person signs in, with each of the three algorithms")
{
    for (std::string const algorithm : {"RS256", "PS256", "ES256"}) {
        CAPTURE(algorithm);
        TestProvider const there{{"--alg", algorithm}};
        auto provider = Provider::open(there.client()).value();
        for (int i = 0; i < 2; ++i) {
            auto const person = sign_in(provider);
            REQUIRE_MESSAGE(person.has_value(), code_of(person));
            CHECK(person->issuer == there.issuer());
            CHECK(person->subject == "person-1");
            CHECK(person->mail == "j.jansen@example.org");
            CHECK(person->mail_verified);
            CHECK(person->name == "Jo Jansen");
        }
        // What the provider says of itself is asked once, for both.
        auto const counts = there.counts();
        CHECK(counts.find("\"/.well-known/openid-configuration\":1,") != std::string::npos);
        CHECK(counts.find("\"/jwks\":1,") != std::string::npos);
        CHECK(counts.find("\"/token\":2,") != std::string::npos);
        CHECK(counts.find("userinfo") == std::string::npos);
    }
}

TEST_CASE("a provider that tells mail and name only when asked for them")
{
    TestProvider const there{{"--claims", "userinfo"}};
    auto const person = sign_in_anew(there);
    REQUIRE_MESSAGE(person.has_value(), code_of(person));
    CHECK(person->subject == "person-1");
    CHECK(person->mail == "j.jansen@example.org");
    CHECK(person->mail_verified);
    CHECK(person->name == "Jo Jansen");
    there.misbehave("userinfo_other");
    CHECK(code_of(sign_in_anew(there)) == "oidc.wrong_person");
    there.misbehave("userinfo_down");
    CHECK(code_of(sign_in_anew(there)) == "oidc.bad_answer");
}

TEST_CASE("nothing told but who it is")
{
    TestProvider const there{{"--person", R"({"sub":"person-2","email_verified":true})"}};
    auto const person = sign_in_anew(there);
    REQUIRE_MESSAGE(person.has_value(), code_of(person));
    CHECK(person->subject == "person-2");
    CHECK(person->mail.empty());
    CHECK_FALSE(person->mail_verified);
}

struct Misbehaviour {
    std::string word;
    std::string code;
    std::string field;
};

void check_each(TestProvider const& there, std::vector<Misbehaviour> const& all)
{
    for (auto const& each : all) {
        CAPTURE(each.word);
        there.misbehave(each.word);
        auto const person = sign_in_anew(there);
        CHECK(code_of(person) == each.code);
        if (person) continue;
        CHECK_FALSE(person.error().detail.empty());
        if (!each.field.empty()) CHECK(person.error().field == each.field);
        CHECK(to_line(person.error()).find("eyJ") == std::string::npos); // no token
        there.misbehave("");
        CHECK(code_of(sign_in_anew(there)) == "signed in");
    }
}

TEST_CASE("a token that is signed otherwise than it should be is refused")
{
    TestProvider const there;
    check_each(there, {{"alg_none", "oidc.bad_algorithm", "alg"},
                       {"hs256", "oidc.bad_algorithm", "alg"},
                       {"other_alg", "oidc.bad_algorithm", "alg"},
                       {"other_key", "oidc.bad_signature", ""},
                       {"changed", "oidc.bad_signature", ""},
                       {"unknown_kid", "oidc.unknown_key", "kid"},
                       {"no_kid", "signed in", ""}, // there is one key: no doubt which
                       {"critical", "oidc.bad_token", "crit"},
                       {"two_subjects", "oidc.bad_token", "claims"},
                       {"not_a_token", "oidc.bad_token", ""}});
}

TEST_CASE("a token that is not for us, not now, or not about this question is refused")
{
    TestProvider const there;
    check_each(there, {{"wrong_iss", "oidc.wrong_issuer", "iss"},
                       {"wrong_aud", "oidc.wrong_audience", "aud"},
                       {"no_aud", "oidc.bad_token", "aud"},
                       {"more_aud", "oidc.wrong_audience", "azp"},
                       {"more_aud_azp", "signed in", ""},
                       {"wrong_azp", "oidc.wrong_audience", "azp"},
                       {"expired", "oidc.expired", "exp"},
                       {"nearly_expired", "signed in", ""}, // clocks differ a little
                       {"no_exp", "oidc.bad_token", "exp"},
                       {"future", "oidc.too_early", "iat"},
                       {"no_iat", "oidc.bad_token", "iat"},
                       {"early", "oidc.too_early", "nbf"},
                       {"wrong_nonce", "oidc.wrong_nonce", "nonce"},
                       {"no_nonce", "oidc.wrong_nonce", "nonce"},
                       {"no_sub", "oidc.bad_token", "sub"},
                       {"long_sub", "oidc.bad_token", "sub"},
                       {"wrong_at_hash", "oidc.wrong_access_token", "at_hash"},
                       {"no_at_hash", "signed in", ""}});
}

TEST_CASE("an answer by way of the browser that is not to our question is refused before anything is asked")
{
    TestProvider const there;
    check_each(there, {{"wrong_state", "oidc.wrong_state", "state"},
                       {"no_state", "oidc.wrong_state", "state"},
                       {"two_states", "oidc.bad_callback", "state"},
                       {"wrong_answer_iss", "oidc.wrong_answer_issuer", "iss"},
                       {"no_answer_iss", "oidc.wrong_answer_issuer", "iss"},
                       {"deny", "oidc.denied", "error"},
                       {"broken_error", "oidc.denied", "error"},
                       {"no_code", "oidc.bad_callback", "code"}});
    there.misbehave("broken_error");
    CHECK(sign_in_anew(there).error().detail.find("script") == std::string::npos);
    // Only those who came back well were taken to the token endpoint: once after each of the eight.
    CHECK(there.counts().find("\"/token\":8") != std::string::npos);
}

TEST_CASE("a provider that describes itself wrongly, or answers otherwise than in a small JSON")
{
    TestProvider const there;
    check_each(there, {{"discovery_issuer", "oidc.bad_discovery", "issuer"},
                       {"discovery_plain", "oidc.bad_discovery", "token_endpoint"},
                       {"discovery_no_pkce", "oidc.bad_discovery", "code_challenge_methods_supported"},
                       {"discovery_none", "oidc.bad_answer", there.issuer() + "/.well-known/openid-configuration"},
                       {"discovery_redirect", "oidc.bad_answer", there.issuer() + "/.well-known/openid-configuration"},
                       {"discovery_large", "oidc.too_large", there.issuer() + "/.well-known/openid-configuration"},
                       {"keys_gone", "oidc.bad_answer", there.issuer() + "/jwks"},
                       {"token_redirect", "oidc.bad_answer", "token_endpoint"},
                       {"token_down", "oidc.bad_answer", "token_endpoint"},
                       {"token_not_json", "oidc.bad_answer", "token_endpoint"},
                       {"token_large", "oidc.too_large", there.issuer() + "/token"},
                       {"token_no_id", "oidc.bad_answer", "id_token"},
                       {"token_type", "oidc.bad_answer", "access_token"}});
    CHECK(there.counts().find("elsewhere") == std::string::npos); // no redirect was followed
}

TEST_CASE("a key that is too small to trust is no key")
{
    TestProvider const there{{"--misbehave", "weak_key", "--alg", "RS256"}};
    CHECK(code_of(sign_in_anew(there)) == "oidc.unknown_key");
}

TEST_CASE("a new key of the provider is asked for when it is first seen, and only then")
{
    TestProvider const there;
    auto provider = Provider::open(there.client()).value();
    CHECK(code_of(sign_in(provider)) == "signed in");
    there.rotate();
    CHECK(code_of(sign_in(provider)) == "signed in");
    CHECK(code_of(sign_in(provider)) == "signed in");
    CHECK(there.counts().find("\"/jwks\":2,") != std::string::npos);
    there.misbehave("unknown_kid");
    CHECK(code_of(sign_in(provider)) == "oidc.unknown_key");
    CHECK(there.counts().find("\"/jwks\":3,") != std::string::npos);
}

TEST_CASE("a code works once, with its own verifier, state and nonce")
{
    TestProvider const there;
    auto provider = Provider::open(there.client()).value();
    auto const asked = provider.ask().value();
    auto const callback = TestProvider::visit(asked.url);
    CHECK(code_of(provider.finish(callback, asked)) == "signed in");
    CHECK(code_of(provider.finish(callback, asked)) == "oidc.code_refused");

    auto const mine = provider.ask().value();
    auto const theirs = provider.ask().value();
    CHECK(mine.state != theirs.state);
    CHECK(mine.nonce != theirs.nonce);
    CHECK(mine.verifier != theirs.verifier);
    CHECK(mine.state.size() >= 22); // 128 bits
    CHECK(mine.nonce.size() >= 22);
    CHECK(code_of(provider.finish(TestProvider::visit(theirs.url), mine)) == "oidc.wrong_state");
    auto mixed = mine;
    mixed.verifier = theirs.verifier;
    CHECK(code_of(provider.finish(TestProvider::visit(mine.url), mixed)) == "oidc.code_refused");
    mixed = mine;
    mixed.nonce = theirs.nonce;
    CHECK(code_of(provider.finish(TestProvider::visit(mine.url), mixed)) == "oidc.wrong_nonce");
    // Kept by nobody: not good for anything.
    CHECK(code_of(provider.finish({{"code", "a"}, {"state", ""}, {"iss", there.issuer()}}, {})) == "oidc.wrong_state");
}

TEST_CASE("a key that is not registered there")
{
    TestProvider const there;
    auto client = there.client();
    client.private_key = output_of({"openssl", "genrsa", "2048"});
    auto provider = Provider::open(client).value();
    auto const person = sign_in(provider);
    CHECK(code_of(person) == "oidc.client_refused");
}

TEST_CASE("a provider that is away is named, and left alone for a moment")
{
    Client client;
    {
        TestProvider const there;
        client = there.client();
    }
    auto provider = Provider::open(client).value();
    auto const asked = provider.ask();
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == "oidc.unreachable");
    CHECK(asked.error().field == client.issuer + "/.well-known/openid-configuration");
    CHECK(provider.ask().error() == asked.error());
}

TEST_CASE("over https only with a certificate that holds")
{
    file::TestCertificate const certificate;
    file::TestCertificate const other;
    TestProvider const there{{"--tls", certificate.file, certificate.key}};
    auto client = there.client();
    CHECK(client.issuer.starts_with("https://"));
    for (auto const& file : {std::string{}, other.file}) {
        client.certificates = file;
        CHECK(Provider::open(client).value().ask().error().code == "oidc.unreachable");
    }
    client.certificates = certificate.file;
    CHECK(Provider::open(client).value().ask().has_value());
}

TEST_CASE("several people at once, while the keys change")
{
    TestProvider const there;
    auto provider = Provider::open(there.client()).value();
    std::atomic<int> in{0};
    std::vector<std::thread> people;
    for (int i = 0; i < 4; ++i) {
        people.emplace_back([&] {
            for (int turn = 0; turn < 5; ++turn) in += sign_in(provider).has_value() ? 1 : 0;
        });
    }
    there.rotate();
    for (auto& person : people) person.join();
    CHECK(in == 20);
}

TEST_CASE("settings that cannot work are refused with the one that is wrong")
{
    Client const good{.issuer = "https://connect.example.org",
                      .client_id = "weefsel",
                      .redirect_uri = "https://weefsel.example.org/terug",
                      .private_key = test_key()};
    CHECK(Provider::open(good).has_value());
    auto const field_of = [&](auto const& change) {
        auto client = good;
        change(client);
        auto const opened = Provider::open(client);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == "oidc.bad_settings");
        return opened.error().field;
    };
    CHECK(field_of([](Client& client) { client.issuer = "http://connect.example.org"; }) == "issuer");
    CHECK(field_of([](Client& client) { client.issuer = "https://connect.example.org?a"; }) == "issuer");
    CHECK(field_of([](Client& client) { client.issuer = ""; }) == "issuer");
    CHECK(field_of([](Client& client) { client.redirect_uri = "http://weefsel.example.org/terug"; }) == "redirect_uri");
    CHECK(field_of([](Client& client) { client.redirect_uri = "https://weefsel.example.org/terug#a"; }) ==
          "redirect_uri");
    CHECK(field_of([](Client& client) { client.client_id = ""; }) == "client_id");
    CHECK(field_of([](Client& client) { client.client_id = "a b"; }) == "client_id");
    CHECK(field_of([](Client& client) { client.scope = "email"; }) == "scope");
    auto client = good;
    client.private_key = "";
    CHECK(Provider::open(client).error().code == "oidc.bad_key");
}

} // namespace
} // namespace wf::oidc
