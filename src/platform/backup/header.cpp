// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/header.hpp"

#include "base/json_writer.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace wf::backup {
namespace {

constexpr std::array<std::string_view, 3> lock_words{"none", "passphrase", "key_file"};
constexpr std::size_t salt_size = 16;
constexpr std::size_t check_size = 16;
constexpr std::size_t start_size = 24;
// What a stranger's file may ask of this machine before anything of it is believed.
constexpr double most_passes = 16;
constexpr double most_memory_kib = 1U << 20;
constexpr double least_memory_kib = 8;
constexpr double most_bytes = 1e15;

Error bad(std::string_view field)
{
    return {Trouble::bad_input, "backup.bad_header", std::string{field},
            "the beginning of this file is not that of a backup; take another copy of it"};
}

Result<std::string> text_of(json::Value const& document, std::string_view name)
{
    auto const* found = document.find(name);
    if (found == nullptr || found->text() == nullptr) return bad(name);
    return *found->text();
}

Result<std::int64_t> number_of(json::Value const& document, std::string_view name, double least, double most)
{
    auto const* found = document.find(name);
    auto const number = found != nullptr ? found->number() : std::nullopt;
    if (!number || !(*number >= least && *number <= most) || *number != std::floor(*number)) return bad(name);
    return static_cast<std::int64_t>(*number);
}

Result<std::string> bytes_of(json::Value const& document, std::string_view name, std::size_t size)
{
    WF_TRY(auto const text, text_of(document, name));
    auto bytes = secret::read_hex(text);
    if (!bytes || bytes->size() != size) return bad(name);
    return std::move(*bytes);
}

Result<Lock> lock_of(json::Value const& document)
{
    WF_TRY(auto const word, text_of(document, "lock"));
    auto const found = std::find(lock_words.begin(), lock_words.end(), word);
    if (found == lock_words.end()) return bad("lock");
    return static_cast<Lock>(found - lock_words.begin());
}

Result<std::vector<std::string>> names_of(json::Value const& document)
{
    auto const* found = document.find("migrations");
    if (found == nullptr || found->array() == nullptr) return bad("migrations");
    std::vector<std::string> names;
    for (auto const& name : *found->array()) {
        if (name.text() == nullptr) return bad("migrations");
        names.push_back(*name.text());
    }
    return names;
}

} // namespace

std::string write_header(Header const& header)
{
    JsonWriter json;
    json.begin_object();
    json.member("made_at", header.made_at).member("program", header.program_version);
    json.member("database_bytes", header.database_bytes);
    json.member("lock", lock_words.at(static_cast<std::size_t>(header.lock)));
    if (header.lock == Lock::passphrase) {
        json.member("key_made_by", "argon2id").member("salt", secret::to_hex(header.salt));
        json.member("passes", header.passes).member("memory_kib", header.memory_kib);
    }
    if (header.lock != Lock::none) {
        json.member("cipher", "crypto_secretstream_xchacha20poly1305");
        json.member("key_check", secret::to_hex(header.key_check)).member("start", secret::to_hex(header.start));
    }
    json.key("migrations").begin_array();
    for (auto const& name : header.migrations) json.value(name);
    json.end_array().end_object();
    return std::move(json).finish();
}

Result<Header> read_header(std::string_view text)
{
    auto const read = json::read(text, {.bytes = 1U << 20, .depth = 4});
    if (!read) return bad(read.error().field);
    auto const& document = *read;
    Header header;
    WF_TRY(header.made_at, text_of(document, "made_at"));
    WF_TRY(header.program_version, text_of(document, "program"));
    WF_TRY(header.database_bytes, number_of(document, "database_bytes", 0, most_bytes));
    WF_TRY(header.lock, lock_of(document));
    WF_TRY(header.migrations, names_of(document));
    if (header.lock == Lock::passphrase) {
        WF_TRY(header.salt, bytes_of(document, "salt", salt_size));
        WF_TRY(auto const passes, number_of(document, "passes", 1, most_passes));
        WF_TRY(auto const memory, number_of(document, "memory_kib", least_memory_kib, most_memory_kib));
        header.passes = static_cast<int>(passes);
        header.memory_kib = static_cast<int>(memory);
    }
    if (header.lock != Lock::none) {
        WF_TRY(header.key_check, bytes_of(document, "key_check", check_size));
        WF_TRY(header.start, bytes_of(document, "start", start_size));
    }
    return header;
}

} // namespace wf::backup
