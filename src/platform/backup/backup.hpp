// SPDX-License-Identifier: EUPL-1.2
// A backup of a database that is in use, its proof, and its way back. Locked unless somebody says otherwise; at no size more than a few
// megabytes of memory (and for a moment 64 for a passphrase). Nothing half-made stays when it goes wrong; a full disk throws.
#pragma once

#include "base/result.hpp"
#include "platform/backup/keys.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace wf::backup {

/// May the backup be readable by who has the file? `without_persons`: when no table of persons holds a row.
enum class Open { never, without_persons, with_persons };

struct Order {
    std::string database; ///< path
    std::string own_key;  ///< the installation's key file: goes into a locked backup when it is there
    std::string to;
    Keys keys;
    Open open{Open::never};
    std::vector<std::string> person_tables;
    std::string program_version;
};

struct Made {
    Header header;
    std::int64_t bytes{0}; ///< of the backup
    std::string sha256;    ///< of the database inside, in hexadecimal
    bool own_key{false};   ///< the installation's key is inside
};

/// Writes `to`, and `database`.last_backup beside the database. Errors: backup.not_locked (no passphrase, no key, and not said to be
/// open), backup.holds_persons, those of store::Snapshot, file::NewFile and make_key.
Result<Made> make(Order const& order);

/// Reads all of it and proves it, and writes nothing. Errors: those of Reader and find_key, backup.changed.
Result<Made> verify(std::string const& path, Keys const& keys);

/// Puts the database at `to` and the installation's key at `to`.key, where nothing may stand yet. Steps of the schema that are not in
/// `known` come from a newer program. Errors: those of verify, backup.place_taken, backup.newer_program, backup.not_sound.
Result<Made> restore(std::string const& path, Keys const& keys, std::string const& to,
                     std::vector<std::string> const& known);

} // namespace wf::backup
