// SPDX-License-Identifier: EUPL-1.2
// Removes what is past its time, by the rules of the register. Names in a rule are checked against the database's own catalogue before
// anything is removed: one wrong name, and nothing happens.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "commons/processing/processing.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace wf::processing {

struct Removed {
    std::string activity;
    std::string table;
    std::int64_t rows{0};

    bool operator==(Removed const&) const = default;
};

enum class Extent { remove, count_only };

/// In batches, each with what belongs to it in a transaction of its own. One line for each rule, and one for each of its other tables.
/// Errors: processing.unknown_column (a rule names what the database does not have), processing.not_a_time (a column of a rule that
/// cannot hold a day or a moment); the field names activity and column.
Result<std::vector<Removed>> apply_retention(store::Store& store, Processing const& processing, Timestamp now,
                                             Extent extent = Extent::remove);

} // namespace wf::processing
