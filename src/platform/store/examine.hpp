// SPDX-License-Identifier: EUPL-1.2
// Looks at a database without changing anything in it: is it sound, and which steps of the schema does it have.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace wf::store {

/// quick: every page and row can be read and is in its place. full: also that each index says what its table says, and that nothing
/// refers to a row that is not there; that reads the whole file several times.
enum class Depth { quick, full };

struct Applied {
    std::string name;
    std::string checksum; ///< SHA-256 of the text of the step, in hexadecimal
};

struct Examined {
    std::vector<Applied> migrations; ///< in order of name; none in a database that is not ours
    std::vector<std::string> faults; ///< at most a hundred, in words of the database; none when it is sound
};

/// Errors: store.no_file, those of Store::open.
Result<Examined> examine(std::string const& path, Depth depth);

} // namespace wf::store
