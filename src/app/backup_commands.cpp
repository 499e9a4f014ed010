// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"
#include "app/features.hpp"
#include "app/installation.hpp"
#include "app/keys.hpp"
#include "platform/backup/backup.hpp"
#include "platform/secret/token.hpp"

#include <cstdlib>

namespace wf::app {
namespace {

/// Tables that hold what people gave. One that does not exist yet, or no more, does no harm here.
std::vector<std::string> const person_tables{
    "street_observation", "reach_proposal", "question",   "plan",        "studio",       "priority_ballot",
    "search_record",      "search_stem",    "partner",    "partner_tie", "uptake_claim", "programme",
    "codesign_note",      "reflection",     "local_term", "account",     "mail_outbox",  "trail_entry",
    "login_event"};

constexpr std::int64_t mega = 1'000'000;

backup::Keys keys_of(web::CommandInput const& input)
{
    char const* const phrase = std::getenv("WEEFSEL_BACKUP_PASSPHRASE");
    return {phrase != nullptr ? phrase : "", input.option("key-file").value_or("")};
}

backup::Open openness(web::CommandInput const& input)
{
    if (!input.option("unencrypted")) return backup::Open::never;
    return input.option("yes-personal-data-in-the-clear") ? backup::Open::with_persons : backup::Open::without_persons;
}

void tell(backup::Made const& made, std::ostream& out)
{
    out << "  made " << made.header.made_at << " by version " << made.header.program_version << ", "
        << (made.header.lock == backup::Lock::none ? "NOT encrypted" : "encrypted")
        << (made.header.lock == backup::Lock::passphrase ? " with a passphrase" : "")
        << (made.header.lock == backup::Lock::key_file ? " with a key file" : "") << "\n  database of "
        << made.header.database_bytes / mega << " MB, SHA-256 " << made.sha256 << "\n  "
        << (made.own_key ? "with the key of this installation" : "without a key of the installation") << '\n';
}

Result<std::string> one_file(web::CommandInput const& input)
{
    if (input.arguments.size() != 1) return Error{Trouble::bad_input, "usage", "FILE", "name one file"};
    return input.arguments.front();
}

Result<int> make_backup(web::CommandInput const& input)
{
    WF_TRY(auto const to, one_file(input));
    WF_TRY(auto const database, database_path(*input.context.settings));
    auto keys = keys_of(input);
    WF_TRY(auto const made, backup::make({database, key_file_of(*input.context.settings), to, keys, openness(input),
                                          person_tables, input.context.code_version}));
    secret::wipe(keys.passphrase);
    input.out << to << ": " << made.bytes / mega << " MB\n";
    tell(made, input.out);
    if (made.header.lock == backup::Lock::key_file)
        input.out << "  opens with " << keys.key_file << " alone: keep a copy of that, and not on this machine\n";
    return 0;
}

Result<int> verify_backup(web::CommandInput const& input)
{
    WF_TRY(auto const path, one_file(input));
    WF_TRY(auto const made, backup::verify(path, keys_of(input)));
    input.out << path << ": whole and unchanged\n";
    tell(made, input.out);
    return 0;
}

Result<int> restore_backup(web::CommandInput const& input)
{
    WF_TRY(auto const path, one_file(input));
    auto const to = input.option("to");
    if (!to) return Error{Trouble::bad_input, "usage", "--to", "name the place for the database, where nothing is yet"};
    std::vector<std::string> known;
    for (auto const& migration : all_migrations(make_features())) known.push_back(migration.name);
    WF_TRY(auto const made, backup::restore(path, keys_of(input), *to, known));
    input.out << *to << ": restored and examined\n";
    tell(made, input.out);
    input.out << "start it with `weefsel serve --store " << *to << "`\n";
    return 0;
}

} // namespace

std::vector<web::Command> backup_commands()
{
    using web::NeedsStore;
    return {
        {"backup",
         "FILE [--key-file KEY] [--unencrypted [--yes-personal-data-in-the-clear]]",
         "Copy the whole database into one encrypted file, while the server runs; the passphrase stands in WEEFSEL_BACKUP_PASSPHRASE",
         {"key-file", "unencrypted", "yes-personal-data-in-the-clear"},
         make_backup,
         NeedsStore::no},
        {"backup verify",
         "FILE [--key-file KEY]",
         "Read a backup to its end and prove that it is whole and unchanged; nothing is written",
         {"key-file"},
         verify_backup,
         NeedsStore::no},
        {"restore",
         "FILE --to PATH [--key-file KEY]",
         "Put a backup back at a place where nothing is yet, and examine it",
         {"key-file", "to"},
         restore_backup,
         NeedsStore::no},
    };
}

} // namespace wf::app
