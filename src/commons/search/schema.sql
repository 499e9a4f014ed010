-- SPDX-License-Identifier: EUPL-1.2
-- What can be sought in a workspace: a title and a way to it. Who may find it follows from its kind (search.hpp). (The columns `stems` of question, plan and studio are from before this; nothing reads them.)
CREATE TABLE search_record (
    workspace_id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    record_id {uuid} NOT NULL,
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

-- With the stem, so that the words of one record are read in order from here and not by walking those of all.
CREATE INDEX search_stem_by_record ON search_stem (workspace_id, kind, record_id, stem);

-- By which rules the words above were made.
CREATE TABLE search_made (
    workspace_id {uuid} NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
) {strict};
