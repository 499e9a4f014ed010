-- SPDX-License-Identifier: EUPL-1.2
-- What can be sought in a workspace: a title and a way to it. `needs`: the kind in data/rights.json that one must be allowed to read;
-- empty: everybody. (The columns `stems` of question, plan and studio are from before this; nothing reads them.)
CREATE TABLE search_record (
    workspace_id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    record_id {uuid} NOT NULL,
    needs TEXT NOT NULL,
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (workspace_id, kind, record_id)
) {strict};

-- Its words, each once, by their stem.
CREATE TABLE search_stem (
    workspace_id {uuid} NOT NULL,
    stem TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id {uuid} NOT NULL,
    in_title {bool} NOT NULL,
    PRIMARY KEY (workspace_id, stem, kind, record_id)
) {strict};

CREATE INDEX search_stem_by_record ON search_stem (workspace_id, kind, record_id);

-- By which rules the words above were made.
CREATE TABLE search_made (
    workspace_id {uuid} NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
) {strict};
