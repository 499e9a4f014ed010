// SPDX-License-Identifier: EUPL-1.2
// The chain as it is stored: walked whole, or its end alone.
#include "commons/trail/chain.hpp"

namespace wf::trail {
namespace {

void read_row(store::Row const& row, StoredEntry& entry)
{
    entry.number = row.integer(0);
    entry.at.assign(row.text(1));
    if (row.is_null(2)) entry.actor.reset();
    else entry.actor = row.string(2);
    entry.action.assign(row.text(3));
    entry.kind.assign(row.text(4));
    entry.record_id.assign(row.text(5));
    entry.changes.assign(row.text(6));
    entry.before_hash.assign(row.text(7));
    entry.hash.assign(row.text(8));
}

} // namespace

Verified verify(store::Session& session, std::string_view workspace_id, std::optional<Anchor> const& expected)
{
    Verified answer;
    auto const say = [&](std::int64_t number, Fault fault) {
        if (!answer.first_break) answer.first_break = Break{number, fault};
    };
    StoredEntry entry;
    entry.workspace_id = workspace_id;
    session.query("SELECT number, at, actor, action, kind, record_id, changes, before_hash, hash FROM trail_entry"
                  " WHERE workspace_id = $1 ORDER BY number",
                  {workspace_id}, [&](store::Row const& row) {
                      read_row(row, entry);
                      if (entry.number != answer.head.number + 1) say(answer.head.number + 1, Fault::missing);
                      if (entry.before_hash != answer.head.hash) say(entry.number, Fault::does_not_follow);
                      if (hash_of(entry) != entry.hash) say(entry.number, Fault::changed);
                      if (expected && expected->number == entry.number && expected->hash != entry.hash)
                          say(entry.number, Fault::not_expected);
                      ++answer.entries;
                      answer.head.number = entry.number;
                      answer.head.hash.assign(entry.hash);
                  });
    if (expected && expected->number > answer.head.number) say(expected->number, Fault::cut_off);
    return answer;
}

Anchor head(store::Session& session, std::string_view workspace_id)
{
    Anchor anchor;
    session.query("SELECT number, hash FROM trail_entry WHERE workspace_id = $1 ORDER BY number DESC LIMIT 1",
                  {workspace_id}, [&](store::Row const& row) {
                      anchor = {row.integer(0), row.string(1)};
                  });
    return anchor;
}

} // namespace wf::trail
