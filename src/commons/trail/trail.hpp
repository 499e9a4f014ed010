// SPDX-License-Identifier: EUPL-1.2
// Who did what, when, and what was there before and after: rows that are only added, in one chain for each workspace. Whether the
// chain still holds: chain.hpp. The keys that open personal values: person_keys.hpp.
//
// A value about a person is stored sealed with that person's key, and the hash covers what is stored: once the key is destroyed
// the value cannot be read by anyone and the chain still holds.
// What was given without an account has no actor; of it the day is kept and not the time, and nothing that says who. Its place among
// the other entries still tells between which moments it came: who must not be found among few leaves no entry at all.
#pragma once

#include "base/result.hpp"
#include "commons/trail/person_keys.hpp"
#include "platform/secret/seal.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::trail {

[[nodiscard]] std::vector<store::Migration> migrations();

/// The actor of what the program does by itself, or an administrator on the command line.
inline constexpr std::string_view program_actor = "00000000-0000-0000-0000-000000000000";

struct Change {
    std::string field;                   ///< "mail"; the names of fields are stored as they are
    std::optional<std::string> before{}; ///< nothing: there was no value
    std::optional<std::string> after{};
    std::string about{}; ///< id of the person whose personal value it is; empty: not personal, stored as it is
};

struct Entry {
    std::string workspace_id;
    std::optional<std::string> actor{}; ///< account id; nothing: given without an account
    std::string action;                 ///< "account.invite"
    std::string kind;                   ///< what sort of thing was changed: "account"
    std::string record_id;              ///< never a name, mail address or other personal value
    std::vector<Change> changes{};
};

/// A value as it can still be read.
struct SeenValue {
    enum class State {
        absent,    ///< there was no value
        plain,     ///< `text` is the value
        erased,    ///< it was about somebody whose key was destroyed
        unreadable ///< the key is there and does not open it: changed bytes, or the key of another installation
    };
    State state{State::absent};
    std::string text{};
};

struct SeenChange {
    std::string field;
    SeenValue before{};
    SeenValue after{};
    std::string about{};
};

struct SeenEntry {
    std::int64_t number{0};
    std::string at; ///< a moment, or a day when there is no actor
    std::optional<std::string> actor;
    std::string action;
    std::string kind;
    std::string record_id;
    std::vector<SeenChange> changes;
    std::string hash;
};

/// Which entries; all conditions that are set must hold.
struct Choice {
    std::string workspace_id;
    std::optional<std::string> record_id{};
    std::optional<std::string> actor{};
    std::optional<std::int64_t> below{}; ///< the next page: the number of the last entry of the one before
    int limit{100};
};

class Trail {
public:
    explicit Trail(secret::Key const& installation);

    /// In the transaction of what it tells about, so that both happen or neither. Takes the time from the clock.
    /// Errors: id.not_a_uuid (workspace, actor or about), those of PersonKeys::find, trail.overtaken (another writer added an entry
    /// meanwhile: do the transaction again).
    Result<void> add(store::Session& session, Entry const& entry) const;

    /// Newest first.
    [[nodiscard]] std::vector<SeenEntry> list(store::Session& session, Choice const& choice) const;

    [[nodiscard]] PersonKeys const& person_keys() const { return m_keys; }

private:
    PersonKeys m_keys;
};

/// Who does something that the trail tells of.
struct By {
    Trail const& trail;
    std::string_view actor; ///< an account

    /// A line about a record of a workspace. Errors: those of Trail::add.
    Result<void> note(store::Session& session, std::string_view workspace, std::string_view action,
                      std::string_view kind, std::string_view record, std::vector<Change> changes) const
    {
        return trail.add(session, {std::string{workspace}, std::string{actor}, std::string{action}, std::string{kind},
                                   std::string{record}, std::move(changes)});
    }
};

/// Those with an entry, in order of id.
[[nodiscard]] std::vector<std::string> list_workspaces(store::Session& session);

} // namespace wf::trail
