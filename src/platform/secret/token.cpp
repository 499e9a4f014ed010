// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/token.hpp"

#include <sodium.h>

#include <array>
#include <bit>
#include <stdexcept>

namespace wf::secret {
namespace {

unsigned char const* raw(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

} // namespace

void random_bytes(std::span<std::uint8_t> bytes)
{
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error{"the operating system gives no random numbers"};
    randombytes_buf(bytes.data(), bytes.size());
}

std::string new_token()
{
    std::array<std::uint8_t, 32> bytes{};
    random_bytes(bytes);
    return to_base64url({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
}

std::string sha256(std::string_view bytes)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), raw(bytes), bytes.size());
    return hash;
}

std::string digest(std::string_view token)
{
    return to_hex(sha256(token));
}

bool same(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::size_t TableHash::operator()(std::string_view text) const
{
    static auto const key = [] {
        std::array<std::uint8_t, crypto_shorthash_KEYBYTES> bytes{};
        random_bytes(bytes);
        return bytes;
    }();
    std::array<std::uint8_t, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), raw(text), text.size(), key.data());
    static_assert(sizeof(std::size_t) == crypto_shorthash_BYTES);
    return std::bit_cast<std::size_t>(hash);
}

std::string to_hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> read_hex(std::string_view text)
{
    std::string bytes(text.size() / 2, '\0');
    std::size_t read = 0;
    char const* end = nullptr;
    int const trouble = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &read, &end);
    if (trouble != 0 || end != text.data() + text.size() || read * 2 != text.size()) return std::nullopt;
    return bytes;
}

std::string to_base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> read_base64url(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t read = 0;
    char const* end = nullptr;
    int const trouble = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                          text.size(), nullptr, &read, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (trouble != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(read);
    return bytes;
}

void wipe(std::string& text)
{
    // All of its place: what it was shortened by, too.
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace wf::secret
