// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/key_set.hpp"

#include "base/json_writer.hpp"
#include "platform/json/json.hpp"
#include "platform/oidc/id_token.hpp"
#include "platform/secret/token.hpp"

namespace wf::oidc {
namespace {

constexpr std::size_t least_modulus = 256; // bytes
constexpr std::size_t most_modulus = 1024;
constexpr std::size_t most_exponent = 8;
constexpr std::size_t coordinate = 32;

std::size_t size_of(std::string_view base64url)
{
    auto const bytes = secret::read_base64url(base64url);
    if (!bytes || bytes->empty() || (bytes->size() > coordinate && bytes->front() == '\0')) return 0;
    return bytes->size();
}

std::optional<PublicKey> read_key(json::Value const& value)
{
    auto const use = text_of(value, "use");
    if (!use.empty() && use != "sig") return std::nullopt;
    PublicKey key;
    key.kid = text_of(value, "kid");
    if (auto const word = text_of(value, "alg"); !word.empty()) {
        key.algorithm = read_algorithm(word);
        if (!key.algorithm) return std::nullopt;
    }
    auto const kind = text_of(value, "kty");
    if (kind == "RSA") {
        key.first = text_of(value, "n");
        key.second = text_of(value, "e");
        auto const modulus = size_of(key.first);
        auto const exponent = size_of(key.second);
        if (modulus < least_modulus || modulus > most_modulus || exponent == 0 || exponent > most_exponent)
            return std::nullopt;
        return key;
    }
    if (kind != "EC" || text_of(value, "crv") != "P-256") return std::nullopt;
    key.kind = KeyKind::p256;
    key.first = text_of(value, "x");
    key.second = text_of(value, "y");
    if (size_of(key.first) != coordinate || size_of(key.second) != coordinate) return std::nullopt;
    return key;
}

bool fits(PublicKey const& key, Algorithm algorithm)
{
    return key.kind == kind_for(algorithm) && (!key.algorithm || *key.algorithm == algorithm);
}

} // namespace

Result<std::vector<PublicKey>> read_key_set(std::string_view bytes)
{
    auto const bad = [](std::string what) {
        return Error{Trouble::refused, "oidc.bad_answer", "jwks_uri", std::move(what)};
    };
    auto const read = json::read(bytes, {1'000'000, 16});
    if (!read) return bad("the keys of the sign-in provider are no JSON");
    auto const* list = read->find("keys");
    if (list == nullptr || list->array() == nullptr)
        return bad("the keys of the sign-in provider are no JSON Web Key Set");
    std::vector<PublicKey> keys;
    for (auto const& each : *list->array()) {
        if (auto key = read_key(each)) keys.push_back(std::move(*key));
    }
    return keys;
}

std::string write_key_set(PublicKey const& key)
{
    JsonWriter json;
    json.begin_object().key("keys").begin_array().begin_object();
    json.member("kty", "RSA")
        .member("use", "sig")
        .member("kid", key.kid)
        .member("n", key.first)
        .member("e", key.second);
    json.end_object().end_array().end_object();
    return std::move(json).finish();
}

PublicKey const* choose_key(std::vector<PublicKey> const& keys, Algorithm algorithm,
                            std::optional<std::string> const& kid)
{
    PublicKey const* chosen = nullptr;
    for (auto const& key : keys) {
        if (!fits(key, algorithm) || (kid && key.kid != *kid)) continue;
        if (chosen != nullptr) return nullptr; // two answer to it: then it names none
        chosen = &key;
    }
    return chosen;
}

} // namespace wf::oidc
