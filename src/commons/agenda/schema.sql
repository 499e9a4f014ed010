-- SPDX-License-Identifier: EUPL-1.2
-- A question as it was asked, as it stands on the agenda, and where it is now. No name, no address: the private link of who asked is
-- kept as a digest, and the day, not the moment, is kept.
CREATE TABLE question (
    workspace_id {uuid} NOT NULL,
    question_id {uuid} NOT NULL,
    asked_words TEXT NOT NULL,
    words TEXT NOT NULL,
    stems TEXT NOT NULL,
    asker TEXT NOT NULL,
    area_code TEXT NOT NULL,
    origin_page TEXT NOT NULL,
    origin_name TEXT NOT NULL,
    theme TEXT NOT NULL,
    national_theme TEXT NOT NULL,
    status TEXT NOT NULL,
    merged_into {uuid},
    asked_on TEXT NOT NULL,
    last_word_on TEXT NOT NULL,
    link_digest TEXT NOT NULL,
    version {int} NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, question_id)
) {strict};

CREATE UNIQUE INDEX question_by_link ON question (workspace_id, link_digest);
-- In the order of the list, so that a page of it needs no sorting.
CREATE INDEX question_by_word ON question (workspace_id, last_word_on, question_id);
CREATE INDEX question_by_status ON question (workspace_id, status);
CREATE INDEX question_by_origin ON question (workspace_id, origin_page);
CREATE INDEX question_by_merged ON question (workspace_id, merged_into);

-- What who asked was told, and when the question went a step further; `record_kind` and `record_id` say by what.
CREATE TABLE question_word (
    workspace_id {uuid} NOT NULL,
    question_id {uuid} NOT NULL,
    word_id {uuid} NOT NULL,
    told_on TEXT NOT NULL,
    status TEXT NOT NULL,
    words TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (workspace_id, question_id, word_id)
) {strict};

CREATE INDEX question_word_by_record ON question_word (workspace_id, record_kind, record_id);
