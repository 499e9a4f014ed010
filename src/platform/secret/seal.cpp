// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/seal.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/file/file.hpp"
#include "platform/secret/token.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace wf::secret {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char const* raw(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* raw(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

Result<Key> read_key_file(std::string const& path)
{
    struct stat about = {};
    if (::stat(path.c_str(), &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{Trouble::forbidden, "secret.open_key_file", path, "others may read this file: chmod 600 " + path};
    WF_TRY(auto const text, file::load(path, 4096));
    auto const bytes = read_hex(trim(text));
    if (!bytes || bytes->size() != Key::size)
        return Error{Trouble::bad_input, "secret.bad_key_file", path, "64 hexadecimal digits are wanted"};
    return Key::read(*bytes);
}

} // namespace

Key Key::make()
{
    Key key;
    random_bytes(key.m_bytes);
    return key;
}

Result<Key> Key::read(std::string_view bytes)
{
    if (bytes.size() != size)
        return Error{Trouble::bad_input, "secret.bad_key", "", "a key has " + std::to_string(size) + " bytes"};
    Key key;
    std::memcpy(key.m_bytes.data(), bytes.data(), size);
    return key;
}

Key Key::derive(std::string_view purpose) const
{
    Key key;
    crypto_generichash(key.m_bytes.data(), size, raw(purpose), purpose.size(), m_bytes.data(), size);
    return key;
}

Key::~Key()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

std::string seal(Key const& key, std::string_view plain, std::string_view place)
{
    std::array<std::uint8_t, nonce_size> nonce{};
    random_bytes(nonce);
    std::string sealed(nonce_size + plain.size() + tag_size, '\0');
    std::memcpy(sealed.data(), nonce.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonce_size, nullptr, raw(plain), plain.size(), raw(place),
                                               place.size(), nullptr, nonce.data(), key.data());
    return sealed;
}

Result<std::string> open(Key const& key, std::string_view sealed, std::string_view place)
{
    Error const refusal{Trouble::refused, "secret.not_opened", std::string{place}, "another key, or changed bytes"};
    if (sealed.size() < nonce_size + tag_size) return refusal;
    auto const body = sealed.substr(nonce_size);
    std::string plain(body.size() - tag_size, '\0');
    int const opened = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(body), body.size(),
                                                                  raw(place), place.size(), raw(sealed), key.data());
    if (opened != 0) return refusal;
    return plain;
}

Result<Key> load_or_make_key_file(std::string const& path)
{
    if (file::exists(path)) return read_key_file(path);
    auto const key = Key::make();
    auto const text = to_hex(key.bytes()) + '\n';
    // Never readable by others, not even for a moment; of two that make it at once, the first one counts.
    int const made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0 && errno == EEXIST) return read_key_file(path);
    if (made < 0)
        return Error{Trouble::forbidden, "secret.bad_key_file", path,
                     std::string{"cannot be made: "} + std::strerror(errno)};
    bool const written =
        ::write(made, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(made) == 0;
    ::close(made);
    if (!written) {
        ::unlink(path.c_str());
        return Error{Trouble::forbidden, "secret.bad_key_file", path, "cannot be written"};
    }
    return key;
}

} // namespace wf::secret
