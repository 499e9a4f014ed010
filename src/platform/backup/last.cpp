// SPDX-License-Identifier: EUPL-1.2
#include "platform/backup/last.hpp"

#include "base/json_writer.hpp"
#include "platform/file/file.hpp"
#include "platform/json/json.hpp"

namespace wf::backup {
namespace {

constexpr std::string_view ending = ".last_backup";
constexpr std::uint64_t most_bytes = 64U << 10;

std::int64_t number(json::Value const& document, std::string_view name)
{
    constexpr double most = 1e15;
    auto const* found = document.find(name);
    auto const value = found != nullptr ? found->number() : std::nullopt;
    return value && *value >= 0 && *value <= most ? static_cast<std::int64_t>(*value) : 0;
}

std::string text(json::Value const& document, std::string_view name)
{
    auto const* found = document.find(name);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

} // namespace

Result<void> write_last(std::string const& database, Last const& last)
{
    JsonWriter json;
    json.begin_object().member("made_millis", last.made_millis).member("file", last.file);
    json.member("bytes", last.bytes).member("database_sha256", last.sha256).end_object();
    return file::save(database + std::string{ending}, std::move(json).finish() + '\n');
}

std::optional<Last> read_last(std::string const& database)
{
    auto const bytes = file::load(database + std::string{ending}, most_bytes);
    if (!bytes) return std::nullopt;
    auto const document = json::read(*bytes);
    if (!document) return std::nullopt;
    Last last{number(*document, "made_millis"), text(*document, "file"), number(*document, "bytes"),
              text(*document, "database_sha256")};
    if (last.made_millis == 0) return std::nullopt;
    return last;
}

} // namespace wf::backup
