// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "platform/clock/clock.hpp"
#include "platform/oidc/address.hpp"
#include "platform/oidc/callback.hpp"
#include "platform/oidc/fetch.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/oidc/known.hpp"
#include "platform/oidc/oidc.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>
#include <utility>

namespace wf::oidc {
namespace {

constexpr std::int64_t seconds_of_assertion = 120;
constexpr std::size_t longest_mail = 254;
constexpr std::size_t longest_name = 400;

Error bad_answer(std::string field, std::string what)
{
    return {Trouble::refused, "oidc.bad_answer", std::move(field), std::move(what)};
}

std::int64_t now_seconds()
{
    return now_millis() / 1000;
}

Result<void> check(Client const& client)
{
    auto const bad = [](std::string field, std::string what) {
        return Error{Trouble::bad_input, "oidc.bad_settings", std::move(field), std::move(what)};
    };
    if (reach_of(client.issuer) == Reach::none || client.issuer.find('?') != std::string::npos)
        return bad("issuer", "https://HOST is wanted, exactly as the sign-in provider writes it");
    if (reach_of(client.redirect_uri) == Reach::none)
        return bad("redirect_uri",
                   "the https address of our own page is wanted, as registered with the sign-in provider");
    auto const visible = [](char c) { return c > ' ' && c < 0x7f; };
    if (client.client_id.empty() || client.client_id.size() > 255 ||
        !std::all_of(client.client_id.begin(), client.client_id.end(), visible))
        return bad("client_id", "the name under which this program is registered with the sign-in provider is wanted");
    auto const scopes = split(client.scope, ' ');
    if (std::find(scopes.begin(), scopes.end(), "openid") == scopes.end())
        return bad("scope", "one of the scopes is openid");
    return {};
}

/// What the token endpoint gave.
struct Given {
    std::string id_token;
    std::string access_token;
};

Result<Given> read_given(Page const& page)
{
    std::string const where = "token_endpoint";
    auto const answer = json::read(page.body, {1'000'000, 16});
    if (page.status != 200) {
        auto const said = answer ? text_of(*answer, "error") : std::string{};
        if (said == "invalid_grant")
            return Error{Trouble::refused, "oidc.code_refused", where,
                         "this sign-in was used already or took too long; sign in again"};
        if (said == "invalid_client" || said == "unauthorized_client")
            return Error{Trouble::refused, "oidc.client_refused", where,
                         "the sign-in provider does not know this program or its key: register the public key there"};
        return bad_answer(where, "the sign-in provider answers with status " + std::to_string(page.status));
    }
    if (!answer || answer->object() == nullptr)
        return bad_answer(where, "the sign-in provider does not answer in JSON");
    Given given{text_of(*answer, "id_token"), text_of(*answer, "access_token")};
    if (given.id_token.empty()) return bad_answer("id_token", "the sign-in provider does not say who it is");
    if (given.access_token.empty() || fold_case(text_of(*answer, "token_type")) != "bearer")
        return bad_answer("access_token", "the sign-in provider gives no access token of type Bearer");
    return given;
}

void add_what_is_told(Person& person, json::Value const& claims)
{
    person.mail = text_of(claims, "email");
    person.name = text_of(claims, "name");
    auto const* verified = claims.find("email_verified");
    person.mail_verified = verified != nullptr && verified->boolean().value_or(false);
    if (person.mail.size() > longest_mail) person.mail.clear();
    if (person.mail.empty()) person.mail_verified = false;
    if (person.name.size() > longest_name) person.name.clear();
}

} // namespace

class Provider::Inner {
public:
    Inner(Client client, SigningKey key)
        : m_client{std::move(client)}, m_key{std::move(key)}, m_cache{m_client.issuer, m_client.certificates}
    {
    }

    Result<Asked> ask()
    {
        WF_TRY(auto const known, m_cache.get());
        Asked asked;
        asked.state = secret::new_token();
        asked.nonce = secret::new_token();
        asked.verifier = secret::new_token();
        auto const& where = known->about.authorization_endpoint;
        asked.url = where + (where.find('?') == std::string::npos ? "?" : "&") +
                    write_form({{"response_type", "code"},
                                {"client_id", m_client.client_id},
                                {"redirect_uri", m_client.redirect_uri},
                                {"scope", m_client.scope},
                                {"state", asked.state},
                                {"nonce", asked.nonce},
                                {"code_challenge", secret::to_base64url(secret::sha256(asked.verifier))},
                                {"code_challenge_method", "S256"}});
        return asked;
    }

    Result<Person> finish(http::Pairs const& callback, Asked const& kept)
    {
        WF_TRY(auto known, m_cache.get());
        WF_TRY(auto const code, read_callback(callback, kept.state, m_client.issuer, known->about.names_itself));
        WF_TRY(auto const page, fetch({.url = known->about.token_endpoint,
                                       .form = write_question(known->about, code, kept.verifier),
                                       .certificates = m_client.certificates}));
        WF_TRY(auto const given, read_given(page));
        WF_TRY(auto const token, read_token(given.id_token));
        WF_TRY_VOID(verify_with(known, given.id_token, token));
        WF_TRY_VOID(check_claims(token.claims,
                                 {m_client.issuer, m_client.client_id, kept.nonce, given.access_token, now_seconds()}));
        Person person;
        person.issuer = m_client.issuer;
        person.subject = text_of(token.claims, "sub");
        add_what_is_told(person, token.claims);
        if (person.mail.empty() && !known->about.userinfo_endpoint.empty()) {
            WF_TRY_VOID(ask_more(known->about, given.access_token, person));
        }
        return person;
    }

private:
    /// RFC 7523: we are who we say, because we have the key.
    [[nodiscard]] std::string write_question(Metadata const& about, std::string const& code,
                                             std::string const& verifier) const
    {
        auto const now = now_seconds();
        JsonWriter claims;
        claims.begin_object().member("iss", m_client.client_id).member("sub", m_client.client_id);
        claims.member("aud", about.token_endpoint).member("jti", secret::new_token());
        claims.member("iat", now).member("exp", now + seconds_of_assertion).end_object();
        return write_form({{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", m_client.redirect_uri},
                           {"client_id", m_client.client_id},
                           {"code_verifier", verifier},
                           {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                           {"client_assertion", m_key.sign(about.assertion_algorithm, std::move(claims).finish())}});
    }

    /// A key that we do not know may be new: then its keys are asked for once more.
    Result<void> verify_with(std::shared_ptr<Known const>& known, std::string const& compact, Token const& token)
    {
        auto const* key = choose_key(known->keys, token.algorithm, token.kid);
        if (key == nullptr) {
            WF_TRY(known, m_cache.renew_keys(known));
            key = choose_key(known->keys, token.algorithm, token.kid);
        }
        if (key == nullptr)
            return Error{Trouble::refused, "oidc.unknown_key", "kid",
                         "the token is signed with a key that the sign-in provider does not publish"};
        if (!verify(compact, token.algorithm, *key))
            return Error{Trouble::refused, "oidc.bad_signature", "",
                         "the signature of the token is not that of the sign-in provider"};
        return {};
    }

    /// Some providers tell a mail address only here.
    Result<void> ask_more(Metadata const& about, std::string const& access_token, Person& person) const
    {
        WF_TRY(auto const page,
               fetch({.url = about.userinfo_endpoint, .bearer = access_token, .certificates = m_client.certificates}));
        if (page.status != 200)
            return bad_answer("userinfo_endpoint",
                              "the sign-in provider answers with status " + std::to_string(page.status));
        auto const claims = json::read(page.body, {1'000'000, 16});
        if (!claims || claims->object() == nullptr)
            return bad_answer("userinfo_endpoint", "the sign-in provider does not answer in JSON");
        if (text_of(*claims, "sub") != person.subject)
            return Error{Trouble::refused, "oidc.wrong_person", "sub", "the sign-in provider tells of somebody else"};
        auto const name = person.name;
        add_what_is_told(person, *claims);
        if (person.name.empty()) person.name = name;
        return {};
    }

    Client m_client;
    SigningKey m_key;
    KnownCache m_cache;
};

Provider::Provider(std::unique_ptr<Inner> inner) : m_inner{std::move(inner)} {}
Provider::~Provider() = default;
Provider::Provider(Provider&&) noexcept = default;
Provider& Provider::operator=(Provider&&) noexcept = default;

Result<Provider> Provider::open(Client client)
{
    WF_TRY_VOID(check(client));
    WF_TRY(auto key, SigningKey::read(client.private_key));
    secret::wipe(client.private_key);
    return Provider{std::make_unique<Inner>(std::move(client), std::move(key))};
}

Result<Asked> Provider::ask()
{
    return m_inner->ask();
}

Result<Person> Provider::finish(http::Pairs const& callback, Asked const& kept)
{
    return m_inner->finish(callback, kept);
}

Result<std::string> public_key_set(std::string_view private_key)
{
    WF_TRY(auto const key, SigningKey::read(private_key));
    return write_key_set(key.public_key());
}

} // namespace wf::oidc
