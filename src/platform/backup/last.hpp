// SPDX-License-Identifier: EUPL-1.2
// Which backup of a database was the last one: a small file beside it, so that it can be read when the database cannot.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wf::backup {

struct Last {
    std::int64_t made_millis{0};
    std::string file;
    std::int64_t bytes{0};
    std::string sha256; ///< of the database inside
};

/// `database`.last_backup. Errors: those of file::save.
Result<void> write_last(std::string const& database, Last const& last);
/// Nothing when there is no such file, or when it says nothing sensible.
[[nodiscard]] std::optional<Last> read_last(std::string const& database);

} // namespace wf::backup
