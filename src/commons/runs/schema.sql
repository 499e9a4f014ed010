-- SPDX-License-Identifier: EUPL-1.2
-- What kernels answered, with everything needed to explain it. Workspace data: the workspace comes first in every key.
CREATE TABLE run (
    workspace_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    method_version TEXT NOT NULL,
    code_version TEXT NOT NULL,
    settings {json} NOT NULL,
    answer {json} NOT NULL,
    basis {json} NOT NULL,
    created_at {time} NOT NULL,
    is_current {bool} NOT NULL,
    PRIMARY KEY (workspace_id, id)
) {strict};

-- One current run for each kind and subject.
CREATE UNIQUE INDEX run_current ON run (workspace_id, kind, subject) WHERE is_current;
CREATE INDEX run_by_time ON run (workspace_id, created_at, id);

CREATE TABLE run_input (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    input_id {uuid} NOT NULL,
    PRIMARY KEY (workspace_id, run_id, input_id)
) {strict};

CREATE INDEX run_input_by_input ON run_input (workspace_id, input_id, run_id);
