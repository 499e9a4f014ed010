// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/backup.hpp"

#include "base/date.hpp"
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "platform/backup/container.hpp"
#include "platform/backup/last.hpp"
#include "platform/clock/clock.hpp"
#include "platform/file/file.hpp"
#include "platform/file/new_file.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/token.hpp"
#include "platform/store/examine.hpp"
#include "platform/store/snapshot.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

namespace wf::backup {
namespace {

constexpr std::uint64_t most_own_key = 4096;

class Sha256 {
public:
    Sha256() { crypto_hash_sha256_init(&m_state); }
    void add(std::string_view bytes)
    {
        crypto_hash_sha256_update(&m_state, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    }
    [[nodiscard]] std::string finish()
    {
        std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
        crypto_hash_sha256_final(&m_state, hash.data());
        return secret::to_hex({reinterpret_cast<char const*>(hash.data()), hash.size()});
    }

private:
    crypto_hash_sha256_state m_state{};
};

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<void> may_be_open(Order const& order, store::Snapshot const& snapshot)
{
    if (order.open == Open::never)
        return Error{
            Trouble::refused, "backup.not_locked", order.to,
            "put a passphrase in WEEFSEL_BACKUP_PASSPHRASE or name a key file with --key-file FILE; a backup that anybody can "
            "read is made with --unencrypted"};
    auto const filled = snapshot.filled(order.person_tables);
    if (order.open == Open::without_persons && !filled.empty())
        return Error{
            Trouble::refused, "backup.holds_persons", joined(filled),
            "these tables hold what people gave, and a backup that is not encrypted can be read by whoever finds it; use a "
            "passphrase or a key file (or, knowing this, --yes-personal-data-in-the-clear)"};
    return {};
}

std::string end_of(std::int64_t bytes, std::string const& sha256)
{
    JsonWriter json;
    json.begin_object().member("database_bytes", bytes).member("database_sha256", sha256).end_object();
    return std::move(json).finish();
}

/// What goes through a backup on its way out.
struct Takers {
    std::function<Result<void>(Header const&)> header;
    std::function<void(std::string_view)> database;
    std::function<void(std::string_view)> own_key;
};

Error at(std::string const& path, Error error)
{
    error.field = error.field.empty() ? path : path + ": " + error.field;
    return error;
}

Result<Reader> open_reader(file::OldFile& file, Keys const& keys)
{
    WF_TRY(auto reader, Reader::begin([&file](std::span<char> into) { return file.read(into); }));
    if (reader.header().lock != Lock::none) {
        WF_TRY(auto const key, find_key(keys, reader.header()));
        WF_TRY_VOID(reader.unlock(key));
    }
    return reader;
}

Result<Made> read_pieces(Reader& reader, Takers const& takers)
{
    Made made;
    made.header = reader.header();
    Sha256 sha256;
    std::int64_t bytes = 0;
    bool first = true;
    while (true) {
        WF_TRY(auto const piece, reader.next());
        // Only now is the header proved: the first piece is bound to it.
        if (std::exchange(first, false)) WF_TRY_VOID(takers.header(made.header));
        if (piece.kind == Kind::database) {
            sha256.add(piece.bytes);
            bytes += static_cast<std::int64_t>(piece.bytes.size());
            takers.database(piece.bytes);
        } else if (piece.kind == Kind::key_file) {
            made.own_key = true;
            takers.own_key(piece.bytes);
        } else {
            made.sha256 = sha256.finish();
            if (bytes != made.header.database_bytes || piece.bytes != end_of(bytes, made.sha256))
                return Error{Trouble::refused, "backup.changed", "",
                             "the database in this backup is not the one that went in; take an older backup"};
            return made;
        }
    }
}

Result<Made> read_all(std::string const& path, Keys const& keys, Takers const& takers)
{
    WF_TRY(auto file, file::OldFile::open(path));
    auto reader = open_reader(file, keys);
    if (!reader) return at(path, reader.error());
    auto made = read_pieces(*reader, takers);
    if (!made) return made.error().code.starts_with("backup.") ? at(path, made.error()) : made.error();
    made->bytes = file.bytes();
    return made;
}

Result<void> check_place(std::string const& to)
{
    for (auto const* ending : {"", "-wal", "-shm", "-journal", ".key"}) {
        std::error_code ignored;
        if (std::filesystem::symlink_status(to + ending, ignored).type() != std::filesystem::file_type::not_found)
            return Error{
                Trouble::conflict, "backup.place_taken", to + ending,
                "something stands here already; restore to a place where nothing is, and look before you put it in use"};
    }
    return {};
}

Result<void> check_known(Header const& header, std::vector<std::string> const& known)
{
    std::vector<std::string> unknown;
    for (auto const& name : header.migrations) {
        if (std::find(known.begin(), known.end(), name) == known.end()) unknown.push_back(name);
    }
    if (unknown.empty()) return {};
    return Error{Trouble::conflict, "backup.newer_program", joined(unknown),
                 "this backup was made by version " + header.program_version +
                     ", which knows tables that this one does not; restore it with that version or a later one"};
}

/// The restored database as a whole: what was written is what was read, so this finds what was wrong when it was backed up.
Result<void> check_sound(std::string const& part, std::string const& to)
{
    WF_TRY(auto const examined, store::examine(part, store::Depth::full));
    for (auto const* ending : {"-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(part + ending, ignored);
    }
    if (examined.faults.empty()) return {};
    return Error{Trouble::refused, "backup.not_sound", to,
                 "the database in this backup was damaged already when it was made (" + examined.faults.front() +
                     "); restore an older backup"};
}

} // namespace

Result<Made> make(Order const& order)
{
    Made made;
    auto const now = now_millis();
    made.header.made_at = Timestamp{now}.to_iso();
    made.header.program_version = order.program_version;
    WF_TRY(auto file, file::NewFile::make(order.to)); // first: a name that is taken should not cost a snapshot
    WF_TRY(auto const key, make_key(order.keys, made.header));
    WF_TRY(auto const snapshot, store::Snapshot::take(order.database));
    if (!key) WF_TRY_VOID(may_be_open(order, snapshot));
    made.header.migrations = snapshot.migrations();
    made.header.database_bytes = snapshot.bytes();

    Writer writer{made.header, key, [&](std::string_view bytes) {
                      made.bytes += static_cast<std::int64_t>(bytes.size());
                      file.write(bytes);
                  }};
    if (key && file::exists(order.own_key)) {
        WF_TRY(auto const own, file::load(order.own_key, most_own_key));
        writer.add(Kind::key_file, own);
        made.own_key = true;
    }
    Sha256 sha256;
    WF_TRY_VOID(snapshot.read(most_piece, [&](std::string_view bytes) -> Result<void> {
        sha256.add(bytes);
        writer.add(Kind::database, bytes);
        return {};
    }));
    made.sha256 = sha256.finish();
    writer.add(Kind::end, end_of(made.header.database_bytes, made.sha256));
    file.sync();
    WF_TRY_VOID(file.name());
    WF_TRY_VOID(
        write_last(order.database, {now, std::filesystem::absolute(order.to).string(), made.bytes, made.sha256}));
    return made;
}

Result<Made> verify(std::string const& path, Keys const& keys)
{
    return read_all(path, keys,
                    {[](Header const&) -> Result<void> { return {}; }, [](std::string_view) {},
                     [](std::string_view) {}});
}

Result<Made> restore(std::string const& path, Keys const& keys, std::string const& to,
                     std::vector<std::string> const& known)
{
    WF_TRY_VOID(check_place(to));
    WF_TRY(auto database, file::NewFile::make(to));
    std::string own_key;
    auto const read = read_all(path, keys,
                               {[&](Header const& header) { return check_known(header, known); },
                                [&](std::string_view bytes) { database.write(bytes); },
                                [&](std::string_view bytes) { own_key = bytes; }});
    if (!read) return read.error();
    database.sync();
    WF_TRY_VOID(check_sound(database.part(), to));
    // The key comes first: a database that finds no key would be given a new one, with which nothing in it opens.
    if (read->own_key) {
        WF_TRY(auto key, file::NewFile::make(to + ".key"));
        key.write(own_key);
        key.sync();
        WF_TRY_VOID(key.name());
    }
    secret::wipe(own_key);
    if (auto const named = database.name(); !named) {
        std::error_code ignored;
        if (read->own_key) std::filesystem::remove(to + ".key", ignored);
        return named.error();
    }
    return *read;
}

} // namespace wf::backup
