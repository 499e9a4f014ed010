-- SPDX-License-Identifier: EUPL-1.2
-- A what-if that somebody keeps under a name: the question, the answer of that moment, and what it was reckoned with. Nothing of
-- it changes but `review`. No person stands in it: the day, not the time.

CREATE TABLE reach_proposal (
    workspace_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    addition TEXT NOT NULL CHECK (addition IN ('place', 'bench', 'kerb', 'crossing', 'path')),
    profile TEXT NOT NULL,
    category TEXT NOT NULL,
    legs TEXT NOT NULL CHECK (legs IN ('soft', 'hard')),
    at_given TEXT NOT NULL,
    at_name TEXT NOT NULL,
    at_lon {real} NOT NULL,
    at_lat {real} NOT NULL,
    to_given TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_lon {real},
    to_lat {real},
    minutes {int} NOT NULL,
    people_group TEXT NOT NULL,
    network_dataset {uuid} NOT NULL,
    network_date TEXT NOT NULL,
    attribution TEXT NOT NULL,
    datasets {json} NOT NULL,
    method_version TEXT NOT NULL,
    code_version TEXT NOT NULL,
    settings {json} NOT NULL,
    made_on TEXT NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('waiting', 'shown', 'removed')),
    PRIMARY KEY (workspace_id, id)
) {strict};

CREATE INDEX reach_proposal_by_review ON reach_proposal (workspace_id, review, made_on);

-- Who comes in time, now and then: of the municipality at position 0, then of each neighbourhood where somebody gains. People,
-- rounded as pages tell them.
CREATE TABLE reach_proposal_area (
    workspace_id {uuid} NOT NULL,
    proposal_id {uuid} NOT NULL,
    position {int} NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    people {real} NOT NULL,
    before_certain {real} NOT NULL,
    before_expected {real} NOT NULL,
    before_possible {real} NOT NULL,
    after_certain {real} NOT NULL,
    after_expected {real} NOT NULL,
    after_possible {real} NOT NULL,
    more_least {real} NOT NULL,
    more_expected {real} NOT NULL,
    more_most {real} NOT NULL,
    PRIMARY KEY (workspace_id, proposal_id, position)
) {strict};
