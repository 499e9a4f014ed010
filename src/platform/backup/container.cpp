// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/container.hpp"

#include "base/check.hpp"
#include "platform/secret/token.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace wf::backup {
namespace {

constexpr std::string_view magic = "WFBACKUP";
constexpr std::uint32_t form = 1;
constexpr std::size_t most_header = 1U << 20;
constexpr std::size_t hash_size = 32;
constexpr std::size_t check_size = 16;
constexpr std::size_t start_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t seal_size = crypto_secretstream_xchacha20poly1305_ABYTES;

using Hash = std::array<char, hash_size>;

unsigned char const* raw(char const* bytes)
{
    return reinterpret_cast<unsigned char const*>(bytes);
}
unsigned char* raw(char* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}
std::string_view view(Hash const& hash)
{
    return {hash.data(), hash.size()};
}

Hash hash_of(std::initializer_list<std::string_view> parts)
{
    if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot be used"};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash_size);
    for (auto const part : parts) crypto_generichash_update(&state, raw(part.data()), part.size());
    Hash hash{};
    crypto_generichash_final(&state, raw(hash.data()), hash.size());
    return hash;
}

std::string number(std::size_t value)
{
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((value >> shift) & 0xffU);
    return bytes;
}

std::size_t read_number(std::string_view bytes)
{
    std::size_t value = 0;
    for (std::size_t at = 4; at-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at]);
    return value;
}

/// The first bytes of another key from this one: who reads them knows nothing of this one.
std::string check_of(secret::Key const& key)
{
    return std::string{key.derive("backup key check").bytes().substr(0, check_size)};
}

Error changed()
{
    return {Trouble::refused, "backup.changed", "",
            "bytes of this backup are not those that were written; take another copy of it, or an older backup"};
}
Error cut_off()
{
    return {Trouble::refused, "backup.cut_off", "",
            "this backup ends before its end; take another copy of it, or an older backup"};
}

bool is_kind(char kind)
{
    return kind == static_cast<char>(Kind::database) || kind == static_cast<char>(Kind::key_file) ||
           kind == static_cast<char>(Kind::end);
}

} // namespace

struct Writer::Inner {
    Put put;
    Hash chain{};
    bool locked{false};
    bool first{true};
    bool ended{false};
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string plain;
    std::string sealed;
};

Writer::Writer(Header header, std::optional<secret::Key> const& key, Put put) : m_inner{std::make_unique<Inner>()}
{
    WF_CHECK(key.has_value() == (header.lock != Lock::none));
    m_inner->put = std::move(put);
    if (key) {
        m_inner->locked = true;
        header.key_check = check_of(*key);
        header.start.resize(start_size);
        crypto_secretstream_xchacha20poly1305_init_push(&m_inner->stream, raw(header.start.data()),
                                                        key->derive("backup pieces").data());
    }
    auto const json = write_header(header);
    WF_CHECK(json.size() <= most_header);
    auto const head = std::string{magic} + number(form) + number(json.size()) + json;
    m_inner->chain = hash_of({head});
    m_inner->put(head);
    m_inner->put(view(m_inner->chain));
}

Writer::~Writer()
{
    sodium_memzero(&m_inner->stream, sizeof m_inner->stream);
}

void Writer::add(Kind kind, std::string_view bytes)
{
    auto& own = *m_inner;
    WF_CHECK(!own.ended && bytes.size() <= most_piece);
    own.ended = kind == Kind::end;
    own.plain.assign(1, static_cast<char>(kind));
    own.plain += bytes;
    if (!own.locked) {
        own.chain = hash_of({view(own.chain), own.plain});
        own.put(number(own.plain.size() + hash_size));
        own.put(own.plain);
        own.put(view(own.chain));
        return;
    }
    own.sealed.resize(own.plain.size() + seal_size);
    auto const bound = own.first ? view(own.chain) : std::string_view{};
    own.first = false;
    auto const tag = static_cast<unsigned char>(own.ended ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                          : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    crypto_secretstream_xchacha20poly1305_push(&own.stream, raw(own.sealed.data()), nullptr, raw(own.plain.data()),
                                               own.plain.size(), raw(bound.data()), bound.size(), tag);
    own.put(number(own.sealed.size()));
    own.put(own.sealed);
}

struct Reader::Inner {
    Get get;
    Header header;
    Hash chain{};
    bool unlocked{false};
    bool first{true};
    bool ended{false};
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string taken;

    ~Inner() { sodium_memzero(&stream, sizeof stream); }

    /// Exactly so many bytes, or false.
    bool take(std::size_t size)
    {
        taken.resize(size);
        return get(taken) == size;
    }
    Result<Piece> open_sealed();
    Result<Piece> open_plain();
};

Reader::Reader(std::unique_ptr<Inner> inner) : m_inner{std::move(inner)} {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Reader> Reader::begin(Get get)
{
    auto inner = std::make_unique<Inner>();
    inner->get = std::move(get);
    if (!inner->take(magic.size() + 8) || !inner->taken.starts_with(magic))
        return Error{Trouble::bad_input, "backup.not_a_backup", "", "this file is not a backup of this program"};
    auto head = inner->taken;
    auto const written_as = read_number(std::string_view{head}.substr(magic.size()));
    if (written_as != form)
        return Error{Trouble::unsupported, "backup.newer_form", "form " + std::to_string(written_as),
                     "this backup was made by a newer version of the program; install that one"};
    auto const size = read_number(std::string_view{head}.substr(magic.size() + 4));
    if (size > most_header) return changed();
    if (!inner->take(size + hash_size)) return cut_off();
    head += inner->taken.substr(0, size);
    inner->chain = hash_of({head});
    if (!secret::same(view(inner->chain), std::string_view{inner->taken}.substr(size))) return changed();
    WF_TRY(inner->header, read_header(std::string_view{inner->taken}.substr(0, size)));
    return Reader{std::move(inner)};
}

Header const& Reader::header() const
{
    return m_inner->header;
}

Result<void> Reader::unlock(secret::Key const& key)
{
    auto& own = *m_inner;
    WF_CHECK(own.header.lock != Lock::none && own.first);
    if (!secret::same(check_of(key), own.header.key_check))
        return Error{Trouble::forbidden, "backup.wrong_key", "",
                     "this passphrase or key is not the one that the backup was made with"};
    if (crypto_secretstream_xchacha20poly1305_init_pull(&own.stream, raw(own.header.start.data()),
                                                        key.derive("backup pieces").data()) != 0)
        return changed();
    own.unlocked = true;
    return {};
}

Result<Piece> Reader::Inner::open_sealed()
{
    std::string plain(taken.size() - seal_size, '\0');
    unsigned char tag = 0;
    auto const bound = first ? view(chain) : std::string_view{};
    if (crypto_secretstream_xchacha20poly1305_pull(&stream, raw(plain.data()), nullptr, &tag, raw(taken.data()),
                                                   taken.size(), raw(bound.data()), bound.size()) != 0)
        return changed();
    bool const last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (!is_kind(plain[0]) || last != (plain[0] == static_cast<char>(Kind::end))) return changed();
    return Piece{static_cast<Kind>(plain[0]), plain.substr(1)};
}

Result<Piece> Reader::Inner::open_plain()
{
    auto const plain = std::string_view{taken}.substr(0, taken.size() - hash_size);
    auto const next_link = hash_of({view(chain), plain});
    if (!secret::same(view(next_link), std::string_view{taken}.substr(plain.size())) || !is_kind(plain[0]))
        return changed();
    chain = next_link;
    return Piece{static_cast<Kind>(plain[0]), std::string{plain.substr(1)}};
}

Result<Piece> Reader::next()
{
    auto& own = *m_inner;
    bool const locked = own.header.lock != Lock::none;
    WF_CHECK(!own.ended && (own.unlocked || !locked));
    if (!own.take(4)) return cut_off();
    auto const size = read_number(own.taken);
    auto const extra = 1 + (locked ? seal_size : hash_size);
    if (size < extra || size > most_piece + extra) return changed();
    if (!own.take(size)) return cut_off();
    WF_TRY(auto piece, locked ? own.open_sealed() : own.open_plain());
    own.first = false;
    own.ended = piece.kind == Kind::end;
    if (own.ended && own.take(1))
        return Error{Trouble::refused, "backup.too_long", "",
                     "bytes come after the end of this backup; take another copy of it"};
    return piece;
}

} // namespace wf::backup
