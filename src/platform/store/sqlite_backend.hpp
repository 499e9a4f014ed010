// SPDX-License-Identifier: EUPL-1.2
// SQLite behind Store: one writing connection, a pool of reading ones. Only files in this folder include this header.
#pragma once

#include "platform/store/backend.hpp"

namespace wf::store {

struct SqliteOptions {
    int busy_millis{5'000}; ///< how long a statement waits for another process
    int most_readers{8};    ///< reading connections; more readers wait for one
};

/// `path` is a file or ":memory:". Errors: as Store::open.
Result<std::unique_ptr<Backend>> open_sqlite(std::string const& path, SqliteOptions options = {});

} // namespace wf::store
