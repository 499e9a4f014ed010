-- SPDX-License-Identifier: EUPL-1.2
-- That something was taken up elsewhere: a claim with proof, which counts once somebody else has read it. The two accounts stand here
-- and not in the trail alone, so that the database itself holds that they are two.
CREATE TABLE uptake_claim (
    workspace_id {uuid} NOT NULL,
    claim_id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    work_kind TEXT NOT NULL,
    work_id TEXT NOT NULL,
    taker TEXT NOT NULL,
    region_code TEXT NOT NULL,
    region TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    proof TEXT NOT NULL,
    proof_link TEXT NOT NULL,
    state TEXT NOT NULL,
    claimed_by {uuid} NOT NULL,
    claimed_on TEXT NOT NULL,
    read_by {uuid},
    read_on TEXT NOT NULL,
    said TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, claim_id),
    CHECK (read_by IS NULL OR read_by <> claimed_by),
    CHECK (state <> 'confirmed' OR read_by IS NOT NULL),
    CHECK (proof <> '')
) {strict};

CREATE INDEX uptake_by_day ON uptake_claim (workspace_id, state, taken_on, claim_id);
CREATE INDEX uptake_by_work ON uptake_claim (workspace_id, work_kind, work_id, claim_id);
