// SPDX-License-Identifier: EUPL-1.2
// Signing in at somebody else's: an OpenID Connect relying party for one configured provider, within the profile of NL GOV: the code
// flow alone, PKCE (S256), state and nonce, the client proven with its own key (private_key_jwt), signatures RS256, PS256 or ES256.
// Only addresses that the provider's own description names are asked; nothing typed in a page is ever fetched. No token, code or key
// stands in an error.
#pragma once

#include "base/result.hpp"
#include "platform/http/message.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace wf::oidc {

struct Client {
    std::string issuer;       ///< "https://connect.example.org": exactly as the provider writes it
    std::string client_id;    ///< as registered there
    std::string redirect_uri; ///< as registered there: our own page that a person comes back to
    std::string private_key;  ///< PEM, RSA of at least 2048 bits
    std::string scope{"openid email profile"};
    std::string
        certificates{}; ///< file with the authorities that may vouch for the provider; empty: those of the system
};

/// What the caller keeps until the person comes back: sealed, short-lived, bound to this browser, and used once.
struct Asked {
    std::string url; ///< where the person goes
    std::string state;
    std::string nonce;
    std::string verifier;
};

/// Who came. Issuer and subject together are the person; a mail address can move to somebody else.
struct Person {
    std::string issuer;
    std::string subject;
    std::string mail; ///< empty when not told
    std::string name; ///< empty when not told
    bool mail_verified{false};
};

/// Safe for several threads. What the provider says of itself, and its keys, are kept for an hour; an unknown key is asked for once.
class Provider {
public:
    /// Asks nothing yet, so that the program starts when the provider is away. Errors: oidc.bad_settings (field), oidc.bad_key.
    static Result<Provider> open(Client client);
    ~Provider();
    Provider(Provider&&) noexcept;
    Provider& operator=(Provider&&) noexcept;

    /// Errors: oidc.unreachable, oidc.bad_answer, oidc.too_large, oidc.bad_discovery (field = the address or member).
    Result<Asked> ask();

    /// `callback` is the query of the page that the person came back to. Errors, besides those of ask:
    /// oidc.bad_callback, oidc.wrong_state, oidc.wrong_answer_issuer, oidc.denied (the person or the provider said no),
    /// oidc.code_refused (used, old, or not ours), oidc.client_refused (our key or name is not known there),
    /// oidc.bad_token, oidc.bad_algorithm, oidc.unknown_key, oidc.bad_signature, oidc.wrong_issuer, oidc.wrong_audience, oidc.expired,
    /// oidc.too_early, oidc.wrong_nonce, oidc.wrong_access_token, oidc.wrong_person.
    Result<Person> finish(http::Pairs const& callback, Asked const& kept);

private:
    class Inner;
    explicit Provider(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

/// What is registered with the provider: the public half of that key as a JSON Web Key Set. Error: oidc.bad_key.
Result<std::string> public_key_set(std::string_view private_key);

} // namespace wf::oidc
