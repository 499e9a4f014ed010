// SPDX-License-Identifier: EUPL-1.2
#include "app/doctor_look.hpp"

#include "app/installation.hpp"
#include "app/keys.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/runs/runs.hpp"
#include "platform/clock/clock.hpp"
#include "platform/file/file.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/examine.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace wf::app {
namespace {

constexpr int jobs_looked_at = 200;
constexpr std::int64_t day_millis = 86'400'000;
constexpr int most_runs = 1'000'000;
/// Those that are no setting.
constexpr std::array<std::string_view, 2> other_variables{"WEEFSEL_NOW", "WEEFSEL_BACKUP_PASSPHRASE"};

void look_at_files(std::string const& path, Seen& seen)
{
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return;
    seen.database_bytes = facts.st_size;
    seen.database_mode = facts.st_mode & 0777U;
    std::error_code trouble;
    auto const log = std::filesystem::file_size(path + "-wal", trouble);
    seen.log_bytes = trouble ? 0 : static_cast<std::int64_t>(log);
    auto const disk = std::filesystem::space(path, trouble);
    if (!trouble) seen.free_bytes = static_cast<std::int64_t>(disk.available);
}

void look_at_schema(store::Examined const& examined, std::vector<store::Migration> const& known, Seen& seen)
{
    for (auto const& step : known) {
        auto const found = std::find_if(examined.migrations.begin(), examined.migrations.end(),
                                        [&](store::Applied const& applied) { return applied.name == step.name; });
        if (found == examined.migrations.end()) seen.missing_steps.push_back(step.name);
        else if (found->checksum != file::checksum(step.sql)) seen.changed_steps.push_back(step.name);
    }
    for (auto const& applied : examined.migrations) {
        bool const mine =
            std::any_of(known.begin(), known.end(), [&](auto const& step) { return step.name == applied.name; });
        if (!mine) seen.unknown_steps.push_back(applied.name);
    }
}

void look_inside(Seen& seen)
{
    auto const store = store::Store::open(seen.store_url);
    if (!store) return;
    seen.contents = (*store)->read([](store::Session& session) {
        Contents contents;
        auto const all = datasets::list(session, true);
        for (auto const& dataset : all)
            ++(dataset.state == datasets::State::published ? contents.published : contents.replaced);
        contents.runs = runs::list(session, most_runs).size();
        contents.unpublished = datasets::find_unpublished(session).size();
        return contents;
    });
    seen.jobs = job::recent(**store, jobs_looked_at);
    seen.odd_logins = (*store)->read(
        [&](store::Session& session) { return watch::find_oddities(session, seen.now_millis - day_millis); });
}

void look_at_store(std::string const& path, std::vector<store::Migration> const& known, Seen& seen)
{
    try {
        auto const examined = store::examine(path, store::Depth::quick);
        if (!examined) {
            seen.store_trouble = to_line(examined.error());
            return;
        }
        look_at_files(path, seen);
        seen.faults = examined->faults;
        look_at_schema(*examined, known, seen);
        // The tables are those of this version: else nothing can be asked of them.
        if (seen.faults.empty() && seen.missing_steps.empty()) look_inside(seen);
    } catch (store::StoreFailure const& failure) {
        seen.store_trouble = failure.what();
    }
}

void look_at_key(settings::Settings const& settings, Seen& seen)
{
    seen.key_path = key_file_of(settings);
    seen.key_wanted = std::any_of(seen.settings.begin(), seen.settings.end(),
                                  [](auto const& shown) { return shown.definition.name == "secret.key_file"; });
    if (seen.key_path.empty() || !file::exists(seen.key_path)) return;
    seen.key_there = true;
    if (auto const key = secret::load_or_make_key_file(seen.key_path); !key) seen.key_trouble = key.error().detail;
}

void look_at_environment(Seen& seen)
{
    constexpr std::string_view ours = "WEEFSEL_";
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        std::string_view const text{*entry};
        auto const name = text.substr(0, text.find('='));
        if (!name.starts_with(ours)) continue;
        bool const setting = std::any_of(seen.settings.begin(), seen.settings.end(), [&](auto const& shown) {
            return settings::environment_name(shown.definition.name) == name;
        });
        bool const other = std::find(other_variables.begin(), other_variables.end(), name) != other_variables.end();
        if (!setting && !other) seen.unknown_variables.emplace_back(name);
    }
    std::sort(seen.unknown_variables.begin(), seen.unknown_variables.end());
}

} // namespace

Seen look_at_installation(settings::Settings const& settings, std::vector<store::Migration> const& known)
{
    Seen seen;
    seen.store_url = settings.text("store.url");
    seen.settings = settings.all();
    seen.listens_on = settings.text("http.address");
    for (auto const& shown : seen.settings) {
        if (shown.definition.name == "mail.server") seen.mail = shown.value;
    }
    seen.now_millis = now_millis();
    seen.clock_is_set = std::getenv("WEEFSEL_NOW") != nullptr;
    look_at_environment(seen);
    look_at_key(settings, seen);
    auto const path = database_path(settings);
    if (!path) {
        seen.store_trouble = to_line(path.error());
        return seen;
    }
    seen.last_backup = backup::read_last(*path);
    look_at_store(*path, known, seen);
    return seen;
}

} // namespace wf::app
