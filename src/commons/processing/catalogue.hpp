// SPDX-License-Identifier: EUPL-1.2
// Which tables and columns the database really has, asked of its own catalogue: that of SQLite. PostgreSQL's is
// information_schema.columns; store_catalogue.cpp is the one place that would change.
#pragma once

#include "platform/store/store.hpp"

#include <string>
#include <vector>

namespace wf::processing {

struct Column {
    std::string table;
    std::string name;
    enum class Sort { text, number, other } sort{Sort::other};
    int key_place{0}; ///< from 1 in the primary key; 0: not in it
};

/// Ordered by table, and in a table as it was made.
[[nodiscard]] std::vector<Column> list_columns(store::Session& session);

} // namespace wf::processing
