// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/password.hpp"

#include "base/check.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace wf::secret {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = std::size_t{32} << 20;
/// Before the dollar sign of argon2id: which pepper it was made with, should there ever be another.
constexpr std::string_view with_pepper = "p1";

void start_sodium()
{
    static bool const ready = sodium_init() >= 0;
    WF_CHECK(ready);
}

/// What is hashed in the place of the password; wiped.
class Peppered {
public:
    static constexpr std::size_t size = crypto_auth_hmacsha256_BYTES;
    Peppered(std::string_view password, Key const& pepper)
    {
        static_assert(Key::size == crypto_auth_hmacsha256_KEYBYTES);
        crypto_auth_hmacsha256(m_bytes.data(), reinterpret_cast<unsigned char const*>(password.data()), password.size(),
                               pepper.data());
    }
    ~Peppered() { sodium_memzero(m_bytes.data(), m_bytes.size()); }
    Peppered(Peppered const&) = delete;
    Peppered& operator=(Peppered const&) = delete;
    [[nodiscard]] char const* data() const { return reinterpret_cast<char const*>(m_bytes.data()); }

private:
    std::array<unsigned char, size> m_bytes{};
};

} // namespace

std::string hash_password(std::string_view password, Key const& pepper)
{
    start_sodium();
    Peppered const peppered{password, pepper};
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), peppered.data(), Peppered::size, passes, memory) != 0) throw std::bad_alloc{};
    hash.resize(hash.find('\0'));
    return std::string{with_pepper} + hash;
}

bool is_password(std::string_view password, std::string const& hash, Key const& pepper)
{
    start_sodium();
    if (!hash.starts_with(with_pepper))
        return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
    Peppered const peppered{password, pepper};
    return crypto_pwhash_str_verify(hash.c_str() + with_pepper.size(), peppered.data(), Peppered::size) == 0;
}

void waste_time_as_for_a_password(std::string_view password)
{
    static auto const pepper = Key::make();
    static std::string const other = hash_password("nobody has this one", pepper);
    static_cast<void>(is_password(password, other, pepper));
}

bool needs_new_hash(std::string const& hash)
{
    if (!hash.starts_with(with_pepper)) return true;
    return crypto_pwhash_str_needs_rehash(hash.c_str() + with_pepper.size(), passes, memory) != 0;
}

} // namespace wf::secret
