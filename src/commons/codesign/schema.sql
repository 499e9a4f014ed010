-- SPDX-License-Identifier: EUPL-1.2
-- A co-design session of a studio: how far it is, and what was decided. `entry_id`: the decision in the record of the studio.
CREATE TABLE codesign_session (
    workspace_id {uuid} NOT NULL,
    session_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    question TEXT NOT NULL,
    day TEXT NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    entry_id {uuid},
    ended_on TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, session_id)
) {strict};

CREATE INDEX codesign_session_by_studio ON codesign_session (workspace_id, studio_id, day, session_id);

-- Where the code on a beamer or a sheet of paper leads: the code names no workspace. Only a digest, and the row goes with the session.
CREATE TABLE codesign_code (
    code_digest TEXT NOT NULL PRIMARY KEY,
    workspace_id {uuid} NOT NULL,
    session_id {uuid} NOT NULL
) {strict};

-- What somebody in the room wrote: words, the day, and nothing of who. Numbered in the order in which they came.
CREATE TABLE codesign_note (
    workspace_id {uuid} NOT NULL,
    session_id {uuid} NOT NULL,
    number {int} NOT NULL,
    stage TEXT NOT NULL,
    words TEXT NOT NULL,
    medium TEXT NOT NULL,
    shown TEXT NOT NULL,
    chosen_because TEXT NOT NULL,
    written_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, session_id, number)
) {strict};
