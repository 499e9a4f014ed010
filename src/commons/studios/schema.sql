-- SPDX-License-Identifier: EUPL-1.2
-- A learning studio as it is now; `content` has all its texts by their names.
CREATE TABLE studio (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    title TEXT NOT NULL,
    stems TEXT NOT NULL,
    state TEXT NOT NULL,
    content {json} NOT NULL,
    outcome TEXT NOT NULL,
    version {int} NOT NULL,
    made_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, studio_id)
) {strict};

CREATE INDEX studio_by_state ON studio (workspace_id, state, changed_on);

-- As it was written each time: what two people who write at once are put together from.
CREATE TABLE studio_version (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    version {int} NOT NULL,
    written_on TEXT NOT NULL,
    content {json} NOT NULL,
    PRIMARY KEY (workspace_id, studio_id, version)
) {strict};

CREATE TABLE studio_question (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    question_id {uuid} NOT NULL,
    PRIMARY KEY (workspace_id, studio_id, question_id)
) {strict};

CREATE INDEX studio_by_question ON studio_question (workspace_id, question_id);

-- The groups that worked in it, one after the other; `team` says who in words and numbers, never by name.
CREATE TABLE studio_group (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    number {int} NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    team {json} NOT NULL,
    PRIMARY KEY (workspace_id, studio_id, number)
) {strict};

-- The record: only added to. Who wrote a row stands in the trail alone.
CREATE TABLE studio_entry (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    entry_id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    link TEXT NOT NULL,
    cycle {int} NOT NULL,
    stage TEXT NOT NULL,
    group_number {int} NOT NULL,
    written_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, studio_id, entry_id)
) {strict};
