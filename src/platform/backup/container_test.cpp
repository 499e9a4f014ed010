// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/container.hpp"

#include "platform/backup/backup_test_bytes.hpp"
#include "platform/secret/token.hpp"

#include <doctest/doctest.h>

#include <sodium.h>

#include <set>

namespace wf::backup {
namespace {

Header header_with(Lock lock)
{
    Header header{"2026-05-01T10:00:00Z", "0.1.0", {"0001_a", "0002_b"}, 9, lock, "", 0, 0, "", ""};
    if (lock == Lock::passphrase) {
        header.salt = "0123456789abcdef";
        header.passes = 3;
        header.memory_kib = 65536;
    }
    return header;
}

std::string written(Lock lock, secret::Key const& key)
{
    std::string out;
    Writer writer{header_with(lock), lock == Lock::none ? std::nullopt : std::optional{key},
                  [&](std::string_view bytes) { out += bytes; }};
    writer.add(Kind::key_file, "a key");
    writer.add(Kind::database, "one two ");
    writer.add(Kind::database, "three");
    writer.add(Kind::end, "{}");
    return out;
}

/// "k:a key d:one two  d:three e:{}", or the code of the error.
std::string read(std::string const& bytes, secret::Key const& key)
{
    auto reader = Reader::begin(from(bytes));
    if (!reader) return reader.error().code;
    if (reader->header().lock != Lock::none) {
        if (auto const unlocked = reader->unlock(key); !unlocked) return unlocked.error().code;
    }
    std::string text;
    while (true) {
        auto const piece = reader->next();
        if (!piece) return piece.error().code;
        text += std::string{static_cast<char>(piece->kind)} + ':' + piece->bytes + ' ';
        if (piece->kind == Kind::end) return text;
    }
}

secret::Key fixed_key()
{
    return secret::Key::read("0123456789abcdef0123456789abcdef").value();
}

constexpr auto all_locks = {Lock::none, Lock::passphrase, Lock::key_file};

} // namespace

TEST_CASE("what went in comes out, with or without a lock")
{
    for (auto const lock : all_locks) {
        auto const bytes = written(lock, fixed_key());
        CHECK(read(bytes, fixed_key()) == "k:a key d:one two  d:three e:{} ");
        auto const header = Reader::begin(from(bytes)).value().header();
        CHECK(header.migrations == std::vector<std::string>{"0001_a", "0002_b"});
        CHECK(header.lock == lock);
        CHECK(header.database_bytes == 9);
        CHECK((bytes.find("one two") == std::string::npos) == (lock != Lock::none));
        CHECK((bytes.find("a key") == std::string::npos) == (lock != Lock::none));
    }
}

TEST_CASE("a flipped bit anywhere is found, and so is each byte that is missing at the end")
{
    std::set<std::string> const codes{"backup.changed", "backup.cut_off", "backup.not_a_backup", "backup.newer_form"};
    for (auto const lock : all_locks) {
        auto const bytes = written(lock, fixed_key());
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
            CHECK_MESSAGE(codes.contains(read(flipped, fixed_key())), at);
            CHECK_MESSAGE(codes.contains(read(bytes.substr(0, at), fixed_key())), at);
        }
        CHECK(read(bytes + '\0', fixed_key()) == "backup.too_long");
        CHECK(read(bytes.substr(0, bytes.size() - 1), fixed_key()) == "backup.cut_off");
    }
}

TEST_CASE("pieces cannot change place, be left out or come from another backup with the same key")
{
    for (auto const lock : all_locks) {
        auto const bytes = written(lock, fixed_key());
        // Lengths as the form of the file in container.hpp gives them.
        std::size_t const header_size = static_cast<unsigned char>(bytes[12]) | static_cast<unsigned char>(bytes[13])
                                                                                    << 8;
        std::size_t const extra = 4 + 1 + (lock == Lock::none ? 32 : 17);
        std::size_t const first = 16 + header_size + 32;
        std::size_t const second = first + extra + 5;
        std::size_t const third = second + extra + 8;
        std::size_t const last = third + extra + 5;
        REQUIRE(last + extra + 2 == bytes.size());
        auto const part = [&](std::size_t from_at, std::size_t to) { return bytes.substr(from_at, to - from_at); };
        CHECK(read(part(0, first) + part(second, bytes.size()), fixed_key()) == "backup.changed");
        CHECK(read(part(0, second) + part(third, last) + part(second, third) + part(last, bytes.size()), fixed_key()) ==
              "backup.changed");
        CHECK(read(part(0, third) + part(last, bytes.size()), fixed_key()) == "backup.changed");
        auto const other = written(lock, fixed_key());
        if (lock != Lock::none) CHECK(read(part(0, last) + other.substr(last), fixed_key()) == "backup.changed");
    }
}

TEST_CASE("another key is told from changed bytes")
{
    auto const bytes = written(Lock::key_file, fixed_key());
    CHECK(read(bytes, secret::Key::make()) == "backup.wrong_key");
}

TEST_CASE("pieces of a locked backup are libsodium's secretstream, readable with libsodium alone")
{
    auto const bytes = written(Lock::key_file, fixed_key());
    auto const header = Reader::begin(from(bytes)).value().header();
    std::size_t const header_size = static_cast<unsigned char>(bytes[12]) | static_cast<unsigned char>(bytes[13]) << 8;
    auto const raw = [](std::string const& text) { return reinterpret_cast<unsigned char const*>(text.data()); };
    crypto_secretstream_xchacha20poly1305_state state;
    auto const key = fixed_key().derive("backup pieces");
    REQUIRE(crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(header.start), key.data()) == 0);
    auto const bound = bytes.substr(16 + header_size, 32);
    auto const sealed = bytes.substr(16 + header_size + 32 + 4, 1 + 5 + crypto_secretstream_xchacha20poly1305_ABYTES);
    std::string plain(6, '\0');
    unsigned char tag = 9;
    REQUIRE(crypto_secretstream_xchacha20poly1305_pull(&state, reinterpret_cast<unsigned char*>(plain.data()), nullptr,
                                                       &tag, raw(sealed), sealed.size(), raw(bound),
                                                       bound.size()) == 0);
    CHECK(plain == "ka key");
    CHECK(tag == crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

TEST_CASE("a header is read as it was written, and one that asks too much is refused")
{
    for (auto const lock : all_locks) {
        auto header = header_with(lock);
        if (lock != Lock::none) {
            header.key_check = std::string(16, '\x01');
            header.start = std::string(24, '\x02');
        }
        CHECK(read_header(write_header(header)).value() == header);
    }
    auto const good = [](std::string_view from_text, std::string_view to) {
        auto header = header_with(Lock::passphrase);
        header.key_check = std::string(16, '\x01');
        header.start = std::string(24, '\x02');
        auto text = write_header(header);
        auto const at = text.find(from_text);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from_text.size(), to);
    };
    for (auto const& text :
         {std::string{"{"}, std::string{"{}"}, std::string{"[]"}, good("65536", "9999999999"), good("65536", "1.5"),
          good("\"passes\":3", "\"passes\":0"), good("\"passes\":3", "\"passes\":1000000"),
          good("passphrase", "password"), good("30313233", "3031323"),
          good("\"database_bytes\":9", "\"database_bytes\":-1"), good("\"0002_b\"", "2")}) {
        auto const refused = read_header(text);
        REQUIRE_MESSAGE(!refused, text);
        CHECK(refused.error().code == "backup.bad_header");
    }
}

} // namespace wf::backup
