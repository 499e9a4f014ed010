-- SPDX-License-Identifier: EUPL-1.2
-- The answer of a run reach.walk. Never changed after publication.

-- The areas that the run is about: who lives there, and why some have no answer.
CREATE TABLE reach_area (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    area_code TEXT NOT NULL,
    position {int} NOT NULL,
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    coverage TEXT NOT NULL,
    inside {real} NOT NULL,
    homes {int} NOT NULL,
    people {real},
    people_65 {real},
    people_80 {real},
    people_0_14 {real},
    age_65_percent {real},
    limited_percent {real},
    income {real},
    PRIMARY KEY (workspace_id, run_id, area_code)
) {strict};

-- Who reaches what: one row for an answered area, a profile and a kind of place. Shares are parts of the people (0 to 1) within
-- 5, 10 and 15 minutes: certain, expected, possible.
CREATE TABLE reach_share (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    profile TEXT NOT NULL,
    category TEXT NOT NULL,
    area_code TEXT NOT NULL,
    people {real} NOT NULL,
    certain_5 {real} NOT NULL,
    expected_5 {real} NOT NULL,
    possible_5 {real} NOT NULL,
    certain_10 {real} NOT NULL,
    expected_10 {real} NOT NULL,
    possible_10 {real} NOT NULL,
    certain_15 {real} NOT NULL,
    expected_15 {real} NOT NULL,
    possible_15 {real} NOT NULL,
    seconds_certain {real},
    seconds_expected {real},
    seconds_possible {real},
    count_certain {real},
    count_expected {real},
    count_possible {real},
    kept_by_distance {real} NOT NULL,
    kept_by_pace {real} NOT NULL,
    kept_by_streets {real} NOT NULL,
    kept_by_unknown {real} NOT NULL,
    PRIMARY KEY (workspace_id, run_id, profile, category, area_code)
) {strict};

CREATE INDEX reach_share_by_area ON reach_share (workspace_id, run_id, area_code, profile);

-- For each home, in the order of the homes of the network's dataset that lie in the municipality: packed columns (pack.hpp).
-- Only the current run of a municipality has them: they are by far the largest part.
CREATE TABLE reach_home (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    profile TEXT NOT NULL,
    category TEXT NOT NULL,
    packed {bytes} NOT NULL,
    PRIMARY KEY (workspace_id, run_id, profile, category)
) {strict};

-- Streets and crossings whose survey would narrow the answers of a profile most.
CREATE TABLE reach_survey (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    profile TEXT NOT NULL,
    position {int} NOT NULL,
    osm_type TEXT NOT NULL,
    osm_id {int} NOT NULL,
    name TEXT NOT NULL,
    near TEXT NOT NULL,
    lon {real} NOT NULL,
    lat {real} NOT NULL,
    metres {real} NOT NULL,
    attributes {int} NOT NULL,
    worth {real} NOT NULL,
    PRIMARY KEY (workspace_id, run_id, profile, position)
) {strict};

-- What somebody saw in the street. No person stands in it: the day, not the time; no name, no address.
CREATE TABLE street_observation (
    workspace_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    municipality TEXT NOT NULL,
    osm_type TEXT NOT NULL,
    osm_id {int} NOT NULL,
    attribute TEXT NOT NULL,
    value TEXT NOT NULL,
    seen_on TEXT NOT NULL,
    review TEXT NOT NULL CHECK (review IN ('waiting', 'accepted', 'rejected')),
    PRIMARY KEY (workspace_id, id)
) {strict};
