-- SPDX-License-Identifier: EUPL-1.2
-- Published figures about areas. Reference data: shared by all workspaces.
CREATE TABLE figure (
    area_code TEXT NOT NULL,
    measure TEXT NOT NULL,
    grp TEXT NOT NULL,
    year {int} NOT NULL,
    dataset_id {uuid} NOT NULL,
    value {real} NOT NULL,
    boundary_year {int} NOT NULL,
    PRIMARY KEY (area_code, measure, grp, year, dataset_id)
) {strict};

CREATE INDEX figure_by_measure ON figure (measure, year, grp, area_code);
CREATE INDEX figure_by_dataset ON figure (dataset_id);
