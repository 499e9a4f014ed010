-- SPDX-License-Identifier: EUPL-1.2
-- How a question stood on the agenda before it was written anew.
CREATE TABLE question_wording (
    workspace_id {uuid} NOT NULL,
    question_id {uuid} NOT NULL,
    version {int} NOT NULL,
    until_day TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (workspace_id, question_id, version)
) {strict};
