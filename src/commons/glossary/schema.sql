-- SPDX-License-Identifier: EUPL-1.2
-- What a word means in one werkplaats; `content` has its texts by their names.
CREATE TABLE local_term (
    workspace_id {uuid} NOT NULL,
    term_id {uuid} NOT NULL,
    content {json} NOT NULL,
    sort_key TEXT NOT NULL,
    state TEXT NOT NULL,
    version {int} NOT NULL,
    made_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, term_id)
) {strict};

-- As it was written each time: what two people who write at once are put together from.
CREATE TABLE local_term_version (
    workspace_id {uuid} NOT NULL,
    term_id {uuid} NOT NULL,
    version {int} NOT NULL,
    written_on TEXT NOT NULL,
    content {json} NOT NULL,
    PRIMARY KEY (workspace_id, term_id, version)
) {strict};
