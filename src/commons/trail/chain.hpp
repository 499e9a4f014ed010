// SPDX-License-Identifier: EUPL-1.2
// Does the trail of a workspace still hold what was written? Each entry's hash is SHA-256 over all of its columns, among them the hash
// of the entry before it.
//
// The chain alone shows a change by somebody who does not work out all later hashes again. Against who does, and against cutting off
// the end, an administrator writes down the head now and then, elsewhere, and asks later whether the chain still has it.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wf::trail {

/// What stands before the first entry.
inline constexpr std::string_view no_hash = "0000000000000000000000000000000000000000000000000000000000000000";

/// The columns of an entry as they are stored.
struct StoredEntry {
    std::string workspace_id;
    std::int64_t number{0};
    std::string at;
    std::optional<std::string> actor;
    std::string action;
    std::string kind;
    std::string record_id;
    std::string changes;
    std::string before_hash;
    std::string hash;
};

/// SHA-256 in hexadecimal of "weefsel.trail.1\n" and then each column but `hash`, in the order of the table, as a netstring
/// ("5:hello,"; the number in decimal digits); no actor is "-,".
[[nodiscard]] std::string hash_of(StoredEntry const& entry);

/// An entry of the chain, to be written down. No entries: number 0 and no_hash.
struct Anchor {
    std::int64_t number{0};
    std::string hash{no_hash};

    bool operator==(Anchor const&) const = default;
};

/// "NUMBER:HASH". Error: trail.bad_anchor.
Result<Anchor> parse_anchor(std::string_view text);
[[nodiscard]] std::string to_text(Anchor const& anchor);

enum class Fault {
    missing,         ///< no entry of this number where one must be
    does_not_follow, ///< `before_hash` is not the hash of the entry before it
    changed,         ///< its hash is not that of its columns
    not_expected,    ///< another hash than was written down
    cut_off          ///< the chain ends before an entry that was written down
};
[[nodiscard]] std::string_view to_word(Fault fault);

struct Break {
    std::int64_t number{0};
    Fault fault{Fault::changed};

    bool operator==(Break const&) const = default;
};

struct Verified {
    std::int64_t entries{0}; ///< all rows of the workspace, also those after a break
    Anchor head;             ///< the last row as it is stored
    std::optional<Break> first_break;
};

/// Walks the whole chain of a workspace.
[[nodiscard]] Verified verify(store::Session& session, std::string_view workspace_id,
                              std::optional<Anchor> const& expected = {});

/// The last entry as it is stored, without looking at the others.
[[nodiscard]] Anchor head(store::Session& session, std::string_view workspace_id);

} // namespace wf::trail
