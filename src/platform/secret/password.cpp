// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/password.hpp"

#include "base/check.hpp"

#include <sodium.h>

#include <new>

namespace wf::secret {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = std::size_t{32} << 20;

void start_sodium()
{
    static bool const ready = sodium_init() >= 0;
    WF_CHECK(ready);
}

} // namespace

std::string hash_password(std::string_view password)
{
    start_sodium();
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory) != 0) throw std::bad_alloc{};
    hash.resize(hash.find('\0'));
    return hash;
}

bool is_password(std::string_view password, std::string const& hash)
{
    start_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void waste_time_as_for_a_password(std::string_view password)
{
    static std::string const other = hash_password("nobody has this one");
    static_cast<void>(is_password(password, other));
}

bool needs_new_hash(std::string const& hash)
{
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

} // namespace wf::secret
