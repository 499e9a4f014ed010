-- SPDX-License-Identifier: EUPL-1.2
-- Who did what, when, and what it changed. Rows are only ever added; each holds the hash of the one before it, so that a changed,
-- removed or inserted row shows (chain.hpp). Moment and changes are TEXT and not {time} and {json}: the hash is over the bytes as
-- they are stored, and PostgreSQL keeps neither of those byte for byte; and a moment can be a day alone.
CREATE TABLE trail_entry (
    workspace_id {uuid} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    at TEXT NOT NULL,
    actor {uuid},
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    changes TEXT NOT NULL,
    before_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (workspace_id, number)
) {strict};

CREATE INDEX trail_entry_by_record ON trail_entry (workspace_id, record_id, number);
CREATE INDEX trail_entry_by_actor ON trail_entry (workspace_id, actor, number);

-- The key of a person, sealed under that of the installation. Without it nothing that was sealed with it can be read again. No
-- workspace: a person can be in more than one, and is forgotten in all of them at once.
CREATE TABLE person_key (
    person_id {uuid} NOT NULL PRIMARY KEY,
    sealed {bytes} NOT NULL
) {strict};
