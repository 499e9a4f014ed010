// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/keys.hpp"

#include "platform/file/file.hpp"
#include "platform/secret/token.hpp"

#include <sodium.h>

#include <array>
#include <span>

namespace wf::backup {
namespace {

// The second choice of RFC 9106 (section 4): 64 MB and three passes, which a small server still has; a third of a second here.
constexpr int passes = 3;
constexpr int memory_kib = 64 << 10;

Result<secret::Key> stretch(std::string const& passphrase, Header const& header)
{
    std::array<unsigned char, secret::Key::size> bytes{};
    constexpr std::size_t kibi = 1024;
    int const made = crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(),
                                   reinterpret_cast<unsigned char const*>(header.salt.data()),
                                   static_cast<unsigned long long>(header.passes),
                                   static_cast<std::size_t>(header.memory_kib) * kibi, crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0)
        return Error{Trouble::refused, "backup.no_memory", std::to_string(header.memory_kib) + " KiB",
                     "there is not enough memory to make a key of the passphrase; stop other programs"};
    auto key = secret::Key::read({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

} // namespace

Result<std::optional<secret::Key>> make_key(Keys const& keys, Header& header)
{
    if (!keys.key_file.empty()) {
        header.lock = Lock::key_file;
        WF_TRY(auto key, secret::load_or_make_key_file(keys.key_file));
        return std::optional{key};
    }
    header.lock = Lock::none;
    if (keys.passphrase.empty()) return std::optional<secret::Key>{};
    if (keys.passphrase.size() < least_passphrase)
        return Error{Trouble::bad_input, "backup.short_passphrase", "",
                     "a passphrase has at least " + std::to_string(least_passphrase) +
                         " letters: some words that nobody guesses"};
    header.lock = Lock::passphrase;
    header.passes = passes;
    header.memory_kib = memory_kib;
    header.salt.resize(crypto_pwhash_SALTBYTES);
    secret::random_bytes({reinterpret_cast<std::uint8_t*>(header.salt.data()), header.salt.size()});
    WF_TRY(auto key, stretch(keys.passphrase, header));
    return std::optional{key};
}

Result<secret::Key> find_key(Keys const& keys, Header const& header)
{
    WF_CHECK(header.lock != Lock::none);
    if (header.lock == Lock::passphrase) {
        if (keys.passphrase.empty())
            return Error{Trouble::bad_input, "backup.no_key", "",
                         "this backup opens with a passphrase: put it in WEEFSEL_BACKUP_PASSPHRASE"};
        return stretch(keys.passphrase, header);
    }
    if (keys.key_file.empty())
        return Error{Trouble::bad_input, "backup.no_key", "",
                     "this backup opens with a key file: name it with --key-file FILE"};
    if (!file::exists(keys.key_file))
        return Error{Trouble::not_found, "file.not_found", keys.key_file, "there is no such key file"};
    return secret::load_or_make_key_file(keys.key_file);
}

} // namespace wf::backup
