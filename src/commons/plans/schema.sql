-- SPDX-License-Identifier: EUPL-1.2
-- An improvement plan as it is now; `content` has all its texts by their names.
CREATE TABLE plan (
    workspace_id {uuid} NOT NULL,
    plan_id {uuid} NOT NULL,
    title TEXT NOT NULL,
    stems TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL,
    content {json} NOT NULL,
    outcome TEXT NOT NULL,
    version {int} NOT NULL,
    made_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, plan_id)
) {strict};

CREATE INDEX plan_by_state ON plan (workspace_id, state, due);

-- As it was written each time: what two people who write at once are put together from.
CREATE TABLE plan_version (
    workspace_id {uuid} NOT NULL,
    plan_id {uuid} NOT NULL,
    version {int} NOT NULL,
    written_on TEXT NOT NULL,
    content {json} NOT NULL,
    PRIMARY KEY (workspace_id, plan_id, version)
) {strict};

CREATE TABLE plan_question (
    workspace_id {uuid} NOT NULL,
    plan_id {uuid} NOT NULL,
    question_id {uuid} NOT NULL,
    PRIMARY KEY (workspace_id, plan_id, question_id)
) {strict};

CREATE INDEX plan_by_question ON plan_question (workspace_id, question_id);

-- What was promised, and what came of it; a step that was not done stays, with why.
CREATE TABLE plan_step (
    workspace_id {uuid} NOT NULL,
    plan_id {uuid} NOT NULL,
    step_id {uuid} NOT NULL,
    words TEXT NOT NULL,
    promised_on TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL,
    ended_on TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (workspace_id, plan_id, step_id)
) {strict};
