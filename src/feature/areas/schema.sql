-- SPDX-License-Identifier: EUPL-1.2
-- The answer of a run areas.profile: one row for an area, an indicator and a year. Never changed after publication.
CREATE TABLE area_profile (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    area_code TEXT NOT NULL,
    position {int} NOT NULL,
    indicator TEXT NOT NULL,
    year {int} NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    value {real},
    low {real},
    high {real},
    reference {real},
    boundary_year {int} NOT NULL,
    boundary TEXT NOT NULL,
    dataset_id TEXT NOT NULL,
    PRIMARY KEY (workspace_id, run_id, area_code, position)
) {strict};

-- The small map beside an area's name, drawn by the same run.
CREATE TABLE area_locator (
    workspace_id {uuid} NOT NULL,
    run_id {uuid} NOT NULL,
    area_code TEXT NOT NULL,
    svg TEXT NOT NULL,
    PRIMARY KEY (workspace_id, run_id, area_code)
) {strict};
