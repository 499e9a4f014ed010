-- SPDX-License-Identifier: EUPL-1.2
-- What a werkplaats agreed with who pays, in whole euros; what was not said is empty text or NULL, never 0.
CREATE TABLE programme (
    workspace_id {uuid} NOT NULL,
    programme_id {uuid} NOT NULL,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    giver TEXT NOT NULL,
    amount {int},
    source TEXT NOT NULL,
    version {int} NOT NULL,
    made_on TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, programme_id)
) {strict};

CREATE TABLE budget_line (
    workspace_id {uuid} NOT NULL,
    programme_id {uuid} NOT NULL,
    line_id {uuid} NOT NULL,
    name TEXT NOT NULL,
    planned {int} NOT NULL,
    is_national {bool} NOT NULL,
    PRIMARY KEY (workspace_id, programme_id, line_id)
) {strict};

-- Only added to: what was booked wrongly is booked back, with a minus and why.
CREATE TABLE budget_spent (
    workspace_id {uuid} NOT NULL,
    programme_id {uuid} NOT NULL,
    line_id {uuid} NOT NULL,
    spent_id {uuid} NOT NULL,
    amount {int} NOT NULL,
    spent_on TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (workspace_id, programme_id, line_id, spent_id)
) {strict};

-- What was agreed to do, and what came of it; one that was not done stays, with why.
CREATE TABLE programme_activity (
    workspace_id {uuid} NOT NULL,
    programme_id {uuid} NOT NULL,
    activity_id {uuid} NOT NULL,
    name TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    planned_number {int},
    work_kind TEXT NOT NULL,
    work_id TEXT NOT NULL,
    state TEXT NOT NULL,
    ended_on TEXT NOT NULL,
    done_number {int},
    result TEXT NOT NULL,
    PRIMARY KEY (workspace_id, programme_id, activity_id)
) {strict};

CREATE TABLE publication (
    workspace_id {uuid} NOT NULL,
    publication_id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    published_on TEXT NOT NULL,
    link TEXT NOT NULL,
    work_kind TEXT NOT NULL,
    work_id TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, publication_id)
) {strict};

CREATE INDEX publication_by_day ON publication (workspace_id, published_on, publication_id);
