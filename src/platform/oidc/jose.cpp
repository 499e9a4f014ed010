// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/jose.hpp"

#include "base/check.hpp"
#include "base/json_writer.hpp"
#include "platform/secret/token.hpp"

#include <cjose/cjose.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <new>
#include <utility>

namespace wf::oidc {
namespace {

constexpr std::array<std::string_view, 3> words{"RS256", "PS256", "ES256"};
constexpr int least_bits = 2048;
constexpr int most_bits = 8192;
constexpr std::size_t signature_of_p256 = 64;

struct Closer {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(BIGNUM* number) const { BN_clear_free(number); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
template <class T>
using Owned = std::unique_ptr<T, Closer>;

std::uint8_t* raw(std::string& text)
{
    return reinterpret_cast<std::uint8_t*>(text.data());
}

/// Never asks somebody at the terminal for a password.
int no_password(char*, int, int, void*)
{
    return -1;
}

Error bad_key(std::string what)
{
    ERR_clear_error();
    return {Trouble::bad_input, "oidc.bad_key", "", std::move(what)};
}

/// A number of the key as bytes, which are wiped when it goes.
class Part {
public:
    Part(EVP_PKEY* key, char const* name)
    {
        BIGNUM* number = nullptr;
        if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return;
        Owned<BIGNUM> const owned{number};
        m_bytes.resize(static_cast<std::size_t>(BN_num_bytes(number)));
        BN_bn2bin(number, raw(m_bytes));
    }
    ~Part() { secret::wipe(m_bytes); }
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;
    [[nodiscard]] std::uint8_t* data() { return raw(m_bytes); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] std::string const& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

Owned<cjose_jwk_t> import_public(PublicKey const& key)
{
    auto first = secret::read_base64url(key.first);
    auto second = secret::read_base64url(key.second);
    if (!first || !second) return nullptr;
    cjose_err trouble{};
    if (key.kind == KeyKind::p256) {
        cjose_jwk_ec_keyspec about{};
        about.crv = CJOSE_JWK_EC_P_256;
        about.x = raw(*first);
        about.xlen = first->size();
        about.y = raw(*second);
        about.ylen = second->size();
        return Owned<cjose_jwk_t>{cjose_jwk_create_EC_spec(&about, &trouble)};
    }
    cjose_jwk_rsa_keyspec about{};
    about.n = raw(*first);
    about.nlen = first->size();
    about.e = raw(*second);
    about.elen = second->size();
    return Owned<cjose_jwk_t>{cjose_jwk_create_RSA_spec(&about, &trouble)};
}

/// cjose does not look at the size of a signature; half a one of nothing is nothing.
bool has_right_size(std::string_view token, PublicKey const& key)
{
    auto const dot = token.rfind('.');
    if (dot == std::string_view::npos) return false;
    auto const signature = secret::read_base64url(token.substr(dot + 1));
    if (!signature) return false;
    if (key.kind == KeyKind::p256) return signature->size() == signature_of_p256;
    auto const modulus = secret::read_base64url(key.first);
    return modulus && signature->size() == modulus->size();
}

} // namespace

std::optional<Algorithm> read_algorithm(std::string_view word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) return static_cast<Algorithm>(i);
    }
    return std::nullopt;
}

std::string_view to_word(Algorithm algorithm)
{
    return words.at(static_cast<std::size_t>(algorithm));
}

KeyKind kind_for(Algorithm algorithm)
{
    return algorithm == Algorithm::es256 ? KeyKind::p256 : KeyKind::rsa;
}

bool verify(std::string_view token, Algorithm algorithm, PublicKey const& key)
{
    if (kind_for(algorithm) != key.kind || (key.algorithm && *key.algorithm != algorithm)) return false;
    if (!has_right_size(token, key)) return false;
    auto const imported = import_public(key);
    if (!imported) return false;
    cjose_err trouble{};
    Owned<cjose_jws_t> const read{cjose_jws_import(token.data(), token.size(), &trouble)};
    if (!read) return false;
    // cjose goes by the token's own word: it must be the one that was allowed.
    auto const* said = cjose_header_get(cjose_jws_get_protected(read.get()), CJOSE_HDR_ALG, &trouble);
    bool const good =
        said != nullptr && to_word(algorithm) == said && cjose_jws_verify(read.get(), imported.get(), &trouble);
    ERR_clear_error();
    return good;
}

Result<SigningKey> SigningKey::read(std::string_view pem)
{
    Owned<BIO> const text{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    if (!text) throw std::bad_alloc{};
    Owned<EVP_PKEY> const read{PEM_read_bio_PrivateKey(text.get(), nullptr, no_password, nullptr)};
    if (!read) return bad_key("a private key in PEM, without a password, is wanted: openssl genrsa -out FILE 3072");
    if (EVP_PKEY_get_base_id(read.get()) != EVP_PKEY_RSA)
        return bad_key("an RSA key is wanted: openssl genrsa -out FILE 3072");
    auto const bits = EVP_PKEY_get_bits(read.get());
    if (bits < least_bits || bits > most_bits)
        return bad_key("a key of 2048 to 8192 bits is wanted; this one has " + std::to_string(bits));
    Part n{read.get(), OSSL_PKEY_PARAM_RSA_N};
    Part e{read.get(), OSSL_PKEY_PARAM_RSA_E};
    Part d{read.get(), OSSL_PKEY_PARAM_RSA_D};
    Part p{read.get(), OSSL_PKEY_PARAM_RSA_FACTOR1};
    Part q{read.get(), OSSL_PKEY_PARAM_RSA_FACTOR2};
    Part dp{read.get(), OSSL_PKEY_PARAM_RSA_EXPONENT1};
    Part dq{read.get(), OSSL_PKEY_PARAM_RSA_EXPONENT2};
    Part qi{read.get(), OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
    if (d.size() == 0 || p.size() == 0 || q.size() == 0) return bad_key("this key has no private half");
    cjose_jwk_rsa_keyspec about{e.data(), e.size(), n.data(),  n.size(),  d.data(),  d.size(),  p.data(),  p.size(),
                                q.data(), q.size(), dp.data(), dp.size(), dq.data(), dq.size(), qi.data(), qi.size()};
    cjose_err trouble{};
    Owned<cjose_jwk_t> made{cjose_jwk_create_RSA_spec(&about, &trouble)};
    if (!made) return bad_key("this key cannot be used");
    SigningKey key;
    key.m_public.first = secret::to_base64url(n.bytes());
    key.m_public.second = secret::to_base64url(e.bytes());
    key.m_public.kid = thumbprint(key.m_public.first, key.m_public.second);
    key.m_key = std::shared_ptr<cjose_jwk_t>{std::move(made)};
    return key;
}

std::string SigningKey::sign(Algorithm algorithm, std::string_view payload) const
{
    WF_CHECK(kind_for(algorithm) == KeyKind::rsa);
    cjose_err trouble{};
    Owned<cjose_header_t> const header{cjose_header_new(&trouble)};
    if (!header) throw std::bad_alloc{};
    std::string const word{to_word(algorithm)};
    WF_CHECK(cjose_header_set(header.get(), CJOSE_HDR_ALG, word.c_str(), &trouble));
    WF_CHECK(cjose_header_set(header.get(), CJOSE_HDR_KID, m_public.kid.c_str(), &trouble));
    WF_CHECK(cjose_header_set(header.get(), "typ", "JWT", &trouble));
    Owned<cjose_jws_t> const made{cjose_jws_sign(static_cast<cjose_jwk_t const*>(m_key.get()), header.get(),
                                                 reinterpret_cast<std::uint8_t const*>(payload.data()), payload.size(),
                                                 &trouble)};
    WF_CHECK(made != nullptr);
    char const* compact = nullptr; // belongs to `made`
    WF_CHECK(cjose_jws_export(made.get(), &compact, &trouble));
    return compact;
}

std::string thumbprint(std::string_view n, std::string_view e)
{
    JsonWriter json;
    json.begin_object().member("e", e).member("kty", "RSA").member("n", n).end_object();
    return secret::to_base64url(secret::sha256(std::move(json).finish()));
}

} // namespace wf::oidc
