-- SPDX-License-Identifier: EUPL-1.2
-- What a member of a studio wrote for themselves, sealed with the key of that person, also while it is shared: destroying the key erases it.
CREATE TABLE reflection (
    workspace_id {uuid} NOT NULL,
    studio_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    reflection_id {uuid} NOT NULL,
    sealed {bytes} NOT NULL,
    written_on TEXT NOT NULL,
    shared_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, studio_id, person_id, reflection_id)
) {strict};

CREATE INDEX reflection_by_person ON reflection (workspace_id, person_id, reflection_id);
