-- SPDX-License-Identifier: EUPL-1.2
-- A round in which people mark what comes first. `marks`: how many each may set.
CREATE TABLE priority_round (
    workspace_id {uuid} NOT NULL,
    round_id {uuid} NOT NULL,
    title TEXT NOT NULL,
    marks {int} NOT NULL,
    state TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    is_invented {bool} NOT NULL,
    PRIMARY KEY (workspace_id, round_id)
) {strict};

-- What can be marked, in the words of that day.
CREATE TABLE priority_option (
    workspace_id {uuid} NOT NULL,
    round_id {uuid} NOT NULL,
    number {int} NOT NULL,
    question_id {uuid} NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (workspace_id, round_id, number)
) {strict};

-- `voter`: a keyed digest that lets somebody change their mind while the round is open, and is emptied when it closes; empty from paper.
CREATE TABLE priority_ballot (
    workspace_id {uuid} NOT NULL,
    round_id {uuid} NOT NULL,
    ballot_id {uuid} NOT NULL,
    voter TEXT NOT NULL,
    PRIMARY KEY (workspace_id, round_id, ballot_id)
) {strict};

CREATE INDEX priority_ballot_by_voter ON priority_ballot (workspace_id, round_id, voter);

CREATE TABLE priority_mark (
    workspace_id {uuid} NOT NULL,
    round_id {uuid} NOT NULL,
    ballot_id {uuid} NOT NULL,
    number {int} NOT NULL,
    PRIMARY KEY (workspace_id, round_id, ballot_id, number)
) {strict};
