-- SPDX-License-Identifier: EUPL-1.2
-- Who puts a name to what is said here: a werkplaats, a municipality, a provider, and the association above them.
CREATE TABLE workspace (
    workspace_id {uuid} NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_id {uuid},
    area_code TEXT,
    created_at {time} NOT NULL,
    PRIMARY KEY (workspace_id)
) {strict};

CREATE UNIQUE INDEX workspace_by_address ON workspace (address);
-- One stands above all others.
CREATE UNIQUE INDEX workspace_top ON workspace (kind) WHERE parent_id IS NULL;
