// SPDX-License-Identifier: EUPL-1.2
// Is this installation well? A list of small checks over what was seen of it, each with what to do; for the command and for a page.
#pragma once

#include "commons/watch/events.hpp"
#include "platform/backup/last.hpp"
#include "platform/job/job.hpp"
#include "platform/settings/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::app {

enum class Health { ok, warn, wrong };
[[nodiscard]] std::string_view to_word(Health health);

struct Finding {
    std::string subject; ///< "store", "backup": one word, the same whatever was found
    Health health{Health::ok};
    std::string what;
    std::string remedy; ///< empty when all is well
};

struct Contents {
    std::size_t published{0};
    std::size_t replaced{0};
    std::size_t unpublished{0};
    std::size_t runs{0};
};

/// What was seen. What could not be looked at is empty, and its check says nothing.
struct Seen {
    std::string store_url;
    std::string store_trouble; ///< why the database could not be opened; empty when it could
    std::vector<std::string> faults;
    std::vector<std::string> missing_steps; ///< of the schema: this program knows them, the database does not have them
    std::vector<std::string> unknown_steps; ///< the other way round
    std::vector<std::string> changed_steps; ///< applied with another text
    std::optional<Contents> contents;
    std::vector<job::Record> jobs;                        ///< newest first
    std::optional<std::vector<watch::Oddity>> odd_logins; ///< of the last 24 hours

    std::optional<std::int64_t> database_bytes;
    std::optional<std::int64_t> log_bytes;
    std::optional<std::int64_t> free_bytes;
    std::optional<unsigned> database_mode;

    bool key_wanted{false}; ///< this program seals values
    std::string key_path;
    bool key_there{false};
    std::string key_trouble;

    std::vector<settings::Settings::Shown> settings;
    std::vector<std::string> unknown_variables; ///< WEEFSEL_... in the environment that mean nothing
    std::string listens_on;
    std::optional<std::string> mail; ///< how mail goes out; nothing when this program sends none

    std::int64_t now_millis{0};
    bool clock_is_set{false}; ///< by WEEFSEL_NOW
    std::optional<backup::Last> last_backup;
};

/// One finding for each check that has something to look at, always in the same order.
[[nodiscard]] std::vector<Finding> diagnose(Seen const& seen);

} // namespace wf::app
