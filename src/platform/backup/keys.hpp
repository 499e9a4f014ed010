// SPDX-License-Identifier: EUPL-1.2
// What a backup is locked with: a passphrase that somebody remembers, or a file with a key that is kept elsewhere.
#pragma once

#include "platform/backup/header.hpp"
#include "platform/secret/seal.hpp"

#include <optional>
#include <string>

namespace wf::backup {

constexpr std::size_t least_passphrase = 12;

/// Either may be empty. When both are given for a new backup, the file counts.
struct Keys {
    std::string passphrase;
    std::string key_file;
};

/// For a new backup: says in the header how the key is found again. A key file that is not there is made. Nothing when both are
/// empty. Errors: backup.short_passphrase, those of secret::load_or_make_key_file.
Result<std::optional<secret::Key>> make_key(Keys const& keys, Header& header);
/// For one that is there. Errors: backup.no_key (which one is wanted), file.not_found, those of secret::load_or_make_key_file.
Result<secret::Key> find_key(Keys const& keys, Header const& header);

} // namespace wf::backup
