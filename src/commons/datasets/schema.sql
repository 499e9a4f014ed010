-- SPDX-License-Identifier: EUPL-1.2
-- Where every row of public data came from. Reference data: shared by all workspaces.
CREATE TABLE dataset (
    id {uuid} NOT NULL PRIMARY KEY,
    slot TEXT NOT NULL,
    importer TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    source_url TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('counted', 'estimated', 'modelled')),
    note TEXT NOT NULL,
    options {json} NOT NULL,
    file_name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    code_version TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('loading', 'published', 'superseded')),
    imported_at {time} NOT NULL,
    rows_read {int} NOT NULL,
    rows_kept {int} NOT NULL,
    rows_refused {int} NOT NULL
) {strict};

-- One published dataset at a time for each slot.
CREATE UNIQUE INDEX dataset_published ON dataset (slot) WHERE state = 'published';
CREATE INDEX dataset_by_state ON dataset (state, id);

-- The first refused rows of a dataset, in the order of the file.
CREATE TABLE dataset_refusal (
    dataset_id {uuid} NOT NULL,
    place {int} NOT NULL,
    line {int} NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (dataset_id, place)
) {strict};
