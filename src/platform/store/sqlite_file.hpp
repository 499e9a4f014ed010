// SPDX-License-Identifier: EUPL-1.2
// A SQLite file that is made for other programs to read: a format of exchange, never a store of ours.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <functional>
#include <string>

namespace wf::store {

/// Runs `work` in one transaction on a new, empty file beside `path`, and renames it when all went well, so that a reader sees
/// the old or the new file, never half of one. The file needs no other beside it (no journal). An Error of `work` or an exception
/// leaves nothing behind. `work` may use a session of another store. Errors: store.cannot_open, store.busy, those of `work`.
Result<void> write_sqlite_file(std::string const& path, std::function<Result<void>(Session&)> const& work);

} // namespace wf::store
